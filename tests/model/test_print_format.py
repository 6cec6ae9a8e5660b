"""Editions as files describe them: all of ours are read, and what is wrong in one is told with its name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from guidebook.books.print_formats import USUAL, format_ids, print_formats
from guidebook.model.print_format import BODY, PAPERS, parsed
from tests.commands.printed_files import EDITIONS
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
FILES = sorted((TEMPLATES / "print" / "formats").glob("*.toml"))


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of our editions, for tests that break one."""
    shutil.copytree(TEMPLATES / "print" / "formats", tmp_path / "print" / "formats")
    return tmp_path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_an_edition(path: Path) -> None:
    print_format = parsed(path.stem, path.read_text(encoding="utf-8"))
    assert print_format.id == path.stem
    assert print_format.sheet == PAPERS[print_format.paper]
    assert print_format.scale == print_format.body / BODY


def test_every_file_has_its_place_in_the_order() -> None:
    assert format_ids(TEMPLATES) == EDITIONS


def test_type_says_how_much_everything_grows() -> None:
    assert parsed("x", 'title = "판"\nbody = 19').scale == 19 / BODY
    assert parsed("x", 'title = "판"').scale == 1


def test_no_two_editions_share_a_title() -> None:
    made, _ = print_formats(("all",), TEMPLATES)
    assert len({print_format.title for print_format in made}) == len(made)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_edition_can_be_made_as_it_says(path: Path) -> None:
    print_format = parsed(path.stem, path.read_text(encoding="utf-8"))
    assert not print_format.folded or (print_format.paper == "a5" and print_format.multiple == 4)
    assert print_format.binding != "stitch" or print_format.folded
    assert print_format.body >= print_format.least
    assert not print_format.bleed or print_format.ink == "cmyk"


def test_what_a_file_leaves_out_is_as_on_the_screen() -> None:
    print_format = parsed("plain", 'title = "아무것"')
    assert (print_format.paper, print_format.ink, print_format.binding, print_format.multiple, print_format.scale) == (
        "a5",
        "rgb",
        "none",
        1,
        1,
    )


@pytest.mark.parametrize(
    "source",
    [
        "",
        'title = ""',
        'title = "가"\ncolour = true',
        'title = "가"\nPaper = "a4"',
        'title = "가"\npaper = "b5"',
        'title = "가"\npaper = "a3"',
        'title = "가"\nink = "black"',
        'title = "가"\nbinding = "glue"',
        'title = "가"\nbody = 7.9',
        'title = "가"\nbody = 25',
        'title = "가"\nleast = -1',
        'title = "가"\nmultiple = 0',
        'title = "가"\nmultiple = 9',
        'title = "가"\nmegabytes = 0',
        'title = "가"\nfolded = "often"',
        'title = "가"\n[paper]\nwidth = 100',
    ],
)
def test_keys_and_values_that_nobody_knows_are_refused(source: str) -> None:
    with pytest.raises(ValidationError):
        parsed("some", source)


@pytest.mark.parametrize("id", ["", "Office", "of fice", "../office"])
def test_a_name_that_no_folder_should_have_is_refused(id: str) -> None:
    with pytest.raises(ValidationError):
        parsed(id, 'title = "가"')


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1"):
        parsed("some", "title = 가나")


@pytest.mark.parametrize(
    ("wanted", "made"),
    [
        ((), USUAL),
        (("press",), ("press",)),
        (("press", "screen"), ("screen", "press")),
        (("large-print", "office-plain", "office"), ("office", "office-plain", "large-print")),
        (("office", "office"), ("office",)),
        (("all",), EDITIONS),
        (("press", "all"), EDITIONS),
    ],
)
def test_editions_are_made_in_their_order_whatever_the_order_of_asking(
    wanted: tuple[str, ...], made: tuple[str, ...]
) -> None:
    found, faults = print_formats(wanted, TEMPLATES)
    assert faults == ()
    assert tuple(print_format.id for print_format in found) == made


@pytest.mark.parametrize(
    "octets",
    [b'title = "', b"titel = '\xea\xb0\x80'", b"title = '\xff\xfe'", b'title = "a"\npaper = "b5"\n', b""],
    ids=["torn", "misspelt", "no utf-8", "no such paper", "empty"],
)
def test_a_broken_file_is_named_and_the_others_are_read(templates: Path, octets: bytes) -> None:
    (templates / "print" / "formats" / "office.toml").write_bytes(octets)
    found, (fault,) = print_formats(("all",), templates)
    assert fault.code == "bad-profile"
    assert fault.span.file == "templates/print/formats/office.toml"
    assert "\n" not in str(fault.message)
    assert [print_format.id for print_format in found] == [id for id in EDITIONS if id != "office"]


def test_a_missing_file_is_named(templates: Path) -> None:
    (templates / "print" / "formats" / "press.toml").unlink()
    found, (fault,) = print_formats(("press",), templates)
    assert found == ()
    assert fault.span.file.endswith("/press.toml")


def test_a_broken_file_that_nobody_asked_for_is_no_matter(templates: Path) -> None:
    (templates / "print" / "formats" / "press.toml").write_text("?", encoding="utf-8")
    assert print_formats((), templates)[1] == ()
