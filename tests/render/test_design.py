"""Design tokens: written into style sheets, read as values, and what is wrong with them is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from guidebook.model.colour import mix, ramp
from guidebook.model.settings.showing import Palette
from guidebook.render.design.sheets import whole_sheet
from guidebook.render.design.tokens import DesignError, Tokens, TokenValues, parsed_tokens, substituted
from guidebook.render.design.values import Colour, Design, Family, Millimetres, Pixels, Points, Size
from tests.design import PACKAGES, TEMPLATES

PALETTE = Palette(primary="#0b4f6c", signal="#e8590c")
OWN = """/* --not-one: 1px; */
:root {
  --gray-90: var(--krds-gray-90);
  --city-primary-line: var(--city-primary-20);
  --small: 3pt;
  --panel: color-mix(in srgb, var(--city-primary), var(--gray-90) 25%); /* a comment */
  --sign-ink: var(--gray-90);
  --sign-way: var(--city-signal);
  --sign-family: "Pretendard GOV", "Noto Sans KR";
  --sign-rule: 0.5pt;
  --sign-code-side: 20mm;
  --sign-edge: 72px;
  --sign-map: 330pt 180.5pt;
  --sign-dashes: 4pt 3pt;
}

:root { --live: var(--gray-90); }
@media print { :root { --live: var(--small); } }
"""
KRDS = '@charset "utf-8"; :root { --krds-gray-90: #1e2124; --krds-other: 1px; } .x { --krds-no: 1px; }'
TOKENS = parsed_tokens(OWN, KRDS)
DESIGN = Design(TOKENS, PALETTE)


@dataclass(frozen=True, slots=True)
class SignLook:
    """A token of every kind."""

    PREFIX: ClassVar[str] = "sign"

    ink: Colour
    way: Colour
    family: Family
    rule: Points
    code_side: Millimetres
    edge: Pixels
    map: Size
    dashes: tuple[Points, ...]


def test_values_are_the_same_in_any_order_and_no_others_are() -> None:
    values = {"--one": "1px", "--two": "2px"}
    turned = dict(reversed(values.items()))
    assert hash(TokenValues(values)) == hash(TokenValues(turned))
    assert TokenValues(values) == TokenValues(turned)
    for other in ({**values, "--two": "3px"}, {"--one": "1px"}, {**values, "--three": "2px"}, {}):
        assert TokenValues(values) != TokenValues(other)
        css = "width: var(--one); height: var(--two); top: var(--three)"
        assert substituted(css, TokenValues(other)) != substituted(css, TokenValues(values))
        assert substituted(css, other) == substituted(css, TokenValues(other))


def test_the_first_block_is_values_and_the_rest_is_for_browsers() -> None:
    assert "--not-one" not in TOKENS.own
    assert len(TOKENS.own) == 12
    assert dict(TOKENS.krds) == {"--krds-gray-90": "#1e2124", "--krds-other": "1px"}
    before = OWN.index(":root { --live")
    assert TOKENS.modes == "\n" * OWN.count("\n", 0, before) + OWN[before:]


def test_on_a_screen_krds_and_the_city_stay_custom_properties() -> None:
    css = "p{color:var(--gray-90);border:var(--small) solid var(--city-primary-line);fill:var(--live)}"
    written = "p{color:var(--krds-gray-90);border:3pt solid var(--city-primary-line);fill:var(--live)}"
    assert TOKENS.on_screen(css) == written


def test_on_paper_all_is_written_in_but_what_an_edition_brings() -> None:
    css = "@page{size:var(--page-width);background:var(--panel)}p{color:var(--gray-90)}"
    once = TOKENS.on_paper(css)
    assert once == (
        "@page{size:var(--page-width);background:color-mix(in srgb, var(--city-primary), #1e2124 25%)}p{color:#1e2124}"
    )
    values = {"--city-primary": PALETTE.primary, "--page-width": "148mm"}
    mixed = mix(PALETTE.primary, "#1e2124", 0.25)
    assert substituted(once, values) == f"@page{{size:148mm;background:{mixed}}}p{{color:#1e2124}}"


def test_tokens_hold_where_css_knows_no_variables() -> None:
    values = {"--wide": "64rem", "--a": "9pt", "--b": "16pt", "--f": '"A B", serif'}
    assert (
        substituted("@container (min-width: var(--wide)){a{top:0}}", values)
        == "@container (min-width: 64rem){a{top:0}}"
    )
    assert substituted("a{font:400 var(--a)/var(--b) var(--f)}", values) == 'a{font:400 9pt/16pt "A B", serif}'


def test_a_length_is_turned_around_and_other_sums_stay() -> None:
    values = {"--a": "7.2pt", "--b": ".75rem"}
    assert substituted("a{margin:calc(-1 * var(--a)) calc( -1*var(--b) )}", values) == "a{margin:-7.2pt -.75rem}"
    assert substituted("a{height:calc(100% - var(--a))}", values) == "a{height:calc(100% - 7.2pt)}"
    assert substituted("a{height:calc(-2 * var(--a))}", values) == "a{height:calc(-2 * 7.2pt)}"


def test_strings_comments_and_unknown_variables_stay() -> None:
    css = '/* var(--a) */ p{content:"var(--a)";color:var(--b);margin:var(--c, var(--a))}'
    assert substituted(css, {"--a": "1pt"}) == css.replace("--c, var(--a)", "--c, 1pt")


@pytest.mark.parametrize("sheet", sorted(TEMPLATES.rglob("*.css")), ids=lambda path: path.name)
def test_a_sheet_without_tokens_stays_to_the_letter(sheet: Path) -> None:
    css = sheet.read_text("utf-8")
    assert substituted(css, {"--nobody-s": "1pt"}) == css


def test_a_token_that_is_defined_by_itself_is_told() -> None:
    with pytest.raises(DesignError, match="--a is defined by itself"):
        substituted("p{top:var(--a)}", {"--a": "calc(2 * var(--b))", "--b": "var(--a)"})


def test_values_come_in_the_types_that_are_asked_for() -> None:
    look = DESIGN.look(SignLook)
    assert (look.ink, look.way, look.family) == ("#1e2124", PALETTE.signal, "Pretendard GOV, Noto Sans KR")
    assert [look.rule, look.code_side, look.edge] == [0.5, 20.0, 72]
    assert isinstance(look.edge, int)
    assert look.map == Size(330, 180.5)
    assert [*look.dashes] == [4.0, 3.0]
    assert DESIGN.written("small") == "3pt"
    assert DESIGN.colour("panel") == mix(PALETTE.primary, "#1e2124", 0.25)
    assert DESIGN.greys == {"#1e2124"}


def test_the_city_s_colours_are_the_two_of_its_file_and_what_follows() -> None:
    assert dict(DESIGN.city()) == {
        "--city-primary": PALETTE.primary,
        "--city-primary-line": ramp(PALETTE.primary)[20],
        "--city-signal": PALETTE.signal,
    }


@pytest.mark.parametrize(
    ("declared", "complaint"),
    [
        ("--sign-edge: 72px;", "--sign-edge is not in"),
        ("--sign-edge: 72pt;", "--sign-edge is no length in px: 72pt"),
        ("--sign-edge: 7.5px;", "--sign-edge is no length in px: 7.5px"),
        ("--sign-rule: 0.5;", "--sign-rule is no length in pt: 0.5"),
        ("--sign-rule: 1pt 2pt;", "--sign-rule is no length in pt: 1pt 2pt"),
        ("--sign-ink: black;", "--sign-ink is no colour: black"),
        ("--sign-ink: #abc;", "--sign-ink is no colour: #abc"),
        ("--sign-ink: var(--nothing);", "--sign-ink needs what nobody defines"),
        ("--sign-map: 330pt;", "--sign-map is no width and height: 330pt"),
    ],
)
def test_a_token_that_is_missing_or_of_another_kind_is_told(declared: str, complaint: str) -> None:
    name = declared.partition(":")[0]
    lines = [line for line in OWN.split("\n") if not line.strip().startswith(f"{name}:")]
    if "not in" not in complaint:
        lines.insert(2, declared)
    with pytest.raises(DesignError, match=complaint):
        Design(parsed_tokens("\n".join(lines), KRDS), PALETTE).look(SignLook)


def test_a_sheet_has_what_it_imports_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "book.css").write_text(
        '/* a */\n@import "styles/a.css";\n@import url(styles/b.css);\nc{top:0}\n', "utf-8"
    )
    (tmp_path / "styles" / "a.css").write_text('@import "inner.css";a{top:0}', "utf-8")
    (tmp_path / "styles" / "inner.css").write_text("i{top:0}", "utf-8")
    (tmp_path / "styles" / "b.css").write_text("b{top:0}\n", "utf-8")
    assert whole_sheet(tmp_path / "book.css") == "/* a */\ni{top:0}a{top:0}\nb{top:0}\n\nc{top:0}\n"


@pytest.mark.parametrize("wrong", ['@import "a.css" print;', "@import;", "a{", "}"])
def test_an_import_that_is_no_plain_file_is_told(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "book.css").write_text(wrong, "utf-8")
    (tmp_path / "a.css").write_text("", "utf-8")
    if wrong == "a{":
        assert whole_sheet(tmp_path / "book.css") == "a{}"
        return
    with pytest.raises(DesignError, match=r"book\.css"):
        whole_sheet(tmp_path / "book.css")


def changed(name: str, value: str) -> Tokens:
    """The shipped tokens with another value for one."""
    own = (TEMPLATES / "tokens.css").read_text("utf-8")
    before, found, after = own.partition(f"  {name}: ")
    assert found
    krds = (PACKAGES / "krds-uiux/resources/css/token/krds_tokens.css").read_text("utf-8")
    return parsed_tokens(f"{before}{found}{value};{after.partition(';')[2]}", krds)


def test_one_changed_grey_reaches_website_paper_maps_and_office_files() -> None:
    tokens = changed("--gray-90", "#202020")
    assert "--ink: light-dark(#202020," in tokens.on_screen(tokens.modes)
    assert tokens.on_paper("p{color:var(--print-ink)}") == "p{color:#202020}"
    design = Design(tokens, PALETTE)
    assert {design.written(name) for name in ("print-ink", "drawn-map-ink", "print-code-ink")} == {"#202020"}


def test_what_changed_is_seen_within_one_process(tmp_path: Path) -> None:
    sheet, values = "a{color:var(--ink);top:9pt}", {"--ink": "#000000"}
    assert substituted(sheet, values) == substituted(sheet, values) == "a{color:#000000;top:9pt}"
    assert substituted(sheet, {"--ink": "#111111"}) == "a{color:#111111;top:9pt}"
    assert substituted(sheet.replace("9pt", "8pt"), values) == "a{color:#000000;top:8pt}"
    (tmp_path / "book.css").write_text('@import "part.css";', "utf-8")
    for value in ("0", "1px"):
        (tmp_path / "part.css").write_text(f"a{{top:{value}}}", "utf-8")
        assert whole_sheet(tmp_path / "book.css") == f"a{{top:{value}}}"
    for value in ("1pt", "2pt"):
        assert parsed_tokens(f":root{{--gap:{value}}}", KRDS).own["--gap"] == value
