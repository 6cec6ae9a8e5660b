"""A visit in a repository is warned of; the sample and files that git does not know are not.

Git is played by a script that answers as git does, so that the tests need none on the machine.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from guidebook.publish.privacy import tracked_visits

GIT = """#!{python}
import sys
assert sys.argv[1] == "-C" and sys.argv[3:] == ["ls-files", "-z", "--", "."], sys.argv
assert sys.argv[2].endswith("content/visits"), sys.argv
sys.stdout.write({answer!r})
sys.exit({code})
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "content" / "visits"
    folder.mkdir(parents=True)
    for name in ("sample.yml", "guests.yml", "later.yml"):
        (folder / name).write_text("x: 1\n", encoding="utf-8")
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "content"


def git_says(content: Path, answer: str, code: int = 0) -> None:
    program = content.parent / "bin" / "git"
    program.write_text(GIT.format(python=sys.executable, answer=answer, code=code), encoding="utf-8")
    program.chmod(0o755)


def test_only_what_git_tracks_is_named(content: Path) -> None:
    git_says(content, "guests.yml\0sample.yml\0.gitkeep\0")
    (warning,) = tracked_visits(content)
    assert (warning.code, Path(warning.span.file).name) == ("visit-tracked", "guests.yml")
    assert f"git rm --cached {warning.span.file}" in str(warning.hint)


def test_without_git_repository_or_visits_there_is_nothing_to_say(content: Path) -> None:
    assert tracked_visits(content) == ()
    git_says(content, "", code=128)
    assert tracked_visits(content) == ()
    assert tracked_visits(content.parent / "nowhere") == ()
