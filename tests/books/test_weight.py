"""What a reader's telephone fetches for the first view of each page of a site."""

from __future__ import annotations

import gzip
import html
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.web.font_slices import COMMON, SIZE, slices
from tests.conftest import CITIES

FACE = re.compile(r'@font-face\{[^}]*font-weight:(\d+);[^}]*src:url\("?([^")]+)"?\)[^}]*unicode-range:([^;}]*)')
BOLD = re.compile(r"<(h[1-6]|th|strong|caption|summary|legend|dt)\b.*?</\1>", re.DOTALL)

Face = tuple[int, Path, frozenset[str]]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("weight") / "output"
    assert main(["--content", str(CITIES / "dasom"), "--output", str(output), "--site-only"]) == 0
    return output / "site"


@pytest.fixture(scope="session")
def faces(site: Path) -> list[Face]:
    (css,) = (site / "assets").glob("site.*.css")
    return [
        (int(weight), site / "assets" / name, frozenset(covered(ranges)))
        for weight, name, ranges in FACE.findall(css.read_text(encoding="utf-8"))
    ]


def covered(ranges: str) -> Iterator[str]:
    for one in ranges.split(","):
        low, _, high = one.removeprefix("U+").partition("-")
        yield from map(chr, range(int(low, 16), int(high or low, 16) + 1))


def pages(site: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(site.rglob("*.html")):
        written = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in written:
            yield path, written


def read(written: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<(script|style)\b.*?</\1>", "", written, flags=re.DOTALL)))


def seen(written: str) -> str:
    """The page without what a reader has yet to unfold: browsers load no font for it."""
    return re.sub(r"(?<=</summary>).*?</details>", "", written, flags=re.DOTALL)


def bold(written: str) -> set[str]:
    return {letter for found in BOLD.finditer(written) for letter in read(found[0])}


PRELOADED = re.compile(r'<link rel="preload" href="[^"]*?([^"/]+)" as="font"')


def test_every_font_that_a_page_preloads_draws_letters_of_it(site: Path, faces: list[Face]) -> None:
    letters = {path.name: covered for _, path, covered in faces}
    seen_of = {str(path.relative_to(site)): (PRELOADED.findall(one), set(read(seen(one)))) for path, one in pages(site)}
    assert all(fonts for fonts, _ in seen_of.values())
    assert [(page, font) for page, (fonts, said) in seen_of.items() for font in fonts if not letters[font] & said] == []


def test_a_first_view_is_light(site: Path, faces: list[Face], capsys: pytest.CaptureFixture[str]) -> None:
    css = sum(len(gzip.compress(path.read_bytes(), 9)) for path in (site / "assets").glob("site.*.css"))
    weights = []
    for path, written in pages(site):
        shown = {400: set(read(seen(written))), 700: bold(seen(written)) | set("주민자치 사례집(견본)")}
        fonts = sum(file.stat().st_size for weight, file, letters in faces if letters & shown[weight])
        scripts = re.findall(r'<script src="[./]*(assets/[^"]+)"', written)
        code = sum(len(gzip.compress((site / name).read_bytes(), 9)) for name in scripts)
        assert code < 8_000, path
        weights.append((fonts, len(gzip.compress(written.encode(), 9)) + css + code + fonts, path.parent.name))
    heaviest, middle = max(weights, key=lambda one: one[1]), sorted(weights)[len(weights) // 2]
    with capsys.disabled():
        sys.stdout.write(f"\nfirst view, fonts and all in bytes: middle {middle[:2]}, heaviest {heaviest}\n")
    assert middle[0] <= 60_000
    assert max(weight for _, weight, _ in weights) < 100_000


def test_every_character_has_its_glyph_in_one_slice(site: Path, faces: list[Face]) -> None:
    for weight in (400, 700):
        held = [letters for own, _, letters in faces if own == weight]
        everything = frozenset().union(*held)
        assert sum(map(len, held)) == len(everything), "no character is in two slices"
        for path, written in pages(site):
            assert {one for one in read(written) if one.isprintable() and not one.isspace()} <= everything, path


def test_slices_hold_every_character_once_and_the_common_ones_first() -> None:
    counted = [frozenset("가나다") | {chr(0xAC00 + number)} for number in range(100, 140)]
    letters = "".join(sorted(set().union(*counted))) + "힣"
    made = slices(letters, counted)
    assert sorted("".join("".join(one) for one in made)) == sorted(letters)
    assert set(made[0]) == set("가나다")
    assert all(len(one) <= SIZE for one in made[1:] if "힣" not in one)
    assert COMMON * len(counted) > 1
    assert made == slices(set(letters), counted)
