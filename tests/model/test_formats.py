"""Numbers, ranges, dates and sizes of files are written in one place each, and nowhere by hand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.wording.dates import cited, period_in_english, written
from guidebook.model.wording.file_sizes import size
from guidebook.model.wording.money import in_plain_money
from guidebook.model.wording.numbers import number
from guidebook.model.wording.ranges import between
from tests.conftest import ROOT

PACKAGE, TEMPLATES = ROOT / "guidebook", ROOT / "templates"
HOMES = PACKAGE / "model" / "wording"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (999, "999"),
        (2036, "2,036"),
        (1_234_567, "1,234,567"),
        (Decimal("1234.5"), "1,234.5"),
        (-2036, "-2,036"),
        (Decimal("1E+3"), "1,000"),
    ],
)
def test_thousands_are_set_apart(value: Decimal | int, expected: str) -> None:
    assert number(value) == expected


def test_decimals_are_as_many_as_asked_for() -> None:
    assert [number(1234.56, decimals) for decimals in (0, 1, 2)] == ["1,235", "1,234.6", "1,234.56"]


@pytest.mark.parametrize(
    ("octets", "expected"),
    [
        *((0, "1KB"), (10, "1KB"), (536_000, "536KB"), (999_400, "999KB"), (999_700, "1MB"), (1_000_000, "1MB")),
        *(
            (1_250_000, "1.2MB"),
            (20_000_000, "20MB"),
            (100_000_000, "100MB"),
            (999_970_000, "1GB"),
            (2_500_000_000, "2.5GB"),
        ),
    ],
)
def test_sizes_have_the_unit_that_people_expect(octets: int, expected: str) -> None:
    assert size(octets) == expected


@given(st.integers(0, 10**12))
def test_a_size_is_a_number_below_a_thousand_of_a_unit(octets: int) -> None:
    found = re.fullmatch(r"(\d{1,3}(?:\.\d)?)(KB|MB|GB)", size(min(octets, 999_000_000_000)))
    assert found, size(octets)
    assert 1 <= float(found[1]) < 1000


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("10백만원씩 받았습니다", "1,000만 원씩 받았습니다"),
        ("300백만원(지역별 20백만원)", "3억 원(지역별 2,000만 원)"),
        ("142 백만 원", "1억 4,200만 원"),
        ("1,200백만원", "12억 원"),
        ("1000000백만원, 1,234,567백만원", "1조 원, 1조 2,345억 6,700만 원"),
        ("1억5백만원, 2억 5백만원", "1억 500만 원, 2억 500만 원"),
        ("0백만원", "0원"),
        ("5만 원과 1.5백만원", "5만 원과 1.5백만원"),
    ],
)
def test_money_of_the_source_is_said_plainly(words: str, expected: str) -> None:
    assert in_plain_money(words) == expected
    assert in_plain_money(expected) == expected


def test_a_range_has_no_spaces_and_the_sign_of_its_language() -> None:
    assert between("09:00", "10:30") == "09:00~10:30"
    assert between("09:00", "10:30", {"~": "–"}.__getitem__) == "09:00–10:30"
    assert between(2019, "") == "2019~"


def test_dates_are_as_exact_as_they_are_known() -> None:
    assert [written(date) for date in ("2019-07-23", "2019-07", "2019")] == ["2019. 7. 23.", "2019. 7.", "2019년"]
    assert [written(date, "en") for date in ("2019-07-23", "2019")] == ["23 July 2019", "2019"]
    assert [cited(date) for date in ("2019-07", "2019")] == ["2019. 7.", "2019"]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2019-07-23", "2019-07-24", "23–24 July 2019"),
        ("2019-07-21", "2019-08-02", "21 July – 2 August 2019"),
        ("2019-01", "2019-10", "January – October 2019"),
        ("2019-05", "2020-02", "May 2019 – February 2020"),
        ("2019", "2021", "2019 – 2021"),
        ("2019-03", "2019-07-23", "March 2019 – 23 July 2019"),
    ],
)
def test_periods_in_english_say_once_what_both_ends_share(start: str, end: str, said: str) -> None:
    assert period_in_english(start, end) == said


SIGN, UNIT = re.compile(r"\s*[~–]\s*"), re.compile(r"\s?[kKMG]B\b")


def by_hand(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """What f-strings write themselves although there is a formatter for it."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr):
            continue
        for part, after in zip(node.values, [*node.values[1:], None], strict=True):
            if isinstance(part, ast.FormattedValue) and part.format_spec is not None:
                form = ast.unparse(part.format_spec)
                if "," in form or "_}" in form:
                    yield node.lineno, "a number: use wording.numbers"
            words = str(after.value) if isinstance(after, ast.Constant) else ""
            if isinstance(part, ast.FormattedValue) and after is not node.values[-1] and SIGN.fullmatch(words):
                yield node.lineno, "a range: use wording.ranges"
            if isinstance(part, ast.FormattedValue) and UNIT.match(words):
                yield node.lineno, "a size: use wording.file_sizes"


SIZE_IN_A_SENTENCE = re.compile(r"(?:\{\w+\}|%\(\w+\)s|\}\})\s?[kKMG]B\b|\d ?kB\b")
IN_TEMPLATES = re.compile(
    r"\}\}(?:<[^>]*>|\s)*[~–](?:<[^>]*>|\s)*\{\{|\">\s*[~–]\s*(?:<[^>]*>)*\{\{|\"%\.\d+f\" \| format\(km"
)


def test_nothing_is_written_by_hand_in_code() -> None:
    slips = [
        f"{file.relative_to(ROOT)}:{line} writes {what}"
        for file in PACKAGE.rglob("*.py")
        if file.parent != HOMES
        for line, what in by_hand(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert not slips, "\n".join(slips)


@pytest.mark.parametrize(("folder", "kind"), [(PACKAGE, "*.py"), (TEMPLATES, "*.j2")])
def test_no_sentence_names_a_unit_of_size_itself(folder: Path, kind: str) -> None:
    files = (file for file in folder.rglob(kind) if file.parent != HOMES)
    assert not [str(file) for file in files if SIZE_IN_A_SENTENCE.search(file.read_text(encoding="utf-8"))]


def test_templates_ask_for_ranges_and_distances() -> None:
    slips = [str(file) for file in TEMPLATES.rglob("*.j2") if IN_TEMPLATES.search(file.read_text(encoding="utf-8"))]
    assert not slips, "use between(…), dash or the filter number"


@pytest.mark.parametrize(
    "code", ['f"{n:,}"', 'f"{n:>7,}"', 'f"{a}~{b}"', 'f"{a} ~ {b}"', 'f"{a}–{b}"', 'f"{n / 1000}kB"']
)
def test_what_is_written_by_hand_is_found(code: str) -> None:
    assert list(by_hand(ast.parse(code)))
