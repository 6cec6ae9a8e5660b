"""The picture of the README, from a finished build: `python3 -m tests.look.readme_picture OUTPUT [FILE]`.

The first page of the website at 1280 px, and below it the cover of the guidebook with the spread of its first report.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pymupdf
from PIL import Image

from tests.browser.serving import served
from tests.chromium import started
from tests.conftest import ROOT

WIDTH, HEIGHT, ROOM = 1180, 740, 18
"""Pixels of the web page in the picture, and between its parts."""
LINE = (170, 175, 180)


def main(arguments: Sequence[str]) -> int:
    """Draw it and write it."""
    output = Path(arguments[0])
    file = Path(arguments[1]) if len(arguments) > 1 else ROOT / "docs" / "guidebook.png"
    screen, (cover, *spread) = _screen(output / "site"), _paper(output / "site")
    page = (WIDTH - 2 * ROOM) // 3
    pages = [_framed(one.resize((page, round(page * one.height / one.width)))) for one in (cover, *spread)]
    whole = Image.new("RGB", (WIDTH + 2 * ROOM, HEIGHT + pages[0].height + 3 * ROOM), "white")
    whole.paste(_framed(screen), (ROOM, ROOM))
    for place, one in enumerate(pages):
        gap = ROOM if place == 1 else 0  # the two pages of a spread lie together
        whole.paste(one, (ROOM + place * page + (gap if place else 0), HEIGHT + 2 * ROOM))
    whole.quantize(128).save(file, optimize=True)
    print(file)  # noqa: T201 -- for who drew it
    return 0


def _screen(site: Path) -> Image.Image:
    with served(site) as address, started() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": round(1280 * HEIGHT / WIDTH)})
        page.goto(address, wait_until="networkidle")
        shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return shot.resize((WIDTH, HEIGHT))


def _paper(site: Path) -> list[Image.Image]:
    """The cover, and the first report with the page that faces it."""
    reports = json.loads((site / "data" / "programs.json").read_text(encoding="utf-8"))["programs"]
    with pymupdf.open(site / "guidebook" / "guidebook.pdf") as document:
        pages = {title: number for _, title, number in document.get_toc()}
        first = pages[reports[0]["title"]]
        return [_drawn(document[number]) for number in (0, first - 1, first)]


def _drawn(page: pymupdf.Page) -> Image.Image:
    drawn = page.get_pixmap(matrix=pymupdf.Matrix(2, 2))
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples)


def _framed(picture: Image.Image) -> Image.Image:
    framed = picture.copy()
    framed.paste(LINE, (0, 0, framed.width, 1))
    framed.paste(LINE, (0, framed.height - 1, framed.width, framed.height))
    framed.paste(LINE, (0, 0, 1, framed.height))
    framed.paste(LINE, (framed.width - 1, 0, framed.width, framed.height))
    return framed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
