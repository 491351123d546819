"""Pagoda, school, clinic, office, house, market."""

from .canvas import HEIGHT, Canvas


def pagoda(canvas: Canvas) -> None:
    canvas.sky(350, (200, 120), clouds=2)
    canvas.treeline(344, "#9a9a58")
    canvas.ground(350, "#e3cf97", "#b59a5c")
    for x, height in ((70, 230), (190, 190), (780, 200), (896, 240)):
        canvas.tree(x, 372, height, "#6f8f4a")
    for step, width in enumerate((470, 430, 392)):
        canvas.box(480 - width / 2, 382 - step * 14, width, 14, ("#cdbb8e", "#dccb9f", "#ead9b0")[step])
    canvas.box(316, 272, 328, 82, "#f6e7c1")
    for x in range(322, 640, 46):
        canvas.box(x, 272, 13, 82, "#e0b04f", 3)
    canvas.box(454, 292, 52, 62, "#8c4a2f", 3)
    canvas.shape([(446, 294), (480, 258), (514, 294)], "#c9962f")
    _roof(canvas, 480, 276, 232, 62, "#b5532c")
    _roof(canvas, 480, 226, 170, 62, "#c9652f")
    _roof(canvas, 480, 176, 108, 64, "#d9793a")
    canvas.shape([(473, 116), (480, 34), (487, 116)], "#e0b04f")
    canvas.disc(480, 88, 8, "#f2cf6b")
    canvas.shape([(430, 396), (530, 396), (620, HEIGHT), (340, HEIGHT)], "#f0e0b8")
    canvas.person(600, 470, 86, "#e8862e", hair="#d9a06e")
    canvas.person(640, 474, 82, "#e8862e", hair="#d9a06e")


def school(canvas: Canvas) -> None:
    canvas.sky(340)
    canvas.treeline(340, "#86b587")
    canvas.ground(344, "#e6cfa4", "#c9a877")
    _storeys(canvas, 210, 190, 540, "#f7e3a1", "#c8553d", 8)
    canvas.box(420, 170, 120, 180, "#fbeec2")
    canvas.shape([(404, 174), (480, 128), (556, 174)], "#b5432f")
    canvas.disc(480, 200, 17, "#ffffff")
    canvas.line([(480, 200), (480, 190)], "#34495e", 3)
    canvas.line([(480, 200), (488, 204)], "#34495e", 3)
    canvas.box(446, 286, 68, 64, "#7a5a3c", 3)
    canvas.flag(140, 420, 270, 74)
    canvas.tree(860, 380, 220)
    for x, y, shirt in ((330, 450, "#ffffff"), (388, 470, "#ffffff"), (590, 456, "#ffffff"), (648, 474, "#ffffff")):
        canvas.shade(x, y, 26)
        canvas.person(x, y, 88, shirt)
        canvas.shape([(x - 5, y - 64), (x + 5, y - 64), (x, y - 44)], "#d62828")


def clinic(canvas: Canvas) -> None:
    canvas.sky(340)
    canvas.hills(342, 16, canvas.palette.far)
    canvas.ground(346, "#b9d8a0", "#7fb069")
    canvas.box(200, 216, 560, 140, "#f8fbfd", 4)
    canvas.shape([(176, 220), (232, 160), (728, 160), (784, 220)], "#2a9d8f")
    canvas.box(400, 190, 160, 166, "#ffffff", 4)
    canvas.shape([(384, 196), (480, 138), (576, 196)], "#21867a")
    canvas.disc(480, 236, 30, "#e63946")
    canvas.box(474, 218, 12, 36, "#ffffff", 2)
    canvas.box(462, 230, 36, 12, "#ffffff", 2)
    canvas.box(440, 284, 80, 72, "#9ed2e6", 3)
    canvas.box(478, 284, 4, 72, "#5f9db5")
    for x in (232, 312, 600, 680):
        canvas.box(x, 256, 54, 52, "#9ed2e6", 4)
        canvas.box(x + 25, 256, 4, 52, "#f8fbfd")
    canvas.shape([(420, 356), (540, 356), (640, HEIGHT), (320, HEIGHT)], "#e5ddcf")
    for x in (240, 330, 640, 726):
        canvas.bush(x, 366, 24, "#5d9a55", "#f6bd60")
    canvas.person(560, 452, 104, "#ffffff")
    canvas.person(620, 460, 96, "#7b5ea7", hat=True)
    canvas.tree(120, 380, 200)
    canvas.tree(866, 386, 220)


def office(canvas: Canvas) -> None:
    canvas.sky(350)
    canvas.treeline(350, "#8fb890")
    canvas.ground(354, "#dfd6c4", "#bdb19a")
    _storeys(canvas, 190, 196, 580, "#fdf6e3", "#b5432f", 9)
    canvas.box(396, 168, 168, 196, "#fffaf0")
    canvas.shape([(376, 172), (480, 116), (584, 172)], "#9e3527")
    canvas.disc(480, 152, 13, "#ffd60a")
    canvas.box(416, 190, 128, 30, "#c1121f", 4)
    for step in range(5):
        canvas.box(432 + step * 20, 202, 14, 6, "#ffe8a3", 3)
    for x in (404, 444, 504, 544):
        canvas.box(x, 236, 12, 128, "#eadcc0", 3)
    canvas.box(460, 292, 40, 72, "#7fb2cc", 3)
    for step, width in enumerate((240, 220, 200)):
        canvas.box(480 - width / 2, 380 - step * 8, width, 8, ("#c7bda8", "#d5ccb8", "#e3dbc9")[step])
    canvas.flag(300, 424, 300, 66)
    for x in (150, 250, 340, 620, 710, 810):
        canvas.bush(x, 392, 28, "#4f9558", "#f28482")
    canvas.palm(90, 400, 220, 0.08)
    canvas.palm(880, 404, 230, -0.08)


