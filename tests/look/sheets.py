"""Draws contact sheets of finished files: every page of every PDF, every kind of web page in all widths and modes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from tests.look.screen import kinds_of_pages

COLUMNS, ROWS = 6, 4
"""Pages on a sheet."""
SCALE = 0.8
"""Points of a page to pixels of a sheet."""
WIDTHS = (390, 820, 1440)
MODES = ("light", "dark", "contrast")
SHOWN = 2400
"""Pixels of a web page that are shown."""
CELL = 360
"""Pixels of a web page's width on a sheet."""
GAP, GROUND = 8, "#888888"


def paper_sheets(pdfs: Iterable[tuple[str, Path]], folder: Path) -> Iterator[Path]:
    """All pages of each PDF, named by it."""
    for name, pdf in pdfs:
        with pypdfium2.PdfDocument(pdf) as document:
            stem = name.removesuffix(".pdf").replace("/", "-")
            for first in range(0, len(document), COLUMNS * ROWS):
                numbers = range(first, min(first + COLUMNS * ROWS, len(document)))
                pages = [document[number].render(scale=SCALE).to_pil() for number in numbers]
                yield _saved(pages, folder / f"{stem}-{first + 1:03}.png")


def screen_sheets(browser: Any, address: str, site: Path, folder: Path) -> Iterator[Path]:
    """One sheet for each width and mode, with two pages of each kind."""
    paths = [path for _, path in kinds_of_pages(site)]
    for mode in MODES:
        opened = browser.new_context(color_scheme="dark" if mode == "dark" else "light")
        if mode == "contrast":
            opened.add_init_script("localStorage.setItem('jumin-mode', 'contrast')")
        page = opened.new_page()
        for width in WIDTHS:
            shots = [_shot(page, address + path, width) for path in paths]
            yield _saved(shots, folder / f"screen-{width}-{mode}.png")
        opened.close()


def _shot(page: Any, address: str, width: int) -> Image.Image:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.evaluate("document.fonts.ready")
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), SHOWN)
    picture = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    return image.resize((CELL, round(image.height * CELL / image.width)), Image.Resampling.LANCZOS)


def _saved(pictures: Sequence[Image.Image], file: Path) -> Path:
    """The pictures row by row on one sheet."""
    width, height = (max(one.size[side] for one in pictures) + GAP for side in (0, 1))
    rows = -(-len(pictures) // COLUMNS)
    sheet = Image.new("RGB", (min(COLUMNS, len(pictures)) * width, rows * height), GROUND)
    for place, one in enumerate(pictures):
        sheet.paste(one, (place % COLUMNS * width, place // COLUMNS * height))
    sheet.save(file)
    return file
