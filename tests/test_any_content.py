"""Whatever happens to a content folder, reading it never raises: faults come back as values with a place."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.commands.examine import examine
from tests.conftest import CITIES

SNIPPETS = (
    b"\t", b": ", b"- ", b"---\n", b"\n", b"&a", b"*a", b"[", b"}", b'"', b"\xff", b"\x00", b"| a |\n|---|\n", b"[^x]",
    b"<b>", b"## \n", b"9999", b"-1", b"24:00", b"PH off", b"lat: 200", b"2026-12-25",
    "㉠".encode(), "가".encode(), b"0", b"2019-02-30", b"](town:x)", b"{{", b"%", b"#",
)  # fmt: skip


def damage(content: Path, dice: random.Random) -> None:
    """Change some bytes of some files, as a careless edit or a broken merge would."""
    files = sorted(path for path in content.rglob("*") if path.is_file())
    for _ in range(dice.randint(1, 4)):
        path = dice.choice(files)
        octets = bytearray(path.read_bytes())
        place = dice.randint(0, len(octets))
        deed = dice.choice(("insert", "delete", "double", "cut"))
        if deed == "insert":
            octets[place:place] = dice.choice(SNIPPETS)
        elif deed == "delete":
            del octets[place : place + dice.randint(1, 12)]
        elif deed == "double":
            octets[place:place] = octets[place : place + dice.randint(1, 80)]
        else:
            del octets[place:]
        path.write_bytes(bytes(octets))


def examined(seed: int, folder: Path, city: str) -> None:
    content = folder / f"content-{seed}"
    shutil.copytree(CITIES / city, content)
    damage(content, random.Random(seed))
    _, faults = examine(content)
    for fault in faults:
        path = Path(fault.span.file)
        assert fault.span.line >= 1
        assert path.is_absolute()
        assert path.is_relative_to(content)
        assert str(fault.message)
        assert str(fault.hint)
    shutil.rmtree(content)


BOTH = pytest.mark.parametrize("city", ["yeoul", "maru"])


@BOTH
@pytest.mark.parametrize("seed", range(60))
def test_damaged_content_is_told_and_never_raises(seed: int, city: str, tmp_path: Path) -> None:
    examined(seed, tmp_path, city)


@pytest.mark.long
@BOTH
def test_much_damaged_content_is_told_and_never_raises(city: str, tmp_path: Path) -> None:
    for seed in range(1000, 4000):
        examined(seed, tmp_path, city)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(6000, 6025))
def test_a_damaged_visit_is_packed_whole_or_not_at_all(seed: int, tmp_path: Path) -> None:
    content, output = tmp_path / "content", tmp_path / "output"
    shutil.copytree(CITIES / "maru", content)
    damage(content, random.Random(seed))
    code = main(["guidebook", "--visit", "hansol", "--content", str(content), "--output", str(output)])
    assert code in (0, 1)
    assert (output / "print" / "hansol").exists() == (code == 0)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5000, 5025))
def test_damaged_content_builds_whole_or_not_at_all(seed: int, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CITIES / "yeoul", content)
    damage(content, random.Random(seed))
    code = main(["--content", str(content), "--output", str(tmp_path / "output")])
    assert code in (0, 1)
    assert (tmp_path / "output" / "manifest.json").is_file() == (code == 0)
    assert (tmp_path / "output").exists() == (code == 0)
