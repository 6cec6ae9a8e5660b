"""Converts the colours of a screen to ink: black for a copier, the four process colours for a printing house.

Text and greys are printed with black alone, so that thin strokes need no four plates to meet; the city's colours go
through the profile of paper and ink, in whole percents.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import accumulate

from pikepdf import Name, Pdf
from PIL import Image, ImageCms

from guidebook.model.colour import grey_level, luminance, neutral
from guidebook.pdf.repaint import Channels, repaint

INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION
LEVELS = range(256)


@dataclass(frozen=True, slots=True)
class Blacks:
    """The colours of a design that are printed with black ink alone, as pure greys are."""

    text: str
    """The darkest of them: black on paper."""
    greys: frozenset[str]
    """Also those that are slightly blue on a screen."""


def greyed(pdf: Pdf, blacks: Blacks) -> None:
    """Rewrite a PDF to shades of grey, in place, each as light as its colour; text becomes black."""
    repaint(pdf, _Black(blacks))


def separated(pdf: Pdf, icc: bytes, blacks: Blacks) -> None:
    """Rewrite a PDF to the four process colours, in place. `icc` is the output profile."""
    repaint(pdf, _ProcessColours(icc, blacks))


class _Black:
    """Black ink, of which the copier makes shades of grey."""

    space = Name.DeviceGray

    def __init__(self, blacks: Blacks) -> None:
        self._darkest = luminance(blacks.text)

    def flat(self, space: str, channels: Channels) -> Sequence[Decimal]:
        """A shade as light as the colour; the text's own and darker are black."""
        light = _above(luminance(_hex(space, channels)), self._darkest)
        return (Decimal(f"{grey_level(light):.3f}"),)

    def grey(self, picture: Image.Image) -> Image.Image:
        """As it is: a screen's grey is what a copier takes."""
        return picture

    def coloured(self, picture: Image.Image) -> Image.Image:
        """Each pixel as light as it was, by the lightness of CIE Lab and not by a mean of channels."""
        return _through(picture, _to_lab()).getchannel("L").point(_GREY_OF_LIGHTNESS)

    def separate(self, picture: Image.Image) -> Image.Image | None:
        """Through RGB: four-ink pictures are rare and their profile is not known."""
        return self.coloured(picture.convert("RGB"))


class _ProcessColours:
    """The four process colours on the paper that a profile describes."""

    space = Name.DeviceCMYK

    def __init__(self, icc: bytes, blacks: Blacks) -> None:
        self._blacks, self._darkest = blacks, luminance(blacks.text)
        self._profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        screen = ImageCms.createProfile("sRGB")
        self._inks = ImageCms.buildTransform(screen, self._profile, "RGB", "CMYK", INTENT, flags=BLACK_POINT)
        self._known: dict[str, tuple[Decimal, ...]] = {}

    def flat(self, space: str, channels: Channels) -> Sequence[Decimal]:
        """Whole percents of cyan, magenta, yellow and black; greys are black alone. Inks stay as they are."""
        if space == "cmyk":
            return tuple(Decimal(f"{channel:.4g}") for channel in channels)
        colour = _hex(space, channels)
        if colour not in self._known:
            levels = self._mixed(colour)
            if colour in self._blacks.greys or neutral(colour) or _is_dull(levels):
                levels = (0, 0, 0, self._black(colour))
            self._known[colour] = tuple(Decimal(round(level / 2.55)) / 100 for level in levels)
        return self._known[colour]

    def grey(self, picture: Image.Image) -> Image.Image:
        """Black alone. A PDF's grey counts light: 255 is no ink."""
        return picture.point(self._grey_of_level)

    def coloured(self, picture: Image.Image) -> Image.Image:
        """The four inks of each pixel."""
        return _through(picture, self._inks)

    def separate(self, picture: Image.Image) -> Image.Image | None:
        """None: a picture in process colours stays as it is."""
        return None

    def _mixed(self, colour: str) -> Sequence[int]:
        pixel = _through(Image.new("RGB", (1, 1), colour), self._inks).getpixel((0, 0))
        assert isinstance(pixel, tuple)
        return [int(level) for level in pixel]

    def _black(self, colour: str) -> int:
        """The level of black ink for a grey between white and the colour of text."""
        return self._ink_for(_above(luminance(colour), self._darkest))

    def _ink_for(self, light: float) -> int:
        """The level of black ink, 0 to 255, for a lightness from 0, all of it, to 1, the bare paper."""
        least = self._light_of_ink[-1]
        wanted = least + light * (1 - least)
        return min(bisect_left(self._light_of_ink, -wanted, key=lambda reached: -reached), 255)

    @cached_property
    def _light_of_ink(self) -> Sequence[float]:
        """The luminance of the paper under each level of black ink, falling from 1."""
        to_lab = ImageCms.buildTransform(self._profile, ImageCms.createProfile("LAB"), "CMYK", "LAB", INTENT)
        strip = Image.merge("CMYK", [*[Image.new("L", (256, 1), 0)] * 3, _ramp()])
        measured = _through(strip, to_lab).getchannel("L").tobytes()
        return list(accumulate((_light(level) for level in measured), min))

    @cached_property
    def _grey_of_level(self) -> list[int]:
        return [255 - self._ink_for(luminance(f"#{level:02x}{level:02x}{level:02x}")) for level in LEVELS]


def _through(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    converted = ImageCms.applyTransform(picture, transform)
    assert converted is not None  # only for transforms in place
    return converted


def _is_dull(levels: Sequence[int]) -> bool:
    """Whether inks, of 255, give a dark tone of next to no hue: words in it would need four plates to meet exactly."""
    *inks, black = levels
    dark = black >= 0.85 * 255 or (black >= 0.35 * 255 and min(inks) >= 0.35 * 255)
    return dark and max(inks) - min(inks) < 0.3 * 255


def _above(light: float, darkest: float) -> float:
    """How far a luminance is above the darkest, as a share of what is left up to white."""
    return max(0.0, min(1.0, (light - darkest) / (1 - darkest)))


def _hex(space: str, channels: Channels) -> str:
    """A colour of the screen; inks are taken as if they were perfect."""
    if space == "gray":
        channels = channels * 3
    elif space == "cmyk":
        channels = tuple((1 - ink) * (1 - channels[3]) for ink in channels[:3])
    return "#" + "".join(f"{round(max(0.0, min(1.0, channel)) * 255):02x}" for channel in channels)


def _light(level: int) -> float:
    """The luminance of a lightness of CIE Lab that is counted from 0 to 255."""
    lightness = level / 2.55
    return float(((lightness + 16) / 116) ** 3 if lightness > 8 else lightness * 27 / 24389)


def _ramp() -> Image.Image:
    return Image.frombytes("L", (256, 1), bytes(LEVELS))


@lru_cache(maxsize=1)
def _to_lab() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB", INTENT)


_GREY_OF_LIGHTNESS = [round(grey_level(_light(level)) * 255) for level in LEVELS]
