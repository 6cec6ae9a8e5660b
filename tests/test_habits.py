"""What helps whoever changes the project: editors' settings, hooks, templates of forges, the index of decisions."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook import __version__
from tests.conftest import ROOT

HOOKS = ROOT / ".pre-commit-config.yaml"
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md")
LOCKS = {"package-lock.json", "requirements.txt", "requirements-cluster.txt", "requirements-dev.txt"}
"""They have versions of what others wrote."""
FOLDERS = "guidebook|templates|tests|docs"
"""The program's own. Files of the content are held against the shipped city, in `tests/shipped/`."""


def hooks() -> list[dict[str, Any]]:
    repositories = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"], "a hook from elsewhere needs a network"
    return list(repositories[0]["hooks"])


def test_hooks_are_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(HOOKS)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_what_the_lock_files_install(hook: dict[str, Any]) -> None:
    assert hook["language"] == "system"
    program = hook["entry"].split()[0]
    assert program.startswith(".venv/bin/")
    assert (Path(sys.executable).parent / Path(program).name).exists()


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "guidebook/__init__.py"
    version = __version__
    files = [*ROOT.glob("*.*"), *(ROOT / "guidebook").rglob("*.py")]
    written = re.compile(rf"version[\W_]{{1,8}}{re.escape(version)}\b")
    places = [path.name for path in files if path.is_file() and written.search(path.read_text(encoding="utf-8"))]
    assert set(places) - LOCKS == {"__init__.py"}


def test_each_version_has_its_notes_for_who_updates() -> None:
    notes = (ROOT / "docs" / "ko" / "upgrade.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\d\S+)$", notes, re.MULTILINE)[0] == __version__


def test_forges_offer_the_same_templates() -> None:
    """What GitHub and Forgejo show for an issue, GitLab shows too, and the same for a request to merge."""
    github = [path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md")]
    gitlab = {
        path.stem: path.read_text(encoding="utf-8") for path in (ROOT / ".gitlab" / "issue_templates").glob("*.md")
    }
    parted = [re.fullmatch(r"---\nname: (.+)\nabout: .+\n---\n\n(.+)", text, re.DOTALL) for text in github]
    assert {form[1].replace(" ", "_"): form[2] for form in parted if form} == gitlab
    merge = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"
    assert (ROOT / ".github" / "pull_request_template.md").read_bytes() == merge.read_bytes()


def test_the_index_of_decisions_is_whole() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| \d+ \| \[(.+)\]\((.+)\) \|$", index, re.MULTILINE))
    titles = {path.read_text(encoding="utf-8").split("\n")[0]: path.name for path in sorted(folder.glob("0*.md"))}
    assert {re.sub(r"^# \d+\. ", "", title): name for title, name in titles.items()} == rows


@pytest.mark.parametrize(
    "page", [*PAGES, *sorted(f"docs/decisions/{p.name}" for p in (ROOT / "docs/decisions").glob("*.md"))]
)
def test_pages_name_only_what_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in re.findall(rf"`((?:{FOLDERS})/[\w/.*<>-]*)`", text):
        pattern = re.sub(r"<\w+>", "*", name.rstrip("/"))
        assert list(ROOT.glob(pattern)), f"{page} speaks of {name}, which is not there"
