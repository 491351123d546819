"""Fields, gardens, animals and the road between them."""

from .canvas import HEIGHT, WIDTH, Canvas


def rice(canvas: Canvas) -> None:
    canvas.sky(300)
    canvas.hills(300, 14, canvas.palette.far)
    canvas.treeline(306, "#6d9f7c")
    canvas.ground(312, "#b7d774", "#5f9f45")
    for row in range(9):
        y = 322 + row * row * 2.9
        canvas.shape([(0, y), (WIDTH, y - 4), (WIDTH, y), (0, y + 4 + row * 0.5)], "#4b8b3a70")
    for _ in range(620):
        y = 330 + canvas.random.random() ** 1.2 * 205
        near = (y - 320) / 215
        _blade(canvas, canvas.random.uniform(0, WIDTH), y, 8 + 22 * near)
    canvas.palm(110, 330, 190, 0.12)
    canvas.palm(60, 326, 140, -0.08)
    canvas.person(640, 430, 96, "#2a6f97", hat=True)


def cane(canvas: Canvas) -> None:
    canvas.sky(300, (180, 110))
    canvas.treeline(300, "#a3a35f")
    canvas.ground(300, "#d8b673", "#b18445")
    canvas.shape([(430, 300), (505, 300), (760, HEIGHT), (210, HEIGHT)], "#e6c894")
    for row in range(9):
        near = row / 8
        y = 306 + near**1.5 * 230
        for side in (-1, 1):
            inner = 62 + near**1.5 * 262
            x = inner
            while x < 560:
                _stalk(
                    canvas,
                    467 + side * (x + canvas.random.uniform(-6, 6)),
                    y + canvas.random.uniform(-4, 4),
                    74 + near * 190,
                )
                x += 11 + near * 22


def coconuts(canvas: Canvas) -> None:
    canvas.sky(320, (800, 100))
    canvas.treeline(318, "#86b587")
    canvas.ground(322, "#9fce78", "#579149")
    canvas.shape([(300, 330), (470, 330), (720, HEIGHT), (90, HEIGHT)], "#7fc4d9")
    for step in range(9):
        y = 352 + step * 21
        canvas.box(360 - step * 14, y, 60 + step * 16, 3, "#ffffff80", 2)
    for x, y, height, lean in (
        (90, 400, 250, 0.14),
        (230, 366, 200, -0.1),
        (560, 358, 190, 0.12),
        (700, 400, 260, -0.12),
        (870, 440, 300, 0.06),
    ):
        canvas.shade(x, y, 46)
        canvas.palm(x, y, height, lean)


def cattle(canvas: Canvas) -> None:
    canvas.sky(310)
    canvas.hills(315, 18, canvas.palette.far)
    canvas.treeline(312, "#7fae78")
    canvas.ground(318, "#b9d97c", "#6ba24e")
    canvas.shape([(650, 400), (700, 250), (760, 218), (820, 250), (872, 400)], "#dcb65e")
    for step in range(7):
        canvas.line([(668 + step * 24, 396), (716 + step * 13, 262)], "#c39a44", 2)
    _cow(canvas, 230, 420, 1.15, "#b5763f")
    _cow(canvas, 470, 464, 1.4, "#c98d52")
    for _ in range(90):
        _blade(canvas, canvas.random.uniform(0, WIDTH), canvas.random.uniform(440, 540), 14)


def planting(canvas: Canvas) -> None:
    canvas.sky(310)
    canvas.hills(320, 20, canvas.palette.far)
    canvas.ground(322, "#a9d08a", "#5d9a55")
    for number in range(6):
        canvas.tree(60 + number * 168, 336, 120, "#6cab61")
    canvas.shape([(0, 420), (WIDTH, 400), (WIDTH, HEIGHT), (0, HEIGHT)], "#a9744f")
    canvas.shape([(0, 430), (WIDTH, 410), (WIDTH, 424), (0, 444)], "#8f5f3f")
    for x in (260, 480, 700):
        canvas.disc(x, 462, 44, "#7c5236", 0.3)
        canvas.box(x - 3, 392, 6, 70, "#7a5a3c", 2)
        canvas.disc(x, 378, 26, "#58a05f", 1.0)
        canvas.disc(x - 12, 394, 16, "#4c8f54")
    canvas.person(360, 468, 128, "#1d6fa5", hat=True)
    canvas.line([(390, 410), (438, 448)], "#6b4a2f", 5)
    canvas.person(590, 470, 122, "#e07a5f", hat=True)
    canvas.line([(564, 402), (506, 424)], "#e9b98f", 7)
    canvas.box(486, 412, 26, 24, "#5b8fb9", 4)


