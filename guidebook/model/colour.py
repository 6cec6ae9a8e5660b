"""Colour arithmetic: contrast as WCAG 2.2 defines it, mixing towards white or black, the ramp of a colour."""

from __future__ import annotations

from math import exp

WHITE, BLACK = "#ffffff", "#000000"
STEPS = (5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95)
"""The steps of a KRDS ramp."""
GROWTH = 0.0306
"""How contrast grows with the steps: KRDS asks that steps 40 apart reach 3:1, 50 apart 4.5:1, 70 7:1, 90 15:1."""


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, “relative luminance”)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def neutral(colour: str) -> bool:
    """Whether the colour is a pure grey, black or white: its three channels are alike."""
    return len(set(_channels(colour))) == 1


def grey_level(light: float) -> float:
    """How far up, 0 to 1, a grey of sRGB stands that has this luminance."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def contrast(first: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(first), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, into: str, share: float) -> str:
    """`colour` with a share (0 to 1) of `into` in it."""
    pairs = zip(_channels(colour), _channels(into), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def ramp(colour: str) -> dict[int, str]:
    """The colour in the steps of KRDS, light to dark: as far from white in contrast as each step asks for."""
    return {step: _at_contrast(colour, exp(GROWTH * step)) for step in STEPS}


def _at_contrast(colour: str, wanted: float) -> str:
    """The colour mixed with white or black until its contrast with white is `wanted`, or just above."""
    into = WHITE if contrast(colour, WHITE) > wanted else BLACK
    none, all_of_it = 0.0, 1.0
    for _ in range(16):
        middle = (none + all_of_it) / 2
        reached = contrast(mix(colour, into, middle), WHITE) >= wanted
        if reached == (into == WHITE):
            none = middle
        else:
            all_of_it = middle
    return mix(colour, into, none if into == WHITE else all_of_it)
