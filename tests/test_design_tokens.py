"""The design stands in `templates/tokens.css` and nowhere else.

The rule in one sentence: a colour, and every length that is no share of what it stands in, is a design token.

Shares are 0, percentages, em, fr, vw, vh, cqi and numbers without a unit; `KEPT` lists, with reasons, what looks like a
design value and is none. Of what Python draws, where lengths have no unit, the rule asks that a number other than 0, 1
and 2 stands in a constant of its module with a docstring that says of what it is a share or a count.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from tinycss2.color4 import parse_color

from guidebook.model.print_format import BODY
from guidebook.model.settings.showing import Palette
from guidebook.render.book.typesetting import LINE, SMALLEST
from guidebook.render.design.sheets import whole_sheet
from guidebook.render.design.values import Design, token_of
from tests.conftest import ROOT
from tests.design import BOOK, DESIGN, MAP, PACKAGES, TEMPLATES, TOKENS

SHARES = {"em", "fr", "vw", "vh", "cqi"}
CHOICES = {"transparent", "currentcolor"}
"""Words for colours that choose none."""
KEPT = {
    "guidebook/model/colour.py": "black and white, against which contrast is measured",
    "guidebook/model/settings/showing.py": "the two colours of a city whose site.yml names none: content",
    "guidebook/model/placeholder.py": "colours that mark room for page numbers, replaced before anybody sees them",
}
"""What has colours of its own, and why they are no design."""
COMPUTE = {"__init__.py", "placing.py", "projection.py"}
"""Of maps: they find places for what the others draw."""
DRAWS = [
    *(path for path in sorted((ROOT / "guidebook" / "render" / "map").glob("*.py")) if path.name not in COMPUTE),
    *(ROOT / "guidebook" / name for name in ("web/share_cards.py", "web/app_icons.py", "render/web/icon.py")),
    *(ROOT / "guidebook" / name for name in ("books/contact_sheets.py", "render/book/qr.py", "render/book/qr_link.py")),
]
PAPER_SHEETS = sorted((TEMPLATES / "print" / "styles").glob("*.css"))
PAPER_ENTRIES = sorted((TEMPLATES / "print").glob("*.css"))
SCREEN_FOLDERS = ("theme/css", "editor", "portal")
SCREEN_SHEETS = [path for name in SCREEN_FOLDERS for path in sorted((TEMPLATES / name).glob("*.css"))]
OTHERS = [path for path in sorted(TEMPLATES.rglob("*")) if path.suffix in (".j2", ".html", ".js")]
MODULES = sorted((ROOT / "guidebook").rglob("*.py"))
COLOUR = re.compile(
    r"#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b|\b(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch|color|color-mix)\(",
    re.IGNORECASE,
)
LENGTH = re.compile(r"(?<![\w.#-])-?\d*\.?\d+(?:px|pt|pc|mm|cm|in|q|rem|ch|ex|lh|rlh)\b", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|<!--.*?-->|^\s*//.*?$", re.DOTALL | re.MULTILINE)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def values_in(nodes: list[Any]) -> Iterator[tuple[int, str]]:
    """The design values among pieces of CSS: line and text."""
    for node in nodes:
        length = node.type == "dimension" and node.lower_unit not in SHARES
        choice = node.type == "ident" and node.lower_value in CHOICES
        colour = node.type in ("hash", "function", "ident") and not choice and parse_color(node) is not None
        if length or colour:
            yield node.source_line, node.serialize()
        for inside in ("arguments", "content"):
            yield from values_in(getattr(node, inside, None) or [])


def values_of(rules: list[Any]) -> Iterator[tuple[int, str]]:
    """The design values of rules and of all that is within them; selectors have none."""
    for rule in rules:
        assert rule.type != "error", f"{rule.source_line}: {rule.message}"
        if rule.type == "declaration":
            yield from values_in(rule.value)
        if rule.type == "at-rule":
            yield from values_in(rule.prelude)
        if rule.type in ("at-rule", "qualified-rule") and rule.content is not None:
            yield from values_of(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))


def literals(css: str) -> list[tuple[int, str]]:
    return list(values_of(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


@pytest.mark.parametrize("path", [*SCREEN_SHEETS, *PAPER_SHEETS, *PAPER_ENTRIES], ids=name_of)
def test_style_sheets_have_no_colour_and_no_length_of_their_own(path: Path) -> None:
    assert literals(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("p{margin:0 1rem}", ["1rem"]),
        ("p{margin:calc(2*(3px + 1em)) 50% 1.5fr 10vw}", ["3px"]),
        ("p{color:red;background:transparent;border-color:currentcolor}", ["red"]),
        ("#add{color:#add;fill:rgb(0 0 0 / .4)}", ["#add", "rgb(0 0 0 / .4)"]),
        ("@page{margin:0;@top-left{font-size:8pt}}", ["8pt"]),
        ("@container (min-width: 40rem){p{line-height:1.5;width:0mm}}", ["40rem", "0mm"]),
        ('p{color:var(--red);content:"1rem #fff";font:400 var(--type-13)/1.7 var(--font)}', []),
    ],
)
def test_a_literal_in_a_style_sheet_is_seen(css: str, found: list[str]) -> None:
    assert [value for _, value in literals(css)] == found


def test_templates_and_scripts_have_none_either() -> None:
    written = {name_of(path): COMMENT.sub("", path.read_text("utf-8")) for path in OTHERS}
    found = {name: COLOUR.findall(words) + LENGTH.findall(words) for name, words in written.items()}
    assert {name: values for name, values in found.items() if values} == {}


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_python_writes_no_colour_and_no_length() -> None:
    """In one test, because hundreds of tests that take a moment each take longer."""
    found: dict[str, list[str]] = {}
    for path in MODULES:
        for line, words in strings(path):
            if COLOUR.search(words) or LENGTH.search(words):
                found.setdefault(name_of(path), []).append(f"{line}: {words}")
    assert {name: values for name, values in found.items() if name not in KEPT} == {}
    assert found.keys() == KEPT.keys()


@pytest.mark.parametrize("path", DRAWS, ids=name_of)
def test_what_draws_takes_its_measures_from_tokens(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    explained = set()
    for node, after in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(node, ast.Assign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            explained |= {id(part) for part in ast.walk(node)}
    loose = [
        f"{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value not in (0, 1, 2)
        if id(node) not in explained
    ]
    assert loose == []


def looks() -> Iterator[type[Any]]:
    """The dataclasses of tokens, wherever they are declared."""
    for path in MODULES:
        if "PREFIX: ClassVar[str] = " in path.read_text("utf-8"):
            module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            own = (one for one in vars(module).values() if getattr(one, "__module__", "") == module.__name__)
            yield from (one for one in own if hasattr(one, "PREFIX"))


def test_every_look_finds_its_tokens() -> None:
    found = list(looks())
    assert len(found) >= 10
    for look in found:
        DESIGN.look(look)


def test_every_token_is_used() -> None:
    files = [*SCREEN_SHEETS, *PAPER_SHEETS, TEMPLATES / "tokens.css"]
    used = {name for path in files for name in re.findall(r"var\((--[\w-]+)\)", path.read_text("utf-8"))}
    used |= {f"--{name}" for path in OTHERS for name in re.findall(r'token\("([\w-]+)"\)', path.read_text("utf-8"))}
    used |= {f"--{name}" for path in MODULES for name in re.findall(r'colour\("([\w-]+)"\)', path.read_text("utf-8"))}
    used |= {f"--{token_of(look, field)}" for look in looks() for field in look.__dataclass_fields__}
    assert set(TOKENS.own) - used == set()


@pytest.mark.parametrize("path", PAPER_ENTRIES, ids=name_of)
def test_every_variable_of_paper_is_a_token_or_the_page_s_or_the_city_s(path: Path) -> None:
    left = set(re.findall(r"var\((--[\w-]+)\)", TOKENS.on_paper(whole_sheet(path))))
    assert {name for name in left if not name.startswith("--page-")} <= {"--city-primary", "--city-signal"}


def test_every_variable_of_the_website_is_a_token_or_changes_with_the_mode() -> None:
    css = "".join(TOKENS.on_screen(one) for one in (TOKENS.modes, *(path.read_text("utf-8") for path in SCREEN_SHEETS)))
    left = {name for name in re.findall(r"var\((--[\w-]+)\)", css) if not name.startswith("--krds-")}
    modes = set(re.findall(r"(--[\w-]+):", TOKENS.modes))
    assert left <= modes | set(DESIGN.city())
    assert not modes & set(TOKENS.own), "a name is either written in or left to browsers"


def test_every_style_of_paper_is_imported_and_what_imports_has_no_rules() -> None:
    entries = [path.read_text("utf-8") for path in PAPER_ENTRIES]
    imported = {name for css in entries for name in re.findall(r'@import "styles/(.+?)";', css)}
    assert imported == {path.name for path in PAPER_SHEETS}
    assert not any("{" in css for css in entries)


def test_every_colour_on_paper_is_a_grey_of_the_design_or_follows_the_city() -> None:
    other = Design(TOKENS, Palette(primary="#123456", signal="#654321"))
    for name in TOKENS.own:
        value = DESIGN.written(name[2:])
        if name.startswith(("--print-", "--drawn-")) and value.startswith("#"):
            assert value in DESIGN.greys or value != other.written(name[2:]), f"{name} is printed with several inks"


def test_what_is_computed_from_the_type_of_paper_agrees_with_its_tokens() -> None:
    assert f"html {{ font: 400 {BODY:g}pt/{LINE:g}pt" in BOOK
    assert SMALLEST < min(MAP.type_figure, MAP.type_name, MAP.type_small, MAP.type_tie) < SMALLEST * 1.01


def test_krds_has_what_tokens_ask_of_it() -> None:
    assert PACKAGES.is_dir()
    asked = {name for value in TOKENS.own.values() for name in re.findall(r"var\((--krds-[\w-]+)\)", value)}
    assert asked
    assert asked <= set(TOKENS.krds)
