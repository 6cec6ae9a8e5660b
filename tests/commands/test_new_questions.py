"""What `new` asks a person: with the ids that exist, judged at once as `check` would, and never twice for nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.model.diagnostic import has_errors
from guidebook.model.kinds import KINDS
from tests.commands.test_new_record import LEAST, files, new, setting

TypeIn = Callable[..., None]


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> TypeIn:
    """`answered(...)`: what a person types, line by line."""

    def type_in(*answers: str) -> None:
        monkeypatch.setattr("guidebook.cli.new._somebody_answers", lambda: True)
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))

    return type_in


def test_records_are_listed_and_may_be_called_by_their_names(
    maru: Path, answered: TypeIn, capfd: pytest.CaptureFixture[str]
) -> None:
    answered("나루 공원", "park", "nowhere", "가온면", "official", "마루군", "누리집")
    assert new(maru, "site", "narutgil") == 0
    said = capfd.readouterr().out
    assert "gaon 가온면, naru 나루면" in said
    assert "'nowhere' 읍면동을 찾을 수 없습니다." in said
    assert "town: gaon" in (maru / "sites" / "narutgil.yml").read_text(encoding="utf-8")


def test_each_answer_of_a_visit_is_judged_at_once(
    maru: Path, answered: TypeIn, capfd: pytest.CaptureFixture[str]
) -> None:
    answers = ("한솔시 주민자치회", "많이", "28", "28", "26:00", '"10:00"', "river-nowhere", "river-day", "마을자치과")
    answered(*answers, "010-1234-5678", "3501234", "043-222-0101")
    assert new(maru, "visit", "--date", "2026-12-10") == 0
    said = capfd.readouterr().out
    assert said.count("이렇게는 적을 수 없습니다.") == 5
    assert "예시: 10:00" in said
    visit = (maru / "visits" / "2026-12-10.yml").read_text(encoding="utf-8")
    assert 'start: "10:00"' in visit
    assert "phone: 043-222-0101" in visit


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_what_check_takes_is_taken_at_once(
    maru: Path, kind: str, answered: TypeIn, capfd: pytest.CaptureFixture[str]
) -> None:
    names = [value.partition("=")[2] for value in LEAST[kind]]
    assert new(maru, kind, "narutgil") == 1
    asked = [line.split("=")[0].split()[-1] for line in capfd.readouterr().err.splitlines() if "=…" in line]
    given = dict(value.split("=", 1) for value in LEAST[kind])
    plain = {"copies": "28"} | {name.replace(".1.", "."): value for name, value in given.items()}
    answered(*(plain.get(name.replace(".1.", "."), "river-museum" if "text" in name else names[0]) for name in asked))
    code = new(maru, kind, "narutgil")
    said = capfd.readouterr()
    assert code == 0, said.out + said.err
    assert "이렇게는" not in said.out
    assert not has_errors(examine(maru, "2026-11-28")[1])


def test_what_is_not_there_yet_is_made_first(yeoul: Path, answered: TypeIn, capfd: pytest.CaptureFixture[str]) -> None:
    answered("나루 공원")
    assert new(yeoul, "visit", "narutgil") == 1
    said = capfd.readouterr()
    assert "먼저 만들어야 하는 파일이 있습니다: 코스" in said.err
    assert "예시:" not in said.out


def test_a_program_like_another_has_a_sign_of_its_own(maru: Path) -> None:
    assert new(maru, "program", "narutgil", "--from", "river-path") == 0
    assert "mark: ㉡" in (maru / "programs" / "narutgil.md").read_text(encoding="utf-8")
    assert not has_errors(examine(maru, "2026-11-28")[1])


def test_answers_that_are_not_saved_are_handed_back(
    maru: Path, answered: TypeIn, capfd: pytest.CaptureFixture[str]
) -> None:
    before = files(maru)
    answered("나루 공원", "park", "gaon", "official", "마루군", "누리집")
    assert main(["new", "site", "narutgil", "--content", str(maru), *setting(("parking=many",))]) == 1
    assert "--set 'name=나루 공원'" in capfd.readouterr().err
    assert files(maru) == before
