"""The sheet that a graphic is drawn on: words, squares, dots, lines, arrows; as high as it gets.

Everything has presentation attributes for paper and a class by which the website recolours it. What rests on the press
alone is hollow or hatched, so that it is told without colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from markupsafe import Markup, escape

from guidebook.render.graphic.look import GraphicLook
from guidebook.render.map.shapes import number
from guidebook.render.text.korean import kept_in
from guidebook.render.text.word_width import width_of

Anchor = Literal["start", "middle", "end"]
Mark = Literal["full", "pale", "hollow", "dashed", "hatched", "bare"]
"""How a mark is filled: counted, within, known from the press, not explained, an area known from the press, without."""
RISE = 0.36
"""From the base line up to the middle of Hangul and figures, as a share of their size."""
ASCENT = 0.9
"""From the top of a line of text down to its base line, as a share of its size."""
XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set."""

    size: float
    colour: str
    bold: bool = False
    role: str = "g-ink"


@dataclass(slots=True)
class Sheet:
    """What was drawn so far."""

    look: GraphicLook
    width: float
    parts: list[str] = field(default_factory=list)

    @property
    def wide(self) -> bool:
        """Whether parts may stand beside each other."""
        return self.width >= self.look.narrow

    @property
    def small(self) -> Type:
        """Words."""
        return Type(self.look.type_small, self.look.ink)

    @property
    def quiet(self) -> Type:
        """Words that explain."""
        return Type(self.look.type_small, self.look.quiet, role="g-quiet")

    @property
    def strong(self) -> Type:
        """Heads and names."""
        return Type(self.look.type_strong, self.look.ink, bold=True)

    @property
    def figure(self) -> Type:
        """The numbers that count."""
        return Type(self.look.type_figure, self.look.accent, bold=True, role="g-accent")

    def text(self, at: XY, content: str, kind: Type, anchor: Anchor = "start") -> None:
        """One line whose base line runs through `at`."""
        weight = ' font-weight="700"' if kind.bold else ""
        where = f'x="{number(at[0])}" y="{number(at[1])}" text-anchor="{anchor}"'
        type_of = f'font-family="{self.look.family}" font-size="{number(kind.size)}"{weight}'
        self.parts.append(f'<text class="{kind.role}" {where} {type_of} fill="{kind.colour}">{escape(content)}</text>')

    def words(self, at: XY, width: float, content: str, kind: Type, anchor: Anchor = "start") -> float:
        """Words in as many lines as they need, the first with its top at `at`. Gives the bottom of the last."""
        kind = self.fitted(width, content, kind)
        (x, y), step = at, kind.size * self.look.leading
        lines = wrapped(content, width / kind.size)
        for place, line in enumerate(lines):
            self.text((x, y + kind.size * ASCENT + place * step), line, kind, anchor)
        return y + step * len(lines)

    def height_of(self, width: float, content: str, kind: Type) -> float:
        """How high those words will be."""
        kind = self.fitted(width, content, kind)
        return kind.size * self.look.leading * len(wrapped(content, width / kind.size))

    def fitted(self, width: float, content: str, kind: Type) -> Type:
        """The type smaller where a number in the words is wider than their column, but never smaller than words are."""
        widest = max((width_of(word) for word in words_of(content) if NUMBER.search(word)), default=0.0)
        if widest * kind.size <= width:
            return kind
        return replace(kind, size=max(width / widest * FITS, min(kind.size, self.look.type_small)))

    def square(self, at: XY, mark: Mark, side: float = 0) -> None:
        """A square with its upper left corner at `at`."""
        side, (x, y) = side or self.look.square, at
        self.parts.append(
            f'<rect class="g-{mark}" x="{number(x)}" y="{number(y)}" width="{number(side)}" height="{number(side)}" '
            f"{self._mark(mark)}/>"
        )

    def block(self, at: XY, size: XY, mark: Mark) -> None:
        """A rectangle that is no unit of a count."""
        x, y = at
        self.parts.append(
            f'<path class="g-{mark}" d="M{number(x)} {number(y)}h{number(size[0])}v{number(size[1])}'
            f'h-{number(size[0])}z" {self._mark(mark)}/>'
        )

    def dot(self, at: XY, radius: float, mark: Mark) -> None:
        """A dot."""
        self.parts.append(
            f'<circle class="g-{mark}" cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}" '
            f"{self._mark(mark)}/>"
        )

    def line(self, points: Sequence[XY], role: str = "g-line", width: float = 0, dashes: Sequence[float] = ()) -> None:
        """A line in the colour of its role."""
        colour = self.look.accent if role in ("g-stroke", "g-hatch") else self.look.line
        self.path([points], role, colour, width or self.look.rule, dashes)

    def path(
        self, lines: Iterable[Sequence[XY]], role: str, colour: str, width: float, dashes: Sequence[float] = ()
    ) -> None:
        """Lines in one go."""
        drawn = "".join("M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) for points in lines)
        dashed = f' stroke-dasharray="{" ".join(map(number, dashes))}"' if dashes else ""
        if drawn:
            self.parts.append(
                f'<path class="{role}" d="{drawn}" fill="none" stroke="{colour}" stroke-width="{number(width)}" '
                f'stroke-linecap="round"{dashed}/>'
            )

    def arrow(self, start: XY, end: XY) -> None:
        """An arrow to the right or down."""
        (_, y1), (x2, y2), head = start, end, self.look.head
        self.line([start, end], "g-stroke", self.look.rule_mark)
        if y1 == y2:
            tip = [(x2 - head, y2 - head), end, (x2 - head, y2 + head)]
        else:
            tip = [(x2 - head, y2 - head), end, (x2 + head, y2 - head)]
        self.line(tip, "g-stroke", self.look.rule_mark)

    def numbered(self, middle: XY, label: str) -> None:
        """A number in a square."""
        side, (x, y) = self.look.number, middle
        kind = Type(self.look.type_small, self.look.accent, bold=True, role="g-accent")
        self.block((x - side / 2, y - side / 2), (side, side), "hollow")
        self.text((x, y + kind.size * RISE), label, kind, "middle")

    def counted(self, middle: XY, label: str, mark: Mark) -> None:
        """A number in a dot."""
        x, y = middle
        colour, role = (self.look.paper, "g-on") if mark == "full" else (self.look.accent, "g-accent")
        kind = Type(self.look.type_small, colour, bold=True, role=role)
        self.text((x, y + kind.size * RISE), label, kind, "middle")

    def _mark(self, mark: Mark) -> str:
        fill = {"full": self.look.accent, "pale": self.look.pale, "bare": self.look.land}.get(mark, self.look.paper)
        stroke = self.look.line if mark == "bare" else self.look.accent
        dashes = f' stroke-dasharray="{" ".join(map(number, self.look.dashes))}"' if mark == "dashed" else ""
        return f'fill="{fill}" stroke="{stroke}" stroke-width="{number(self.look.rule_mark)}"{dashes}'

    def svg(self, height: float, name: str, title: str, description: str) -> Markup:
        """The whole as an inline picture; `name` makes its ids unique."""
        high = number(height)
        said = f'<desc id="{name}-desc">{escape(description)}</desc>' if description else ""
        labels = f"{name}-title {name}-desc" if description else f"{name}-title"
        return Markup(
            f'<svg xmlns="http://www.w3.org/2000/svg" class="graphic-drawing" role="img" '
            f'aria-labelledby="{labels}" width="{number(self.width)}pt" height="{high}pt" '
            f'viewBox="0 0 {number(self.width)} {high}"><title id="{name}-title">{escape(title)}</title>'
            f"{said}{''.join(self.parts)}</svg>"
        )


FITS = 1 - 1e-6
"""Of a width, so that no rounding makes it too small for what was reckoned to fit."""
NUMBER = re.compile(r"\d[\d,.]*")
ATOM = re.compile(r"[−-]?\d[\d,.]*[가-힣%]?|.", re.DOTALL)
"""What of a word stays together as long as a line holds it: a number with the first letter of its unit."""
NO_BREAK = "\N{NO-BREAK SPACE}"
"""Within dates and amounts, which are not parted where a line holds them."""
AFTER_SIGN = re.compile(f"(?<=[~∼～–-]){NO_BREAK}")
"""Within a period: behind the sign between its two dates."""
AFTER_YEAR = re.compile(rf"(?<=\d\d\d\d[.년]){NO_BREAK}")
BEFORE_NO_SIGN = re.compile(f"{NO_BREAK}(?![~∼～–-])")
"""Within a date: no line begins with the sign of a period."""


def wrapped(content: str, ems: float) -> tuple[str, ...]:
    """Words in lines of so many ems; a word that is longer than a line is broken."""
    lines: list[str] = []
    for word in _broken(_parted(words_of(content), ems), ems):
        if lines and width_of(f"{lines[-1]} {word}") <= ems:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def words_of(content: str) -> list[str]:
    """The words between which lines may end; a date or an amount is one."""
    kept = kept_in(content).sub(lambda found: found[0].replace(" ", NO_BREAK), content)
    return re.split(r"[ \t\n]+", kept.strip(" \t\n"))


def _parted(words: Iterable[str], ems: float) -> Iterator[str]:
    """A period that no line holds is parted behind its sign, a date behind its year, what is left where spaces are."""
    for word in words:
        parts = [word]
        for joint in (AFTER_SIGN, AFTER_YEAR, BEFORE_NO_SIGN):
            parts = [piece for part in parts for piece in (joint.split(part) if width_of(part) > ems else (part,))]
        yield from parts


def _broken(words: Iterable[str], ems: float) -> Iterator[str]:
    for word in words:
        piece = ""
        atoms = (atom for found in ATOM.findall(word) for atom in (found if width_of(found) > ems else (found,)))
        for atom in atoms:
            if piece and width_of(piece + atom) > ems:
                yield piece
                piece = ""
            piece += atom
        yield piece
