"""Halls, counters, drills, games, feasts."""

import math

from .canvas import HEIGHT, WIDTH, Canvas


def meeting(canvas: Canvas) -> None:
    _room(canvas, 380, "#f3e4c8", "#a9744f")
    canvas.box(250, 60, 460, 190, "#b3202c", 6)
    canvas.box(262, 72, 436, 166, "#c92f3b", 4)
    canvas.star(480, 132, 34, "#ffd60a")
    for width, y in ((280.0, 182.0), (200.0, 204.0)):
        canvas.box(480 - width / 2, y, width, 10, "#ffe8a3", 5)
    for x in (140.0, 800.0):
        canvas.box(x - 18, 320, 36, 40, "#8a6244", 5)
        canvas.bush(x, 322, 32, "#4f9558")
    canvas.person(480, 372, 130, "#2a4a6b")
    canvas.box(440, 300, 80, 84, "#7a4a2c", 6)
    canvas.star(480, 340, 14, "#e8bf5c")
    canvas.line([(500, 300), (508, 276)], "#33302e", 3)
    for row, (y, size, count) in enumerate(((430.0, 34.0, 9), (488.0, 42.0, 8), (556.0, 50.0, 7))):
        for number in range(count):
            x = (number + 0.5 + (0.15 if row % 2 else 0)) * WIDTH / count
            canvas.box(x - size * 0.9, y - size * 0.75, size * 1.8, size * 1.2, "#8c2f39", 8)
            canvas.bust(x, y, size * 0.86, ("#f4f1de", "#5f8fb4", "#cfe1b9", "#e9c46a")[(number + row) % 4])


def flags(canvas: Canvas) -> None:
    canvas.sky(310)
    canvas.treeline(312, "#86b587")
    canvas.ground(316, "#b9d99a", "#79a865")
    canvas.shape([(440, 316), (520, 316), (860, HEIGHT), (100, HEIGHT)], "#b9bcc0")
    for step in range(6):
        near = (step / 5) ** 1.6
        y = 326 + near * 190
        canvas.box(480 - 2 - near * 4, y, 4 + near * 8, 8 + near * 26, "#f4f1de", 2)
    for number in range(5):
        near = ((number + 0.4) / 4.4) ** 1.6
        y = 322 + near * 190
        for side in (-1, 1):
            x = 480 + side * (56 + near * 370)
            canvas.flag(x - (0 if side < 0 else 10), y, 96 + near * 210, 34 + near * 82)
    for x in (60, 330, 630, 900):
        canvas.bush(x, 372, 20, "#4f9558", "#f6bd60")


def vaccination(canvas: Canvas) -> None:
    _room(canvas, 400, "#e3f1f4", "#b9d3da")
    canvas.box(70, 80, 210, 180, "#cdeaf3", 6)
    canvas.box(171, 80, 8, 180, "#f5fbfd")
    canvas.box(70, 166, 210, 8, "#f5fbfd")
    canvas.box(680, 70, 210, 150, "#ffffff", 8)
    canvas.box(770, 96, 30, 98, "#e63946", 5)
    canvas.box(736, 130, 98, 30, "#e63946", 5)
    canvas.bust(330, 420, 92, "#ffffff")
    canvas.box(299, 300, 62, 32, "#7fc8d8", 12)
    canvas.bust(570, 420, 86, "#f2a541", "#5a3b26")
    canvas.box(0, 416, WIDTH, 20, "#e9dcc3", 3)
    canvas.box(0, 434, WIDTH, 106, "#cdb892")
    canvas.box(424, 356, 74, 15, "#dff3f8", 6)
    canvas.box(440, 359, 44, 9, "#6ec1d6", 3)
    canvas.box(404, 352, 22, 23, "#7f8c9a", 4)
    canvas.line([(498, 363), (528, 363)], "#7f8c9a", 3)
    for number in range(4):
        x = 690 + number * 54
        canvas.box(x, 366, 34, 52, "#bfe3ee", 6)
        canvas.box(x + 3, 354, 28, 14, "#5f7d95", 4)
        canvas.box(x, 388, 34, 16, "#ffffff")
    canvas.box(110, 378, 120, 40, "#ffffff", 6)
    canvas.disc(170, 398, 11, "#e63946")


