"""A ZIP for who only takes files: whole, the same bytes each time, and with a word on what to do."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from tests.publishing.made_site import City, hashed


def test_the_archive_holds_the_site_a_note_and_a_list(city: City) -> None:
    city.build("first", files__한글="이름")
    file = city.root / "누리집.zip"
    run = city.publish(to=file)
    assert run.code == 0, run.err
    assert "압축 파일을 만들었습니다" in run.out
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        pages = ["404.html", hashed("first"), "files/한글", "index.html", "programs/a/index.html"]
        assert names == ["SHA256SUMS", *(f"site/{page}" for page in pages), "읽어두기.txt"]
        assert all(entry.flag_bits & 0x800 for entry in archive.infolist() if not entry.filename.isascii())
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in archive.infolist())
        note = archive.read("읽어두기.txt")
        sums = dict(line.split("  ")[::-1] for line in archive.read("SHA256SUMS").decode().splitlines())
        assert sums == {
            name: hashlib.sha256(archive.read(name)).hexdigest() for name in names if name.startswith("site/")
        }
    words = note.decode("utf-8-sig")
    assert note.startswith(b"\xef\xbb\xbf")
    assert "문서 폴더에 복사해 주세요" in words
    assert "404.html" in words
    assert "파일 5개, 1KB" in words
    assert words.count("\r\n") == words.count("\n")
    assert str(city.root) not in words


def test_the_same_site_gives_the_same_bytes(city: City) -> None:
    one, two = city.root / "one.zip", city.root / "two.zip"
    city.publish(to=one)
    city.publish(to=two)
    assert one.read_bytes() == two.read_bytes()
    assert "바뀐 것이 없습니다" in city.publish(to=one).out
    city.build("second")
    assert "만들었습니다" in city.publish(to=one).out
    assert one.read_bytes() != two.read_bytes()


def test_other_files_are_not_overwritten(city: City) -> None:
    file = city.root / "mine.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("work.txt", "mine")
    before = file.read_bytes()
    run = city.publish(to=file)
    assert (run.code, "foreign-file" in run.err) == (1, True)
    assert file.read_bytes() == before


@pytest.mark.parametrize("place", ["content/a.zip", "output/site/a.zip", "/proc/nowhere/a.zip"])
def test_places_of_our_own_are_refused(city: City, place: str) -> None:
    run = city.publish(to=city.root / place)
    assert (run.code, "error[" in run.err) == (1, True)
    assert not list(Path(city.root).rglob("*.zip"))


def test_a_changed_output_is_refused(city: City) -> None:
    (city.output / "site" / "index.html").write_text("changed")
    assert city.publish(to=city.root / "a.zip").code == 1
    assert not (city.root / "a.zip").exists()
