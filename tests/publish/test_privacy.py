"""A visit in a repository is warned of; the sample and files that git does not know are not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from guidebook.publish.privacy import tracked_visits


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "visits"
    folder.mkdir(parents=True)
    for name in ("sample.yml", "guests.yml", "later.yml"):
        (folder / name).write_text("x: 1\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


def test_only_what_git_tracks_is_named(repository: Path) -> None:
    visits = ["content/visits/sample.yml", "content/visits/guests.yml"]
    subprocess.run(["git", "-C", str(repository), "add", *visits], check=True)
    (warning,) = tracked_visits(repository / "content")
    assert (warning.code, Path(warning.span.file).name) == ("visit-tracked", "guests.yml")
    assert "git rm --cached guests.yml" in str(warning.hint)


def test_without_git_repository_or_visits_there_is_nothing_to_say(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tracked_visits(repository / "content") == ()
    assert tracked_visits(repository / "nowhere") == ()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tracked_visits(repository / "content") == ()
