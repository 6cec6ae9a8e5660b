"""What people mean otherwise than YAML reads it is told, at its own line, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.load.yaml_positions import parse
from guidebook.model.diagnostic import Severity
from tests.conftest import CITIES, Change


def told(source: str) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.span.line, fault.span.column) for fault in parse(source, "x.yml")[2]]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("a: 1\nname: 갈대못 #1 쉼터\n", (2, 7)),
        ("name: 갈대못  #(임시)\n", (1, 7)),
        ("names:\n  - 가\n  - 나 #2\n", (3, 5)),
        ("primary: #0b4f6c\n", (1, 9)),
        ("x: {name: 가 #1\n  , b: 2}\n", (1, 11)),
        ("a: 가\n   나 #1\n", (1, 4)),
        ("names: [가 #1,\n  다]\nb: 1\n", (1, 9)),
    ],
)
def test_a_value_cut_by_a_comment_is_told(source: str, place: tuple[int, int]) -> None:
    found = [fault for fault in parse(source, "x.yml")[2] if fault.code == "cut-by-comment"]
    assert [(fault.span.line, fault.span.column, fault.severity) for fault in found] == [(*place, Severity.WARNING)]


@pytest.mark.parametrize(
    "source",
    [
        "date: 2026-10 # 확인함\n",
        "# 한 줄\n#한 줄\na: 1\n  #들여 쓴 줄\nb: 2\n",
        "a: '가 #1'\n",
        'a: "가 #1" # 확인함\n',
        "a: |\n  가 #1\n",
        "a: 가#1\n",
        "a: 1 #----\n",
        "a: C#\n",
    ],
)
def test_a_comment_that_was_meant_is_not(source: str) -> None:
    assert told(source) == []


@pytest.mark.parametrize("content", [CITIES / "dasom", CITIES / "maru", CITIES / "yeoul"])
def test_there_is_no_false_alarm(content: Path) -> None:
    codes = {fault.code for fault in examine(content)[1]}
    assert not codes & {"cut-by-comment", "reserved-word", "invisible-character", "wide-characters", "missing-glyph"}


def test_a_bracket_whose_end_became_a_comment_says_so() -> None:
    *_, fault = parse("a: 1\ntowns: [가 #1, 나]\nb: 2\n", "x.yml")[2]
    assert (fault.code, fault.span.line) == ("yaml-syntax", 2)
    assert "#" in str(fault.hint)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("a: 1\nname： 나루\nb: 2\n", (2, 5)),
        ("name： 나루\nb: 2\n", (1, 5)),
        ("name： 나루\n", (1, 5)),
        ("a: 1\nlast：2", (2, 5)),
        ("a:\n  b: 1\n  c： 2\n  d: 3\n", (3, 4)),
        ("a:\n  - n： 1\n    m: 2\n", (2, 6)),
        ("a: 1\n이름： 나루\nb: 2\n", (2, 3)),
    ],
)
def test_a_full_width_colon_is_named_at_its_own_place(source: str, place: tuple[int, int]) -> None:
    assert told(source) == [("wide-colon", *place)]


@pytest.mark.parametrize(
    ("file", "old", "new", "right"),
    [
        ("visits/hansol.yml", 'start: "10:00"', 'start: "１０：００"', "10:00"),
        ("visits/hansol.yml", 'start: "10:00"', 'start: "1０:00"', "10:00"),
        ("sites/river-museum.yml", "phone: 043-222-1100", "phone: 04３-222-1100", "043-222-1100"),
        ("programs/river-path.md", "as_of: 2026", "as_of: 20２６", "2026"),
        ("sites/river-museum.yml", "kind: museum", "kind: ｍuseum", "museum"),
    ],
)
def test_letters_of_full_width_are_named_where_each_counts(
    change: Change, maru: Path, file: str, old: str, new: str, right: str
) -> None:
    change(file, old, new)
    line = (maru / file).read_text(encoding="utf-8").split(new)[0].count("\n") + 1
    (fault,) = [fault for fault in examine(maru)[1] if fault.severity == "error"]
    assert (fault.code, fault.span.line) == ("wide-characters", line)
    assert right in str(fault.hint)


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~", "", "yes", "no", "No", "on", "off", "true", "FALSE"])
@pytest.mark.parametrize(
    ("file", "after"),
    [
        ("sites/river-museum.yml", "closed: 월요일(공휴일이면 그다음 평일)"),
        ("programs/river-path.md", "offer: 달마다 강길 고치기"),
        ("visits/hansol.yml", "delegation: 한솔"),
    ],
)
def test_a_word_of_yaml_is_never_the_word_on_the_page(
    change: Change, maru: Path, file: str, after: str, word: str
) -> None:
    key = after.split(":")[0]
    lines = (maru / file).read_text(encoding="utf-8").split("\n")
    number = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    lines[number] = f"{key}: {word}".rstrip()
    (maru / file).write_text("\n".join(lines), encoding="utf-8")
    found = [fault for fault in examine(maru)[1] if fault.severity == "error"]
    assert [fault.span.line for fault in found] == [number + 1]
    assert found[0].code in ("empty-value", "reserved-word")


@pytest.mark.parametrize(("key", "value"), [("towns", "[naru, ~]"), ("towns", "[naru, no]"), ("facts", "null")])
def test_nor_in_lists_and_in_place_of_what_is_inside(maru: Path, key: str, value: str) -> None:
    file = maru / "programs" / "river-path.md"
    lines = file.read_text(encoding="utf-8").split("\n")
    number = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    lines[number] = f"{key}: {value}"
    kept = [line for line in lines if key != "facts" or not line.startswith("  w")]
    file.write_text("\n".join(kept), encoding="utf-8")
    found = [fault for fault in examine(maru)[1] if fault.code in ("empty-value", "reserved-word")]
    assert [Path(fault.span.file).name for fault in found] == ["river-path.md"]


def test_a_word_in_quotes_is_a_word(change: Change, maru: Path) -> None:
    change("sites/river-museum.yml", "closed: 월요일(공휴일이면 그다음 평일)", 'closed: "no"')
    assert not [fault for fault in examine(maru)[1] if fault.code == "reserved-word"]