def fire(canvas: Canvas) -> None:
    canvas.sky(330, (150, 110), clouds=1)
    canvas.hills(334, 16, canvas.palette.far)
    canvas.box(600, 190, 300, 150, "#d9c2a0", 3)
    canvas.shape([(576, 196), (640, 140), (860, 140), (924, 196)], "#8a5a44")
    canvas.ground(338, "#d6bd93", "#a98d63")
    canvas.box(610, 446, 190, 26, "#4a4e57", 6)
    for x, height, colour in (
        (705, 190, "#e85d04"),
        (664, 130, "#f48c06"),
        (748, 124, "#f48c06"),
        (706, 120, "#ffba08"),
        (706, 66, "#fff3b0"),
    ):
        _flame(canvas, x, 452, height, colour)
    for shift, radius in ((-10, 26), (26, 34), (4, 44)):
        canvas.disc(716 + shift, 236 - radius * 1.5, radius, "#6b6b6b50")
    for x, y, shirt in ((330, 492, "#1b4965"), (210, 470, "#d95d39")):
        canvas.shade(x, y, 44)
        canvas.person(x, y, 170, shirt)
        canvas.pen.pieslice([v * 2 for v in (x - 27, y - 178, x + 27, y - 124)], 180, 360, fill="#e9c46a")
        canvas.box(x + 38, y - 104, 30, 74, "#d00000", 12)
        canvas.box(x + 46, y - 116, 14, 14, "#33302e", 3)
        canvas.line([(x + 12, y - 110), (x + 46, y - 92)], "#e9b98f", 10)
        canvas.line([(x + 60, y - 110), (x + 96, y - 96)], "#33302e", 6)
    canvas.shape([(426, 394), (640, 400), (640, 462), (426, 402)], "#ffffffb0")
    canvas.shape([(306, 372), (600, 420), (600, 452), (306, 380)], "#ffffff70")


def computer(canvas: Canvas) -> None:
    _room(canvas, 390, "#e6eef5", "#c9b79c")
    canvas.box(90, 70, 200, 160, "#bfe3f2", 6)
    canvas.disc(230, 116, 24, "#ffe29a")
    canvas.box(186, 70, 8, 160, "#ffffff")
    canvas.box(0, 400, WIDTH, 22, "#b98a5a")
    canvas.box(0, 420, WIDTH, 120, "#9a6f45")
    canvas.box(340, 120, 330, 214, "#2f3e4e", 12)
    canvas.box(354, 134, 302, 176, "#fdfdfd", 4)
    canvas.box(354, 134, 302, 30, "#b3202c", 4)
    canvas.star(374, 149, 9, "#ffd60a")
    for number in range(3):
        canvas.box(372 + number * 94, 178, 82, 54, ("#9fd3c7", "#f6d7a7", "#a9cdec")[number], 5)
        canvas.box(372 + number * 94, 240, 70, 7, "#9aa5b1", 3)
        canvas.box(372 + number * 94, 254, 52, 7, "#c5ccd3", 3)
    canvas.box(372, 278, 120, 18, "#2a9d8f", 6)
    canvas.shape([(470, 334), (540, 334), (556, 392), (454, 392)], "#44566a")
    canvas.box(430, 388, 150, 14, "#33475b", 6)
    canvas.box(400, 424, 230, 30, "#dfe5ea", 6)
    for row in range(2):
        for number in range(13):
            canvas.box(408 + number * 16.8, 429 + row * 11, 13, 8, "#aab4be", 2)
    canvas.disc(666, 440, 15, "#dfe5ea", 0.75)
    canvas.box(726, 250, 92, 160, "#22303c", 14)
    canvas.box(733, 264, 78, 130, "#eaf6ff", 6)
    canvas.disc(772, 304, 22, "#2a9d8f")
    canvas.line([(761, 304), (770, 313), (785, 294)], "#ffffff", 5)
    canvas.box(748, 340, 50, 8, "#9aa5b1", 4)
    canvas.box(748, 356, 34, 8, "#c5ccd3", 4)
    canvas.box(200, 344, 60, 58, "#f4f1de", 8)
    canvas.pen.arc([v * 2 for v in (246, 354, 280, 390)], 270, 90, fill="#f4f1de", width=14)
    canvas.box(70, 366, 84, 36, "#d1495b", 3)
    canvas.box(78, 350, 78, 18, "#edae49", 3)


def counter(canvas: Canvas) -> None:
    _room(canvas, 400, "#f0ebe0", "#c3ab86")
    canvas.box(200, 50, 560, 66, "#b3202c", 8)
    canvas.star(240, 83, 18, "#ffd60a")
    for x, width in ((280, 130), (424, 190), (628, 100)):
        canvas.box(x, 77, width, 12, "#ffe8a3", 6)
    for number in range(3):
        x = 150 + number * 230
        canvas.box(x, 150, 200, 170, "#dcebf2", 6)
        canvas.box(x + 64, 162, 72, 34, "#2a6f97", 6)
        canvas.disc(x + 100, 179, 11, "#ffffff")
    for x, shirt in ((250, "#ffffff"), (480, "#cfe3f5"), (710, "#ffffff")):
        canvas.bust(x, 336, 58, shirt)
        canvas.box(x + 26, 286, 66, 46, "#34495e", 5)
        canvas.box(x + 52, 330, 14, 10, "#34495e")
    canvas.box(90, 336, 780, 18, "#d9b382", 4)
    canvas.box(104, 354, 752, 96, "#b98a5a", 4)
    for x in (130, 374, 618):
        canvas.box(x, 368, 212, 66, "#c99a68", 6)
    canvas.person(330, 520, 190, "#6a994e")
    canvas.person(620, 524, 182, "#d1495b", hair="#5a3b26")
    canvas.box(376, 396, 36, 46, "#ffffff", 3)
    for row in range(4):
        canvas.box(381, 404 + row * 8, 26, 3, "#9aa5b1", 1)