def road(canvas: Canvas) -> None:
    canvas.sky(300)
    canvas.treeline(300, "#7fae78")
    canvas.ground(304, "#a9d27c", "#5f9e4c")
    canvas.shape([(452, 304), (508, 304), (790, HEIGHT), (170, HEIGHT)], "#c9c9c4")
    canvas.shape([(478, 304), (482, 304), (500, HEIGHT), (460, HEIGHT)], "#e8e6de")
    for number in range(7):
        near = (number / 6) ** 1.5
        y = 312 + near * 210
        for side in (-1, 1):
            x = 480 + side * (50 + near * 330)
            canvas.bush(x, y, 10 + 22 * near, "#4f9558", "#f28482" if number % 2 else "#f6bd60")
    for x, y, height in ((395, 324, 120), (300, 372, 190), (690, 396, 220)):
        canvas.box(x - 3, y - height, 6, height, "#8b949c", 2)
        canvas.line([(x, y - height + 4), (x + 26, y - height - 6)], "#8b949c", 4)
        canvas.disc(x + 30, y - height - 4, 8, "#ffe29a")
    canvas.palm(120, 400, 230, 0.1)


def _blade(canvas: Canvas, x: float, y: float, size: float) -> None:
    lean = canvas.random.uniform(-0.35, 0.35) * size
    colour = canvas.random.choice(("#6fae4a", "#82bf55", "#5b9a41", "#9ccb62"))
    canvas.shape([(x - size * 0.09, y), (x + lean, y - size), (x + size * 0.09, y)], colour)


def _stalk(canvas: Canvas, x: float, y: float, height: float) -> None:
    """One cane: a jointed stem and long leaves that arch to both sides."""
    top_x, top_y = x + canvas.random.uniform(-0.06, 0.06) * height, y - height * 0.66
    canvas.line([(x, y), (top_x, top_y)], canvas.random.choice(("#a7a04a", "#b5ab58", "#94913f")), height * 0.035)
    for reach in (-0.30, -0.17, 0.02, 0.16, 0.31):
        peak = (top_x + reach * height * 0.55, top_y - height * (0.34 - abs(reach) * 0.35))
        tip = (top_x + reach * height, top_y - height * (0.26 - abs(reach) * 0.75))
        colour = canvas.random.choice(("#6f9a3c", "#82ad48", "#5f8835", "#97bd57"))
        canvas.line([(top_x, top_y + height * 0.03), peak, tip], colour, height * 0.022)


def _cow(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    canvas.shade(x, y, 84 * size, "38")
    for shift in (-52, -34, 34, 52):
        canvas.box(x + shift * size - 6 * size, y - 54 * size, 12 * size, 54 * size, "#8f5c30", 4)
    canvas.box(x - 66 * size, y - 104 * size, 132 * size, 62 * size, colour, 26 * size)
    canvas.disc(x - 16 * size, y - 78 * size, 20 * size, "#f3e3cc", 0.8)
    canvas.shape(
        [
            (x + 52 * size, y - 98 * size),
            (x + 96 * size, y - 92 * size),
            (x + 92 * size, y - 40 * size),
            (x + 56 * size, y - 56 * size),
        ],
        colour,
    )
    canvas.disc(x + 92 * size, y - 56 * size, 20 * size, colour, 1.25)
    canvas.disc(x + 95 * size, y - 36 * size, 13 * size, "#e8c39e", 0.8)
    canvas.disc(x + 86 * size, y - 64 * size, 3.4 * size, "#33251a")
    canvas.line([(x + 80 * size, y - 76 * size), (x + 70 * size, y - 94 * size)], "#f0e6d2", 5 * size)
    canvas.line([(x + 98 * size, y - 78 * size), (x + 108 * size, y - 95 * size)], "#f0e6d2", 5 * size)
    canvas.line([(x - 64 * size, y - 92 * size), (x - 80 * size, y - 52 * size)], colour, 5 * size)
