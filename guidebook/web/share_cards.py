"""The picture that goes along when a page is shared: its title on the city's colour and outlines.

Drawn only where the site's address is known, since those who show it accept no relative one.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from guidebook.layout.typefaces import Faces
from guidebook.model.boundary import Boundaries
from guidebook.model.colour import mix
from guidebook.model.settings.showing import Palette
from guidebook.render.map.projection import Extent, Projection
from guidebook.render.web.page import SitePage

WIDTH, HEIGHT = 1200, 630
"""Pixels, as those who show cards ask for."""
EDGE = 72
TITLE_SIZES = (76, 64, 54)
"""The first in which the title fits on three lines."""
SMALL, MARK = 32, 150
COLOURS = 48
"""Tones from the city's colour to white: enough for smooth edges."""


@dataclass(frozen=True)
class CardMaker:
    """Draws the cards of one site."""

    palette: Palette
    boundaries: Boundaries | None
    signature: str
    """The name of the site beneath the title; says "(견본)" on a sample."""
    faces: Faces

    def card(self, title: str, above: str, mark: str = "") -> bytes:
        """The card of a page as PNG; `above` is the line over its title, `mark` a programme's emblem."""
        image = self._ground.copy()
        draw = ImageDraw.Draw(image)
        size, lines = self._set(title)
        y = (HEIGHT - len(lines) * size * 1.35) / 2 + 10
        self._write(draw, (EDGE, y - SMALL * 2), above, SMALL, 400)
        self._write(draw, (WIDTH - EDGE - MARK, EDGE - MARK / 4), mark, MARK, 400)
        for line in lines:
            self._write(draw, (EDGE, y), line, size, 700)
            y += size * 1.35
        self._write(draw, (EDGE, HEIGHT - EDGE - SMALL), self.signature, SMALL, 700)
        written = io.BytesIO()
        image.quantize(palette=self._tones, dither=Image.Dither.NONE).save(written, "PNG")
        return written.getvalue()

    @cached_property
    def _tones(self) -> Image.Image:
        """The tones from the ground to white: the same for all cards, since to find them takes longest."""
        primary = self.palette.primary
        steps = [mix(primary, "#ffffff", step / (COLOURS - 1)) for step in range(COLOURS)]
        tones = Image.new("P", (1, 1))
        tones.putpalette(b"".join(bytes.fromhex(colour[1:]) for colour in steps))
        return tones

    @cached_property
    def _ground(self) -> Image.Image:
        """The city's colour with its outlines run off the right edge, drawn large and scaled down to be smooth."""
        primary = self.palette.primary
        image = Image.new("RGB", (WIDTH * 2, HEIGHT * 2), primary)
        if self.boundaries is not None:
            rings = [ring for one in self.boundaries.outlines for polygon in one.polygons for ring in polygon[:1]]
            extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
            projection = Projection.fitting(extent, WIDTH, -120, WIDTH * 1.35, HEIGHT * 2 + 240)
            draw = ImageDraw.Draw(image)
            for ring in rings:
                points = [projection.at((lat, lon)) for lon, lat in ring]
                draw.line([*points, points[0]], mix(primary, "#ffffff", 0.35), 3)
        return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)

    def _set(self, title: str) -> tuple[int, list[str]]:
        """Size and lines of a title; one that is too long in any size ends in an ellipsis."""
        for size in TITLE_SIZES:
            lines = self._lines(title, size)
            if len(lines) <= 3:
                return size, lines
        return size, [*lines[:2], lines[2].rstrip() + "…"]

    def _lines(self, title: str, size: int) -> list[str]:
        lines = [""]
        for word in title.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if self._length(longer, size) <= WIDTH - 2 * EDGE:
                lines[-1] = longer
                continue
            if lines[-1]:
                lines.append("")
            for letter in word:  # a word wider than the card is broken where it must be
                if self._length(lines[-1] + letter, size) > WIDTH - 2 * EDGE:
                    lines.append("")
                lines[-1] += letter
        return lines

    def _length(self, words: str, size: int) -> float:
        return sum(self._font(family, 700, size).getlength(run) for family, run in self._runs(words))

    def _write(self, draw: ImageDraw.ImageDraw, at: tuple[float, float], words: str, size: int, weight: int) -> None:
        x, y = at
        for family, run in self._runs(words):
            font = self._font(family, weight, size)
            draw.text((x, y + size), run, "#ffffff", font, anchor="ls")
            x += font.getlength(run)

    def _runs(self, words: str) -> Iterator[tuple[str, str]]:
        """The words in pieces, each with the first family that has its characters."""
        run, family = "", next(iter(self._covered))
        for letter in words:
            own = next((name for name, has in self._covered.items() if ord(letter) in has), family)
            if own != family and run:
                yield family, run
                run = ""
            run, family = run + letter, own
        if run:
            yield family, run

    def _font(self, family: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
        key = (family, weight, size)
        if key not in self._fonts:
            path = next(path for name, heavy, path in self.faces.files if (name, heavy) == (family, weight))
            self._fonts[key] = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
        return self._fonts[key]

    @cached_property
    def _fonts(self) -> dict[tuple[str, int, int], ImageFont.FreeTypeFont]:
        return {}

    @cached_property
    def _covered(self) -> Mapping[str, frozenset[int]]:
        found: dict[str, frozenset[int]] = {}
        for family, weight, path in self.faces.files:
            if weight == 700:
                with TTFont(path, lazy=True) as font:
                    found[family] = frozenset(font.getBestCmap())
        return found


def with_cards(
    pages: Iterable[SitePage], maker: CardMaker, city: str, marks: Mapping[str, str]
) -> tuple[tuple[SitePage, ...], Mapping[str, bytes]]:
    """The pages that can be shared, each with its card, and the files; signposts stay as they are.

    `marks` are the emblems of programmes by the path of their page.
    """
    files: dict[str, bytes] = {}
    dealt: list[SitePage] = []
    for page in pages:
        if page.forward:
            dealt.append(page)
            continue
        above = " · ".join((city, *(label for path, label in page.trail[1:])))
        octets = maker.card(page.title, above, marks.get(page.path, ""))
        path = f"assets/card.{hashlib.sha256(octets).hexdigest()[:12]}.png"
        files[path] = octets
        dealt.append(replace(page, card=path))
    return tuple(dealt), files
