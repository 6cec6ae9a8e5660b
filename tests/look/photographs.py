"""A copy of a city with thirty pictures of our own drawing: `python3 -m tests.look.photographs CITY COPY`.

For looking at: its pages and books are to be as good as those of the city without pictures. Landscape, portrait and
panorama come in turns, at the top of records, one alone in a text, two and three side by side. Each has a disc where
its subject is and a frame along its edge, so that whoever looks sees what was cut off; the disc is its focus.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from PIL import Image, ImageDraw

COUNT = 30
SHAPES = ((1800, 1200), (1200, 1600), (2400, 800))
"""Landscape, portrait, panorama, in pixels."""
FOLDERS = ("programs", "routes", "sites", "towns", "pages")
SUNS, HORIZON = (15, 32, 50, 68, 85), 40
"""Where the sun is, in percent from the left and from the top."""
GROUPS = (1, 2, 3)
"""Pictures side by side in the bodies of one record after the other."""
RECORD = """  - file: {file}
    alt: 시험 그림 {number}, 물가의 둥근 해
    caption: 시험 그림 {number}
    focus: {focus}
    rights: {{holder: 시험시, licence: own}}
    people: none
"""


def main(arguments: Sequence[str]) -> int:
    """Copy the city and put the pictures into the copy."""
    city, copy = map(Path, arguments)
    shutil.copytree(city, copy)
    with_photographs(copy)
    return 0


def with_photographs(content: Path, count: int = COUNT) -> int:
    """Draw pictures and show them in the records of a city, which is changed; how many there was room for."""
    numbers = iter(range(1, count + 1))
    (content / "assets").mkdir(exist_ok=True)
    shown = 0
    for turn, record in enumerate(_records(content)):
        own = 1 + GROUPS[turn % len(GROUPS)] if record.suffix == ".md" else 1
        files = [(_drawn(content, number), number) for number in islice(numbers, own)]
        if not files:
            break
        _show(record, files)
        shown += len(files)
    return shown


def _records(content: Path) -> Iterator[Path]:
    """Records without pictures, a kind after the other in turns, so that all kinds have some."""
    kinds = [sorted((content / folder).glob("*")) for folder in FOLDERS]
    for turn in range(max(map(len, kinds), default=0)):
        for files in kinds:
            if turn < len(files) and "pictures:" not in files[turn].read_text(encoding="utf-8"):
                yield files[turn]


def _drawn(content: Path, number: int) -> str:
    """A picture: sky, water, a frame, and the sun in one of five places."""
    width, height = SHAPES[number % len(SHAPES)]
    image = Image.new("RGB", (width, height), (168, 200, 220))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.6, width, height), fill=(20 + number * 4, 90, 120))
    across = width * SUNS[number % 5] / 100
    down = height * HORIZON / 100
    radius = min(width, height) * 0.14
    draw.ellipse((across - radius, down - radius, across + radius, down + radius), fill=(235, 120, 40))
    draw.rectangle((0, 0, width - 1, height - 1), outline=(160, 20, 60), width=24)
    file = f"photograph-{number:02}.jpg"
    image.save(content / "assets" / file, quality=85)
    return file


def _show(record: Path, files: Sequence[tuple[str, int]]) -> None:
    """Write the pictures into a record: the first at its top, the others side by side at the end of its body."""
    said = "pictures:\n" + "".join(
        RECORD.format(file=file, number=number, focus=f"{SUNS[number % 5]}% {HORIZON}%") for file, number in files
    )
    written = record.read_text(encoding="utf-8")
    if record.suffix != ".md":
        record.write_text(f"{written.rstrip()}\n{said}", encoding="utf-8")
        return
    head, body = written.split("\n---\n", 1)
    placed = "".join(f"![](assets/{file})\n" for file, _ in files[1:])
    record.write_text(f"{head}\n{said}---\n{body.rstrip()}\n\n{placed}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
