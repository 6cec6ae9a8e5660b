"""Options that do not go together are told as such, and nothing is done."""

from __future__ import annotations

import pytest

from guidebook.cli import main
from tests.publishing.made_site import City
from tests.publishing.repositories import begin


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


@pytest.mark.parametrize("target", ["www", "a.zip", "git"])
def test_a_file_that_changes_meanwhile_is_not_published(
    city: City, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another build ends between the look at the manifest and the copying."""
    begin(city.root)
    home = city.output / "site" / "programs" / "a" / "index.html"
    home.write_text("newer", encoding="utf-8")
    monkeypatch.setattr("guidebook.commands.publishing.ready.verify", lambda _: ())
    for _ in range(2):
        run = city.publish(
            *("--author", "홍길동 <gil@example.kr>") if target == "git" else (),
            to=target if target == "git" else city.root / target,
        )
        assert (run.code, "changed-meanwhile" in run.err) == (1, True)
        home.unlink(missing_ok=True)
    assert not (city.root / "a.zip").exists()
    assert not (city.www / "current").exists()
    assert not (city.root / ".git" / "refs" / "heads" / "pages").exists()
