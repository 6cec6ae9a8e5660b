"""From form to paper: what `.ci/pack` makes of a save, in a real repository of git, and what it tells of it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from guidebook.commands.forge.asked import Asked, asked_by, refusal
from tests.commands.forge_runs import NOTHING, PRIVATE, Repository, Run, repository
from tests.commands.packs import FILES

ID, ARCHIVE = "hansol", "12-03_방문안내서_2판.zip"
SECOND = """edition: 2
edition_at: 2026-12-02 09:10
changed: [점심 장소를 바꾸었습니다. 기사님 010-1234-5678 <b>@host</b>]
coaches:
  - {seats: 40, phone: 02-2000-1111}
remarks: 비가 오면 실내로 바꿉니다.
"""


def saved(before: str, **repository: Any) -> dict[str, Any]:
    """The event of a push to a repository that is private, but for what is said otherwise."""
    return {"before": before, "repository": {**PRIVATE, **repository}}


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The second revision of the visit, saved while another visit is broken."""
    made = repository(tmp_path_factory.mktemp("form"))
    (made.visits / "bom.yml").write_text("delegation: [\n", encoding="utf-8")
    visit = made.visits / f"{ID}.yml"
    first = visit.read_text(encoding="utf-8").replace("route: river-day\n", "stops: [{hall: gaon, stay: 60}]\n")
    visit.write_text(first, encoding="utf-8")
    before = made.save("다른 담당자의 저장")
    visit.write_text(first.replace("edition_at: 2026-12-01 16:30", SECOND), encoding="utf-8")
    made.save()
    return made.run(saved(before))


@pytest.fixture
def office(tmp_path: Path) -> Repository:
    return repository(tmp_path)


def test_the_pack_of_a_saved_visit_can_be_downloaded_under_its_korean_name(second: Run) -> None:
    assert second.code == 0, second.log
    assert second.downloads == [ARCHIVE]
    assert second.outputs == {"count": "1", "name": ARCHIVE.removesuffix(".zip"), "folder": f"output/print/{ID}"}
    with zipfile.ZipFile(second.folder / "output" / "download" / ARCHIVE) as archive:
        assert set(archive.namelist()) == FILES
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(FILES)
    assert {entry.date_time for entry in entries} == {(2026, 12, 2, 9, 10, 0)}
    assert all(entry.flag_bits & 0x800 for entry in entries), "Windows reads names as UTF-8 where this says so"


def test_the_summary_says_what_was_made_and_what_changed(second: Run) -> None:
    assert "한솔시 주민자치회 · 2026\\-12\\-03 · 2판" in second.summary
    assert "**12\\-03\\_방문안내서\\_2판.zip** (14일 동안 둡니다)" in second.summary
    assert "- 1판과 달라진 것\n  - 점심 장소를 바꾸었습니다." in second.summary
    assert "이번에 고친 항목: 버스, 비고" in second.summary
    assert "bom" not in second.summary, "somebody else's visit is not this save's"


def test_nothing_personal_and_no_markup_of_content_gets_into_the_summary(second: Run) -> None:
    for number in ("010", "1234", "02-2000", "1111", "043"):
        assert number not in second.summary
        assert number not in second.log.replace("/", " ").split()
    assert "기사님 (번호) &lt;b&gt;&#64;host&lt;/b&gt;".replace("(", "\\(").replace(")", "\\)") in second.summary


def test_a_repository_that_others_see_gets_nothing(office: Repository) -> None:
    refused = office.run({"inputs": {"visit": ID}, "repository": {"private": False, "visibility": "public"}})
    assert refused.code == 1
    assert "공개 저장소에서는 방문 자료를 만들지 않습니다" in refused.summary
    assert "저장소를 비공개로 바꾼 뒤" in refused.summary
    assert not (office.folder / "output").exists()


PUBLIC, INTERNAL, UNKNOWN = "공개 저장소", "internal", "비공개인지 알 수 없어"