def volleyball(canvas: Canvas) -> None:
    canvas.sky(300, (180, 130))
    canvas.treeline(302, "#8f8a5f")
    canvas.ground(306, "#e0b878", "#b9824d")
    canvas.line([(120, 400), (840, 400)], "#fff7e8", 4)
    canvas.line([(20, 520), (940, 520)], "#fff7e8", 5)
    canvas.line([(120, 400), (20, 520)], "#fff7e8", 4)
    canvas.line([(840, 400), (940, 520)], "#fff7e8", 4)
    near, far = (446.0, 508.0, 236.0), (536.0, 394.0, 206.0)
    for x, foot, top in (far, near):
        canvas.box(x - 3, top, 7, foot - top, "#6b4a35", 2)
    deep = (0.34, 0.40)
    low = [top + (foot - top) * part for (_, foot, top), part in zip((near, far), deep, strict=True)]
    canvas.shape([(near[0], near[2] + 4), (far[0], far[2] + 4), (far[0], low[1]), (near[0], low[0])], "#ffffff48")
    for step in range(8):
        share = step / 7
        canvas.line(
            [
                (near[0], near[2] + 4 + (low[0] - near[2] - 4) * share),
                (far[0], far[2] + 4 + (low[1] - far[2] - 4) * share),
            ],
            "#fff7e8",
            3.5 if step in (0, 7) else 1.2,
        )
    for step in range(1, 9):
        share = step / 9
        x = near[0] + (far[0] - near[0]) * share
        canvas.line(
            [(x, near[2] + 4 + (far[2] - near[2]) * share), (x, low[0] + (low[1] - low[0]) * share)], "#fff7e8", 1.2
        )
    _player(canvas, 310, 470, "#d62828", 1)
    _player(canvas, 690, 466, "#1d6fa5", -1)
    canvas.disc(470, 150, 24, "#fffaf0")
    canvas.pen.arc([v * 2 for v in (450, 132, 492, 176)], 200, 330, fill="#d9a441", width=5)
    canvas.pen.arc([v * 2 for v in (446, 118, 488, 166)], 30, 150, fill="#3a6ea5", width=5)


def blossom(canvas: Canvas) -> None:
    canvas.gradient(0, HEIGHT, "#fdeec9", "#f8d694")
    for radius in (260, 200, 140):
        canvas.disc(640, 220, radius, "#ffffff28")
    canvas.line([(-20, 470), (160, 372), (330, 300), (520, 236), (760, 170)], "#6b4a35", 17)
    canvas.line([(330, 300), (430, 180), (520, 110)], "#6b4a35", 10)
    canvas.line([(160, 372), (200, 240), (270, 150)], "#6b4a35", 9)
    canvas.line([(520, 236), (640, 280), (740, 330)], "#6b4a35", 8)
    spots = (
        (270, 150),
        (236, 210),
        (204, 256),
        (430, 180),
        (470, 142),
        (520, 110),
        (392, 236),
        (330, 300),
        (520, 236),
        (600, 210),
        (690, 190),
        (760, 170),
        (640, 280),
        (740, 330),
        (160, 372),
        (90, 410),
        (580, 262),
        (300, 118),
        (556, 84),
    )
    for number, (x, y) in enumerate(spots):
        _flower(canvas, x, y, 24 + number % 3 * 6, number * 23)
    for x, y in ((250, 300), (470, 270), (700, 250), (360, 150), (600, 150)):
        canvas.disc(x, y, 8, "#7fa650", 1.3)
    _lantern(canvas, 840, 0, 130)
    _lantern(canvas, 720, 0, 60)
    canvas.box(0, 486, WIDTH, 54, "#c8553d")
    for x in (520, 600, 680):
        canvas.box(x, 430, 70, 56, "#4f8a45", 24)
        canvas.box(x, 446, 70, 4, "#d8c27a")
        canvas.box(x, 466, 70, 4, "#d8c27a")
    canvas.disc(430, 444, 44, "#5b8f3a", 0.95)
    for lean in (-20, 0, 20):
        canvas.line([(430 + lean, 404), (430 + lean * 1.5, 482)], "#41702a", 4)


