"""A canvas of 1920 × 1080 and the shapes that all illustrations share. Coordinates are in units of 960 × 540."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT = 960, 540
_SCALE = 2
Point = tuple[float, float]


@dataclass(frozen=True)
class Palette:
    sky: str
    horizon: str
    sun: str
    far: str
    mid: str
    near: str


class Canvas:
    def __init__(self, palette: Palette, seed: str) -> None:
        self.palette = palette
        self.random = Random(seed)  # noqa: S311 - must be the same on every run
        self.image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    # plain shapes

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        corners = [v * _SCALE for v in (x, y, x + width, y + height)]
        self.pen.rounded_rectangle(corners, radius * _SCALE, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str, flat: float = 1.0) -> None:
        tall = radius * flat
        self.pen.ellipse([v * _SCALE for v in (x - radius, y - tall, x + radius, y + tall)], fill=colour)

    def shape(self, points: Sequence[Point], colour: str) -> None:
        self.pen.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=colour)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        self.pen.line(
            [(x * _SCALE, y * _SCALE) for x, y in points], fill=colour, width=round(width * _SCALE), joint="curve"
        )

    def gradient(self, top: float, bottom: float, upper: str, lower: str) -> None:
        size = (1, round((bottom - top) * _SCALE))
        mask = Image.linear_gradient("L").resize(size)
        column = Image.composite(Image.new("RGB", size, lower), Image.new("RGB", size, upper), mask)
        self.image.paste(column.resize((WIDTH * _SCALE, size[1]), Image.Resampling.NEAREST), (0, round(top * _SCALE)))

    # sky and ground

    def sky(self, horizon: float = 330, sun: Point | None = (740, 120), clouds: int = 3) -> None:
        self.gradient(0, horizon, self.palette.sky, self.palette.horizon)
        self.box(0, horizon - 1, WIDTH, HEIGHT - horizon + 1, self.palette.far)
        if sun:
            for radius, alpha in ((120, "30"), (88, "50"), (58, "ff")):
                self.disc(*sun, radius, f"{self.palette.sun}{alpha}")
        for number in range(clouds):
            self.cloud(120 + number * 300 + self.random.randint(-60, 60), 60 + self.random.randint(0, 90))

    def cloud(self, x: float, y: float) -> None:
        for shift, lift, radius in ((-38, 6, 20), (-12, -6, 28), (20, -2, 24), (44, 8, 16)):
            self.disc(x + shift, y + lift, radius, "#ffffffd0")
        self.box(x - 56, y + 6, 114, 19, "#ffffffd0", 9)

    def hills(self, base: float, height: float, colour: str, waves: float = 1.6, shift: float = 0.0) -> None:
        """Low, wavy land from `base` down to the lower edge."""
        crest = [
            (x, base - height * (0.5 + 0.5 * math.sin(waves * math.pi * x / WIDTH * 2 + shift)))
            for x in range(0, WIDTH + 1, 12)
        ]
        self.shape([(0, HEIGHT), *crest, (WIDTH, HEIGHT)], colour)

    def treeline(self, base: float, colour: str) -> None:
        x = -20.0
        while x < WIDTH + 40:
            radius = self.random.uniform(18, 36)
            self.disc(x, base - radius * 0.4, radius, colour, 0.85)
            x += radius * 1.15
        self.box(0, base, WIDTH, 12, colour)

    def ground(self, top: float, upper: str, lower: str) -> None:
        self.gradient(top, HEIGHT, upper, lower)

    def water(self, top: float, bottom: float, upper: str, lower: str, lines: int = 26) -> None:
        self.gradient(top, bottom, upper, lower)
        for _ in range(lines):
            y = top + (bottom - top) * self.random.random() ** 1.3 * 0.96 + 3
            depth = (y - top) / (bottom - top)
            x, width = self.random.uniform(-40, WIDTH), self.random.uniform(30, 60) * (0.5 + depth)
            self.box(x, y, width, 1.5 + 2 * depth, "#ffffff60", 2)

    # plants

    def palm(self, x: float, y: float, height: float, lean: float = 0.15, nuts: bool = True) -> None:
        top_x, top_y = x + height * lean, y - height
        bend = [(x + height * lean * t * t, y - height * t) for t in (0, 0.25, 0.5, 0.75, 1)]
        thick = height * 0.035
        left = [(px - thick * (1.5 - t), py) for (px, py), t in zip(bend, (0, 0.25, 0.5, 0.75, 1), strict=True)]
        right = [(px + thick * (1.5 - t), py) for (px, py), t in zip(bend, (0, 0.25, 0.5, 0.75, 1), strict=True)]
        self.shape(left + right[::-1], "#8d6b4a")
        for angle in (200, 168, 228, 136, 258, 20, -14, 48, 330, -50, 80):
            self._frond(top_x, top_y, height * 0.42, math.radians(angle))
        if nuts:
            for shift in (-0.05, 0.0, 0.05):
                self.disc(top_x + height * shift, top_y + height * 0.045, height * 0.035, "#a3752f")

    def _frond(self, x: float, y: float, length: float, angle: float) -> None:
        end_x, end_y = x + math.cos(angle) * length, y - math.sin(angle) * length * 0.75
        mid = (x + math.cos(angle) * length * 0.5, y - math.sin(angle) * length * 0.62 - length * 0.14)
        drop = (end_x, end_y + length * 0.22)
        under = (mid[0], mid[1] + length * 0.17)
        dark = "#3f7d4a" if math.sin(angle) < 0.2 else "#559a57"
        self.shape(_curve((x, y), mid, drop) + _curve(drop, under, (x, y)), dark)

    def tree(self, x: float, y: float, height: float, colour: str = "#4f9558") -> None:
        self.shape(
            [
                (x - height * 0.05, y),
                (x - height * 0.03, y - height * 0.5),
                (x + height * 0.03, y - height * 0.5),
                (x + height * 0.05, y),
            ],
            "#7a5a3c",
        )
        for shift, lift, radius in ((-0.17, 0.5, 0.2), (0.17, 0.52, 0.2), (0, 0.72, 0.26), (-0.08, 0.58, 0.2)):
            self.disc(x + height * shift, y - height * lift, height * radius, colour)
        self.disc(x - height * 0.07, y - height * 0.76, height * 0.13, "#ffffff28")

    def bush(self, x: float, y: float, radius: float, colour: str, flower: str = "") -> None:
        for shift, size in ((-0.7, 0.7), (0, 1.0), (0.7, 0.75)):
            self.disc(x + radius * shift, y - radius * size * 0.6, radius * size, colour, 0.8)
        if flower:
            for _ in range(9):
                self.disc(
                    x + self.random.uniform(-1.2, 1.2) * radius,
                    y - self.random.uniform(0.1, 1.1) * radius,
                    radius * 0.14,
                    flower,
                )

    # people, flags

    def person(self, x: float, y: float, height: float, shirt: str, hat: bool = False, hair: str = "#33302e") -> None:
        """A standing figure whose feet are at y."""
        head = height * 0.13
        self.box(x - height * 0.10, y - height * 0.42, height * 0.085, height * 0.42, "#3f4a5a", height * 0.03)
        self.box(x + height * 0.015, y - height * 0.42, height * 0.085, height * 0.42, "#3f4a5a", height * 0.03)
        self.box(x - height * 0.15, y - height * 0.74, height * 0.30, height * 0.37, shirt, height * 0.09)
        self.disc(x, y - height * 0.86, head, "#e9b98f")
        if hat:
            self.shape(
                [(x - head * 2.1, y - height * 0.88), (x, y - height * 1.10), (x + head * 2.1, y - height * 0.88)],
                "#e8cf8e",
            )
        else:
            self.pen.pieslice(
                [
                    v * _SCALE
                    for v in (
                        x - head * 1.05,
                        y - height * 0.86 - head * 1.1,
                        x + head * 1.05,
                        y - height * 0.86 + head,
                    )
                ],
                180,
                360,
                fill=hair,
            )

    def bust(self, x: float, y: float, size: float, shirt: str, hair: str = "#33302e") -> None:
        """Head and shoulders seen from behind or in front, with the shoulders ending at y."""
        self.pen.pieslice(
            [v * _SCALE for v in (x - size, y - size * 1.05, x + size, y + size * 0.95)], 180, 360, fill=shirt
        )
        self.disc(x, y - size * 1.38, size * 0.5, "#e9b98f")
        self.pen.pieslice(
            [v * _SCALE for v in (x - size * 0.53, y - size * 1.95, x + size * 0.53, y - size * 0.9)],
            180,
            360,
            fill=hair,
        )

    def flag(self, x: float, y: float, height: float, size: float = 60) -> None:
        """A pole that stands at (x, y) with the national flag."""
        self.box(x - 2, y - height, 4, height, "#8d99a6", 2)
        self.disc(x, y - height, 4, "#d9b44a")
        top = y - height + 4
        wave = [(x + 2 + size * t, top + math.sin(t * 6) * size * 0.04) for t in _steps()]
        self.shape(wave + [(px, py + size * 0.64) for px, py in wave[::-1]], "#d62828")
        self.star(x + 2 + size * 0.5, top + size * 0.33, size * 0.19, "#ffd60a")

    def star(self, x: float, y: float, radius: float, colour: str) -> None:
        points = []
        for corner in range(10):
            reach = radius if corner % 2 == 0 else radius * 0.4
            angle = math.radians(corner * 36 - 90)
            points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach))
        self.shape(points, colour)

    def shade(self, x: float, y: float, width: float, strength: str = "30") -> None:
        self.disc(x, y, width, f"#203020{strength}", 0.14)

    def finished(self) -> Image.Image:
        """At half the size, its lower edge softly darkened so that the flat colours belong together."""
        image = self.image.reduce(_SCALE)
        column = Image.linear_gradient("L").resize((1, HEIGHT)).point(lambda value: 255 - max(0, value - 150) // 4)
        mask = column.resize((WIDTH, HEIGHT), Image.Resampling.NEAREST)
        return ImageChops.multiply(image, Image.merge("RGB", (mask, mask, mask)))


def _steps(count: int = 12) -> list[float]:
    return [step / count for step in range(count + 1)]


def _curve(start: Point, control: Point, end: Point) -> list[Point]:
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * (1 - t) * t * control[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * (1 - t) * t * control[1] + t * t * end[1],
        )
        for t in _steps(10)
    ]
