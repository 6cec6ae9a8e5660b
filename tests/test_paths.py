"""No path is decided when a module is imported: a run works on the folders that it is given, and on no others."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE, cache_folder, paths_of, paths_of_mkdocs
from guidebook.storage.paths import Paths
from tests.conftest import CITIES, ROOT

PACKAGE = ROOT / "guidebook"
MODULES = sorted(PACKAGE.rglob("*.py"))
SURROUNDINGS = frozenset(
    {"os.environ", "os.getenv", "os.getcwd", "Path.cwd", "Path.home", "sys.argv", "tempfile.gettempdir", "gettempdir"}
)
"""What differs from machine to machine and from run to run."""
BOOTSTRAP = {"setup/__init__.py": "set-up runs before anything is installed, for the one checkout that it stands in"}
"""Module → why it may say at import time where it lies."""


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in (*child.decorator_list, *child.args.defaults, *filter(None, child.args.kw_defaults)):
                yield part
                yield from at_import(part)
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from at_import(child)


def decided(source: str) -> list[str]:
    """The expressions of a module that look at its surroundings when it is imported.

    A file beside the module is package data: `Path(__file__).with_name(…)` and `Path(__file__).parent / …` are none.
    """
    nodes = list(at_import(ast.parse(source)))
    beside = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Attribute) and node.attr in ("with_name", "parent") and is_own_place(node.value)
    }
    further = [
        ast.unparse(node)
        for node in nodes
        if isinstance(node, ast.Attribute) and node.attr == "parent" and ast.unparse(node.value).endswith(".parent")
    ]
    own = [ast.unparse(node) for node in nodes if is_own_place(node) and id(node) not in beside]
    around = [ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute | ast.Name)]
    return [*own, *further, *(name for name in around if name in SURROUNDINGS)]


def is_own_place(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and any(
        isinstance(part, ast.Name) and part.id == "__file__" for part in node.args
    )


def test_nothing_is_decided_when_a_module_is_imported() -> None:
    told = {path.relative_to(PACKAGE).as_posix(): decided(path.read_text(encoding="utf-8")) for path in MODULES}
    assert len(told) > len(BOOTSTRAP)
    assert {name: decisions for name, decisions in told.items() if decisions and name not in BOOTSTRAP} == {}


@pytest.mark.parametrize("module", BOOTSTRAP)
def test_what_is_excused_needs_its_excuse(module: str) -> None:
    assert decided((PACKAGE / module).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        "ROOT = Path(__file__).parents[2]",
        "ROOT = Path(__file__).parent.parent",
        "ROOT = Path(__file__).resolve().parents[1]",
        "ROOT = os.path.dirname(__file__)",
        "LANGUAGE = os.environ['LANG']",
        "HOME = Path.home()",
        "def cache(folder=Path.cwd()): ...",
        "class Build:\n    cache = os.environ.get('CACHE')",
        "@kept(os.getcwd())\ndef cache(): ...",
        "if os.getenv('CI'):\n    FAST = True",
    ],
)
def test_a_decision_is_seen(source: str) -> None:
    assert decided(source)


@pytest.mark.parametrize(
    "source",
    [
        "TABLE = Path(__file__).with_name('glyphs.txt')",
        "LOCALES = Path(__file__).parent / 'locale'",
        "def cache():\n    return os.environ['CACHE'], Path.cwd(), Path(__file__)",
    ],
)
def test_package_data_and_functions_are_no_decision(source: str) -> None:
    assert decided(source) == []


def test_two_cities_can_be_built_in_one_process(tmp_path: Path) -> None:
    for city in ("yeoul", "maru"):
        output = tmp_path / city
        assert main(["--site-only", "--content", str(CITIES / city), "--output", str(output)]) == 0
    names = [(tmp_path / city / "site" / "index.html").read_text(encoding="utf-8") for city in ("yeoul", "maru")]
    assert ["여울" in names[0], "마루" in names[1], "마루" in names[0]] == [True, True, False]


def test_a_command_takes_its_folders_and_the_cache_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "/elsewhere/cache")
    paths = paths_of("city", "made")
    assert (paths.content, paths.output, paths.cache) == (Path("city"), Path("made"), Path("/elsewhere/cache"))
    assert (paths.templates, paths.packages, paths.checkout) == (ROOT / "templates", ROOT / "node_modules", ROOT)
    monkeypatch.delenv(CACHE_VARIABLE)
    assert paths_of("city", "made").cache == ROOT / ".cache"


def test_plain_mkdocs_takes_its_folders_from_its_own_configuration(tmp_path: Path) -> None:
    config = {"config_file_path": str(tmp_path / "mkdocs.yml"), "docs_dir": str(tmp_path / "city")}
    assert paths_of_mkdocs(config) == Paths.within(tmp_path, tmp_path / "city", cache=cache_folder())


def test_tests_have_a_cache_of_their_own_in_every_process() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from guidebook.cli.paths import paths_of; print(paths_of('a', 'b').cache)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert told == str(cache_folder()) == os.environ[CACHE_VARIABLE]
    assert not Path(told).is_relative_to(ROOT)


@pytest.mark.parametrize("name", ["fonts/a.ttf", "crash.txt"])
def test_a_test_that_writes_into_the_checkout_s_cache_fails(name: str) -> None:
    with pytest.raises(AssertionError, match="cache of the checkout"):
        (ROOT / ".cache" / name).write_bytes(b"")
    assert not (ROOT / ".cache" / name).exists()


def test_fontconfig_is_told_of_our_fonts_while_pages_are_laid_out_and_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    monkeypatch.delenv("FONTCONFIG_PATH", raising=False)
    arguments = ["guidebook", "--route", "river-day", "--edition", "screen", "--content", str(CITIES / "maru")]
    assert main([*arguments, "--output", str(tmp_path / "output")]) == 0
    assert os.environ["FONTCONFIG_FILE"] == "/etc/fonts/fonts.conf"
    assert "FONTCONFIG_PATH" not in os.environ
