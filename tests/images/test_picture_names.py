"""A picture is found by its name, whichever way a desk stores syllables: whole (NFC) or in parts (NFD)."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from guidebook.commands.examine import examine
from guidebook.images.published import web_pictures

RECORD = """pictures:
  - {{file: {name}, alt: 강가에 난 길과 나무 난간, rights: {{holder: 견본, licence: own}}, people: none}}
"""


def put(content: Path, *names: str, side: int = 900) -> None:
    (content / "assets").mkdir(exist_ok=True)
    for name in names:
        written = io.BytesIO()
        Image.new("RGB", (side, 500), "#456").save(written, "JPEG")
        (content / "assets" / name).write_bytes(written.getvalue())


def show(content: Path, name: str) -> None:
    path = content / "sites" / "river-museum.yml"
    path.write_text(path.read_text(encoding="utf-8") + RECORD.format(name=name), encoding="utf-8")


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["강길.jpg", "강 길 é.jpg", "강길\u00a01.jpg"])
def test_a_name_is_found_however_it_is_composed(
    maru: Path, tmp_path: Path, name: str, on_disk: str, written: str
) -> None:
    put(maru, unicodedata.normalize(on_disk, name))  # type: ignore[arg-type]  # names of forms are literals there
    show(maru, unicodedata.normalize(written, name))  # type: ignore[arg-type]
    catalogue, faults = examine(maru)
    assert [fault.code for fault in faults if fault.severity == "error"] == []
    assert "unused-picture" not in [fault.code for fault in faults]
    shown, files = web_pictures(catalogue, maru, tmp_path / "cache")
    assert list(shown) == [unicodedata.normalize("NFC", name.replace("\u00a0", " "))]
    assert files


def test_two_files_of_one_name_are_told(maru: Path) -> None:
    put(maru, *(unicodedata.normalize(form, "강길.jpg") for form in ("NFC", "NFD")))
    show(maru, "강길.jpg")
    found = [(fault.code, Path(fault.span.file).name) for fault in examine(maru)[1] if fault.severity == "error"]
    assert found == [("same-name", "강길.jpg")]


def test_a_name_with_a_character_that_nobody_sees_is_told(maru: Path) -> None:
    put(maru, "강\u200b길.jpg")
    codes = [fault.code for fault in examine(maru)[1] if fault.severity == "error"]
    assert codes == ["invisible-character"]
