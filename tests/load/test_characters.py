"""One rule for all texts, values and names of files: what nobody sees is told by name, and all else is read alike."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.commands.examine import examine
from guidebook.load.characters import FILLERS, composed, faults_in, first_fault, half_width
from guidebook.load.yaml_positions import parse
from tests.conftest import Change

UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\u00ad\u034f\u061c\u180e"
    "\ufe0e\ufe0f\U000e0001\U000e0041\U000e0100\u3164\u115f\u1160\uffa0\u2800\u2028\u2029\u2061"
)
PLACES = (
    ("programs/river-path.md", "title: 주민이", "title: {}주민이"),
    ("programs/river-path.md", "offer: 달마다", "offer: 달{}마다"),
    ("towns/naru.yml", "name: 나루", "name: 나{}루"),
    ("site.yml", "title: ", "title: {}"),
    ("visits/hansol.yml", "delegation: ", "delegation: {}"),
    ("programs/river-path.md", "\n## ", "\n## {}"),
    ("programs/river-path.md", "\nmark: ", "\n{}mark: "),
    ("sites/river-museum.yml", "closed: ", "clos{}ed: "),
)


def unseen(content: Path) -> list[tuple[str, int, int]]:
    codes = ("invisible-character", "control-character")
    return [
        (Path(fault.span.file).name, fault.span.line, fault.span.column)
        for fault in examine(content)[1]
        if fault.code in codes
    ]


@pytest.mark.parametrize(("file", "old", "new"), PLACES)
@pytest.mark.parametrize("letter", ["\u200b", "\u3164"])
def test_it_is_told_at_its_line_and_column(
    change: Change, maru: Path, file: str, old: str, new: str, letter: str
) -> None:
    change(file, old, new.format(letter))
    written = (maru / file).read_text(encoding="utf-8")
    before = written[: written.index(letter)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert unseen(maru) == [(Path(file).name, line, column)]


@pytest.mark.parametrize("letter", UNSEEN)
def test_everything_that_nobody_sees_is_named(letter: str) -> None:
    ((place, (code, message, _)),) = faults_in(f"가{letter}나")
    assert place == 1
    assert code == "invisible-character"
    assert f"U+{ord(letter):04X}" in str(message)


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        ("\x07", "control-character"),
        ("\x85", "control-character"),
        ("\ue000", "unknown-character"),
        ("\U000f0000", "unknown-character"),
        ("\u0378", "unknown-character"),
        ("\uffff", "unknown-character"),
        ("\u0301", "combining-mark"),
        ("\u302e", "combining-mark"),
        ("\u20dd", "combining-mark"),
    ],
)
def test_what_is_no_letter_is_told_too(letter: str, code: str) -> None:
    fault = first_fault(composed(f"가{letter}"))
    assert fault is not None
    assert fault[0] == code


@given(st.text())
def test_what_is_left_is_seen_or_a_space(words: str) -> None:
    read = composed(words)
    bad = {place for place, _ in faults_in(read)}
    for place, letter in enumerate(read):
        kind = unicodedata.category(letter)
        if place not in bad:
            assert letter in "\n\t " or (kind[0] in "LNPS" and letter not in FILLERS)
    assert composed(read) == read


@pytest.mark.parametrize("space", ["\u00a0", "\u3000", "\u2003", "\u202f", "\u2009"])
def test_spaces_of_all_kinds_are_read_as_one(change: Change, maru: Path, space: str) -> None:
    change("towns/naru.yml", "name: ", f"name:{space}")
    change("programs/river-path.md", "\n## ", f"\n##{space}")
    assert not [fault for fault in examine(maru)[1] if fault.severity == "error"]


def test_a_mark_of_byte_order_is_dropped_at_the_beginning_only(maru: Path, change: Change) -> None:
    file = maru / "towns" / "naru.yml"
    file.write_bytes(b"\xef\xbb\xbf\xef\xbb\xbf" + file.read_bytes())
    assert unseen(maru) == []
    change("towns/naru.yml", "name: ", "name: \ufeff")
    assert len(unseen(maru)) == 1


@pytest.mark.parametrize("escape", ["\\u200b", "\\u202e", "\\xad", "\\u3164", "\\U000E0041"])
def test_escapes_of_yaml_are_told_like_the_characters(escape: str) -> None:
    for source in (f'a: 1\nname: "강{escape}"\n', f'a: 1\n"na{escape}me": 강\n', f'a: 1\nb: ["{escape}"]\n'):
        _, _, faults = parse(source, "x.yml")
        assert [(fault.code, fault.span.line) for fault in faults] == [("invisible-character", 2)]


@pytest.mark.parametrize("reference", ["&#8203;", "&#x200B;", "&shy;", "&zwj;", "&#xE0041;"])
def test_references_of_html_are_told_like_the_characters(reference: str, change: Change, maru: Path) -> None:
    change("programs/river-path.md", "\n## ", f"\n## {reference}")
    assert len(unseen(maru)) == 1


@pytest.mark.parametrize("name", ["na\u200bru2.yml", "naru\u00ad.yml"])
def test_the_name_of_a_file_is_read_by_the_same_rule(maru: Path, name: str) -> None:
    (maru / "towns" / name).write_text("name: 가\n", encoding="utf-8")
    (maru / "town\u200bs").mkdir()
    told = [fault for fault in examine(maru)[1] if fault.code == "invisible-character"]
    assert [Path(fault.span.file).name.isascii() for fault in told] == [True, True]  # each is shown by its code


def test_letters_of_full_width_have_a_usual_form() -> None:
    assert half_width("０９：３０ ＡＢ～가") == "09:30 AB~가"
