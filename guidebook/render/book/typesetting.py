"""The style sheets of paper, fitted to a print format: its page, the size of its type, the city's colours.

They are written for A5 with 9.5 pt. Other formats use the same sheets with all lengths scaled; page boxes know no
custom properties, so sizes of the page and colours are written in here.
"""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element

from guidebook.model.placeholder import margin_boxes
from guidebook.model.print_format import BLEED, PAPERS, Paper, PrintFormat
from guidebook.model.settings.showing import Palette
from guidebook.render.design.scaled_css import scaled
from guidebook.render.design.tokens import substituted
from guidebook.render.design.values import Design, Size
from guidebook.render.text.line_breaks import Measures
from guidebook.render.text.word_width import shortened

POINTS = 72 / 25.4
"""In a millimetre."""
LINE = 16.0
"""Points from line to line of the body."""
HEAD = 7.5
"""Points of running heads."""
SMALLEST = 6.95
"""Points of the smallest words in a map: 7, of drawings that are a hair wider than the text."""


def stylesheet(css: str, palette: Palette, print_format: PrintFormat) -> str:
    """The style sheet of a book, with room for its page numbers."""
    return fitted(margin_boxes(), print_format) + coloured(css, palette, print_format)


def coloured(css: str, palette: Palette, print_format: PrintFormat) -> str:
    """A style sheet for paper, fitted, with the city's colours and the sizes of the page written in."""
    city = {"--city-primary": palette.primary, "--city-signal": palette.signal}
    return substituted(fitted(css, print_format), {**city, **page_sizes(print_format.sheet)})


def page_sizes(paper: Paper) -> dict[str, str]:
    """The lengths of a page as style sheets name them."""
    lengths = {
        "width": paper.width,
        "height": paper.height,
        "inner": paper.inner,
        "outer": paper.outer,
        "top": paper.top,
        "bottom": paper.bottom,
        "text-height": paper.height - paper.top - paper.bottom,
        "bleed": BLEED,
    }
    return {f"--page-{name}": f"{length:g}mm" for name, length in lengths.items()}


def fitted(css: str, print_format: PrintFormat) -> str:
    """The style sheet with all lengths scaled to the format's type, and no type smaller than its least."""
    if print_format.scale == 1 and not print_format.least:
        return css
    return scaled(css, print_format.scale, print_format.least)


def map_size(size: Size, print_format: PrintFormat) -> Size:
    """How large to draw what an A5 page of 9.5 pt shows at `size`, so that its words come out as large as they must.

    The style sheet gives the drawing the width of the text; this is its size before.
    """
    paper, written_for = print_format.sheet, PAPERS["a5"]
    larger = max(print_format.scale, print_format.least / SMALLEST)  # text in maps is as large as other text
    width = paper.text_width / written_for.text_width
    height = (paper.height - paper.top - paper.bottom) / (written_for.height - written_for.top - written_for.bottom)
    lower = min(1, height / print_format.scale)  # where type grows more than the paper, drawings make room for it
    return Size(size.width * width / larger, size.height * height * lower / larger)


def measures(print_format: PrintFormat, design: Design) -> Measures:
    """How many of their ems titles and summaries have in a line: the sizes of `styles/`, by the class of the title."""
    points = print_format.sheet.text_width * POINTS / print_format.scale

    def ems(token: str) -> float:
        return points / float(design.written(token).removesuffix("pt"))

    return (
        ("h1", "", ems("print-type-17")),
        ("h1", "cover-title", ems("print-type-32")),
        ("h1", "opening-title", ems("print-type-28")),
        ("p", "summary", ems("print-type-10-5")),
    )


def set_running_heads(body: Element, print_format: PrintFormat) -> None:
    """Shorten titles in running heads that are wider than their line: they end at a word, with an ellipsis."""
    points = print_format.sheet.text_width * POINTS
    room = points / max(HEAD * print_format.scale, print_format.least)
    for title in body.iter("h1"):
        if title.get("data-running"):
            title.set("data-running", shortened(title.get("data-running", ""), room))


def spread_side(print_format: PrintFormat) -> Literal["left"] | None:
    """The side of the first of two facing pages; none where a book is not read as spreads."""
    return "left" if print_format.openers else None


def ruled_lines(print_format: PrintFormat) -> int:
    """How many lines of the body a page holds."""
    paper = print_format.sheet
    return int((paper.height - paper.top - paper.bottom) * POINTS / (LINE * print_format.scale))
