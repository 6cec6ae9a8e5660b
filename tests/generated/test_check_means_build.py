"""A green `check` means a green build: what nobody of us wrote and `check` accepts, builds in every form there is.

Only what layout alone can find may still be refused, and then it names the file and the line that is to blame.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from guidebook.books.print_formats import ALL
from guidebook.commands.build import build_everything
from guidebook.commands.build_request import BuildRequest
from guidebook.commands.examine import examine
from guidebook.commands.packs.one_visit import PackRequest, make_pack
from guidebook.commands.print_editions import EditionRequest, make_editions
from guidebook.model.diagnostic import Diagnostic, Severity, has_errors
from guidebook.preflight.checks import BUG
from tests.conftest import CITIES
from tests.generated.edits import rewrite
from tests.paths import paths

ONLY_LAYOUT = frozenset({"overflow", "page-too-full", "table-too-wide", "row-too-high"})
"""Codes of what nobody knows before pages are laid out."""


def accepted(diagnostics: Sequence[Diagnostic], content: Path, where: str) -> None:
    """No fault of ours is told, and none that `check` could have told; what layout found is told at its line."""
    for one in diagnostics:
        assert one.hint != BUG, f"{where}: {one}"
        if one.severity is Severity.ERROR:
            assert one.code in ONLY_LAYOUT, f"{where}: {one}"
            assert Path(one.span.file).is_relative_to(content), f"{where}: {one}"
            assert one.span.line > 1, f"{where}: {one}"


def builds_everywhere(content: Path, output: Path, editions: tuple[str, ...] = (ALL,)) -> None:
    """Everything that the commands make of this content."""
    accepted(build_everything(BuildRequest(paths(content, output))).diagnostics, content, "build")
    accepted(make_editions(EditionRequest(paths(content, output), editions=editions)).diagnostics, content, "guidebook")
    for visit in examine(content)[0].visits:
        pack = make_pack(PackRequest(paths(content, output), visit.id, editions=editions))
        accepted(pack.diagnostics, content, f"visit {visit.id}")


def rewritten(seed: int, folder: Path, city: str, edits: int, editions: tuple[str, ...] = (ALL,)) -> None:
    content = folder / "content"
    shutil.copytree(CITIES / city, content)
    kept = rewrite(content, random.Random(seed), edits)
    try:
        builds_everywhere(content, folder / "output", editions)
    except Exception as error:
        raise AssertionError(f"seed {seed} of {city}: {error}\n" + "\n".join(kept)) from error


@pytest.mark.parametrize("seed", [10])
def test_what_check_accepts_is_built(seed: int, tmp_path: Path) -> None:
    rewritten(seed, tmp_path, "maru", 20, ("large-print",))


def test_any_number_of_bars_and_steps_is_built(tmp_path: Path) -> None:
    """A report of more bars than a page holds, and of steps whose numbers have two digits and three."""
    content = tmp_path / "content"
    shutil.copytree(CITIES / "maru", content)
    path = content / "programs" / "river-path.md"
    bar = "      - {label: 2025년, value: 1, text: 1km}\n"
    bars = "".join(f"      - {{label: {week}주, value: {week}, text: {week}km}}\n" for week in range(1, 71))
    source = "[{kind: press, publisher: 마루신문, title: 마을자치 보도, date: 2026-10-05}]"
    steps = "".join(f"    - {{text: {number}걸음을 걸었습니다., sources: {source}}}\n" for number in range(1, 105))
    written = path.read_text(encoding="utf-8").replace(bar, bars)
    path.write_text(written.replace("comparisons:\n", f"lessons:\n  steps:\n{steps}comparisons:\n"), encoding="utf-8")
    _, diagnostics = examine(content)
    assert not has_errors(diagnostics)
    request = EditionRequest(paths(content, tmp_path / "output"), editions=("screen", "large-print"))
    assert not has_errors(make_editions(request).diagnostics)


@pytest.mark.long
@pytest.mark.parametrize("city", ["maru", "yeoul"])
@pytest.mark.parametrize("seed", range(100, 110))
def test_much_that_check_accepts_is_built(seed: int, city: str, tmp_path: Path) -> None:
    rewritten(seed, tmp_path, city, 30)
