"""Files to take home are what their names say, or a fault each; nothing that is read raises."""

from __future__ import annotations

import io
import os
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.assets import load_assets
from guidebook.load.attachments import load_attachments
from guidebook.model.attachment import KINDS
from tests.attachments import DOCX, HWP, HWPX, OLE, PDF, WHOLE, XLSX, ZIP, archive


def codes(folder: Path) -> list[str]:
    """The faults of both readers: each file belongs to one of them."""
    (_, one), (_, other) = load_assets(folder.parent, "assets"), load_attachments(folder, "assets")
    return [fault.code for fault in (*one, *other)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    return tmp_path / "assets"


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_whole_file_of_every_kind_is_taken(folder: Path, name: str) -> None:
    (folder / name).write_bytes(WHOLE[name])
    attachments, faults = load_attachments(folder, "assets")
    assert faults == ()
    read = attachments[name]
    assert read is not None
    assert (read.kind, read.octets) == (KINDS[Path(name).suffix.lower()], len(WHOLE[name]))
    assert codes(folder) == []


@pytest.mark.parametrize(
    ("name", "octets", "code"),
    [
        ("a.pdf", b"", "empty-attachment"),
        ("a.pdf", PDF[:20], "bad-attachment"),
        ("a.pdf", b"\0" * 40, "bad-attachment"),
        ("a.hwpx", HWPX[:-30], "bad-attachment"),
        ("a.hwpx", ZIP, "disguised-attachment"),
        ("a.hwp", HWPX, "disguised-attachment"),
        ("a.hwp", OLE + bytes(600), "disguised-attachment"),
        ("a.xlsx", OLE + bytes(600), "disguised-attachment"),
        ("a.xlsx", DOCX, "disguised-attachment"),
        ("a.zip", XLSX, "disguised-attachment"),
        ("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "disguised-attachment"),
        ("a.pdf", b"<!DOCTYPE html><script>alert(1)</script>", "disguised-attachment"),
        ("a.txt", b"  <SVG xmlns='http://www.w3.org/2000/svg'/>", "disguised-attachment"),
        ("a.csv", PDF, "disguised-attachment"),
        ("a.txt", "견학".encode("utf-16"), "bad-attachment"),
        ("a.zip", b"MZ" + bytes(200), "disguised-attachment"),
        ("a.html", b"<p>", "forbidden-kind"),
        ("a.svg", b"<svg/>", "forbidden-kind"),
        ("a.js", b"alert(1)", "forbidden-kind"),
        ("a.exe", b"MZ", "forbidden-kind"),
        ("noname", PDF, "forbidden-kind"),
        ("a.doc", HWP, "forbidden-kind"),
    ],
)
def test_what_is_not_what_its_name_says_is_told_once(folder: Path, name: str, octets: bytes, code: str) -> None:
    (folder / name).write_bytes(octets)
    assert codes(folder) == [code]


def test_folders_and_links_are_no_files(folder: Path, tmp_path: Path) -> None:
    (folder / "2026.pdf").mkdir()
    (folder / "사진").mkdir()
    (tmp_path / "outside.pdf").write_bytes(PDF)
    (folder / "link.pdf").symlink_to(tmp_path / "outside.pdf")
    assert sorted(codes(folder)) == ["folder-for-file", "folder-for-file", "linked-file"]


def test_an_archive_with_a_hundred_thousand_names_is_not_listed(folder: Path) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for number in range(10_001):
            file.writestr(str(number), "")
    (folder / "a.zip").write_bytes(written.getvalue())
    assert codes(folder) == ["bad-attachment"]


def test_a_file_beyond_all_limits_is_not_read(folder: Path) -> None:
    with (folder / "a.pdf").open("wb") as file:
        file.truncate(5_000_000_000)
    attachments, faults = load_attachments(folder, "assets")
    assert faults == ()
    assert attachments["a.pdf"] is not None
    assert attachments["a.pdf"].octets == 5_000_000_000


def test_a_name_in_parts_is_known_composed_and_kept_as_it_lies_there(folder: Path) -> None:
    name = unicodedata.normalize("NFD", "신청서.hwpx")
    (folder / name).write_bytes(HWPX)
    attachments, _ = load_attachments(folder, "assets")
    read = attachments["신청서.hwpx"]
    assert read is not None
    assert (read.name, read.stored) == ("신청서.hwpx", name)


def test_two_names_that_read_alike_are_told(folder: Path) -> None:
    for form in ("NFC", "NFD"):
        (folder / unicodedata.normalize(form, "신청서.hwpx")).write_bytes(HWPX)
    attachments, faults = load_attachments(folder, "assets")
    assert [fault.code for fault in faults] == ["same-name"]
    assert list(attachments) == ["신청서.hwpx"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (b"a\nb.pdf", "bad-file-name"),
        (b"\xff.pdf", "bad-file-name"),
        ("a\u200bb.pdf".encode(), "invisible-character"),
    ],
)
def test_a_name_that_cannot_be_shown_is_told(folder: Path, name: bytes, code: str) -> None:
    (Path(os.fsdecode(os.fsencode(folder) + b"/" + name))).write_bytes(PDF)
    attachments, faults = load_attachments(folder, "assets")
    assert [fault.code for fault in faults] == [code]
    assert not attachments
    assert str(faults[0].span).isprintable()


def test_addresses_hold_plain_letters_and_stay(folder: Path) -> None:
    for name in ("plan-2026.PDF", "신청서.hwpx", "my plan (1).pdf", "..pdf"):
        (folder / name).write_bytes(PDF if name.lower().endswith("pdf") else HWPX)
    attachments, _ = load_attachments(folder, "assets")
    paths = {name: read.path for name, read in attachments.items() if read}
    assert paths == {
        "plan-2026.PDF": "files/plan-2026.pdf",
        "신청서.hwpx": "files/562ebd041382.hwpx",
        "my plan (1).pdf": "files/a6ef469ea938.pdf",
    }


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_no_damage_raises(tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject) -> None:
    octets = bytearray(WHOLE[name])
    for place in data.draw(st.lists(st.integers(0, len(octets) - 1), max_size=6)):
        octets[place] = data.draw(st.integers(0, 255))
    folder = tmp_path_factory.mktemp("damaged") / "assets"
    folder.mkdir()
    (folder / name).write_bytes(bytes(octets[: data.draw(st.integers(0, len(octets)))]))
    attachments, faults = load_attachments(folder, "assets")
    assert (attachments[name] is None) == (len(faults) == 1)
