"""A tree from the cache is the tree that the parser gives, and each belongs to who asked for it."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.render.text import kept_tree as subject
from guidebook.render.text.html_tree import parsed, serialised
from guidebook.render.text.kept_tree import kept_tree
from guidebook.storage.program import NOT_KEPT, ProgramSteps
from guidebook.storage.steps import StepCache

DOCUMENT = "<!doctype html><html lang=ko><title>가</title><body class=x>{}<svg><a xlink:href='#b'/></svg><!-- 글 -->"
PIECES = ("<p>글", "</p>", "<b lang=en>", "</b>", "<table><tr><td>칸", "<br>", "<pre>\n\n", "&lt;", "</table>")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5)))
def test_a_kept_tree_is_that_of_the_parser(tmp_path: Path, pieces: list[str]) -> None:
    steps = ProgramSteps(StepCache(tmp_path), "program")
    html = DOCUMENT.format("".join(pieces))
    for _ in range(2):
        assert serialised(kept_tree(html, "x", steps)) == serialised(parsed(html))


def test_a_document_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = ProgramSteps(StepCache(tmp_path), "program")
    html = DOCUMENT.format("<p>글</p>")
    before = tostring(kept_tree(html, "x", steps))
    monkeypatch.setattr(subject, "parsed", lambda _: pytest.fail("parsed again"))
    again = kept_tree(html, "x", steps)
    assert tostring(again) == before
    again.clear()  # whoever has it may change it
    assert tostring(kept_tree(html, "x", steps)) == before


def test_a_tree_too_deep_to_be_written_is_parsed_each_time(tmp_path: Path) -> None:
    html = DOCUMENT.format("<b>" * 300 + "글")
    steps = ProgramSteps(StepCache(tmp_path), "program")
    for kept in (steps, steps, NOT_KEPT):
        assert kept_tree(html, "x", kept).tag == "html"
