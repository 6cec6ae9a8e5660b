"""`format` changes how files are written and never what they say; what it cannot write for certain it leaves alone."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.commands.build_request import BuildRequest
from guidebook.commands.format_content import NOT_IN_FORM
from guidebook.commands.unless_unchanged import build_unless_unchanged, check_unless_unchanged
from guidebook.forms.canonical.keys import Model
from guidebook.forms.canonical.whole_file import Look, look
from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Severity
from tests.conftest import CITIES, ROOT
from tests.paths import paths

MUSEUM = "sites/river-museum.yml"


def run(content: Path, *arguments: str) -> int:
    return main(["format", *arguments, "--content", str(content)])


def files(content: Path) -> dict[str, tuple[bytes, int]]:
    found = (path for path in content.rglob("*") if path.is_file())
    return {path.relative_to(content).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def meaning(content: Path) -> Catalogue:
    """The content without the lines on which it stands."""
    return replace(load_content(content).catalogue, maps={})


def disordered(content: Path) -> Path:
    """A record with its town in front and quotes that it needs not."""
    path = content / MUSEUM
    lines = path.read_text(encoding="utf-8").split("\n")
    town = next(line for line in lines if line.startswith("town:"))
    name = next(line for line in lines if line.startswith("name:"))
    rest = [line for line in lines if line not in (town, name)]
    quoted = f"name: '{name.removeprefix('name: ')}'  # 정식 이름"
    path.write_text("\n".join([f"# 자리\n{town}", *rest[:-1], quoted, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize("city", ["dasom", "maru", "yeoul"])
def test_cities_are_in_form(city: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CITIES / city, "--check") == 0
    assert capsys.readouterr().out == "모든 파일이 정해진 형식입니다.\n"


def test_what_is_not_in_form_is_written_and_says_the_same(maru: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = disordered(maru)
    before, said = files(maru), meaning(maru)
    assert run(maru) == 0
    out = capsys.readouterr().out
    assert out.startswith("형식을 맞췄습니다: ")
    assert out.count("\n") == 1
    assert MUSEUM in out
    assert path.read_text(encoding="utf-8").startswith("name: ")
    assert "  # 정식 이름\n" in path.read_text(encoding="utf-8")
    assert "# 자리\ntown: " in path.read_text(encoding="utf-8")
    assert meaning(maru) == said
    after = files(maru)
    assert {name for name in after if after[name] != before[name]} == {MUSEUM}
    assert run(maru) == 0
    assert files(maru) == after


def test_check_names_the_command_with_the_particle_that_the_file_asks_for(
    maru: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disordered(maru)
    program = maru / "programs" / "river-path.md"
    written = program.read_text(encoding="utf-8").replace("\nas_of: 2026\n", "\nas_of: '2026'\n", 1)
    program.write_text(written, encoding="utf-8")
    assert main(["check", "--content", str(maru)]) == 0
    said = capsys.readouterr().out
    assert "river-museum.yml’을 실행하면" in said
    assert "river-path.md’를 실행하면" in said


@pytest.mark.parametrize("order", [(1, 0), (2, 0, 1)], ids=["to the end", "from the end"])
def test_a_text_of_several_lines_may_move_in_front_matter(maru: Path, order: tuple[int, ...]) -> None:
    """The last line of the front matter ends as every other does."""
    page = maru / "pages" / "visit.md"
    body = page.read_text(encoding="utf-8").split("---\n", 2)[2]
    keys = ("title: 오는 길\n", "summary: |\n  강을 따라\n  옵니다.\n", "order: 9\n")
    page.write_text("".join(("---\n", *(keys[at] for at in order), "---\n", body)), encoding="utf-8")
    said = meaning(maru)
    assert run(maru) == 0
    expected = "".join(("---\n", *(keys[at] for at in sorted(order)), "---\n", body))
    assert page.read_text(encoding="utf-8") == expected
    assert meaning(maru) == said


def test_front_matter_keeps_line_ends_of_its_own(maru: Path) -> None:
    page = maru / "pages" / "visit.md"
    front, body = "---\norder: 9\ntitle: 오는 길\nsummary: 강을 따라 옵니다.\n---\n", "\r\n강을 따라 옵니다.\r\n"
    page.write_bytes((front + body).encode())
    assert run(maru) == 0
    assert page.read_bytes() == ("---\ntitle: 오는 길\nsummary: 강을 따라 옵니다.\norder: 9\n---\n" + body).encode()


def test_looking_changes_nothing(maru: Path, capsys: pytest.CaptureFixture[str]) -> None:
    disordered(maru)
    before = files(maru)
    assert run(maru, "--check") == 1
    assert MUSEUM in capsys.readouterr().out
    assert files(maru) == before


def test_a_file_that_is_named_alone_is_written(
    maru: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = disordered(maru)
    other = maru / "programs" / "river-path.md"
    other.write_text(other.read_text(encoding="utf-8").replace("---\n", "---\nas_of: '2026'\n", 1), encoding="utf-8")
    monkeypatch.chdir(maru)
    assert run(maru, str(other.relative_to(maru)), "--check") == 1
    assert run(maru, MUSEUM) == 0
    assert path.read_text(encoding="utf-8").startswith("name: ")
    capsys.readouterr()
    for name in ("nothing.yml", "assets", "", "../x", str(ROOT / "README.md"), "\udcff", "a\nb"):
        assert run(maru, name) == 1
        assert "error[no-such-file]" in capsys.readouterr().err


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_marks_and_bodies_stay(maru: Path, line_end: str, mark: str) -> None:
    path = maru / "pages" / "notes.md"
    front = ["---", "summary: '짧은 글'", "# 제목", 'title: "글: 하나"', "order: 9", "---"]
    body = ["", "", "본문  ", "", "- 가\u1100\u1161 ", "끝"]
    path.write_bytes((mark + line_end.join([*front, *body])).encode())
    said = meaning(maru)
    assert run(maru, str(path)) == 0
    formed = ["---", "# 제목", 'title: "글: 하나"', "summary: 짧은 글", "order: 9", "---"]
    assert path.read_bytes() == (mark + line_end.join([*formed, *body])).encode()
    assert meaning(maru) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: &a 가\nkind: *a\n", "yaml-alias"),
        ("name: 가\nname: 나\n", "duplicate-key"),
        ("name: 가\n---\nname: 나\n", "yaml-documents"),
        ("name: 가\n\tkind: park\n", "tab"),
        ("name: [가\n", "yaml-syntax"),
        ("kind: !!str park\nname: 가\n", "unsafe-form"),
        ("? kind\n: park\nname: 가\n", "unsafe-form"),
        ("kind: park\nremark: |\n  끝", "unsafe-form"),
        ("\xa0\x00", "control-character"),
    ],
)
def test_what_cannot_be_written_for_certain_is_left_and_told(
    maru: Path, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = maru / MUSEUM
    path.write_text(text, encoding="utf-8")
    before = files(maru)
    for arguments in ((), ("--check",), (str(path),)):
        assert run(maru, *arguments) == 1
        assert f"error[{told}]" in capsys.readouterr().err
        assert files(maru) == before


def test_every_bad_file_is_left_or_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "diagnostics" / "bad", content)
    before = [str(fault.message) for fault in load_content(content).diagnostics]
    said = meaning(content)
    assert run(content) == 1
    assert meaning(content) == said
    after = [str(fault.message) for fault in load_content(content).diagnostics]
    assert sorted(one for one in after if "행)" not in one) == sorted(one for one in before if "행)" not in one)
    capsys.readouterr()
    assert run(content, "--check") == 1
    assert capsys.readouterr().out == "", "what can be is in form"


def test_a_file_that_cannot_be_written_is_told(maru: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = disordered(maru)
    draft = path.with_name(f".{path.name}.new")
    draft.mkdir()
    (draft / "full").touch()
    before = path.read_bytes()
    assert run(maru) == 1
    said = capsys.readouterr()
    assert "error[" in said.err
    assert MUSEUM not in said.out
    assert path.read_bytes() == before


def test_check_says_it_in_a_note_and_keeps_it(maru: Path, tmp_path: Path) -> None:
    path = disordered(maru)
    places = paths(maru, tmp_path / "output")
    for _ in range(2):
        notes = [one for one in check_unless_unchanged(places, "2026-11-28") if one.code == NOT_IN_FORM]
        assert [(Path(one.span.file).name, one.span.line, one.severity) for one in notes] == [
            (path.name, 1, Severity.NOTE)
        ]
    assert main(["check", "--content", str(maru)]) == 0
    outcome = build_unless_unchanged(BuildRequest(places, site_only=True))
    assert NOT_IN_FORM not in {one.code for one in outcome.diagnostics}
    assert run(maru) == 0
    assert not [one for one in check_unless_unchanged(places, "2026-11-28") if one.code == NOT_IN_FORM]


def test_what_was_in_form_is_known_again_and_looked_at_when_it_changes(
    maru: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = paths(maru, tmp_path / "output")
    assert NOT_IN_FORM not in {one.code for one in check_unless_unchanged(places, "2026-11-28")}
    looked: list[str] = []

    def noted(path: Path, model: Model) -> Look:
        looked.append(path.name)
        return look(path, model)

    monkeypatch.setattr("guidebook.commands.format_content.look", noted)
    path = disordered(maru)
    for expected in ([path.name], []):
        found = check_unless_unchanged(places, "2026-11-28")
        assert NOT_IN_FORM in {one.code for one in found}
        assert looked == expected
        looked.clear()
    check_unless_unchanged(places, "2026-11-29")
    assert looked == [path.name], "it is not in form, so it is looked at and told again"


def test_links_and_devices_are_no_files_of_content(maru: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_text("kind: 'park'\nname: 가\n", encoding="utf-8")
    (maru / "sites" / "linked.yml").symlink_to(tmp_path / "elsewhere.yml")
    os.mkfifo(maru / "sites" / "pipe.yml")
    assert run(maru) in (0, 1)
    assert (tmp_path / "elsewhere.yml").read_text(encoding="utf-8") == "kind: 'park'\nname: 가\n"
