"""`new city`: a repository that builds at once, with nothing in it that could be taken for a fact."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guidebook import __version__
from guidebook.cli import main
from guidebook.commands.cities.files import towns_of
from guidebook.importers.areas.romanised import id_of, romanised
from guidebook.model.kinds import KINDS
from guidebook.model.record import SLUG
from tests.conftest import ROOT

EXAMPLES = [kind for kind in KINDS if kind.key != "list"]
"""A list of what newspapers wrote is nothing that every city has."""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    place = tmp_path / "새 도시"
    assert main(["new", "city", str(place), "--name", "새누리시"]) == 0
    return place


def left(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["new", "city", *arguments]) == 1
    return capsys.readouterr().err


def squares(*names: str) -> dict[str, Any]:
    """Towns side by side, each a tenth of a degree wide."""
    corners = [[127.0, 36.0], [127.1, 36.0], [127.1, 36.1], [127.0, 36.1], [127.0, 36.0]]
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [[[x + place / 10, y] for x, y in corners]]},
        }
        for place, name in enumerate(names)
    ]
    return {"type": "FeatureCollection", "features": features}


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o007])
def test_who_may_read_what_is_said_by_the_mask_alone(tmp_path: Path, mask: int) -> None:
    place, before = tmp_path / "city", os.umask(mask)
    try:
        assert main(["new", "city", str(place), "--name", "새누리시"]) == 0
    finally:
        os.umask(before)
    for path in (place, *place.rglob("*")):
        wanted = 0o777 if path.is_dir() or path.name == "run" else 0o666
        assert path.stat().st_mode & 0o777 == wanted & ~mask, path


def test_the_new_city_has_no_fault(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", "--content", str(city / "content")]) == 0
    assert capsys.readouterr().out == "오류가 없습니다.\n"
    assert main(["format", "--check", "--content", str(city / "content")]) == 0


def test_it_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "city", str(tmp_path / "a b"), "--name", "새누리시"]) == 0
    said = capsys.readouterr().out
    assert f"만들었습니다: {tmp_path / 'a b'}" in said
    assert f"python3 build.py --content '{tmp_path / 'a b' / 'content'}'" in said


def test_the_new_city_is_built_at_once(city: Path) -> None:
    assert main(["--content", str(city / "content"), "--output", str(city / "output"), "--site-only"]) == 0
    home = (city / "output" / "site" / "index.html").read_text(encoding="utf-8")
    assert "새누리시가 운영하거나 발행하지 않습니다." in home
    route = (city / "output" / "site" / "routes" / "example-route" / "index.html").read_text(encoding="utf-8")
    assert "예시 장소" in route
    assert "map-column" not in route, "where no place is known, a map is an empty frame"


def test_there_is_one_example_of_each_kind_and_all_say_so(city: Path) -> None:
    for kind in EXAMPLES:
        files = list((city / "content" / kind.folder).iterdir())
        assert len(files) == (2 if kind.key == "page" else 1), kind.key
    files = [path for path in (city / "content").rglob("*") if path.is_file()]
    assert [path for path in files if "예시" not in path.read_text(encoding="utf-8")] == []
    assert yaml.safe_load((city / "content" / "site.yml").read_text(encoding="utf-8"))["official"] is False


def test_values_of_examples_rest_on_nothing(city: Path) -> None:
    """What rests on no named source is marked wherever it is shown."""
    for path in (city / "content").rglob("*"):
        if path.is_file():
            kinds = set(re.findall(r"kind: (report|official|press|data|blog|unknown)\b", path.read_text("utf-8")))
            assert kinds <= {"unknown"}, path


def test_visits_and_what_is_made_stay_out_of_the_repository(city: Path) -> None:
    ignored = (city / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/content/visits/", "/output/", "/.cache/", "/.venv/"} <= set(ignored)


def test_forges_run_the_one_script_and_find_no_secret(city: Path) -> None:
    script = city / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR
    assert "\nset -euo pipefail\n" in script.read_text(encoding="utf-8")
    files = [city / f".{forge}" / "workflows" / "build.yml" for forge in ("github", "forgejo")]
    for path in files:
        (job,) = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
        assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]
    (job,) = yaml.safe_load((city / ".gitlab-ci.yml").read_text(encoding="utf-8")).values()
    assert job["script"] == [".ci/run"]
    for path in (*files, city / ".gitlab-ci.yml"):
        code = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
        assert not re.search("secrets|pull_request_target|write|CI_JOB_TOKEN|id-token", code)
    ours = (ROOT / ".github" / "workflows" / "review.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", files[0].read_text(encoding="utf-8"))
    assert set(used) <= set(re.findall(r"uses: (\S+)", ours)), "pinned as ours are"


def test_the_version_of_the_software_is_pinned(city: Path) -> None:
    assert f"jumin-guidebook=={__version__}\n" in (city / "requirements.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("named", "written"),
    [
        ("0.1.9", "jumin-guidebook==0.1.9"),
        (
            "git+https://git.example.org/guidebook@v0.2.0",
            "jumin-guidebook @ git+https://git.example.org/guidebook@v0.2.0",
        ),
    ],
)
def test_another_version_or_an_address_can_be_named(named: str, written: str, tmp_path: Path) -> None:
    assert main(["new", "city", str(tmp_path / "a"), "--name", "새누리시", "--software", named]) == 0
    assert written in (tmp_path / "a" / "requirements.txt").read_text(encoding="utf-8").splitlines()


def test_software_that_comes_as_a_file_lies_in_the_repository(tmp_path: Path) -> None:
    wheel = tmp_path / "jumin_guidebook-0.2.0-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    assert main(["new", "city", str(tmp_path / "a"), "--name", "새누리시", "--software", str(wheel)]) == 0
    assert f"./software/{wheel.name}" in (tmp_path / "a" / "requirements.txt").read_text(encoding="utf-8")
    assert (tmp_path / "a" / "software" / wheel.name).read_bytes() == b"wheel"


def test_a_shape_of_the_map_becomes_a_town(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    areas = tmp_path / "areas.geojson"
    areas.write_text(json.dumps(squares("새솔읍", "한빛면", "윗들동")), encoding="utf-8")
    place = tmp_path / "city"
    assert main(["new", "city", str(place), "--name", "새누리시", "--from-boundaries", str(areas)]) == 0
    towns = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (place / "content" / "towns").iterdir()}
    assert {id: (town["name"], town["kind"], town["order"]) for id, town in towns.items()} == {
        "saesol-eup": ("새솔읍", "eup", 1),
        "hanbit-myeon": ("한빛면", "myeon", 2),
        "witdeul-dong": ("윗들동", "dong", 3),
    }
    capsys.readouterr()
    assert main(["check", "--content", str(place / "content")]) == 0
    assert capsys.readouterr().out == "오류가 없습니다.\n"
    shapes = json.loads((place / "content" / "map" / "towns.geojson").read_text(encoding="utf-8"))["features"]
    assert [shape["properties"]["name"] for shape in shapes] == ["새솔읍", "한빛면", "윗들동"]


def test_names_in_a_field_of_its_own_are_asked_for_and_then_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The remedy of the first message is an option of the same command."""
    areas = tmp_path / "areas.geojson"
    areas.write_text(json.dumps(squares("새솔동", "한빛동")).replace('"name"', '"TEXT_1"'), encoding="utf-8")
    arguments = [str(tmp_path / "city"), "--name", "새누리구", "--from-boundaries", str(areas)]
    assert "‘--name-field 항목’" in refused(arguments, capsys)
    assert main(["new", "city", *arguments, "--name-field", "TEXT_1"]) == 0
    towns = tmp_path / "city" / "content" / "towns"
    assert sorted(path.name for path in towns.iterdir()) == ["hanbit-dong.yml", "saesol-dong.yml"]


