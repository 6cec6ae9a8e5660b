"""The recipes of CONTRIBUTING.md, done for real: a new field, a new print format. `test_new_kind.py` has the third."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import CITIES, ROOT

TABLES = '''    tables: Annotated[
        Annotated[int, Field(ge=1)] | None,
        Label(text("탁자"), "한 번에 앉을 수 있는 탁자의 수", "12", "음식점 쪽과 책", unit="개"),
    ] = None
    """How many tables there are."""
'''
"""Step 1 of the field: what the model of restaurants gets."""
CLI = ("-m", "guidebook.cli")
POCKET = 'title = "주머니용"\norder = 6\npaper = "a5"\nbody = 9\nink = "grey"\nbinding = "corner"\nmultiple = 2\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program and its templates, as a developer has it before the change."""
    copy = tmp_path / "checkout"
    copy.mkdir()
    for folder in ("guidebook", "templates"):
        shutil.copytree(ROOT / folder, copy / folder)  # with what was compiled of it, which keeps its time
    shutil.copy(ROOT / "mkdocs.yml", copy)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copytree(CITIES / "maru", copy / "content")
    return copy


def run(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of the copy, which may keep what it compiles there: the next one need not compile it again."""
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


def edit(file: Path, old: str, new: str) -> None:
    before = file.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{file} has {old!r} {before.count(old)} times"
    file.write_text(before.replace(old, new), encoding="utf-8")


@pytest.fixture
def tabled(checkout: Path) -> Path:
    """The checkout after the recipe for a field: restaurants say how many tables they have."""
    model = checkout / "guidebook" / "model" / "records" / "restaurant.py"
    edit(model, "    dishes: Annotated[\n", TABLES + "    dishes: Annotated[\n")
    edit(model, "from guidebook.model.label", "from pydantic import Field\n\nfrom guidebook.model.label")
    line = '  <div><dt>{{ label(item, "tables") }}</dt><dd>{{ item.tables }}</dd></div>\n'
    head = '<dl class="facts grade-facts">\n'
    page = checkout / "templates" / "pages" / "restaurant.html.j2"
    edit(page, head, f"{head}{{% if item.tables %}}\n{line}{{% endif %}}\n")
    return checkout


def test_a_new_field_is_read_shown_and_documented(tabled: Path) -> None:
    restaurant = tabled / "content" / "restaurants" / "ferry-table.yml"
    restaurant.write_text(restaurant.read_text(encoding="utf-8") + "tables: 14\n", encoding="utf-8")
    refused = run(tabled, *CLI, "check")
    assert "'tables' 값을 어디에서 보았는지" in refused.stdout, "a value without a source is no public record"
    edit(restaurant, "covers: [", "covers: [tables, ")
    built = run(tabled, *CLI, "build", "--site-only")
    assert built.returncode == 0, built.stderr
    page = (tabled / "output" / "site" / "restaurants" / "ferry-table" / "index.html").read_text(encoding="utf-8")
    assert re.search(r"<dt>탁자</dt>\s*<dd>14</dd>", page)
    code = "from guidebook.forms.reference import field_reference; print(field_reference())"
    reference = run(tabled, "-c", code)
    assert "`tables`" in reference.stdout, reference.stderr


def test_a_wrong_value_of_a_new_field_is_told_at_its_line(tabled: Path) -> None:
    restaurant = tabled / "content" / "restaurants" / "ferry-table.yml"
    lines = restaurant.read_text(encoding="utf-8").count("\n")
    restaurant.write_text(restaurant.read_text(encoding="utf-8") + "tables: 많음\n", encoding="utf-8")
    edit(restaurant, "covers: [", "covers: [tables, ")  # nothing else is wrong with it
    checked = run(tabled, *CLI, "check")
    assert checked.returncode == 1
    assert f"ferry-table.yml:{lines + 1}:9" in checked.stdout


def test_a_new_print_format_is_one_file(checkout: Path) -> None:
    """For one report, since a book of any length is made in it in the same way."""
    (checkout / "templates" / "print" / "formats" / "pocket.toml").write_text(POCKET, encoding="utf-8")
    assert "pocket" in run(checkout, *CLI, "guidebook", "--help").stdout
    made = run(checkout, *CLI, "guidebook", "--program", "river-path", "--edition", "pocket", "--copies", "pocket=7")
    assert made.returncode == 0, made.stderr
    (book,) = (checkout / "output" / "print" / "river-path" / "pocket").glob("*-주머니용.pdf")
    with pikepdf.open(book) as pdf:
        assert len(pdf.pages) > 1
    sheet = next((checkout / "output" / "print" / "river-path").rglob("*.txt")).read_text(encoding="utf-8")
    assert "7부" in sheet
