"""Where nothing changed, check and build answer from their last run; where anything did, they work again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.commands.build_request import BuildRequest
from guidebook.commands.unless_unchanged import build_unless_unchanged, check_unless_unchanged
from guidebook.layout.typefaces import package_files
from guidebook.render.design.tokens import KRDS
from guidebook.storage.paths import Paths
from guidebook.web.admin import program_files
from tests.own_cache import furnished
from tests.paths import PACKAGES, ROOT, TEMPLATES, paths

HEAVY = ("weasyprint", "mkdocs", "pikepdf", "hwpx", "pydantic", "jinja2", "fontTools")
"""Libraries that a run with nothing to do has no time for."""


def site_of(places: Paths) -> dict[str, bytes]:
    site = places.output / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def built(places: Paths, **options: object) -> bool:
    """Whether a build had something to do."""
    outcome = build_unless_unchanged(BuildRequest(places, site_only=True, **options))  # type: ignore[arg-type]
    assert outcome.made is not None, outcome.diagnostics
    return not outcome.unchanged


@pytest.fixture
def places(maru: Path, tmp_path: Path) -> Paths:
    """maru with templates and packages of its own."""
    own = paths(maru, tmp_path / "output")
    return replace(own, templates=tmp_path / "templates", packages=tmp_path / "packages")


@pytest.fixture
def whole(places: Paths) -> Paths:
    """The same, with everything in place and built once."""
    shutil.copytree(TEMPLATES, places.templates)
    for path in {*package_files(PACKAGES), *program_files(PACKAGES), PACKAGES / KRDS}:
        own = places.packages / path.relative_to(PACKAGES)
        own.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, own)
    assert built(places)
    return places


NEWS = "---\ntitle: 새 글\nsummary: 새로 쓴 글\norder: 90\n---\n글\n"


def append(path: Path, words: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8")


def swap_fonts(places: Paths) -> None:
    regular, bold = (path for path in package_files(places.packages) if path.match("noto-sans-kr/*/*.ttf"))
    shutil.copy(bold, regular)


CHANGES: dict[str, Callable[[Paths], object]] = {
    "content": lambda places: append(places.content / "site.yml", "\n# 더한 줄\n"),
    "a new file": lambda places: (places.content / "pages" / "news.md").write_text(NEWS, encoding="utf-8"),
    "a file less": lambda places: (places.content / "pages" / "news.md").unlink(),
    "a template": lambda places: append(places.templates / "pages" / "home.html.j2", "<!-- -->"),
    "a font": swap_fonts,
    "a page lost": lambda places: (places.output / "site" / "index.html").unlink(),
    "a page written over": lambda places: append(places.output / "site" / "index.html", " "),
    "a page too many": lambda places: append_new(places.output / "site" / "foreign.html"),
    "a run that was stopped": lambda places: (places.output / ".staging").mkdir(),
}
"""What there may be to do → how it comes to that."""


def append_new(path: Path) -> None:
    path.write_text("", encoding="utf-8")


def test_a_second_build_leaves_everything_as_it_is(whole: Paths) -> None:
    before = {path: os.lstat(path) for path in (whole.output, *whole.output.rglob("*"))}
    assert not built(whole)
    assert {path: os.lstat(path) for path in (whole.output, *whole.output.rglob("*"))} == before


def test_whatever_changed_is_built_as_if_for_the_first_time(whole: Paths, tmp_path: Path) -> None:
    """One change after the other, each of which a build must see; in the end all is as a first build makes it."""
    for name, change in CHANGES.items():
        change(whole)
        assert built(whole), f"{name}: not seen"
        assert not built(whole), f"{name}: done twice"
    clean = replace(whole, output=tmp_path / "clean", cache=furnished(tmp_path / "other cache"))
    assert built(clean)
    assert site_of(whole) == site_of(clean)


def test_other_options_are_another_build(whole: Paths) -> None:
    assert built(whole, language="en")
    assert built(whole), "the output is that of the other language"


def test_what_changes_while_a_build_runs_is_built_next_time(whole: Paths) -> None:
    page = whole.content / "site.yml"
    append(page, "\n# 하나\n")
    request = BuildRequest(whole, site_only=True)
    stages = iter(("first",))
    build_unless_unchanged(request, lambda _: append(page, "# 둘\n") if next(stages, "") else None)
    assert built(whole)


def test_a_fault_is_told_again_and_a_mended_one_is_not(maru: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = maru / "site.yml"
    sound = site.read_text(encoding="utf-8")
    told = []
    for written in (sound, sound + "\nnothing: 1\n", sound + "\nnothing: 1\n", sound):
        site.write_text(written, encoding="utf-8")
        code = main(["check", "--content", str(maru), "--output", str(maru.parent / "output")])
        told.append((code, capsys.readouterr().out))
    assert [code for code, _ in told] == [0, 1, 1, 0]
    assert told[1] == told[2]
    assert told[0] == told[3]


@pytest.mark.parametrize("name", [".gitignore", ".git/info/exclude"])
def test_rules_around_the_content_are_looked_at_again(maru: Path, name: str) -> None:
    rules = maru.parent / name
    (maru.parent / ".git" / "info").mkdir(parents=True)
    rules.write_text("*.yml\n", encoding="utf-8")
    shutil.copy(next((maru / "visits").glob("*.yml")), maru / "visits" / "thursday.yml")
    codes = []
    for written in ("*.yml\n", "", "*.yml\n"):
        rules.write_text(written, encoding="utf-8")
        codes.append({fault.code for fault in check_unless_unchanged(paths(maru), None)})
    assert codes[0] == codes[2]
    assert codes[1] - codes[0] == {"visit-exposed"}


def test_a_pipe_in_the_content_is_told_of_every_time(maru: Path) -> None:
    os.mkfifo(maru / "pages" / "pipe.md")
    first, second = (check_unless_unchanged(paths(maru), None) for _ in range(2))
    assert first == second
    assert first


def test_a_run_with_nothing_to_do_waits_for_no_library(maru: Path, tmp_path: Path) -> None:
    options = ["--content", str(maru), "--output", str(tmp_path / "output")]
    for arguments in (["check", "--date", "2026-11-28", *options], ["build", "--site-only", *options]):
        assert main(arguments) == 0
        program = f"import sys; from guidebook.cli import main; main({arguments!r}); print([*sys.modules])"
        told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
        modules = told.stdout.splitlines()[-1]
        assert [name for name in HEAVY if f"'{name}'" in modules] == []


READS = """
import json, os, sys
os.sched_getaffinity = lambda process: {0}
opened = set()
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not arguments[2] & (os.O_WRONLY | os.O_RDWR):
        opened.add(os.path.abspath(arguments[0]))
