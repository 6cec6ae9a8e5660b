"""An incremental build gives what a clean one gives, whatever was edited: content, templates, fonts, code, all bytes.

Each build is a process of its own in a copy of the checkout, as it is at a desk: nothing is remembered but the cache.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from guidebook.layout.typefaces import FOLDER as FONTS
from guidebook.layout.typefaces import package_files
from guidebook.render.design.tokens import KRDS
from tests.conftest import CITIES
from tests.generated.edits import rewrite
from tests.paths import PACKAGES, ROOT

EDITS = 10
"""In one city, one after the other."""
NUMBER = re.compile(r"^([A-Z_]+(?:: [a-z]+)? = )(\d+(?:\.\d+)?)$", re.MULTILINE)
"""A constant of a module."""
LENGTH = re.compile(r"(?<=[: ])(\d+(?:\.\d+)?)(?=pt;|mm;|px;|rem;)")
"""In a style sheet."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A copy of the program with a city and fonts of its own, which may be edited."""

    folder: Path

    @property
    def content(self) -> Path:
        """The city."""
        return self.folder / "content"

    @property
    def packages(self) -> Path:
        """The fonts."""
        return self.folder / "node_modules"

    def build(self, output: Path, cache: Path) -> dict[str, bytes] | None:
        """What a new process makes of it; None where it is told that something is wrong."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "JUMIN_CACHE": str(cache)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the next process need not compile everything again
        command = [sys.executable, "-m", "guidebook.cli", "build", "--content", "content", "--output", str(output)]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        return files_of(output) if done.returncode == 0 else None


def checkout_in(folder: Path) -> Checkout:
    """The program as it is, with yeoul as its city."""
    for name in ("guidebook", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "requirements.txt", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(CITIES / "yeoul", folder / "content")
    for path in (*package_files(PACKAGES), PACKAGES / KRDS):
        copied = folder / "node_modules" / path.relative_to(PACKAGES)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copied)
    return Checkout(folder)


def edit_content(copy: Checkout, dice: random.Random) -> str:
    return "; ".join(rewrite(copy.content, dice, 1)) or "nothing"


def edit_template(copy: Checkout, dice: random.Random) -> str:
    """Another length in a style sheet, or a comment, which often changes nothing of what is made."""
    path = dice.choice(
        sorted(each for each in (copy.folder / "templates").rglob("*") if each.suffix in (".j2", ".css", ".html"))
    )
    written = path.read_text(encoding="utf-8")
    if path.suffix != ".css":
        return _written(path, written + "{# x #}")
    lengths = list(LENGTH.finditer(written))
    if not lengths or dice.random() < 0.3:
        return _written(path, written + "\n.unused { color: inherit }\n")
    return _other_number(path, written, dice.choice(lengths))


def edit_code(copy: Checkout, dice: random.Random) -> str:
    """Another number in a constant of a module, or a comment."""
    modules = sorted(copy.folder.glob("guidebook/**/*.py"))
    if dice.random() < 0.3:
        path = dice.choice(modules)
        return _written(path, path.read_text(encoding="utf-8") + "# x\n")
    numbered = [path for path in modules if NUMBER.search(path.read_text(encoding="utf-8"))]
    path = dice.choice(numbered)
    written = path.read_text(encoding="utf-8")
    return _other_number(path, written, dice.choice(list(NUMBER.finditer(written))))


def edit_configuration(copy: Checkout, dice: random.Random) -> str:
    """A comment in a lock file or in the configuration of MkDocs."""
    path = copy.folder / dice.choice(["mkdocs.yml", "requirements.txt"])
    return _written(path, path.read_text(encoding="utf-8") + "# x\n")


def edit_font(copy: Checkout, dice: random.Random) -> str:
    """Another weight takes the place of one, or the fonts become those that are installed again."""
    suffix = dice.choice([".ttf", ".woff2"])
    fonts = [path for path in package_files(copy.packages) if path.suffix == suffix]
    source = dice.choice([*fonts, *(PACKAGES / path.relative_to(copy.packages) for path in fonts)])
    if source != fonts[0]:
        shutil.copy(source, fonts[0])
    return fonts[0].name


def edit_output(copy: Checkout, dice: random.Random) -> str:
    path = dice.choice(sorted(path for path in (copy.folder / "output/site").rglob("*") if path.is_file()))
    path.write_bytes(b"") if dice.random() < 0.5 else path.unlink()
    return f"output: {path.name}"


def edit_nothing(copy: Checkout, _: random.Random) -> str:
    (copy.content / "site.yml").touch()
    return "touch"


def _written(path: Path, words: str) -> str:
    path.write_text(words, encoding="utf-8")
    return path.name


def _other_number(path: Path, written: str, found: re.Match[str]) -> str:
    """The last group of `found` a tenth larger."""
    at, end = found.span(found.lastindex or 0)
    number = written[at:end]
    larger = f"{float(number) * 1.1:.3f}" if "." in number else str(int(number) + 1)
    return f"{_written(path, written[:at] + larger + written[end:])}: {found[0]} becomes {larger}"


Edit = Callable[[Checkout, random.Random], str]
KINDS: tuple[tuple[Edit, int], ...] = (
    (edit_content, 9),
    (edit_template, 4),
    (edit_code, 3),
    (edit_configuration, 1),
    (edit_font, 1),
    (edit_output, 1),
    (edit_nothing, 1),
)
"""What may be edited, and how often."""


def files_of(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def differences(seed: int, folder: Path, edits: int) -> None:
    """Edits, and after each a build in the one cache beside a build in a new one."""
    (folder / "checkout").mkdir()
    copy, dice = checkout_in(folder / "checkout"), random.Random(seed)
    output, cache = copy.folder / "output", folder / "cache"
    assert copy.build(output, cache) is not None
    done: list[str] = []
    for number in range(edits):
        before = _sources(copy)
        (edit,) = dice.choices([edit for edit, _ in KINDS], [weight for _, weight in KINDS])
        done.append(f"{edit.__name__}: {edit(copy, dice)}")
        clean, new = folder / f"clean{number}", folder / f"cache{number}"
        shutil.copytree(cache / FONTS, new / FONTS)  # unpacked as they came, under the hash of their file
        step, whole = copy.build(output, cache), copy.build(clean, new)
        assert (step is None) == (whole is None), done
        if step is None or whole is None:
            _restore(copy, before)  # what cannot be built is taken back
        else:
            assert step.keys() == whole.keys(), done
            assert [name for name in step if step[name] != whole[name]] == [], done
        shutil.rmtree(clean, ignore_errors=True)
        shutil.rmtree(new)


def _sources(copy: Checkout) -> dict[Path, bytes]:
    named = [copy.folder / name for name in ("guidebook", "templates", "content", "mkdocs.yml", "requirements.txt")]
    files = [path for one in named for path in ([one] if one.is_file() else one.rglob("*"))]
    return {path: path.read_bytes() for path in files if path.is_file() and "__pycache__" not in path.parts}


def _restore(copy: Checkout, before: dict[Path, bytes]) -> None:
    now = _sources(copy)
    for path in now.keys() - before.keys():
        path.unlink()
    for path, octets in before.items():
        if now.get(path) != octets:
            path.write_bytes(octets)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(30))
def test_incremental_is_clean(seed: int, tmp_path: Path) -> None:
    differences(seed, tmp_path, EDITS)
