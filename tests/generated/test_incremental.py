"""An incremental build gives what a clean one gives: after any edit of content, templates or fonts, byte for byte."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.commands.build_request import BuildRequest
from guidebook.commands.unless_unchanged import build_unless_unchanged
from guidebook.layout.typefaces import package_files
from guidebook.model.diagnostic import has_errors
from guidebook.render.design.tokens import KRDS
from guidebook.storage.paths import Paths
from tests.conftest import CITIES
from tests.generated.edits import rewrite
from tests.paths import PACKAGES, ROOT, TEMPLATES

EDITS = 10
"""In one city, one after the other."""


def places_in(folder: Path) -> Paths:
    """yeoul with templates, packages and a cache of its own."""
    shutil.copytree(CITIES / "yeoul", folder / "content")
    shutil.copytree(TEMPLATES, folder / "templates")
    own = Paths.within(ROOT, folder / "content", folder / "output", folder / "cache")
    for path in (*package_files(PACKAGES), PACKAGES / KRDS):
        copied = folder / "packages" / path.relative_to(PACKAGES)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copied)
    return replace(own, templates=folder / "templates", packages=folder / "packages")


def edit_content(places: Paths, dice: random.Random) -> str:
    return "; ".join(rewrite(places.content, dice, 1)) or "nothing"


def edit_template(places: Paths, dice: random.Random) -> str:
    """A comment or a blank line: it changes what is read, and often nothing of what is made."""
    path = dice.choice(sorted(path for path in places.templates.rglob("*") if path.suffix in (".j2", ".css")))
    words = "{# x #}" if path.suffix == ".j2" else "\n.unused { color: inherit }\n"
    path.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8")
    return path.name


def edit_font(places: Paths, dice: random.Random) -> str:
    """Another weight takes the place of one, or the fonts become those that are installed again."""
    fonts = [path for path in package_files(places.packages) if path.suffix == dice.choice([".ttf", ".woff2"])]
    source = dice.choice([*fonts, *(PACKAGES / path.relative_to(places.packages) for path in fonts)])
    if source != fonts[0]:
        shutil.copy(source, fonts[0])
    return fonts[0].name


def edit_output(places: Paths, dice: random.Random) -> str:
    path = dice.choice(sorted(path for path in (places.output / "site").rglob("*") if path.is_file()))
    path.write_bytes(b"") if dice.random() < 0.5 else path.unlink()
    return f"output: {path.name}"


def edit_nothing(places: Paths, _: random.Random) -> str:
    (places.content / "site.yml").touch()
    return "touch"


Edit = Callable[[Paths, random.Random], str]
KINDS: tuple[tuple[Edit, int], ...] = (
    (edit_content, 12),
    (edit_template, 4),
    (edit_font, 1),
    (edit_output, 2),
    (edit_nothing, 1),
)
"""What may be edited, and how often."""


def files_of(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def built(places: Paths) -> dict[str, bytes] | None:
    outcome = build_unless_unchanged(BuildRequest(places))
    return None if has_errors(outcome.diagnostics) else files_of(places.output)


def differences(seed: int, folder: Path, edits: int) -> None:
    places, dice = places_in(folder), random.Random(seed)
    assert built(places) is not None
    done: list[str] = []
    for number in range(edits):
        (edit,) = dice.choices([edit for edit, _ in KINDS], [weight for _, weight in KINDS])
        done.append(edit(places, dice))
        clean = replace(places, output=folder / f"clean{number}", cache=folder / f"cache{number}")
        step, whole = built(places), built(clean)
        assert (step is None) == (whole is None), done
        if step is not None and whole is not None:
            assert step.keys() == whole.keys(), done
            assert [name for name in step if step[name] != whole[name]] == [], done
        shutil.rmtree(clean.output, ignore_errors=True)
        shutil.rmtree(clean.cache, ignore_errors=True)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(30))
def test_incremental_is_clean(seed: int, tmp_path: Path) -> None:
    differences(seed, tmp_path, EDITS)
