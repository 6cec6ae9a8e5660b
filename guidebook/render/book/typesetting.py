"""The style sheets of paper, fitted to an edition: its page, the size of its type, the city's colours.

They are written for A5 with 9.5 pt. Other editions are the same sheets with every length grown; page boxes know no
custom properties, so sizes of the page and colours are written in here.
"""

from __future__ import annotations

import re

from guidebook.model.colour import mix
from guidebook.model.placeholder import margin_boxes
from guidebook.model.print_format import BLEED, PAPERS, Paper, PrintFormat
from guidebook.model.settings.showing import Palette
from guidebook.render.map.drawing import Size

POINTS = 72 / 25.4
"""In a millimetre."""
LINE = 16.0
"""Points from line to line of the body."""
SMALLEST = 6.95
"""Points of the smallest words in a map: 7, of drawings that are a hair wider than the text."""
_LENGTH = re.compile(r"(?<![\w.-])(-?[\d.]+)(pt|mm)\b")
_FONT = re.compile(r"font(?:-size)?:[^;]*?([\d.]+)pt")
_SHARE = re.compile(r"font-size:\s*(\d\d)%")


def stylesheet(css: str, palette: Palette, print_format: PrintFormat) -> str:
    """The style sheet of a book, with room for its page numbers."""
    return fitted(margin_boxes(), print_format) + coloured(css, palette, print_format)


def coloured(css: str, palette: Palette, print_format: PrintFormat) -> str:
    """A style sheet for paper, fitted, with the city's colours written in."""
    primary = palette.primary
    values = {
        "--city-primary": primary,
        "--city-primary-tint": mix(primary, "#ffffff", 0.93),
        "--city-primary-line": mix(primary, "#ffffff", 0.7),
        "--city-primary-cover": mix(primary, "#ffffff", 0.22),
        "--city-signal": palette.signal,
        **page_sizes(print_format.sheet),
    }
    return re.sub(r"var\((--(?:city|page)-[a-z-]+)[^)]*\)", lambda found: values[found[1]], fitted(css, print_format))


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
    """The style sheet with all lengths grown to the profile's type, and no type smaller than its least."""
    if print_format.scale == 1 and not print_format.least:
        return css
    return "".join(_grown(part, print_format) for part in re.split(r"([{}])", css))


def map_size(size: Size, print_format: PrintFormat) -> Size:
    """How large to draw what an A5 page of 9.5 pt shows at `size`, so that its words come out as large as they must.

    The style sheet gives the drawing the width of the text; this is its size before.
    """
    paper, written_for = print_format.sheet, PAPERS["a5"]
    larger = max(print_format.scale, print_format.least / SMALLEST)  # words of maps have to be as large as others
    width = paper.text_width / written_for.text_width
    height = (paper.height - paper.top - paper.bottom) / (written_for.height - written_for.top - written_for.bottom)
    spared = min(1, height / print_format.scale)  # where type grows more than the paper, drawings make room for it
    return Size(size.width * width / larger, size.height * height * spared / larger)


def ruled_lines(print_format: PrintFormat) -> int:
    """How many lines of the body a page holds."""
    paper = print_format.sheet
    return int((paper.height - paper.top - paper.bottom) * POINTS / (LINE * print_format.scale))


def _grown(declarations: str, print_format: PrintFormat) -> str:
    """The declarations of one rule; where its type is raised to the least, so is the room of its lines."""
    sizes = [float(size) * print_format.scale for size in _FONT.findall(declarations)]
    raised = max([1.0, *(print_format.least / size for size in sizes if size)])
    grown = [
        _scaled(one, print_format.scale * (raised if re.match(r"\s*(?:font|line-height)\b", one) else 1))
        for one in declarations.split(";")
    ]
    joined = ";".join(grown)
    return _SHARE.sub("font-size:100%", joined) if print_format.least else joined


def _scaled(declaration: str, factor: float) -> str:
    return _LENGTH.sub(lambda found: f"{round(float(found[1]) * factor, 2):g}{found[2]}", declaration)