sys.addaudithook(watch)
from guidebook.cli import main
code = main(sys.argv[1:])
print(json.dumps(sorted(opened)))
sys.exit(code)
"""


def test_a_build_reads_nothing_but_what_it_is_known_to_depend_on(yeoul: Path, tmp_path: Path) -> None:
    """What else it opens belongs to Python, its libraries, the system, or is what the cache and the run made.

    With one core all of it is done, and so seen, in one process.
    """
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", READS, "build", "--content", str(yeoul), "--output", str(tmp_path / "output")],
        cwd=ROOT,
        env={**os.environ, "JUMIN_CACHE": str(furnished(tmp_path / "cache")), "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    known = [yeoul, TEMPLATES, ROOT / "guidebook", ROOT / "requirements.txt"]
    known += [ROOT / "package-lock.json", *package_files(PACKAGES), *program_files(PACKAGES), PACKAGES / KRDS]
    made = [tmp_path / "output", tmp_path / "cache", temporary, Path(sys.prefix), Path(sys.base_prefix)]
    system = [Path(name) for name in ("/usr", "/lib", "/lib64", "/etc", "/proc", "/dev", "/sys", "/tmp/.X11-unix")]
    opened = [Path(name) for name in json.loads(done.stdout.splitlines()[-1])]
    others = [
        path
        for path in opened
        if path.is_file() and not any(path.is_relative_to(place) for place in (*known, *made, *system))
    ]
    assert others == []


@pytest.mark.usefixtures("built_yeoul")  # so that it need not be laid out for this test alone
def test_it_is_told_what_was_made_again_and_why(
    yeoul: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = next((yeoul / "programs").glob("*.md"))
    told = []
    for words in ("", "", "\n새로 더한 문단입니다.\n"):
        append(program, words)
        output = str(tmp_path / "output")
        assert main(["build", "--explain", "--content", str(yeoul), "--output", output]) == 0
        told.append(capsys.readouterr().out)
    assert "이 설정으로 만든 기록이 없어" in told[0]
    assert "바뀐 파일이 없습니다." in told[1]
    assert f"바뀐 파일: content/programs/{program.name}" in told[2]
    assert f"책의 ‘program-{program.stem}’ 부분: 적은 글 변경" in told[2]
    assert f"program-{program.stem} 변경" in told[2]
