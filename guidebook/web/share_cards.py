"""Share cards: the picture shown when a page is shared, with its title on the city's colour and outlines.

Drawn only where the site's address is known, since those who show it accept no relative one.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from PIL import Image, ImageDraw, ImageFont

from guidebook.layout.typefaces import Faces, code_points_of
from guidebook.model.boundary import Boundaries
from guidebook.model.colour import mix
from guidebook.render.design.values import Colour, Pixels
from guidebook.render.map.projection import Extent, Projection
from guidebook.render.web.page import SitePage

LINE = 1.35
"""From line to line of a title, as a share of its size."""
LINES = 3
"""The most that a title has."""
REGULAR, BOLD = 400, 700
"""Weights of type."""
RISE = 0.25
"""How far an emblem stands above the edge that the title keeps to, as a share of its size."""
SMALLER = 2 / 3
"""The size of an emblem of several letters, as a share of one of a single sign."""
HASH = 12
"""Characters of the hash in the name of a card."""
COLOURS = 48
"""Tones from ground to text: enough for smooth edges."""
FINER = 2
"""The ground is drawn so many times larger, then scaled down to be smooth."""
WIDER = 1.35
"""How far outlines reach from the middle of a card, as a share of its width: they run off its right edge."""


@dataclass(frozen=True, slots=True)
class CardLook:
    """Sizes and colours of a card. Of the `titles` the first is taken in which a title has no more than its lines."""

    PREFIX: ClassVar[str] = "card"

    width: Pixels
    height: Pixels
    edge: Pixels
    titles: tuple[Pixels, ...]
    title_drop: Pixels
    small: Pixels
    mark: Pixels
    ground: Colour
    ink: Colour
    outline: Colour
    outline_rule: Pixels
    outline_past: Pixels


@dataclass(frozen=True)
class CardMaker:
    """Draws the cards of one site."""

    look: CardLook
    boundaries: Boundaries | None
    signature: str
    """The name of the site beneath the title; says "(견본)" on a sample."""
    faces: Faces

    def card(self, title: str, above: str, mark: str = "") -> bytes:
        """The card of a page as PNG; `above` is the line over its title, `mark` a programme's emblem."""
        image = self._ground.copy()
        draw = ImageDraw.Draw(image)
        look, (size, lines) = self.look, self._set(title)
        y = (look.height - len(lines) * size * LINE) / 2 + look.title_drop
        self._write(draw, (look.edge, y - look.small * 2), above, look.small, REGULAR)
        emblem = look.mark if len(mark) < 2 else int(look.mark * SMALLER)
        wide = look.mark if len(mark) < 2 else self._length(mark, emblem, REGULAR)
        self._write(draw, (look.width - look.edge - wide, look.edge - emblem * RISE), mark, emblem, REGULAR)
        for line in lines:
            self._write(draw, (look.edge, y), line, size, BOLD)
            y += size * LINE
        self._write(draw, (look.edge, look.height - look.edge - look.small), self.signature, look.small, BOLD)
        png = io.BytesIO()
        image.quantize(palette=self._tones, dither=Image.Dither.NONE).save(png, "PNG")
        return png.getvalue()

    @cached_property
    def _tones(self) -> Image.Image:
        """The tones from ground to text: the same for all cards, since to find them takes longest."""
        steps = [mix(self.look.ground, self.look.ink, step / (COLOURS - 1)) for step in range(COLOURS)]
        tones = Image.new("P", (1, 1))
        tones.putpalette(b"".join(bytes.fromhex(colour[1:]) for colour in steps))
        return tones

    @cached_property
    def _ground(self) -> Image.Image:
        """The city's colour with its outlines run off the right edge, drawn large and scaled down to be smooth."""
        look, width, height = self.look, self.look.width, self.look.height * FINER
        past = look.outline_past
        image = Image.new("RGB", (width * FINER, height), look.ground)
        if self.boundaries is not None:
            rings = [
                ring for outline in self.boundaries.outlines for polygon in outline.polygons for ring in polygon[:1]
            ]
            extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
            projection = Projection.fitting(extent, width, -past, width * WIDER, height + 2 * past)
            draw = ImageDraw.Draw(image)
            for ring in rings:
                points = [projection.at((lat, lon)) for lon, lat in ring]
                draw.line([*points, points[0]], look.outline, look.outline_rule)
        return image.resize((look.width, look.height), Image.Resampling.LANCZOS)

    def _set(self, title: str) -> tuple[int, list[str]]:
        """Size and lines of a title; one that is too long in any size ends in an ellipsis."""
        for size in self.look.titles:
            lines = self._lines(title, size)
            if len(lines) <= LINES:
                return size, lines
        return size, [*lines[: LINES - 1], lines[LINES - 1].rstrip() + "…"]

    def _lines(self, title: str, size: int) -> list[str]:
        lines, room = [""], self.look.width - 2 * self.look.edge
        for word in title.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if self._length(longer, size) <= room:
                lines[-1] = longer
                continue
            if lines[-1]:
                lines.append("")
            for letter in word:  # a word wider than the card is broken where it must be
                if self._length(lines[-1] + letter, size) > room:
                    lines.append("")
                lines[-1] += letter
        return lines

    def _length(self, content: str, size: int, weight: int = BOLD) -> float:
        return sum(self._font(family, weight, size).getlength(run) for family, run in self._runs(content))

    def _write(self, draw: ImageDraw.ImageDraw, at: tuple[float, float], content: str, size: int, weight: int) -> None:
        x, y = at
        for family, run in self._runs(content):
            font = self._font(family, weight, size)
            draw.text((x, y + size), run, self.look.ink, font, anchor="ls")
            x += font.getlength(run)

    def _runs(self, content: str) -> Iterator[tuple[str, str]]:
        """The words in pieces, each with the first family that has its characters."""
        run, family = "", next(iter(self._covered))
        for letter in content:
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
        return {family: code_points_of(path) for family, weight, path in self.faces.files if weight == BOLD}


def with_cards(
    pages: Iterable[SitePage], maker: CardMaker, city: str, marks: Mapping[str, str]
) -> tuple[tuple[SitePage, ...], Mapping[str, bytes]]:
    """The pages that can be shared, each with its card, and the files; redirects have none.

    `marks` are the emblems of programmes by the path of their page.
    """
    files: dict[str, bytes] = {}
    dealt: list[SitePage] = []
    for page in pages:
        if page.redirect:
            dealt.append(page)
            continue
        above = " · ".join((city, *(label for path, label in page.trail[1:])))
        octets = maker.card(page.title, above, marks.get(page.path, ""))
        path = f"assets/card.{hashlib.sha256(octets).hexdigest()[:HASH]}.png"
        files[path] = octets
        dealt.append(replace(page, card=path))
    return tuple(dealt), files
