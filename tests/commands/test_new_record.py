"""`new` writes a record that has no error, asks for what it needs, and never touches what is there."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.model.diagnostic import has_errors
from guidebook.model.kinds import KINDS
from tests.conftest import CITIES

SOURCE = ("sources.kind=official", "sources.publisher=마루군", "sources.title=마루군 누리집")
LEAST = {
    "program": (
        *("name=나루 잇기", "name_en=Ferry", "title=나루를 잇다", "summary=나루를 이었습니다.", "as_of=2026"),
        *("facts.what=나루 잇기", "facts.who=주민 모임", "offer=나루 고치기"),
    ),
    "town": (
        *("name=새말면", "name_en=Saemal-myeon", "kind=myeon", "hall.address=가람도 마루군 새말면 1"),
        *("hall.as_of=2026. 10. 확인", *(f"hall.{one}" for one in SOURCE)),
    ),
    "page": ("title=소식", "summary=마을의 소식입니다."),
    "site": ("name=나루 공원", "kind=park", "town=gaon", *SOURCE),
    "guide": ("kind=activist", "town=gaon", *SOURCE),
    "restaurant": ("name=강변식당", "address=가람도 마루군 가온면 강변로 9", *SOURCE),
    "list": (
        "title=보도된 업소",
        "text=지금은 다를 수 있습니다.",
        "rows.name=강가식당",
        "rows.years=2024, 2025",
        *SOURCE,
    ),
    "route": (
        *("title=나루 길", "summary=나루를 걷습니다.", "length=half-day", "stops.site=river-museum", "stops.stay=30"),
        *("stops.2.hall=gaon", "stops.2.stay=40"),
    ),
    "term": ("name=마을계획", "meaning=주민이 세우는 계획입니다.", *SOURCE),
    "visit": (
        *("delegation=한솔시 주민자치회", "people=28", "date=2026-12-10", "start=10:00", "route=river-day"),
        *("host.department=마을자치과", "host.phone=043-222-0101"),
    ),
}
"""What is written of each kind, and no more than is asked for."""


@pytest.fixture
def maru(tmp_path: Path) -> Path:
    shutil.copytree(CITIES / "maru", tmp_path / "content")
    return tmp_path / "content"


def new(content: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--content", str(content)])


def setting(values: tuple[str, ...]) -> list[str]:
    return [part for value in values for part in ("--set", value)]


def files(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_what_is_written_has_no_error(maru: Path, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = files(maru)
    assert new(maru, kind, "narutgil", *setting(LEAST[kind])) == 0, capfd.readouterr().err
    catalogue, found = examine(maru, "2026-11-28")
    path = maru / KINDS[kind].folder / f"narutgil{KINDS[kind].suffix}"
    assert not has_errors(found)
    assert "narutgil" in {record.id for record in catalogue.of_kind(KINDS[kind])}
    assert path.name in capfd.readouterr().out
    assert main(["format", "--check", str(path), "--content", str(maru)]) == 0, "it is in form"
    assert {file: octets for file, octets in files(maru).items() if file != path} == before
    # What may be written besides stands below as comments that are sound as they are.
    assert path.read_text(encoding="utf-8").count("\n# ") > 2


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_what_is_missing_is_told_all_at_once(maru: Path, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = files(maru)
    assert new(maru, kind, "narutgil") == 1
    said = capfd.readouterr().err
    for value in LEAST[kind]:
        name = value.partition("=")[0].split(".")[-1]
        assert f"{name}=…" in said or name in ("site", "hall"), (name, said)  # a stop may be words alone
    assert files(maru) == before


def test_what_is_there_stays(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = files(maru)
    for kind, id in (("site", "river-museum"), ("page", "gaon"), ("visit", "hansol")):
        assert new(maru, kind, id, *setting(LEAST[kind])) == 1
        assert "already-there" in capfd.readouterr().err
    assert files(maru) == before


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("town=nowhere", "unknown-town"),
        ("phone=3501234", "bad-phone"),
        ("parking=many", "bad-number"),
        ("kind=castle", "unknown-place-kind"),
    ],
)
def test_a_wrong_value_leaves_no_file(maru: Path, value: str, told: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = files(maru)
    assert new(maru, "site", "narutgil", *setting((*LEAST["site"], value))) == 1
    said = capfd.readouterr().err
    assert f"error[{told}]" in said
    assert "저장하지 않았습니다." in said
    assert files(maru) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("site", "Mu Seum"),
        ("site", "../escape"),
        ("site", "a" * 61),
        ("site",),
        ("castle", "narutgil"),
        ("site", "narutgil", "--set", "name"),
        ("site", "narutgil", "--set", "=x"),
        ("site", "narutgil", "--set", "nmae=x"),
        ("site", "narutgil", "--set", "sources.tilte=x"),
        ("visit", "--from", "nobody", "--date", "2026-12-10"),
        ("visit", "--from", "../hansol", "--date", "2026-12-10"),
        ("visit", "--date", "12월 10일"),
        ("site", "narutgil", "--date", "2026-12-10"),
        ("visit", "--from", "hansol", "--date", "2026-12-30", "--set", "date=2026-12-01"),
    ],
)
def test_what_cannot_be_meant_is_told(
    maru: Path, arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    before = files(maru)
    assert new(maru, *arguments) in (1, 2)
    assert capfd.readouterr().err.strip()
    assert files(maru) == before


def test_a_visit_like_another_takes_no_day_and_no_confirmation_of_it(maru: Path) -> None:
    old = maru / "visits" / "hansol.yml"
    text = old.read_text(encoding="utf-8")
    old.write_text(text + "status: done\npeople_came: 27\nconfirmed: [river-museum]\n", encoding="utf-8")
    assert new(maru, "visit", "--from", "hansol", "--date", "2026-12-10") == 0
    catalogue, found = examine(maru, "2026-11-28")
    visits = {visit.id: visit for visit in catalogue.visits}
    assert not has_errors(found)
    like, other = visits["2026-12-10"], visits["hansol"]
    assert (like.delegation, like.route, like.host, like.people) == (other.delegation, other.route, other.host, 28)
    assert (like.date, like.revision, like.status.value) == ("2026-12-10", 1, "planned")
    assert (like.people_came, like.confirmed) == (None, ())


def test_a_person_is_asked_for_what_is_missing(
    maru: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("guidebook.cli.new._somebody_answers", lambda: True)
    answers = ("나루 공원", "castle", "park", "gaon", "official", "마루군", "누리집")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))
    assert new(maru, "site", "narutgil") == 0
    said = capfd.readouterr().out
    assert "이렇게는 적을 수 없습니다." in said
    assert "park 공원" in said
    assert "name: 나루 공원" in (maru / "sites" / "narutgil.yml").read_text(encoding="utf-8")


def test_who_stops_answering_leaves_nothing(maru: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(maru)
    monkeypatch.setattr("guidebook.cli.new._somebody_answers", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("나루 공원\n"))
    assert new(maru, "site", "narutgil") != 0
    assert files(maru) == before