def test_a_map_that_cannot_be_read_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "areas.geojson").write_text("[", encoding="utf-8")
    arguments = [str(tmp_path / "city"), "--name", "새누리시", "--from-boundaries", str(tmp_path / "areas.geojson")]
    assert "error[bad-boundaries]" in refused(arguments, capsys)
    assert left(tmp_path) == ["areas.geojson"]


def test_what_is_there_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "city").mkdir()
    (tmp_path / "city" / "일기.txt").write_text("내 것", encoding="utf-8")
    said = refused([str(tmp_path / "city"), "--name", "새누리시"], capsys)
    assert "error[folder-taken] 폴더가 비어 있지 않습니다: 일기.txt" in said
    assert "만들지 않았습니다." in said
    assert "파일입니다" in refused([str(tmp_path / "city" / "일기.txt"), "--name", "새누리시"], capsys)
    assert left(tmp_path) == ["city", "city/일기.txt"]
    (tmp_path / "empty").mkdir()
    assert main(["new", "city", str(tmp_path / "empty"), "--name", "새누리시"]) == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--name", "Saenuri"], "bad-name"),
        (["--name", "새누리시: 예"], "bad-name"),
        (["--name", "새" * 41], "bad-name"),
        (["--name", "새누리시", "--name-en", "새누리"], "bad-name"),
        (["--name", "새누리시", "--province", "a: b"], "bad-name"),
        (["--name", "새누리시", "--software", "/no/such.whl"], "bad-software"),
        (["--name", "새누리시", "--software", "latest"], "bad-software"),
    ],
)
def test_what_cannot_be_written_is_refused(
    options: list[str], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"error[{code}]" in refused([str(tmp_path / "city"), *options], capsys)
    assert left(tmp_path) == []


def test_where_nobody_answers_all_that_is_missing_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    said = refused([], capsys)
    assert "폴더   새로 만들 폴더" in said
    assert "--name   시·군·구의 이름" in said


def test_at_a_terminal_it_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([str(tmp_path / "city"), "새누리시"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    assert main(["new", "city"]) == 0
    assert (tmp_path / "city" / "content" / "site.yml").exists()


def test_who_is_stopped_leaves_nothing_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("guidebook.commands.cities.new_city.examine", stopped)
    assert main(["new", "city", str(tmp_path / "city"), "--name", "새누리시"]) == 130
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("너른읍", "Neoreun-eup"),
        ("달맞이동", "Dalmaji-dong"),
        ("꽃이군", "Kkochi-gun"),
        ("물안동", "Muran-dong"),
        ("별내면", "Byeolnae-myeon"),
        ("새솔1동", "Saesol1-dong"),
        ("강", "Gang"),
    ],
)
def test_names_in_latin_letters(name: str, latin: str) -> None:
    assert romanised(name) == latin


@given(st.lists(st.text(), max_size=8, unique=True))
def test_every_town_has_an_id_of_its_own(names: list[str]) -> None:
    towns = towns_of(tuple(names))
    assert len({town.id for town in towns}) == len(names)
    assert all(re.search(SLUG, town.id) for town in towns)


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6))
def test_korean_names_always_have_an_id(name: str) -> None:
    assert re.search(SLUG, id_of(name))
