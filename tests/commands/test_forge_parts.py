"""What `.ci/pack` hands over, and how packs are laid out for a forge: values in, values out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.cli import main
from guidebook.commands.forge.asked import base_of
from guidebook.commands.forge.changed_visits import Changed, changed_fields, changed_visits
from guidebook.commands.forge.saved_packs import MOST, SaveRequest, lay_out, make_saved_packs
from guidebook.commands.packs.all_visits_request import AllPacksRequest
from guidebook.model.forge.saved import SavedVisit, SaveOutcome, download_names
from guidebook.report.run_summary import save_summary
from guidebook.words import catalogue
from tests.paths import paths

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def listed(*pairs: tuple[str, str]) -> bytes:
    return "".join(f"{status}\0content/visits/{name}\0" for status, name in pairs).encode()


def saved(id: str, archive: str) -> SavedVisit:
    return SavedVisit(id, "한솔시", "2026-12-03", 1, archive=archive)


def test_saved_and_deleted_visits_are_told_apart() -> None:
    list_of_git = listed(("M", "hansol.yml"), ("D", "bom.yml"), ("A", "new.yml"), ("T", "link.yml"))
    assert changed_visits(list_of_git) == Changed(("hansol", "link", "new"), ("bom",))


def test_other_files_are_no_visits() -> None:
    others = listed(("A", "README.md"), ("A", "old/hansol.yml"), ("A", "hansol.yml.bak"), ("M", "hansol.yaml"))
    assert changed_visits(others) == Changed()
    assert changed_visits(b"") == Changed()


def test_names_are_taken_as_they_are() -> None:
    assert changed_visits(listed(("A", "한솔 시\n.yml"))).saved == ("한솔 시\n",)
    assert changed_visits(b"A\0content/visits/\xff.yml\0").saved == ("\udcff",)


@given(st.binary(max_size=80))
def test_no_list_raises(octets: bytes) -> None:
    changed_visits(octets)


def test_fields_that_changed_are_told_by_their_titles_in_the_order_of_the_form() -> None:
    before = {"people": "28", "host": {"phone": "1"}, "edition": "1"}
    after = {"people": "31", "host": {"phone": "2"}, "edition": "2", "changed": ["인원"], "diet": ["채식 2명"]}
    assert list(map(str, changed_fields(before, after))) == ["인원", "담당 부서", "식사"]
    assert changed_fields(after, after) == ()


def test_packs_of_one_name_are_told_apart_by_their_files() -> None:
    name = "12-03_방문안내서_1판.zip"
    visits = (saved("hansol", name), saved("bom", name), saved("dure", "12-04_방문안내서_1판.zip"))
    assert download_names(visits) == {
        "hansol": "12-03_방문안내서_1판_hansol.zip",
        "bom": "12-03_방문안내서_1판_bom.zip",
        "dure": "12-04_방문안내서_1판.zip",
    }


def test_several_packs_lie_in_one_folder(tmp_path: Path) -> None:
    name = "12-03_방문안내서_1판.zip"
    for id in ("hansol", "bom"):
        (tmp_path / "print" / id).mkdir(parents=True)
        (tmp_path / "print" / id / name).write_bytes(id.encode())
    told = lay_out((saved("hansol", name), saved("bom", name)), tmp_path, tmp_path / "download")
    assert told == {"count": "2", "name": "방문안내서_2건", "folder": str(tmp_path / "download")}
    assert {path.read_text() for path in (tmp_path / "download").iterdir()} == {"hansol", "bom"}


def test_the_summary_names_each_pack_as_it_can_be_downloaded() -> None:
    name = "12-03_방문안내서_1판.zip"
    large = replace(saved("bom", name), printing="3부", others=("큰 글자 3부 = A4 30장",))
    said = summary(saved("hansol", name), large)
    assert "12-03_방문안내서_1판_hansol.zip" in said
    assert "12-03_방문안내서_1판_bom.zip" in said
    assert "- 인쇄: 큰 글자 3부 = A4 30장\n" in said


def summary(*visits: SavedVisit) -> str:
    return save_summary(SaveOutcome(visits), catalogue("ko")).replace("\\", "")


def test_the_heading_says_whether_all_some_or_none_were_made() -> None:
    made, broken = saved("hansol", "12-03_방문안내서_1판.zip"), saved("bom", "")
    assert summary(made).startswith("## 방문 자료\n")
    assert summary(made, broken).startswith("## 방문 자료의 일부를 만들지 못했습니다\n")
    assert summary(broken).startswith("## 방문 자료를 만들지 못했습니다\n")


def test_who_names_a_cancelled_visit_by_hand_gets_it_and_is_told() -> None:
    made = replace(saved("hansol", "12-03_방문안내서_1판.zip"), cancelled=True)
    assert "- 취소된 방문입니다. 이름을 적어 직접 실행했으므로 만들었습니다.\n" in summary(made)


def outcome_of(maru: Path, id: str, before: Path | None = None) -> SaveOutcome:
    packs = AllPacksRequest(paths(maru), lambda *_: None)  # type: ignore[arg-type]
    return make_saved_packs(SaveRequest(packs, Changed((id,)), before, by_hand=before is None))


def test_a_visit_that_does_not_exist_is_not_spoken_of_as_one(maru: Path) -> None:
    said = save_summary(outcome_of(maru, "nosuch"), catalogue("ko"))
    assert "### nosuch\n" in said
    assert "이런 방문은 없습니다" in said
    assert "다시 저장하세요" not in said


def test_of_a_file_that_cannot_be_read_nobody_says_what_changed(maru: Path) -> None:
    visit = maru / "visits" / "hansol.yml"
    before = maru.parent / "before"
    before.mkdir()
    (before / visit.name).write_bytes(visit.read_bytes())
    visit.write_text(visit.read_text(encoding="utf-8") + f"remarks: {'가' * 300_000}\n", encoding="utf-8")
    (told,) = outcome_of(maru, "hansol", before).visits
    assert (told.revision, told.fields) == (None, ())


def test_a_push_of_very_many_visits_makes_the_latest_and_says_so_of_the_rest(
    maru: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = (maru / "visits" / "hansol.yml").read_text(encoding="utf-8")
    ids = [f"visit-{number:02}" for number in range(MOST + 3)]
    for number, id in enumerate(ids, start=1):
        (maru / "visits" / f"{id}.yml").write_text(sample.replace("2026-12-03", f"2026-12-{number:02}"), "utf-8")
    asked: list[frozenset[str] | None] = []

    def make(request: AllPacksRequest) -> SaveOutcome:
        asked.append(request.only)
        raise InterruptedError

    monkeypatch.setattr("guidebook.commands.packs.all_visits.make_all_packs", make)
    request = SaveRequest(AllPacksRequest(paths(maru), lambda *_: None), Changed(tuple(ids)))  # type: ignore[arg-type]
    with pytest.raises(InterruptedError):
        make_saved_packs(request)
    assert asked == [frozenset(ids[3:])]


def test_what_was_not_to_be_made_is_no_failure() -> None:
    nothing = SaveOutcome(gone=("bom",))
    assert not nothing.failed
    assert "지워진 방문이라 만들지 않았습니다: bom" in save_summary(nothing, catalogue("ko"))
    assert SaveOutcome((saved("hansol", ""),)).failed


@pytest.mark.parametrize("base", [None, "", "0" * 40, "HEAD", f"{COMMIT} --output=x", COMMIT[:39], COMMIT.upper()])
def test_only_a_whole_name_is_a_commit(base: str | None) -> None:
    environment = {"GITLAB_CI": "true"} | ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": base} if base is not None else {})
    assert base_of(environment) == ""
    assert base_of({"GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": COMMIT}) == COMMIT


def test_one_file_of_a_pack_needs_a_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guidebook", "--zip", "--route", "river-day"]) == 2
    assert "--zip은 --visit나 --all-visits와 함께" in capsys.readouterr().err


def test_a_folder_without_a_website_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(tmp_path / "one"), str(tmp_path / "two")]) == 1
    assert capsys.readouterr().err.count("error[no-site]") == 2
