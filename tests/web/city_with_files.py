"""A tiny city with pictures and files at their place in bodies."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from PIL import Image

from tests.attachments import HWPX, PDF
from tests.conftest import CITIES

BASE = "https://maru.example.kr/guide/"
SIZES = {"강길.jpg": (2400, 1600), "나루.jpg": (800, 1200), "표지.png": (40, 40), "둑.jpg": (900, 500)}
BODY = """
![버드나무 사이로 난 강길](assets/강길.jpg)

[견학 신청서](assets/신청서.hwpx)와 [계획](assets/plan.pdf)을 보세요.

![](assets/나루.jpg)
![](assets/표지.png)
"""
ENTRY = """  - file: {file}
    alt: {file}에 보이는 것
    rights: {{holder: 마루군, licence: kogl-1}}
    people: none
"""


def with_files(content: Path, base_url: str | None) -> Path:
    """The tiny city with a report, a page and a route that show pictures and lead to files."""
    shutil.copytree(CITIES / "maru", content)
    (content / "assets").mkdir()
    for name, size in SIZES.items():
        image = Image.merge("RGB", [Image.linear_gradient("L").resize(size)] * 3)
        written = io.BytesIO()
        image.save(written, "PNG" if name.endswith("png") else "JPEG")
        (content / "assets" / name).write_bytes(written.getvalue())
    (content / "assets" / "신청서.hwpx").write_bytes(HWPX)
    (content / "assets" / "plan.pdf").write_bytes(PDF)
    (content / "assets" / "unused.pdf").write_bytes(PDF)
    pictures = "pictures:\n" + "".join(ENTRY.format(file=name) for name in SIZES)
    for file in ("programs/river-path.md", "pages/visit.md", "routes/river-day.md"):
        path = content / file
        head, fence, body = path.read_text(encoding="utf-8").partition("\n---\n")
        path.write_text(f"{head}\n{pictures.rstrip()}{fence}{body}{BODY}", encoding="utf-8")
    if base_url:
        site = content / "site.yml"
        site.write_text(f"{site.read_text(encoding='utf-8')}base_url: {base_url}\n", encoding="utf-8")
    return content
