"""`docs/ko/hosting.md` names only commands, options and files that there are."""

from __future__ import annotations

import re
import shlex

import pytest

from guidebook.cli import COMMANDS, command_line
from guidebook.cli.publish import publish
from guidebook.output.release_names import KEPT
from guidebook.output.site_archive import FOLDER, LIST, NOTE
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "ko" / "hosting.md").read_text(encoding="utf-8")
OPTIONS = {name for parameter in publish.params for name in parameter.opts}
LINES = sorted(set(re.findall(r"python3 build\.py[^\n`|]*", PAGE)))


@pytest.mark.parametrize("line", LINES)
def test_every_command_is_one_of_ours(line: str) -> None:
    words = shlex.split(line.split("&&")[0])[2:]
    if not words:
        return
    assert words[0] in COMMANDS
    assert {word for word in words if word.startswith("--")} <= OPTIONS
    assert command_line.get_command(publish.make_context("publish", words[1:], resilient_parsing=True), words[0])


def test_every_option_is_spoken_of() -> None:
    shared = {"--content", "--output", "--lang"}
    assert {name for name in OPTIONS - shared if name not in PAGE} == set()


def test_numbers_and_names_are_those_of_the_program() -> None:
    assert KEPT == 5
    assert "다섯 개까지 남습니다" in PAGE
    assert all(f"`{name}`" in PAGE for name in (f"{FOLDER}/", NOTE, LIST))


def test_what_was_not_run_here_says_so() -> None:
    for host in ("GitHub Pages", "GitLab Pages", "Cloudflare Pages"):
        assert f"## {host}\n\n여기서 실행해 보지 않았습니다." in PAGE
