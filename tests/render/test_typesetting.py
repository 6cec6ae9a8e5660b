"""One style sheet for all editions: what grows, what must not, and that nothing is set too small."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st
from tinycss2.ast import Node

from guidebook.books.print_formats import print_formats
from guidebook.books.style_sheets import print_css
from guidebook.load.boundaries import load_boundaries
from guidebook.model.print_format import BODY, PAPERS, PrintFormat
from guidebook.model.settings.showing import Palette
from guidebook.render.book.typesetting import coloured, fitted, map_size, page_sizes, ruled_lines, stylesheet
from guidebook.render.design.values import Size
from guidebook.render.map.drawing import draw_map
from guidebook.render.map.subject import Around, Marker
from guidebook.render.text.word_width import shortened, width_of
from guidebook.words import catalogue
from tests.commands.printed_files import EDITIONS
from tests.conftest import CITIES
from tests.design import DESIGN, MAP, ON_SCREEN, SIZES
from tests.paths import TEMPLATES

LARGE = PrintFormat(id="large-print", title="큰글자", paper="a4", body=19, least=16)
EVERY, _ = print_formats(("all",), TEMPLATES)
SHEETS = sorted(path.stem for path in (TEMPLATES / "print").glob("*.css"))
GROWING = [print_format for print_format in EVERY if print_format.scale != 1]
MAPS = (SIZES.route, SIZES.leaflet, SIZES.towns, SIZES.visit)
LENGTH = r"(?<![\w.#-])-?[\d.]+(?:pt|mm)\b"
"""Points or millimetres in a declaration."""
KEPT = st.sampled_from(
    ["50%", "0", "1.5", "2.2em", "12px", "1rem", "#12ab34", "#1e2124", "auto", "x-9pt", "h2pt", "400"]
) | st.sampled_from(['"9pt"', "url(9pt.png)", "var(--gap-9pt)", "/* 9pt */"])
MEASURES = st.builds(
    lambda number, unit: (number, unit),
    st.integers(-400, 4000).map(lambda tenths: tenths / 10),
    st.sampled_from(["pt", "mm"]),
)


def test_the_usual_type_leaves_a_style_sheet_as_it_is() -> None:
    css = print_css(TEMPLATES, "guidebook", DESIGN)
    assert fitted(css, ON_SCREEN) == css


@given(st.text())
def test_the_usual_type_leaves_anything_as_it_is(css: str) -> None:
    for paper in ("a5", "a4"):
        assert fitted(css, PrintFormat(id="x", title="판", paper=paper, body=BODY)) == css


@given(st.lists(st.one_of(KEPT, MEASURES), min_size=1, max_size=6), st.sampled_from(GROWING))
def test_points_and_millimetres_grow_as_the_type_does(
    values: list[str | tuple[float, str]], print_format: PrintFormat
) -> None:
    def written(factor: float) -> str:
        grown = [one if isinstance(one, str) else f"{round(one[0] * factor, 2):g}{one[1]}" for one in values]
        return f"a{{margin:{' '.join(grown)};border-top:{grown[0]} solid #b1b8be}}"

    assert fitted(written(1), print_format) == written(print_format.scale)


def test_a_length_after_a_slash_or_within_a_sum_grows() -> None:
    assert fitted("a{height:calc(100% - 4mm)}", LARGE) == "a{height:calc(100% - 8mm)}"
    assert fitted('a{font:400 9.5pt/16pt "Noto"}', LARGE) == 'a{font:400 19pt/32pt "Noto"}'
    assert fitted('a{font:400 7pt/10pt "Noto"}', LARGE) == 'a{font:400 16pt/22.86pt "Noto"}'


def test_only_what_is_too_small_is_raised_and_only_its_own_rule() -> None:
    css = "a{font-size:7pt;line-height:10pt}b{font-size:9pt;line-height:10pt}c{line-height:10pt}"
    assert fitted(css, LARGE) == (
        "a{font-size:16pt;line-height:22.86pt}b{font-size:18pt;line-height:20pt}c{line-height:20pt}"
    )


def test_lengths_grow_and_nothing_else_does() -> None:
    css = "p{margin:8pt 2mm;width:50%;line-height:1.5;letter-spacing:0.1em;color:#1e2124;orphans:2}"
    assert (
        fitted(css, LARGE)
        == "p{margin:16pt 4mm;width:50%;line-height:1.5;letter-spacing:0.1em;color:#1e2124;orphans:2}"
    )


def test_small_type_is_raised_with_the_room_of_its_lines() -> None:
    assert (
        fitted("p{font-size:5pt;line-height:8pt;margin:3pt}", LARGE)
        == "p{font-size:16pt;line-height:25.6pt;margin:6pt}"
    )
    assert fitted(".x{font-size: 85%}", LARGE) == ".x{font-size: 100%}"


@pytest.mark.parametrize(
    ("css", "becomes"),
    [
        ('a{content:"9pt"}', 'a{content:"9pt"}'),
        ("a{content:'9pt;margin:3mm'}", 'a{content:"9pt;margin:3mm"}'),
        ("a{background:url(9pt/3mm.png)}", "a{background:url(9pt/3mm.png)}"),
        ('a{background:url("9pt.png")}', 'a{background:url("9pt.png")}'),
        ("/* 9pt */a{/* 3mm */margin:3mm}", "/* 9pt */a{/* 3mm */margin:6mm}"),
        ("a{--gap-9pt:3mm;margin:var(--gap-9pt)}", "a{--gap-9pt:6mm;margin:var(--gap-9pt)}"),
        (".x9pt #a9pt{color:#a9b0b1}", ".x9pt #a9pt{color:#a9b0b1}"),
        ("a{margin:-.5mm 1.5PT}", "a{margin:-1mm 3PT}"),
        ("a{margin:9px 9em 9cm 9%;flex:9}", "a{margin:9px 9em 9cm 9%;flex:9}"),
        ("a{width:calc((1pt + 2%)*3)}", "a{width:calc((2pt + 2%)*3)}"),
        ("@page{size:10mm 20mm;@top-left{margin:1mm}}", "@page{size:20mm 40mm;@top-left{margin:2mm}}"),
        ("@page{@top-left{font-size:7pt}line-height:8pt}", "@page{@top-left{font-size:16pt}line-height:16pt}"),
        ('a{font-family:"font-size:1pt";line-height:9pt}', 'a{font-family:"font-size:1pt";line-height:18pt}'),
        ("a{/* font-size:1pt */line-height:9pt}", "a{/* font-size:1pt */line-height:18pt}"),
        ("a{font-size:85%;width:85%}", "a{font-size:100%;width:85%}"),
        ("a{font-size:120%}", "a{font-size:120%}"),
    ],
)
def test_only_lengths_are_scaled_whatever_looks_like_one(css: str, becomes: str) -> None:
    assert fitted(css, LARGE) == becomes


def tokens_of(css: str) -> Iterator[tuple[str, str]]:
    """Type and text of every token, those within blocks and functions too."""

    def walk(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
        for node in nodes:
            inner = getattr(node, "content", None) or getattr(node, "arguments", None)
            yield node.type, tinycss2.serialize([node]) if not inner else getattr(node, "name", "")
            yield from walk(inner or ())

    return walk(tinycss2.parse_component_value_list(css))


PIECES = st.sampled_from(
    ["a", " ", ":", ";", "{", "}", "(", ")", "font-size", "font", "margin", "9pt", "3mm", "-1.25MM", "9px", "50%", "2",
     '"9pt"', "'3mm'", "url(9pt)", "/* 3mm */", "--w-9pt", "var(", "calc(", "#9pt", "@page", "\\9pt", ",", "1e2pt"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from([*GROWING, LARGE]))
def test_no_token_changes_but_lengths_and_small_shares_of_type(css: str, print_format: PrintFormat) -> None:
    css = tinycss2.serialize(tinycss2.parse_component_value_list(css))
    was, becomes = list(tokens_of(css)), list(tokens_of(fitted(css, print_format)))
    assert [kind for kind, _ in was] == [kind for kind, _ in becomes]
    changed = {before for before, after in zip(was, becomes, strict=True) if before != after}
    assert {kind for kind, _ in changed} <= {"dimension", *(["percentage"] if print_format.least else [])}
    assert all(said.lower().endswith(("pt", "mm", "%")) for _, said in changed)


@pytest.mark.parametrize("name", ["guidebook", "booklet"])
@pytest.mark.parametrize("print_format", EVERY, ids=EDITIONS)
def test_every_edition_s_sheet_is_whole_and_large_enough(name: str, print_format: PrintFormat) -> None:
    css = stylesheet(print_css(TEMPLATES, name, DESIGN), Palette(), print_format)
    assert "var(--" not in css
    assert f"size: {print_format.sheet.width:g}mm {print_format.sheet.height:g}mm" in css
    sizes = [float(size) for size in re.findall(r"font(?:-size)?:[^;}]*?([\d.]+)pt", css)]
    assert len(sizes) > 20
    assert min(sizes) >= print_format.least


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("print_format", EVERY, ids=EDITIONS)
def test_every_sheet_gets_the_city_s_colours_and_the_page_s_sizes(name: str, print_format: PrintFormat) -> None:
    palette = Palette(primary="#123abc", signal="#fedcba")
    source = print_css(TEMPLATES, name, DESIGN)
    css = coloured(source, palette, print_format)
    assert not re.findall(r"var\(--(?:page|city)-", css)
    assert ("#123abc" in css) == ("var(--city-primary)" in source)
    for variable, length in page_sizes(print_format.sheet).items():
        if f"var({variable})" in source:
            assert length in css
    assert css.count("{") == source.count("{")


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("print_format", [one for one in EVERY if one.least], ids=lambda one: one.id)
def test_no_line_is_lower_than_its_type_and_no_type_smaller_than_the_least(
    name: str, print_format: PrintFormat
) -> None:
    for selector, declarations in rules(coloured(print_css(TEMPLATES, name, DESIGN), Palette(), print_format)):
        for property, value in declarations.items():
            sizes = [float(size) for size in re.findall(r"([\d.]+)pt", value)]
            if property in ("font", "font-size", "line-height"):
                assert all(size >= print_format.least for size in sizes), f"{selector} {{{property}: {value}}}"
            if property == "font-size":
                assert not re.search(r"(?<![\d.])(?:\d\d?|0?\.\d+)(?:%|r?em)", value), f"{selector} {{{value}}}"
        font, line = declarations.get("font-size", ""), declarations.get("line-height", "")
        if font.endswith("pt") and line.endswith("pt"):
            assert float(line[:-2]) >= float(font[:-2]), selector


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("print_format", [one for one in EVERY if one.least], ids=lambda one: one.id)
def test_raised_type_keeps_the_room_that_its_lines_had(name: str, print_format: PrintFormat) -> None:
    was, becomes = (
        list(rules(print_css(TEMPLATES, name, DESIGN))),
        list(rules(fitted(print_css(TEMPLATES, name, DESIGN), print_format))),
    )
    assert [selector for selector, _ in was] == [selector for selector, _ in becomes]
    for (selector, before), (_, after) in zip(was, becomes, strict=True):
        pair = [(one.get("font-size", ""), one.get("line-height", "")) for one in (before, after)]
        if all(font.endswith("pt") and line.endswith("pt") for font, line in pair):
            share, now = (float(line[:-2]) / float(font[:-2]) for font, line in pair)
            assert now == pytest.approx(share, rel=0.001), selector


def rules(css: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rules of a style sheet: selector, and its declarations by name."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    for selector, body in re.findall(r"([^{};]+)\{([^{}]*)", bare):
        pairs = (one.partition(":") for one in body.split(";") if ":" in one)
        yield selector.strip(), {name.strip(): value.strip() for name, _, value in pairs}


@pytest.mark.parametrize("print_format", [*EVERY, LARGE], ids=lambda one: f"{one.id}-{one.body:g}")
@pytest.mark.parametrize("size", MAPS, ids=str)
def test_words_of_a_map_as_wide_as_the_text_are_large_enough(size: Size, print_format: PrintFormat) -> None:
    boundaries, _ = load_boundaries(CITIES / "dasom", "towns.geojson")
    markers = [Marker(1, (36.55, 127.4), "하나", False), Marker(2, (36.45, 127.5), "둘", True)]
    drawn = map_size(size, print_format)
    svg = draw_map(
        boundaries, markers, drawn, MAP, catalogue("ko"), title="지도", description="지도", ident="m", around=Around()
    )
    sizes = [float(one) for one in re.findall(r'font-size="([\d.]+)"', str(svg))]
    paper = print_format.sheet
    shown = (paper.width - paper.inner - paper.outer) * 72 / 25.4 / drawn.width
    assert len(sizes) > 5
    assert min(sizes) * shown >= print_format.least
    assert drawn.height * shown <= (paper.height - paper.top - paper.bottom) * 72 / 25.4


def test_a_map_for_the_usual_type_is_drawn_as_it_was_designed() -> None:
    for size in MAPS:
        for print_format in EVERY:
            if print_format.paper == "a5":
                assert map_size(size, print_format) == size


def test_a_map_keeps_its_size_on_the_paper_it_is_written_for_and_its_words_grow_on_other() -> None:
    size = Size(330, 180)
    assert map_size(size, ON_SCREEN) == size
    drawn, paper = map_size(size, LARGE), PAPERS["a4"]
    enlarged = (paper.width - paper.inner - paper.outer) * 72 / 25.4 / drawn.width
    assert 7.0 * enlarged >= LARGE.least, "7 pt is the smallest that a map is drawn with"
    assert drawn.height < size.height


def test_a_page_of_ruled_lines_is_as_long_as_the_page() -> None:
    assert ruled_lines(ON_SCREEN) == 30
    assert ruled_lines(LARGE) == 22


@given(st.text(alphabet="가나 ㉠A1.,", max_size=60), st.floats(2, 40))
def test_shortened_words_fit_and_end_at_a_word(said: str, ems: float) -> None:
    short = shortened(said, ems)
    assert width_of(short) <= max(ems, width_of("…"))
    if short != said:
        kept = short.removesuffix("…")
        assert said.startswith(kept)
        assert width_of(said) > ems
