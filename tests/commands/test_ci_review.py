"""A proposal as `.ci/review` shows it, in a real repository of git: faults, what would be made, and what changes.

Where a whole proposal is shown, the repository has no visits, as one that others see: what a second build tells then
comes from the first.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.commands.forge_runs import Repository, Run, repository
from tests.conftest import CITIES

FILE = CITIES / "maru" / "restaurants" / "ferry-table.yml"
LINE = FILE.read_text(encoding="utf-8").splitlines().index("town: gaon") + 1
"""Where the proposals that are broken have their fault."""
PHONE, OTHER = "043-222-3000", "043-222-3999"


def propose(made: Repository, change: tuple[str, str], file: str) -> dict[str, object]:
    """Change words of a file in a branch; the event of the proposal."""
    base = made.git("rev-parse", "HEAD")
    made.git("checkout", "--quiet", "-b", "proposal")
    path = made.folder / "content" / file
    path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    made.save("제안")
    return {"pull_request": {"base": {"sha": base}}, "repository": {"private": False}}


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Run:
    made = repository(tmp_path_factory.mktemp("proposal"), private=False)
    return made.run(propose(made, (PHONE, OTHER), "restaurants/ferry-table.yml"), "review")


def test_the_changed_pages_are_listed(reviewed: Run) -> None:
    assert reviewed.code == 0, reviewed.log
    said = reviewed.summary.replace("\\", "")
    assert "나룻배 밥상 (restaurants/ferry-table/index.html): 바뀜" in said
    assert "guidebook/river-day.pdf: 바뀜" in said
    assert "data/restaurants.csv: 바뀜" in said
    assert "towns/naru" not in said
    assert "worker.js" not in said


def test_pictures_stand_before_and_after_and_differ(reviewed: Run) -> None:
    folder = reviewed.folder / "output" / "review"
    page = (folder / "index.html").read_text(encoding="utf-8")
    shown = {path.name: path for path in (folder / "pictures").iterdir()}
    assert all(f'src="pictures/{name}"' in page for name in shown)
    for kind, ending in (("page-1", "jpg"), ("leaf-1", "png")):
        before, after = (shown[f"{kind}-{side}.{ending}"] for side in ("before", "after"))
        with Image.open(before) as one, Image.open(after) as other:
            assert one.width == other.width > 500
            assert one.tobytes() != other.tobytes()
    assert 'href="../site/restaurants/ferry-table/index.html"' in page
    assert (reviewed.folder / "output" / "site" / "restaurants" / "ferry-table" / "index.html").exists()
    assert "<script" not in page
    assert "<style" not in page


def test_a_broken_proposal_is_told_beside_the_line_and_in_the_summary(tmp_path: Path) -> None:
    made = repository(tmp_path)
    event = propose(made, ("town: gaon", "town: goan"), "restaurants/ferry-table.yml")
    broken = made.run(event, "review")
    assert broken.code == 1
    assert f"::error file=content/restaurants/ferry-table.yml,line={LINE},col=7,title=unknown-town::" in broken.log
    assert f"content/restaurants/ferry\\-table.yml {LINE}행" in broken.summary
    assert not (made.folder / "output" / "site").exists()
    on_forgejo = made.run(event, "review", FORGEJO_ACTIONS="true")
    assert "::error" not in on_forgejo.log
    assert f"{LINE}행" in on_forgejo.summary


def test_a_base_that_was_not_fetched_is_told_in_the_summary(tmp_path: Path) -> None:
    """A shallow clone, or a branch that was overwritten since."""
    made = repository(tmp_path, private=False)
    event = propose(made, (PHONE, OTHER), "restaurants/ferry-table.yml")
    done = made.run({**event, "pull_request": {"base": {"sha": "1234567890" * 4}}}, "review")
    assert done.code == 0, done.log
    assert "변경 사항을 비교하지 못했습니다" in done.summary
    assert "fatal:" not in done.log
    assert (made.folder / "output" / "site" / "index.html").exists()


def test_gitlab_gets_a_report_of_code_quality(tmp_path: Path) -> None:
    made = repository(tmp_path)
    propose(made, ("town: gaon", "town: goan"), "restaurants/ferry-table.yml")
    assert made.run(None, "review", GITLAB_CI="true").code == 1
    folder = made.folder / "output" / "review"
    report = json.loads((folder / "code-quality.json").read_text(encoding="utf-8"))
    (entry,) = (entry for entry in report if entry["check_name"] == "unknown-town")
    assert entry["location"] == {"path": "content/restaurants/ferry-table.yml", "lines": {"begin": LINE}}
    assert f"{LINE}행" in (folder / "요약.md").read_text(encoding="utf-8")