def loudspeaker(canvas: Canvas) -> None:
    canvas.sky(330, (170, 200), clouds=2)
    canvas.hills(336, 24, canvas.palette.far)
    canvas.treeline(338, "#8a8f5c")
    canvas.ground(344, "#b5b06c", "#7d8450")
    for x, y, size in ((90, 392, 0.8), (300, 384, 0.7), (800, 398, 0.9)):
        canvas.box(x - 60 * size, y - 66 * size, 120 * size, 66 * size, "#f4e4c1", 2)
        canvas.shape([(x - 76 * size, y - 64 * size), (x, y - 122 * size), (x + 76 * size, y - 64 * size)], "#a8553a")
        canvas.box(x - 14 * size, y - 42 * size, 28 * size, 42 * size, "#7a5a3c", 2)
    canvas.box(554, 110, 14, 420, "#6f7780", 4)
    _horn(canvas, 546, 150, -1)
    _horn(canvas, 576, 190, 1)
    for side, x, y in ((-1, 400, 158), (1, 722, 198)):
        for radius in (26, 52, 78):
            start, end = (140, 220) if side < 0 else (-40, 40)
            box = [v * 2 for v in (x - radius, y - radius, x + radius, y + radius)]
            canvas.pen.arc(box, start, end, fill="#fffaf0", width=9)
    canvas.palm(900, 430, 240, -0.1)
    canvas.bush(480, 440, 30, "#6f7d44", "#f6bd60")
    canvas.bush(640, 446, 26, "#6f7d44", "#f28482")
    canvas.person(700, 486, 112, "#7b5ea7", hat=True)
    canvas.person(752, 490, 80, "#e9c46a")


def _room(canvas: Canvas, floor: float, wall: str, ground: str) -> None:
    canvas.gradient(0, floor, "#ffffff", wall)
    canvas.gradient(floor, HEIGHT, ground, ground)
    canvas.box(0, floor - 6, WIDTH, 8, "#ffffff90")


def _flame(canvas: Canvas, x: float, y: float, height: float, colour: str) -> None:
    half = height * 0.34
    points = []
    for step in range(25):
        t = step / 24
        angle = math.pi * t
        swell = math.sin(angle) ** 0.7
        side = -1 if t < 0.5 else 1
        rise = 1 - abs(2 * t - 1)
        points.append((x + side * half * swell * (1 - rise) + (t - 0.5) * half * 0.6, y - height * rise))
    canvas.shape([(x - half * 0.6, y), *points, (x + half * 0.6, y)], colour)


def _flower(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    for petal in range(5):
        angle = math.radians(petal * 72 + turn)
        canvas.disc(x + math.cos(angle) * size * 0.52, y + math.sin(angle) * size * 0.52, size * 0.46, "#ffc928")
    for petal in range(5):
        angle = math.radians(petal * 72 + turn)
        canvas.disc(x + math.cos(angle) * size * 0.55, y + math.sin(angle) * size * 0.55, size * 0.26, "#ffdd66")
    canvas.disc(x, y, size * 0.24, "#e07a1f")
    canvas.disc(x, y, size * 0.11, "#b5432f")


def _lantern(canvas: Canvas, x: float, top: float, drop: float) -> None:
    canvas.line([(x, top), (x, top + drop)], "#8a5a2b", 3)
    y = top + drop + 52
    canvas.disc(x, y, 52, "#d62828", 0.86)
    for flat in (0.72, 0.36):
        canvas.pen.ellipse([v * 2 for v in (x - 52 * flat, y - 45, x + 52 * flat, y + 45)], outline="#f25c54", width=5)
    canvas.box(x - 24, y - 52, 48, 12, "#e8bf5c", 4)
    canvas.box(x - 24, y + 40, 48, 12, "#e8bf5c", 4)
    for shift in (-10, 0, 10):
        canvas.line([(x + shift, y + 52), (x + shift, y + 92)], "#e8bf5c", 3)


def _player(canvas: Canvas, x: float, y: float, shirt: str, side: int) -> None:
    canvas.shade(x, y + 4, 46)
    canvas.person(x, y, 180, shirt)
    canvas.line([(x + side * 22, y - 122), (x + side * 56, y - 176), (x + side * 62, y - 206)], "#e9b98f", 11)
    canvas.line([(x - side * 22, y - 118), (x - side * 50, y - 90), (x - side * 36, y - 62)], "#e9b98f", 11)


def _horn(canvas: Canvas, x: float, y: float, side: int) -> None:
    canvas.box(x + (0 if side > 0 else -30), y - 10, 30, 26, "#5a636c", 5)
    tip = x + side * 30
    canvas.shape([(tip, y - 10), (tip + side * 84, y - 52), (tip + side * 84, y + 60), (tip, y + 16)], "#cfd5da")
    canvas.disc(tip + side * 84, y + 4, 20, "#9aa3ab", 2.8)
    canvas.disc(tip + side * 84, y + 4, 11, "#7d868e", 2.8)
