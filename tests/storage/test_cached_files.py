"""What is kept between builds: whole or made anew, and where it cannot be cached_files, a build goes on without."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE
from guidebook.storage import cached_files
from guidebook.storage.cached_files import kept_file, kept_octets
from tests.storage.test_steps import swap

OCTETS = b"one" * 1000


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "picture.jpg"
    assert kept_file(path, lambda: OCTETS) == path
    assert kept_file(path, lambda: pytest.fail("made again")) == path
    assert kept_octets(path, lambda: pytest.fail("made again")) == OCTETS


@pytest.mark.parametrize("damage", [b"", OCTETS[:-1], b"\0" * len(OCTETS)])
def test_what_a_stopped_machine_left_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    path = kept_file(tmp_path / "picture.jpg", lambda: OCTETS)
    path.write_bytes(damage)
    assert kept_file(path, lambda: OCTETS).read_bytes() == OCTETS
    path.write_bytes(damage)
    assert kept_octets(path, lambda: OCTETS) == OCTETS


@pytest.mark.parametrize("places", [("a/one.jpg", "a/other.jpg"), ("a/one.jpg", "b/one.jpg")])
def test_what_lies_under_the_name_of_another_is_made_anew(tmp_path: Path, places: tuple[str, str]) -> None:
    one, other = (kept_file(tmp_path / place, place.encode) for place in places)
    for ending in ("", cached_files.HASH):
        swap(one.with_name(one.name + ending), other.with_name(other.name + ending))
    for place in places:
        assert kept_octets(tmp_path / place, place.encode) == place.encode()


@pytest.mark.parametrize("in_its_place", ["file", "folder", "link to nowhere", "link in a circle"])
def test_where_something_else_lies_in_its_place_another_is_used(tmp_path: Path, in_its_place: str) -> None:
    cache = tmp_path / ".cache"
    path = cache / "pictures" / "picture.jpg"
    match in_its_place:
        case "file":
            cache.write_bytes(b"")
        case "folder":
            path.mkdir(parents=True)
            (path / "full").touch()
        case "link to nowhere":
            cache.symlink_to(tmp_path / "nowhere" / "at" / "all")
        case _:
            cache.symlink_to(cache)
    another = kept_file(path, lambda: OCTETS)
    assert another.read_bytes() == OCTETS
    assert another.suffix == path.suffix
    assert another.is_relative_to(cached_files.spare_folders()[0])
    assert kept_file(path, lambda: pytest.fail("made again")) == another
    assert kept_octets(path, lambda: OCTETS) == OCTETS


@pytest.mark.parametrize("cache_is", ["a file", "a link to nowhere", "full"])
def test_a_build_goes_on_without_a_cache(
    yeoul: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache_is: str
) -> None:
    cache = tmp_path / ".cache"
    match cache_is:
        case "a file":
            cache.touch()
        case "a link to nowhere":
            cache.symlink_to(tmp_path / "nowhere" / "at" / "all")
        case _:
            cache.symlink_to("/dev/full")
    monkeypatch.setenv(CACHE_VARIABLE, str(cache))
    output = tmp_path / "output"
    assert main(["--content", str(yeoul), "--output", str(output), "--site-only"]) == 0
    assert (output / "manifest.json").is_file()


def test_a_disk_without_any_room_is_told_in_a_sentence(
    yeoul: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(tmp_path / ".cache"))

    monkeypatch.setattr("guidebook.layout.typefaces.kept_file", full)
    assert main(["--content", str(yeoul), "--output", str(tmp_path / "output"), "--site-only"]) == 1
    said = capsys.readouterr().err
    assert "저장 공간이 부족합니다" in said
    assert "프로그램 오류" not in said
    assert not (tmp_path / "output").exists()
