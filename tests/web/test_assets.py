"""The files that every page loads."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from guidebook.render.design.tokens import parsed_tokens
from guidebook.render.text.licence import Licence
from guidebook.render.web.page import PageShell, SitePage
from guidebook.web.assets import Assets, AssetSources, make_assets, read_sources, texts_of
from guidebook.web.styles import condensed, tokens_for, unknown_tokens
from guidebook.web.webfonts import characters_of, typeface

PACKAGES = Path(__file__).parents[2] / "node_modules"
OWN = ":root { --space-1: 1px }\n:root { --ink: red }"


def theme(folder: Path, css: str = "p{color:var(--krds-color-light-gray-90)}") -> Path:
    for name in ("css", "js", "img"):
        (folder / name).mkdir()
    (folder / "css" / "10-base.css").write_text(css, encoding="utf-8")
    (folder / "css" / "20-more.css").write_text("b{background:url('../img/dot.svg')}", encoding="utf-8")
    (folder / "js" / "menu.js").write_text("// 차례\n", encoding="utf-8")
    (folder / "img" / "dot.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "main.html").write_text("{# 說明 #}<p>차례</p>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> AssetSources:
    return read_sources(theme(tmp_path_factory.mktemp("theme")), PACKAGES, parsed_tokens(OWN, ""))


@pytest.fixture(scope="module")
def assets(sources: AssetSources) -> Assets:
    made, faults = make_assets(sources, dict.fromkeys("가나다 공가(公暇) 3㎡ ㉠", "content/a.md"))
    assert faults == ()
    return made


def font(assets: Assets, start: str) -> TTFont:
    (path,) = (path for path in assets.files if path.startswith(f"assets/{start}."))
    return TTFont(io.BytesIO(assets.files[path]))


def test_names_carry_the_hash_of_their_content(assets: Assets) -> None:
    for path, octets in assets.files.items():
        assert re.fullmatch(r"assets/[\w-]+\.[0-9a-f]{8}\.(css|js|svg|woff2)", path)
        assert hashlib.sha256(octets).hexdigest()[:8] == path.split(".")[1]
    assert {assets.css, *assets.scripts.values(), *assets.preload, *assets.pictures.values()} < set(assets.files)
    assert [path.split(".")[0] for path in assets.preload] == [
        "assets/PretendardGOV-Regular-0",
        "assets/PretendardGOV-Bold-0",
    ]


def test_the_same_sources_give_the_same_bytes(sources: AssetSources, assets: Assets) -> None:
    again, _ = make_assets(sources, dict.fromkeys("㉠ ㎡3 )暇公(가공 다나가", "content/a.md"))
    assert again == assets


def test_a_change_in_a_font_changes_the_style_sheets_name(sources: AssetSources, assets: Assets) -> None:
    again, _ = make_assets(sources, dict.fromkeys("漢", "content/a.md"))
    assert again.css != assets.css


def test_the_style_sheet_names_published_files_only(assets: Assets) -> None:
    named = re.findall(r"""url\(["']?([^"')]+)["']?\)""", assets.files[assets.css].decode())
    assert len(named) == 5
    assert {f"assets/{name}" for name in named} <= set(assets.files)


def test_the_style_sheet_has_fonts_then_tokens_then_ours(assets: Assets) -> None:
    css = assets.files[assets.css].decode()
    at = [css.index(part) for part in ("@font-face", "--krds-color-light-gray-90:", "p{color:", "b{background:")]
    assert at == sorted(at)
    assert css.count("font-display:swap") == 4


def test_the_spare_fonts_hold_exactly_what_the_main_ones_lack(assets: Assets) -> None:
    for name, weight in (("Regular", 400), ("Bold", 700)):
        cut = font(assets, f"NotoSansKR-{name}")
        assert {chr(code) for code in cut.getBestCmap()} == set("公暇㎡㉠")
        assert cut["OS/2"].usWeightClass == weight
        assert "SIL Open Font License" in str(cut["name"].getDebugName(13))
        assert len(cut["glyf"].glyphs) < 10
    assert assets.files[assets.css].count(b"unicode-range:U+3260,U+33A1,U+516C,U+6687}") == 2


def test_a_site_that_needs_no_spare_font_gets_none(sources: AssetSources) -> None:
    made, _ = make_assets(sources, dict.fromkeys("가나다\n\u00a0\u200b\u2060\ufe0f", "content/a.md"))
    assert not [path for path in made.files if "Noto" in path]
    assert not [path for path in made.files if "NotoSansKR" in path]


def test_a_font_is_unpacked_once_for_all_sites_and_gives_the_same_files(
    sources: AssetSources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One site with a cache and one without; then another, for which nothing is unpacked."""
    characters = dict.fromkeys("가나다 AV(1)", "content/a.md")
    made = typeface(sources.fonts, characters, cache=tmp_path)
    assert typeface(sources.fonts, characters) == made
    monkeypatch.setattr("fontTools.ttLib.woff2.WOFF2GlyfTable.reconstruct", unwanted)
    assert (
        typeface(sources.fonts, dict.fromkeys("라마바", "content/a.md"), cache=tmp_path).files.keys()
        == made.files.keys()
    )


