"""Diagnostics for forges: what comes from content stays words, whatever it holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guidebook.cli import main
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import text
from guidebook.report.diagnostics import as_github, as_gitlab
from guidebook.report.fault_list import MOST, as_markdown
from guidebook.report.markdown import plain
from guidebook.words import catalogue

WORDS = catalogue("ko")
NASTY = "이상한 값\n::warning::속임 <img src=x> [링크](http://example.com) @누구 010-1234-5678 `코드` | 표 |"


def fault(value: str, severity: Severity = Severity.ERROR, file: str = "content/visits/hansol.yml") -> Diagnostic:
    return Diagnostic(Span(file, 3, 8), "bad-value", text("'{value}'", value=value), text("고치세요."), severity)


def test_no_value_begins_a_command_of_the_forge() -> None:
    (line,) = as_github((fault(NASTY, file="content/a,b:c.yml\n::error::x"),), WORDS).splitlines()
    assert line.startswith("::error file=content/a%2Cb%3Ac.yml")
    assert line.count("::") >= 2
    assert "\n" not in line


def test_gitlab_gets_its_report_of_code_quality() -> None:
    faults = (fault("하나"), fault("하나"), fault("둘", Severity.WARNING), fault("셋", Severity.NOTE))
    report = json.loads(as_gitlab(faults, WORDS))
    assert [entry["severity"] for entry in report] == ["critical", "critical", "minor", "info"]
    assert report[0]["location"] == {"path": "content/visits/hansol.yml", "lines": {"begin": 3}}
    assert "고치세요." in report[0]["description"]
    assert len({entry["fingerprint"] for entry in report}) == len(report), "GitLab shows one of each"
    assert as_gitlab((), WORDS) == "[]"


def test_a_list_in_markdown_says_all_and_shows_no_number() -> None:
    said = as_markdown((fault(NASTY), fault("주의", Severity.WARNING)), WORDS)
    html = MarkdownIt("gfm-like", {"linkify": False}).render(said)
    assert "<img" not in html
    assert "<a " not in html
    assert "<code" not in html
    assert "010" not in html
    assert "@누구" not in said
    assert "content/visits/hansol.yml 3행" in html
    assert html.index("고쳐야 할 것: 1") < html.index("확인할 것: 1")


def test_a_sentence_within_a_sentence_shows_no_number_either() -> None:
    inner = text("{field}: {value}", field=text("휴대전화 {number}", number="010-1234-5678"), value="a@example.com")
    said = as_markdown(
        (Diagnostic(Span("a.yml", 1, 1), "bad-value", text("'{value}'", value=inner), text("고치세요.")),), WORDS
    )
    assert "휴대전화" in said
    assert "1234" not in said
    assert "example" not in said


def test_the_list_for_a_proposal_names_the_fields_of_any_file(maru: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, line, broken in (
        ("restaurants/ferry-table.yml", "town: gaon", "town: goan"),
        ("site.yml", "phone: 043-222-0000", "phone: 43-2"),
    ):
        file = maru / name
        before = file.read_text(encoding="utf-8")
        assert line in before
        file.write_text(before.replace(line, broken, 1), encoding="utf-8")
        assert main(["check", "--content", str(maru), "--format", "markdown"]) == 1
        said = capsys.readouterr().out
        assert re.search(r"행, ‘[^’]+’ 항목", said.replace("\\", "")), said
        file.write_text(before, encoding="utf-8")


def test_so_many_faults_are_cut_off_and_counted() -> None:
    said = as_markdown((fault("값"),) * (MOST + 7), WORDS)
    assert said.count("3행") == MOST
    assert said.endswith("외 7건")


@given(st.text(max_size=60))
def test_words_in_markdown_are_words(words: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(f"- {plain(words)}")
    assert set(re.findall(r"<(\w+)", html)) <= {"ul", "li", "p"}


@given(st.from_regex(r"\A0(10|2|41)[-. ]?[0-9]{3,4}[-. ]?[0-9]{4}\Z"))
def test_telephone_numbers_are_left_out(number: str) -> None:
    assert not re.search(r"\d{4}", plain(f"기사님 {number}, 연락처"))
