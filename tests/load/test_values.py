"""A value of the wrong form is told at its line, in words of the page's language, before it can stop a build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import Severity
from tests.conftest import Change

PROGRAM, PLACE = "programs/river-path.md", "sites/river-museum.yml"
BARS = "      - {label: 2025년, value: 1, text: 1km}\n      - {label: 2026년, value: 3, text: 3km}\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        # a list or a mapping where one of several words is asked for
        (PLACE, "kind: museum", "kind: [museum]", "wrong-type"),
        (PLACE, "kind: museum", "kind: {a: b}", "wrong-type"),
        (PLACE, "kind: official", "kind: []", "wrong-type"),
        ("routes/river-day.md", "length: full-day", "length: [[], {}]", "wrong-type"),
        # numbers that are none, or none that a city has
        (PROGRAM, "value: 4, text: 4km", "value: NaN, text: 4km", "bad-number"),
        (PROGRAM, "value: 4, text: 4km", "value: -inf, text: 4km", "bad-number"),
        (PROGRAM, "value: 4, text: 4km", "value: 1e999999, text: 4km", "out-of-range"),
        (PROGRAM, "{label: 2025년, value: 1,", "{label: 2025년, value: -1,", "out-of-range"),
        (PROGRAM, "as_of: 2026", "as_of: -5", "out-of-range"),
        (PROGRAM, "as_of: 2026", f"as_of: {'9' * 400}", "out-of-range"),
        ("restaurants/ferry-table.yml", "seats: 40", "seats: -5", "out-of-range"),
        ("site.yml", "stars: 1", f"stars: {'9' * 40}", "out-of-range"),
        # what Python reads as a number and people do not write
        ("visits/hansol.yml", "people: 28", "people: 2_8", "bad-number"),
        ("visits/hansol.yml", "people: 28", 'people: "2_8"', "bad-number"),
        (PROGRAM, "value: 4, text: 4km", "value: 4_0, text: 4km", "bad-number"),
        (PROGRAM, "value: 4, text: 4km", "value: ４, text: 4km", "wide-characters"),
        # lists of nothing, from which nothing can be drawn
        (PROGRAM, f"bars:\n{BARS}", "bars: []\n", "empty-value"),
        # addresses that no browser reads
        *(
            ("site.yml", "title: 누리집 자료, date: 2026-10}", f'title: 자료, url: "{url}"}}', "bad-url")
            for url in ("https://[", "https://", "https:///a", "http://a{b}/", "https://a@b/", "https://a:b/")
        ),
    ],
)
def test_a_wrong_value_is_told_at_its_line(
    maru: Path, change: Change, file: str, old: str, new: str, code: str
) -> None:
    change(file, old, new)
    written = (maru / file).read_text(encoding="utf-8")
    line = written[: written.index(new)].count("\n") + 1
    found = [one for one in examine(maru)[1] if one.severity is Severity.ERROR]
    assert [(Path(one.span.file).name, one.span.line, one.code) for one in found] == [(Path(file).name, line, code)]
    assert not re.search(r"\[|\{|None|Decimal", f"{found[0].message} {found[0].hint}"), "not as code writes it"


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://한글.kr:8080/가?나=[1]#다", "https://a.b/(c)'d'", "http://a.b?c={d}|e"]
)
def test_an_address_that_browsers_read_is_taken(maru: Path, change: Change, url: str) -> None:
    change("site.yml", "title: 누리집 자료, date: 2026-10}", f'title: 자료, url: "{url}"}}')
    assert not [one for one in examine(maru)[1] if one.severity is Severity.ERROR]
