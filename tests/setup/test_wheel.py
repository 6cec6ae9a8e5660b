"""The program as a package: built as a wheel, installed into a venv of its own, and run away from the checkout.

Without a network: libraries and front-end packages are those of this checkout, which the venv may see. The code and the
templates that run are the wheel's.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from guidebook import __version__
from guidebook.storage.places import LOCK
from tests.conftest import ROOT
from tests.setup.installed_program import NEWER, Installed, digests


def test_a_wheel_holds_all_that_the_program_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("guidebook", "templates", "docs/ko"):
        below = folder if folder == "guidebook" else f"guidebook/program/{folder}"
        wanted = {
            f"{below}/{path.relative_to(ROOT / folder).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and path.suffix not in (".pyc", ".po", ".pot")
        }
        assert wanted - names == set()
    for name in ("requirements.txt", "package.json", LOCK, ".npmrc"):
        assert f"guidebook/program/{name}" in names
    assert not [
        name for name in names if name.split("/")[0] not in ("guidebook", f"jumin_guidebook-{__version__}.dist-info")
    ]


def test_the_installed_command_makes_a_city_and_a_newer_version_leaves_it_alone(
    program: Installed, newer: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    assert program.run("--version", cwd=away) == f"Jumin Guidebook {__version__}\n"
    for word in ("lock", "docs"):
        place = program.run(word, cwd=away).strip()
        assert place.startswith(str(program.venv))
        assert Path(place).exists()
    assert "‘guidebook new city 폴더’" in program.run("check", cwd=away, code=2)
    assert "[있음]" in program.run("doctor", cwd=away)

    program.run("new", "city", "saenuri", "--name", "새누리시", cwd=away)
    city = away / "saenuri"
    assert program.run("check", cwd=city) == "오류가 없습니다.\n"
    program.run("build", "--site-only", cwd=city)
    assert (city / "output" / "site" / "index.html").exists()
    assert (city / ".cache").is_dir()
    assert not list(program.venv.rglob(".cache")), "nothing is kept where the package lies"

    # A person changes the content, and then another version of the software comes.
    about = city / "content" / "pages" / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n우리가 고친 글입니다.\n", encoding="utf-8")
    (city / "content" / "visits" / "example.yml").unlink()
    before = digests(city / "content")
    program.install(newer)
    assert program.run("--version", cwd=city) == f"Jumin Guidebook {NEWER}\n"
    assert f"적힌 판({__version__})과 지금 쓰는 판({NEWER})이 다릅니다" in program.run("check", cwd=city)
    pinned = city / "requirements.txt"
    pinned.write_text(pinned.read_text(encoding="utf-8").replace(__version__, NEWER), encoding="utf-8")
    assert program.run("check", cwd=city) == "오류가 없습니다.\n"
    program.run("build", "--site-only", cwd=city)
    assert digests(city / "content") == before
    assert "우리가 고친 글입니다." in (city / "output" / "site" / "about" / "index.html").read_text(encoding="utf-8")
