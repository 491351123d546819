"""Contrast between two colours as WCAG 2.2 defines it (success criterion 1.4.3)."""

import re

HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")
READABLE = 4.5


def contrast(one: str, other: str) -> float:
    """The ratio between two `#rrggbb` colours, from 1 (equal) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def darkened_until_readable(colour: str, on: str = "#ffffff") -> str:
    """The nearest darker shade of a colour that can be read on a light ground."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    for percent in range(100, -1, -1):
        shade = "#" + "".join(f"{channel * percent // 100:02x}" for channel in channels)
        if contrast(shade, on) >= READABLE:
            return shade
    return "#000000"


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
