"""Options that do not go together are told as such, and nothing is done."""

from __future__ import annotations

import pytest

from guidebook.cli import main
from tests.publishing.made_site import City


def test_a_target_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish"]) == 2
    assert "--to에" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("target", "options"),
    [
        ("git", ("--rollback",)),
        ("git", ("--list",)),
        ("git", ("--nginx", "a.conf")),
        ("a.zip", ("--list",)),
        ("a.zip", ("--push", "origin")),
        ("www", ("--branch", "pages")),
        ("www", ("--author", "a <b@c>")),
        ("www", ("--prefix", "/a/")),
        ("www", ("--rollback", "--list")),
        ("www", ("--nginx", "a.conf", "--rollback", "1")),
    ],
)
def test_options_of_another_target_are_refused(city: City, target: str, options: tuple[str, ...]) -> None:
    run = city.publish(*options, to=target if target == "git" else city.root / target)
    assert (run.code, "함께 쓸 수 없습니다" in run.err) == (2, True)
    assert not city.www.exists()


def test_the_help_speaks_of_every_target(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "--help"]) == 0
    said = capsys.readouterr().out
    for word in (
        "--to",
        "--rollback",
        "--list",
        "--nginx",
        "--prefix",
        "--server-name",
        "--branch",
        "--author",
        "--push",
    ):
        assert word in said
