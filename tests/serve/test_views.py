"""What editors are told is escaped, in their language, and free of what content brings along."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import text
from guidebook.serve.live import Shown, ShownBook
from guidebook.serve.views import Views
from guidebook.web.frame import template_fault
from tests.conftest import ROOT

EVIL = "<script>alert(1)</script>\"'&"


def views(language: str = "ko", folder: Path = ROOT) -> Views:
    return Views(ROOT / "templates", ROOT / "node_modules", language, "vscode://file{file}:{line}", folder)


def fault(severity: Severity = Severity.ERROR, words: str = EVIL) -> Diagnostic:
    sentence = text("'{path}' 파일이 없습니다.", path=words)
    return Diagnostic(Span(f"content/{words}.yml", 7), "some-code", sentence, sentence, severity, words)


@pytest.mark.parametrize("draw", ["panel", "over", "waiting", "missing"])
def test_nothing_of_the_content_becomes_markup(draw: str) -> None:
    shown = Shown(faults=(fault(),), books={"a": ShownBook(EVIL)})
    drawn = getattr(views(), draw)(shown)
    assert "<script>alert" not in drawn
    assert "alert(1)" in drawn or draw in ("waiting", "missing")


def test_a_book_is_named_without_markup() -> None:
    drawn = views().beside(Shown(books={EVIL: ShownBook(EVIL)}), EVIL, f"/{EVIL}")
    assert "<script>alert" not in drawn
    assert "\"'&" not in drawn


def test_only_errors_lie_over_a_page_and_the_panel_has_all() -> None:
    shown = Shown(faults=(fault(Severity.NOTE, "하나"), fault(Severity.WARNING, "둘")))
    assert "<dialog" not in views().over(shown)
    panel = views().panel(shown)
    assert panel.index("둘") < panel.index("하나")
    assert "주의" in panel


def test_faults_of_a_book_are_told_once_and_the_worst_first() -> None:
    warning, error = fault(Severity.WARNING), fault()
    shown = Shown(faults=(warning,), books={"a": ShownBook(faults=(warning, error))})
    assert shown.all_faults == (error, warning)
    assert shown.errors == (error,)


def test_our_own_files_are_found_and_no_others() -> None:
    for name in ("editor.css", "over.css", "client.js", "first.js", "font-700.woff2"):
        assert views().file(name) is not None
    for name in ("../tokens.css", "page.html.j2", "gone.js", "font-1.woff2", ""):
        assert views().file(name) is None


def test_style_sheets_have_their_tokens_written_in() -> None:
    for name in ("editor.css", "over.css"):
        found = views().file(name)
        assert found is not None
        for token in ("--space-", "--type-", "--gray-", "--krds-", "--city-"):
            assert f"var({token}" not in found[0].decode()


@pytest.mark.parametrize("broken", ["{% if %}", "{{ nobody_knows }}"])
def test_a_broken_template_of_ours_is_told_in_its_place(tmp_path: Path, broken: str) -> None:
    shutil.copytree(ROOT / "templates" / "editor", tmp_path / "editor")
    panel = tmp_path / "editor" / "panel.html.j2"
    panel.write_text(f"<p>\n{broken}\n", encoding="utf-8")
    drawn = Views(tmp_path, ROOT / "node_modules", "ko", "", ROOT, template_fault).panel(Shown())
    assert f"{panel}:2" in drawn
    assert "웹사이트의 템플릿을 처리할 수 없습니다" in drawn