def house(canvas: Canvas) -> None:
    canvas.sky(330)
    canvas.hills(332, 18, canvas.palette.far)
    canvas.ground(338, "#bfe08f", "#6da552")
    canvas.tree(160, 400, 260)
    canvas.palm(800, 400, 250, 0.08)
    canvas.box(300, 240, 340, 150, "#fff3d6", 3)
    canvas.shape([(270, 246), (350, 160), (594, 160), (672, 246)], "#c8553d")
    for step in range(5):
        canvas.line([(290 + step * 6, 236 - step * 16), (654 - step * 6, 236 - step * 16)], "#a8402c", 2)
    canvas.box(440, 282, 64, 108, "#2a6f97", 3)
    canvas.disc(494, 338, 4, "#f2cc8f")
    for x in (334, 552):
        canvas.box(x, 282, 64, 54, "#9ed2e6", 3)
        canvas.box(x + 30, 282, 4, 54, "#fff3d6")
        canvas.box(x, 307, 64, 4, "#fff3d6")
    canvas.box(284, 388, 372, 14, "#cfc2a8", 3)
    canvas.shape([(436, 402), (508, 402), (580, HEIGHT), (372, HEIGHT)], "#e5d9be")
    for x in (320, 380, 560, 620):
        canvas.box(x - 12, 408, 24, 20, "#b5653f", 4)
        canvas.bush(x, 408, 16, "#4f9558", "#f28482")
    canvas.person(700, 450, 104, "#e07a5f")
    canvas.person(742, 456, 72, "#3d85c6")
    canvas.person(660, 448, 100, "#6a994e", hat=True)


def market(canvas: Canvas) -> None:
    canvas.sky(300, clouds=2)
    canvas.treeline(302, "#93b893")
    canvas.ground(306, "#e4d5bd", "#c2ae8e")
    for x, stripe in ((40, "#e63946"), (340, "#2a9d8f"), (640, "#f4a261")):
        _stall(canvas, x, stripe)
    canvas.person(300, 500, 116, "#7b5ea7", hat=True)
    canvas.person(610, 506, 118, "#2a6f97", hat=True)
    canvas.person(664, 510, 108, "#d1495b")


def _roof(canvas: Canvas, x: float, y: float, half: float, height: float, colour: str) -> None:
    """One tier with upturned ends and a gold edge."""
    outline = [
        (x - half, y - 14),
        (x - half * 0.84, y - 2),
        (x - half * 0.5, y - height * 0.62),
        (x, y - height),
        (x + half * 0.5, y - height * 0.62),
        (x + half * 0.84, y - 2),
        (x + half, y - 14),
        (x + half * 0.86, y + 8),
        (x - half * 0.86, y + 8),
    ]
    canvas.shape(outline, colour)
    canvas.box(x - half * 0.86, y + 2, half * 1.72, 7, "#e8bf5c", 3)
    for side in (-1, 1):
        canvas.line(
            [(x + side * half * 0.84, y - 2), (x + side * half, y - 16), (x + side * (half + 8), y - 34)], "#e8bf5c", 5
        )
    canvas.line(
        [(x - half * 0.5, y - height * 0.62), (x, y - height), (x + half * 0.5, y - height * 0.62)], "#f2d68a", 4
    )


def _storeys(canvas: Canvas, x: float, y: float, width: float, wall: str, roof: str, windows: int) -> None:
    canvas.box(x, y, width, 166, wall)
    canvas.shape([(x - 22, y + 4), (x + 26, y - 38), (x + width - 26, y - 38), (x + width + 22, y + 4)], roof)
    canvas.box(x, y + 80, width, 8, "#d9c9a3")
    step = width / windows
    for row in (18, 102):
        for number in range(windows):
            left = x + step * number + step * 0.22
            canvas.box(left, y + row, step * 0.56, 48, "#8fc5da", 3)
            canvas.box(left + step * 0.26, y + row, 3, 48, wall)


def _stall(canvas: Canvas, x: float, stripe: str) -> None:
    for post in (x + 8, x + 262):
        canvas.box(post, 250, 8, 190, "#8a6244", 2)
    for number in range(8):
        left = x - 10 + number * 37.5
        canvas.shape(
            [(left + 12, 204), (left + 49.5, 204), (left + 37.5, 262), (left, 262)],
            stripe if number % 2 == 0 else "#fff7e8",
        )
        canvas.disc(left + 18.7, 262, 18.7, stripe if number % 2 == 0 else "#fff7e8", 0.5)
    canvas.box(x, 380, 278, 16, "#a9744f", 3)
    canvas.box(x + 6, 396, 266, 56, "#c08a5e", 3)
    for number in range(4):
        colour = ("#e63946", "#f2a541", "#6a994e", "#9d4edd")[(number + int(x) // 300) % 4]
        centre = x + 40 + number * 66
        canvas.box(centre - 27, 362, 54, 20, "#b98a5a", 6)
        for shift, lift in ((-18, 0), (0, 0), (18, 0), (-9, -13), (9, -13), (0, -24)):
            canvas.disc(centre + shift, 360 + lift, 11, colour)
        canvas.disc(centre - 4, 332, 3, "#ffffff90")
