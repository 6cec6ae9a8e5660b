"""A process that stays makes what a new one makes: nothing that it remembers is of an earlier state."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.cli.paths import paths_of
from guidebook.commands.serving.pages import explained, make_pages
from guidebook.model.diagnostic import Diagnostic
from guidebook.storage.paths import Paths
from tests.conftest import CITIES, ROOT
from tests.own_cache import furnished

NEW = """
import sys
from dataclasses import replace
from pathlib import Path
from guidebook.cli.paths import paths_of
from guidebook.commands.serving.pages import make_pages
content, output, templates, cache, folder = sys.argv[1:]
paths = replace(paths_of(content, output), templates=Path(templates), cache=Path(cache))
assert make_pages(paths, None, Path(folder), None, "2026-11-28").version
"""
EDITS = (
    ("content/programs/library.md", "골목 책방\n", "새 책방\n"),
    ("content/site.yml", "title: ", "title: 새 "),
    ("content/towns/gangbyeon.yml", "name: ", "name: 새"),
    ("templates/pages/program.html.j2", "<h1", '<h1 data-edited=""'),
    ("templates/theme/main.html", "<body>", '<body data-edited="">'),
    ("templates/theme/css/10-base.css", "text-wrap: pretty", "text-wrap: balance"),
    ("templates/theme/js/first.js", "root.dataset.js", "root.dataset.edited = root.dataset.js"),
    ("templates/tokens.css", "--type-28: 1.75rem", "--type-28: 1.8rem"),
)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def anew(paths: Paths, cache: Path, folder: Path) -> dict[str, bytes]:
    """The same by a new process with nothing kept."""
    given = (paths.content, paths.output, paths.templates, cache, folder)
    subprocess.run([sys.executable, "-c", NEW, *map(str, given)], cwd=ROOT, check=True)
    return files_in(folder)


def test_after_each_edit_pages_are_those_of_a_new_process(tmp_path: Path) -> None:
    shutil.copytree(CITIES / "yeoul", tmp_path / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    paths = paths_of(str(tmp_path / "content"), str(tmp_path / "output"))
    paths = replace(paths, templates=tmp_path / "templates")
    versions = set()
    for number, (file, old, new) in enumerate(EDITS):
        place = tmp_path / file
        before = place.read_text(encoding="utf-8")
        assert old in before, file
        place.write_text(before.replace(old, new, 1), encoding="utf-8")
        made = make_pages(paths, None, tmp_path / f"kept-{number}", None, "2026-11-28")
        assert made.version, made.faults
        versions.add(made.version)
    assert len(versions) == len(EDITS)
    assert files_in(tmp_path / f"kept-{number}") == anew(paths, furnished(tmp_path / "cache"), tmp_path / "new")


def test_a_broken_template_is_told_at_its_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    paths = paths_of(str(CITIES / "yeoul"), str(tmp_path / "output"))
    paths = replace(paths, templates=tmp_path / "templates")
    template = paths.templates / "pages" / "program.html.j2"
    template.write_text("<h1>\n{{ nobody_knows }}</h1>\n", encoding="utf-8")
    made = make_pages(paths, None, tmp_path / "folder", None, "2026-11-28")
    assert not made.version
    assert [(fault.code, fault.span.line) for fault in made.faults] == [("site-template", 2)]
    assert made.faults[0].span.file == str(template)
    assert made.report.complete


@pytest.mark.parametrize(
    ("css", "code", "line"),
    [
        ("", "style-sheet", 1),
        (":root {}\n", "style-sheet", 1),
        ("{whole}\na { background: url(nofile.png) }\n", "unknown-style-picture", -1),
    ],
)
def test_a_broken_style_sheet_is_told_at_its_line(tmp_path: Path, css: str, code: str, line: int) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    paths = paths_of(str(CITIES / "yeoul"), str(tmp_path / "output"))
    paths = replace(paths, templates=tmp_path / "templates")
    tokens = paths.templates / "tokens.css"
    written = css.replace("{whole}", tokens.read_text(encoding="utf-8"))
    tokens.write_text(written, encoding="utf-8")
    made = make_pages(paths, None, tmp_path / "folder", None, "2026-11-28")
    assert not made.version
    lines = written.count("\n") if line < 0 else line
    assert [(fault.code, fault.span.file, fault.span.line) for fault in made.faults] == [(code, str(tokens), lines)]


def test_a_full_disk_is_told_with_the_folder_that_was_written_to(tmp_path: Path) -> None:
    paths = replace(paths_of(str(CITIES / "yeoul"), str(tmp_path / "output")), cache=tmp_path / "cache")

    def full() -> tuple[Diagnostic, ...]:
        raise OSError(errno.ENOSPC, "No space left on device")

    (fault,) = explained(paths, full, lambda fault: (fault,))
    assert (fault.code, fault.span.file) == ("disk-full", str(paths.cache))
    assert dict(fault.message.values)["path"] == str(paths.cache)
