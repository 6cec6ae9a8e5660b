"""A tiny city with pictures of every shape at every place, each of one plain colour, so that a test finds it again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.conftest import CITIES

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Drawing:
    """A picture of a record."""

    size: tuple[int, int]
    colour: Colour
    focus: str = "50% 50%"
    licence: str = "own"


LANDSCAPE, PORTRAIT, PANORAMA = (1800, 1200), (1200, 1600), (2400, 800)
REPORT = {
    "opening": Drawing(LANDSCAPE, (200, 40, 40), "20% 30%"),
    "pair-left": Drawing(LANDSCAPE, (40, 160, 40), "0% 100%"),
    "pair-right": Drawing(PORTRAIT, (40, 40, 200), "55% 24%"),
    "whole-left": Drawing(LANDSCAPE, (200, 160, 0)),
    "whole-right": Drawing(PORTRAIT, (0, 160, 200), "10% 90%", licence="kogl-3"),
    "row-first": Drawing(LANDSCAPE, (120, 0, 120)),
    "row-second": Drawing(PORTRAIT, (0, 90, 60)),
    "row-third": Drawing(PANORAMA, (150, 90, 30), "90% 50%"),
    "alone": Drawing(PORTRAIT, (90, 90, 160)),
}
"""By the name of the file: the first opens the report, the others stand in its body."""
BODY = """
나란히 놓은 두 장입니다.

![](assets/pair-left.jpg)
![](assets/pair-right.jpg)

한 장은 자를 수 없습니다.

![](assets/whole-left.jpg)
![](assets/whole-right.jpg)

세 장입니다.

![](assets/row-first.jpg)
![](assets/row-second.jpg)
![](assets/row-third.jpg)

세로로 긴 한 장입니다.

![](assets/alone.jpg)

## 그 뒤

그 뒤의 일입니다.
"""
OTHERS = {
    "pages/visit.md": {"page": Drawing(PANORAMA, (60, 60, 60))},
    "routes/river-day.md": {"route": Drawing(LANDSCAPE, (70, 120, 70))},
    "sites/river-museum.yml": {"site": Drawing(PORTRAIT, (120, 70, 70))},
    "sites/old-fort.yml": {"fort": Drawing(LANDSCAPE, (20, 100, 140), licence="kogl-4")},
    "towns/gaon.yml": {"town": Drawing(LANDSCAPE, (100, 120, 20))},
}
ENTRY = """  - file: {name}.jpg
    alt: 그림 {name}, 한 가지 색의 바탕
    caption: 그림 {name}
    focus: {focus}
    rights: {{holder: 마루군, licence: {licence}}}
    people: none
"""


def photographed(content: Path) -> Path:
    """The tiny city, copied to `content`, with all of these pictures."""
    shutil.copytree(CITIES / "maru", content)
    (content / "assets").mkdir()
    for file, pictures in {"programs/river-path.md": REPORT, **OTHERS}.items():
        said = "pictures:\n"
        for name, one in pictures.items():
            Image.new("RGB", one.size, one.colour).save(content / "assets" / f"{name}.jpg", quality=95)
            said += ENTRY.format(name=name, focus=one.focus, licence=one.licence)
        path = content / file
        head, fence, body = path.read_text(encoding="utf-8").partition("\n---\n")
        body += BODY if pictures is REPORT else ""
        path.write_text(f"{head.rstrip()}\n{said.rstrip()}\n{fence.lstrip()}{body}", encoding="utf-8")
    return content