def unwanted(*_: object) -> None:
    raise AssertionError("the whole font is unpacked again")


def test_characters_that_no_font_has_are_errors_at_their_file(sources: AssetSources) -> None:
    characters = {"가": "content/a.md", "😀": "content/b.md", "🚌": "content/b.md", "ꦀ": "content/c.md"}
    _, faults = make_assets(sources, characters)
    assert [(fault.code, fault.span.file) for fault in faults] == [
        ("missing-glyph", "content/b.md"),
        ("missing-glyph", "content/c.md"),
    ]
    assert "😀 (U+1F600), 🚌 (U+1F68C)" in str(faults[0].message)


def test_a_token_that_does_not_exist_is_an_error_at_its_line(sources: AssetSources) -> None:
    css = "/* var(--krds-nothing) */\np {\n  color: var(--krds-ligth);\n  --krds-own: red; margin: var(--krds-own);\n}"
    _, faults = make_assets(replace(sources, styles={"templates/theme/css/a.css": css}), {})
    assert [(fault.code, str(fault.span)) for fault in faults] == [("unknown-token", "templates/theme/css/a.css:3:10")]


TOKENS = """
@charset "utf-8";
/* made: --krds-unused: 1; */
:root {
  --krds-number-1: 1px; --krds-number-2: 2px;
  --krds-gap: var(--krds-number-1);
  --krds-font: "a; {b}";
  --krds-other: 3px;
}
@media (min-width: 64rem) { :root { --krds-gap: var(--krds-number-2); --krds-other: 4px; } }
@media print { :root { --krds-other: 5px } }
[data-mode=high-contrast] { --krds-gap: 9px }
"""


def test_only_used_tokens_stay_with_those_they_need_under_their_selectors() -> None:
    kept = condensed(tokens_for("p{margin:var( --krds-gap);font:var(--krds-font, x)}", TOKENS))
    assert kept == (
        ':root{--krds-number-1: 1px;--krds-number-2: 2px;--krds-gap: var(--krds-number-1);--krds-font: "a; {b}"} '
        "@media (min-width: 64rem){:root{--krds-gap: var(--krds-number-2)}} "
        "[data-mode=high-contrast]{--krds-gap: 9px}\n"
    ).replace("} ", "}")


def test_a_token_used_in_a_comment_is_not_used() -> None:
    assert tokens_for("/* var(--krds-gap) */", TOKENS).strip() == ""


def test_the_real_tokens_keep_their_references() -> None:
    tokens = (PACKAGES / "krds-uiux/resources/css/token/krds_tokens.css").read_text("utf-8")
    used = "a{padding:var(--krds-padding-9);color:var(--krds-high-contrast-color-text-bolder-inverse)}"
    kept = tokens_for(used, tokens)
    assert len(kept) < 400
    assert list(unknown_tokens({"a.css": used}, kept)) == []
    assert list(unknown_tokens({"a.css": kept}, "")) == []


def test_condensing_keeps_strings_and_meaning() -> None:
    css = """
    /* a "comment" */
    a > b ,  c :hover { content : "  /* kept */ ; }  " ; margin: calc( 1px + 2px ) ; }
    @media screen and (min-width: 3em) { p::after { content: '\\'  x' } }
    """
    assert condensed(css) == (
        'a > b,c :hover{content : "  /* kept */ ; }  ";margin: calc( 1px + 2px )}'
        '@media screen and (min-width: 3em){p::after{content: "\'  x"}}\n'
    )


@pytest.mark.parametrize(
    ("css", "shorter"),
    [
        ('a{content:" ;} "; }', 'a{content:" ;} "}\n'),
        ("a{b:url( x;y ) ; /**/}", "a{b:url(x;y)}\n"),
        ("a/**/b{c:d}", "a b{c:d}\n"),
        ("a [b = c]{d:e( f , g )}", "a [b = c]{d:e( f,g )}\n"),
    ],
)
def test_only_space_without_meaning_goes(css: str, shorter: str) -> None:
    assert condensed(css) == shorter


def test_characters_are_collected_from_pages_shell_and_theme(tmp_path: Path) -> None:
    page = SitePage("", "제", "설", "", "<p>&hellip;公</p>", (), "content/a.md", (("", "긻"),))
    menu, links = (("a/", "메"),), (("b/", "걸"),)
    licence = Licence("허", "락", "https://example.org/")
    shell = PageShell(
        "ko", "이", "줄", "(견)", "알", menu, links, "펴", ("꼬",), licence, None, None, "청", None, "", {"skip": "넘"}
    )
    found = characters_of([page], shell, texts_of(theme(tmp_path), {}))
    assert {character: found[character] for character in "…公제설긻"} == dict.fromkeys("…公제설긻", "content/a.md")
    assert set("이줄견알메걸펴꼬허락청넘") < set(found)
    assert found["차"].endswith("main.html")
    assert "說" not in found
