"""Canals, ponds and the port."""

from .canvas import HEIGHT, Canvas


def boat(canvas: Canvas) -> None:
    canvas.sky(280, (480, 210), clouds=2)
    canvas.treeline(282, "#8f8a5f")
    canvas.water(290, HEIGHT, "#f4c79b", "#5f8f9d")
    for lift in range(7):
        canvas.box(480 - 60 + lift * 6, 300 + lift * 16, 120 - lift * 12, 4, "#fff1d0a0", 2)
    for side in (-1, 1):
        for number in range(5):
            near = number / 4
            _nipa(canvas, 480 + side * (240 + near * 260), 320 + near * 150, 70 + near * 90, side)
    canvas.shape([(330, 404), (640, 404), (600, 440), (366, 440)], "#6b4a35")
    canvas.shape([(318, 396), (652, 396), (640, 406), (330, 406)], "#8a6244")
    canvas.person(420, 408, 110, "#386641", hat=True)
    canvas.line([(444, 352), (356, 470)], "#e0c79a", 5)
    canvas.box(500, 372, 44, 26, "#d4a373", 5)
    canvas.disc(522, 368, 20, "#6a994e", 0.7)
    canvas.disc(560, 382, 15, "#f2a541")
    canvas.disc(584, 384, 13, "#e07a5f")
    for width, y in ((320, 452), (240, 468), (160, 484)):
        canvas.box(485 - width / 2, y, width, 4, "#ffffff70", 2)


def pond(canvas: Canvas) -> None:
    canvas.sky(270)
    canvas.treeline(270, "#86b587")
    canvas.ground(274, "#cdb98a", "#a98f5c")
    _basin(canvas, ((80, 300), (440, 300), (390, 392), (-40, 392)))
    _basin(canvas, ((520, 300), (900, 300), (1010, 392), (560, 392)))
    _basin(canvas, ((-60, 420), (470, 420), (440, 560), (-160, 560)))
    _basin(canvas, ((556, 420), (1020, 420), (1120, 560), (580, 560)))
    _wheel(canvas, 240, 350, 1.0)
    _wheel(canvas, 740, 350, 1.0)
    _wheel(canvas, 240, 486, 1.5)
    _wheel(canvas, 770, 488, 1.5)
    canvas.box(468, 250, 90, 62, "#b98a5a", 3)
    canvas.shape([(448, 254), (513, 206), (578, 254)], "#7a5a3c")
    canvas.box(500, 276, 26, 36, "#6b4a2f", 2)
    canvas.person(612, 414, 92, "#bc4749", hat=True)


def port(canvas: Canvas) -> None:
    canvas.sky(300, (190, 130))
    canvas.hills(302, 10, "#9fc3b6")
    canvas.water(300, HEIGHT, "#bfe0ea", "#3f8aa6", 40)
    _ship(canvas, 640, 366, 0.85, "#2a9d8f")
    _ship(canvas, 330, 400, 1.15, "#1d6fa5")
    _ship(canvas, 720, 458, 1.5, "#c8553d")
    canvas.shape([(0, 470), (280, 470), (240, HEIGHT), (0, HEIGHT)], "#9a9186")
    canvas.box(0, 462, 284, 12, "#b8afa3", 3)
    for x in (40, 92, 62):
        canvas.box(x, 430 if x != 62 else 404, 48, 30, "#5fa8d3", 4)
        canvas.box(x + 4, 424 if x != 62 else 398, 40, 10, "#dbe9f1", 4)
    canvas.person(190, 468, 96, "#e9c46a", hat=True)


def _nipa(canvas: Canvas, x: float, y: float, size: float, side: int) -> None:
    for lean in (-0.7, -0.4, -0.12, 0.16, 0.45, 0.75):
        tip = (x + lean * size + side * 4, y - size * (1.05 - abs(lean) * 0.55))
        mid = (x + lean * size * 0.34, y - size * 0.6)
        colour = "#4f7d4a" if lean < 0 else "#659a55"
        canvas.shape([(x - 4, y), mid, tip, (mid[0] + size * 0.1, mid[1] + size * 0.06), (x + 4, y)], colour)


def _basin(canvas: Canvas, corners: tuple[tuple[float, float], ...]) -> None:
    canvas.shape(corners, "#7fb7c9")
    (x1, y1), (x2, _), (_, y3), (x4, _) = corners
    canvas.shape([(x1, y1), (x2, y1), (x2, y1 + 8), (x1 - 6, y1 + 8)], "#5d93a8")
    for step in range(4):
        y = y1 + 22 + step * (y3 - y1 - 28) / 4
        canvas.box((x1 + x4) / 2 + 60 + step * 38, y, 90, 3, "#ffffff70", 2)


def _wheel(canvas: Canvas, x: float, y: float, size: float) -> None:
    for shift in (-34, 34):
        for lift, radius in ((0, 20), (-10, 13), (-18, 8)):
            canvas.disc(x + shift * size, y + lift * size, radius * size * 0.9, "#ffffffa0", 0.6)
        canvas.disc(x + shift * size, y - 4 * size, 9 * size, "#3a6ea5")
    canvas.box(x - 40 * size, y - 7 * size, 80 * size, 5 * size, "#2b4f77", 2)
    canvas.box(x - 10 * size, y - 20 * size, 20 * size, 15 * size, "#e76f51", 3)


def _ship(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    hull = ((-120, -16), (130, -34), (104, 24), (-96, 24))
    canvas.shape([(x + px * size, y + py * size) for px, py in hull], colour)
    band = ((-120, -16), (130, -34), (127, -24), (-117, -6))
    canvas.shape([(x + px * size, y + py * size) for px, py in band], "#f4f1de")
    canvas.box(x - 86 * size, y - 66 * size, 84 * size, 52 * size, "#f4f1de", 4)
    canvas.box(x - 94 * size, y - 74 * size, 100 * size, 12 * size, "#d9503f", 4)
    for shift in (-72, -44):
        canvas.box(x + shift * size, y - 52 * size, 18 * size, 16 * size, "#5fa8d3", 2)
    canvas.line([(x + 40 * size, y - 26 * size), (x + 40 * size, y - 120 * size)], "#5c4a3a", 4 * size)
    canvas.line([(x + 40 * size, y - 116 * size), (x + 122 * size, y - 34 * size)], "#5c4a3a", 1.6 * size)
    canvas.line([(x + 40 * size, y - 116 * size), (x - 30 * size, y - 74 * size)], "#5c4a3a", 1.6 * size)
    canvas.flag(x - 100 * size, y - 14 * size, 96 * size, 34 * size)
    canvas.box(x - 130 * size, y + 24 * size, 260 * size, 4 * size, "#ffffff80", 2)
