from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.yaml_positions import MAX_DEPTH, parse


def test_everything_stays_text() -> None:
    data, places, faults = parse("time: 10:00\nphone: 0413603114\nyes: no\ndate: 2019-07-23\nnothing: ~\n", "x.yml")
    assert data == {"time": "10:00", "phone": "0413603114", "yes": "no", "date": "2019-07-23", "nothing": "~"}
    assert places.reserved == {("yes",): "no", ("nothing",): "~"}, "what YAML takes for no text is remembered"
    assert faults == ()


def test_keys_and_values_know_their_place() -> None:
    _, places, _ = parse("a: 1\nstops:\n  - place: 역\n    minutes: 30\n", "x.yml", first_line=2)
    assert str(places.key(("stops", 0, "minutes"))) == "x.yml:5:5"
    assert str(places.value(("stops", 0, "minutes"))) == "x.yml:5:14"


def test_what_is_not_there_is_shown_at_what_is_around_it() -> None:
    _, places, _ = parse("hall:\n  address: 어디\n", "x.yml")
    assert str(places.value(("hall", "phone"))) == "x.yml:2:3"
    assert str(places.value(("hall",))) == "x.yml:2:3"
    assert str(places.key(("hall",))) == "x.yml:1:1"


def test_a_duplicate_key_keeps_the_first_value_and_names_both_lines() -> None:
    data, _, faults = parse("a: 1\nb: 2\na: [3, {c: 4}]\n", "x.yml")
    assert data == {"a": "1", "b": "2"}
    assert [(fault.code, fault.span.line) for fault in faults] == [("duplicate-key", 3)]
    assert "1행" in str(faults[0].message)


def test_a_billion_laughs_are_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9)
    )
    data, _, faults = parse(bomb, "x.yml")
    assert data is None
    assert [fault.code for fault in faults] == ["yaml-alias"]


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_bottomless_nesting_is_refused_without_recursion(opening: str) -> None:
    data, _, faults = parse("a: " + opening * 100_000, "x.yml")
    assert data is None
    assert [fault.code for fault in faults] == ["yaml-depth"]
    assert str(MAX_DEPTH) in str(faults[0].message)


def test_an_unclosed_quote_is_shown_where_it_opens() -> None:
    _, _, faults = parse('a: 1\nb: "열고\nc: 3\n', "x.yml")
    assert [(fault.code, fault.span.line) for fault in faults] == [("yaml-syntax", 2)]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("a: !important 공지", "yaml-tag"),
        ("a: !", "yaml-tag"),
        ("a: ! 공지", "yaml-tag"),
        ("a: !list [1, 2]", "yaml-tag"),
        ("a: !map {b: 1}", "yaml-tag"),
        ("!key a: 1", "yaml-tag"),
        ("a: !<verbatim> 공지", "yaml-tag"),
        ("a: !긴급 공지", "yaml-syntax"),
        ("a: !no!handle 공지", "yaml-syntax"),
    ],
)
def test_a_value_that_begins_with_an_exclamation_mark_does_not_lose_a_word(written: str, code: str) -> None:
    _, _, faults = parse(f"x: 1\n{written}\n", "x.yml")
    assert [(fault.code, fault.span.line) for fault in faults] == [(code, 2)]
    assert faults[0].hint is not None
    assert "따옴표로 감싸세요" in str(faults[0].hint)


@pytest.mark.parametrize("written", ["!!str 010", '"!긴급 공지"', "공지!", "'! 주의'"])
def test_what_loses_nothing_is_no_fault(written: str) -> None:
    data, _, faults = parse(f"a: {written}\n", "x.yml")
    assert (data or {})["a"] in ("010", "!긴급 공지", "공지!", "! 주의")
    assert faults == ()


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(source: str) -> None:
    data, _, faults = parse(source, "x.yml")
    assert data is None or isinstance(data, dict)
    assert all(fault.span.line >= 1 and fault.span.column >= 1 for fault in faults)
    assert faults or data is not None


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.from_regex(r"[가-힣a-z0-9]{1,12}", fullmatch=True))
)
def test_plain_mappings_come_back_as_written(mapping: dict[str, str]) -> None:
    source = "".join(f"{key}: {value}\n" for key, value in mapping.items())
    data, places, _ = parse(source, "x.yml")
    if mapping:
        assert data == mapping
        for number, key in enumerate(mapping, start=1):
            assert places.key((key,)).line == number


def test_a_control_character_written_as_an_escape_is_told_at_its_value() -> None:
    _, _, faults = parse('a: 1\nname: "강\\x07"\n', "x.yml")
    assert [(fault.code, fault.span.line, fault.span.column) for fault in faults] == [("control-character", 2, 7)]
    assert "U+0007" in str(faults[0].message)