@pytest.mark.parametrize(
    ("repository", "said"),
    [
        (PRIVATE, ""),
        ({"private": True}, ""),
        ({**PRIVATE, "private": False}, PUBLIC),
        ({**PRIVATE, "visibility": "public"}, PUBLIC),
        ({**PRIVATE, "visibility": "internal"}, INTERNAL),
        ({"private": True, "internal": True}, INTERNAL),
        ({"private": "true"}, UNKNOWN),
        ({**PRIVATE, "visibility": "secret"}, UNKNOWN),
        ({}, UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_what_does_not_say_that_it_is_private_counts_as_public(repository: object, said: str) -> None:
    fault = refusal({"GITHUB_ACTIONS": "true"}, {"repository": repository})
    assert (fault is None) == (not said)
    assert said in str(fault.message if fault else "")


def test_a_desk_is_told_what_to_do_there() -> None:
    nothing, (fault,) = asked_by({})
    assert nothing is None
    assert "python3 build.py guidebook --visit" in str(fault.hint)


def test_a_run_by_hand_names_the_visit_as_people_do() -> None:
    here = {"GITLAB_CI": "true", "CI_PROJECT_VISIBILITY": "private"}
    for named in ("hansol", " hansol ", "hansol.yml", "content/visits/hansol.yml"):
        assert asked_by({**here, "VISIT": named}) == (Asked(visit=ID), ())


def test_a_broken_visit_is_told_with_file_line_and_field(office: Repository) -> None:
    before = office.git("rev-parse", "HEAD")
    visit = office.visits / f"{ID}.yml"
    broken = (
        visit.read_text(encoding="utf-8")
        .replace("043-222-0101", "43-2220-101")
        .replace("people: 28", "people: 스물여덟")
    )
    visit.write_text(broken, encoding="utf-8")
    office.save()
    failed = office.run(saved(before))
    assert failed.code == 1
    assert failed.outputs["count"] == "0"
    said = failed.summary.replace("\\", "")
    assert said.startswith("## 방문 자료를 만들지 못했습니다\n")
    assert "### 한솔시 주민자치회 · 2026-12-03 · 1판" in said
    assert "content/visits/hansol.yml 2행, ‘인원’ 항목**: 정수가 아닙니다." in said
    assert "content/visits/hansol.yml 10행, ‘담당 부서 › 전화’ 항목" in said
    assert "고쳐야 할 것: 2" in said
    assert "도움말: 041-350-3000처럼" in said or "처럼 지역번호와 붙임표를" in said
    assert "43-2220" not in said


def test_deleted_renamed_and_cancelled_visits_are_told_apart(office: Repository) -> None:
    sample = (office.visits / f"{ID}.yml").read_text(encoding="utf-8")
    (office.visits / "bom.yml").write_text(sample + "\nstatus: cancelled\n", encoding="utf-8")
    (office.visits / "old.yml").write_text(sample, encoding="utf-8")
    before = office.save()
    (office.visits / "old.yml").unlink()
    (office.visits / "bom.yml").rename(office.visits / "bomnae.yml")
    (office.visits / "README.txt").write_text("메모", encoding="utf-8")
    (office.folder / "content" / "pages" / "more.md").write_text("---\ntitle: 글\n---\n\n글입니다.\n", encoding="utf-8")
    office.save()
    run = office.run(saved(before))
    assert run.code == 0, run.log
    assert "지워진 방문이라 만들지 않았습니다: bom, old" in run.summary
    assert run.summary.count("취소된 방문이라 만들지 않았습니다.") == 1
    assert run.outputs["count"] == "0"


def test_a_push_without_a_known_past_counts_from_its_last_save(office: Repository) -> None:
    """The first push of a branch, and one that rewrote history: the commit before it is nowhere to be found."""
    visit = office.visits / f"{ID}.yml"
    visit.write_text(visit.read_text(encoding="utf-8") + "\nstatus: cancelled\n", encoding="utf-8")
    office.save()
    for before in (NOTHING, "1234567890" * 4, "--output=somewhere", "HEAD"):
        run = office.run(saved(before))
        assert run.code == 0, run.log
        assert "이전 상태를 알 수 없습니다" in run.summary
        assert run.summary.count("취소된 방문이라") == 1


def test_the_very_first_commit_has_all_visits(office: Repository) -> None:
    visit = office.visits / f"{ID}.yml"
    visit.write_text(visit.read_text(encoding="utf-8") + "\nstatus: cancelled\n", encoding="utf-8")
    office.git("checkout", "--quiet", "--orphan", "new")
    office.save()
    assert office.run(saved(NOTHING)).summary.count("취소된 방문이라") == 1


def test_a_save_of_other_files_makes_nothing(office: Repository) -> None:
    before = office.git("rev-parse", "HEAD")
    office.save()
    run = office.run(saved(before))
    assert (run.code, run.outputs["count"]) == (0, "0")
    assert "바뀐 방문 파일이 없어" in run.summary


def test_gitlab_says_the_same_by_its_environment(office: Repository) -> None:
    here = {"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": NOTHING}
    for seen in ({}, {"CI_PROJECT_VISIBILITY": "public"}, {"CI_PROJECT_VISIBILITY": "internal"}):
        refused = office.run(None, **here, **seen, VISIT=ID)
        assert refused.code == 1
        assert "비공개" in refused.summary
    unknown = office.run(None, **here, CI_PROJECT_VISIBILITY="private", VISIT="content/visits/hansoll.yml")
    assert unknown.code == 1
    assert "'hansoll' 방문을 찾을 수 없습니다" in unknown.summary
    assert "'hansol' 방문을 뜻하셨나요?" in unknown.summary
    strange = office.run(None, **here, CI_PROJECT_VISIBILITY="private", VISIT="$(touch x); ../한솔")
    assert "방문 파일의 이름이 아닙니다" in strange.summary
