"""A private visit that a repository would take in is warned of, by the ignore rules; and no program is ever started."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.load.private_visits import exposed_visits
from tests.conftest import CITIES, ROOT


def told(content: Path) -> list[str]:
    return [Path(one.span.file).name for one in exposed_visits(content, load_content(content).catalogue)]


def test_without_a_repository_there_is_nothing_to_say(maru: Path) -> None:
    assert told(maru) == []


@pytest.mark.parametrize(("private", "expected"), [("true", []), ("false", ["hansol.yml"])])
def test_a_repository_that_only_the_office_reads_is_where_visits_belong(
    maru: Path, private: str, expected: list[str]
) -> None:
    (maru.parent / ".git").mkdir()
    site = maru / "site.yml"
    told_of = f"cms: {{backend: gitlab, repo: maru/content, private: {private}}}\n"
    site.write_text(site.read_text(encoding="utf-8") + told_of, encoding="utf-8")
    assert told(maru) == expected


def test_a_visit_that_no_rule_keeps_out_is_warned_of_with_the_rule_to_add(maru: Path) -> None:
    (maru.parent / ".git").mkdir()
    (warning,) = exposed_visits(maru, load_content(maru).catalogue)
    assert (warning.code, Path(warning.span.file).name) == ("visit-exposed", "hansol.yml")
    assert "‘/content/visits/*’" in str(warning.hint)
    (maru.parent / ".gitignore").write_text("/content/visits/*\n", encoding="utf-8")
    assert told(maru) == []


@pytest.mark.parametrize(
    ("file", "rules", "kept_out"),
    [
        (".gitignore", "visits/", True),
        (".gitignore", "*.yml", True),
        (".gitignore", "/content/", True),
        (".gitignore", "/content/visits/*\n!/content/visits/hansol.yml", False),
        (".gitignore", "# visits/\n\n!\n[a\n", False),
        (".gitignore", "/visits/", False),
        ("content/.gitignore", "/visits/", True),
        ("content/visits/.gitignore", "*", True),
        ("content/visits/.gitignore", "hansol.yml", True),
        (".git/info/exclude", "hansol.*", True),
    ],
)
def test_rules_of_every_level_count_as_they_do_for_git(maru: Path, file: str, rules: str, kept_out: bool) -> None:
    (maru.parent / ".git" / "info").mkdir(parents=True)
    (maru.parent / file).write_text(rules, encoding="utf-8")
    assert told(maru) == ([] if kept_out else ["hansol.yml"])


def test_the_nearest_rule_wins(maru: Path) -> None:
    (maru.parent / ".git").mkdir()
    (maru.parent / ".gitignore").write_text("*.yml\n", encoding="utf-8")
    (maru / "visits" / ".gitignore").write_text("!hansol.yml\n", encoding="utf-8")
    assert told(maru) == ["hansol.yml"]


def test_a_repository_inside_another_has_to_keep_it_out_too(maru: Path) -> None:
    (maru.parent / ".git").mkdir()
    (maru.parent / ".gitignore").write_text("/content/\n", encoding="utf-8")
    (maru / ".git").mkdir()
    assert told(maru) == ["hansol.yml"]


def test_the_sample_and_public_visits_may_go_in(maru: Path) -> None:
    (maru.parent / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    visit = maru / "visits" / "hansol.yml"
    (maru / "visits" / "sample.yml").write_text(visit.read_text(encoding="utf-8"), encoding="utf-8")
    visit.write_text(visit.read_text(encoding="utf-8") + "public: true\n", encoding="utf-8")
    assert told(maru) == []


def test_the_second_folder_of_visits_is_looked_at_where_it_lies(maru: Path, tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (maru / "visits" / "hansol.yml").rename(tmp_path / "private" / "hansol.yml")
    site = maru / "site.yml"
    site.write_text(site.read_text(encoding="utf-8") + "visits_dir: ../private\n", encoding="utf-8")
    (maru / ".git").mkdir()
    assert told(maru) == []
    (tmp_path / ".git").mkdir()
    assert told(maru) == ["hansol.yml"]


@pytest.mark.parametrize("rules", ["*a" * 60 + "b", "**/" * 60 + "b", "a" * 100_000, "*" * 5000, "x\n" * 40_000])
def test_rules_that_would_take_for_ever_are_passed_over(maru: Path, rules: str) -> None:
    (maru.parent / ".git").mkdir()
    (maru / "visits" / ("a" * 58 + ".yml")).write_text("x: 1\n", encoding="utf-8")
    (maru / ".gitignore").write_text(rules, encoding="utf-8")
    assert len(told(maru)) == 2


def test_pipes_and_links_in_the_place_of_rules_are_not_opened(maru: Path) -> None:
    (maru.parent / ".git").symlink_to("/proc/self")
    os.mkfifo(maru.parent / ".gitignore")
    (maru / ".gitignore").symlink_to("/dev/zero")
    assert told(maru) == ["hansol.yml"]


WATCHED = """
import json, sys
started = []
EVENTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "os.spawn"}
sys.addaudithook(lambda event, given: started.append(event) if event in EVENTS else None)
from guidebook.cli import main
for arguments in json.loads(sys.argv[1]):
    code = main(arguments)
    print("STARTED", code, started)
"""
"""Runs commands one after the other, and tells after each what was started until then."""
CASES = (*(("check", place) for place in ("visits", ".git", "visits/.git", "assets")), ("build", ".git"))


def repository(folder: Path, marker: Path) -> None:
    """What git takes for a repository whose settings name a program to run."""
    program = marker.with_suffix(".sh")
    program.write_text(f"#!/bin/sh\necho ran > {marker}\n", encoding="utf-8")
    program.chmod(0o755)
    for name in ("objects/info", "refs/heads"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (folder / "index").write_bytes(bytes.fromhex("4449524300000002 00000000") + bytes(20))
    keys = ("fsmonitor", "sshCommand", "pager", "editor", "hooksPath", "askPass", "gitProxy")
    settings = "".join(f"\t{key} = {program}\n" for key in keys)
    (folder / "config").write_text(
        f"[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = {folder.parent}\n{settings}",
        encoding="utf-8",
    )


@dataclass(frozen=True)
class Watched:
    """What a command started that met a repository in the content, and whether that could run its program."""

    started: str
    ran: bool


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Watched]:
    """Each case with content of its own, all in one process, so that libraries are imported once."""
    folders = {case: tmp_path_factory.mktemp("watched") for case in CASES}
    asked = []
    for (command, place), folder in folders.items():
        content = shutil.copytree(CITIES / "yeoul", folder / "content")
        (content / place).mkdir(parents=True, exist_ok=True)
        repository(content / place, folder / "marker")
        arguments = [command, "--content", str(content), "--output", str(folder / "output")]
        asked.append([*arguments, "--site-only"] if command == "build" else arguments)
    program = [sys.executable, "-c", WATCHED, json.dumps(asked)]
    ran = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    told = re.findall(r"^STARTED \d+ (.*)$", ran.stdout, re.MULTILINE)
    assert len(told) == len(CASES), ran.stderr
    return {
        case: Watched(started, (folder / "marker").exists())
        for (case, folder), started in zip(folders.items(), told, strict=True)
    }


@pytest.mark.parametrize(("command", "place"), CASES)
def test_nothing_in_content_ever_starts_a_program(
    watched: dict[tuple[str, str], Watched], place: str, command: str
) -> None:
    assert watched[command, place] == Watched("[]", False)
