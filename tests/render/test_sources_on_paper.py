"""How books name sources: shortly where a list at the end has them whole, and what that list says of each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.model.source import Source, SourceKind
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.tour import places_chapter, route_chapter
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import unbind
from guidebook.render.text.web_address import printed_address
from tests.paths import PACKAGES, TEMPLATES

CODED = "https://maru.example/entry/%EA%B0%95%EA%B8%B8"


def edition(content: Path) -> RenderContext:
    return context_of(examine(content)[0].public(), TEMPLATES, PACKAGES)


def said(html: str) -> str:
    return " ".join(unbind(re.sub(r"<[^>]*>", "", html)).split())


def with_sources(content: Path, *sources: str) -> RenderContext:
    """Maru, whose first route names these sources."""
    (route, *_) = sorted((content / "routes").glob("*.md"))
    head, _, body = route.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    lines = "".join(f"\n  - {source}" for source in sources)
    route.write_text(f"---\n{head}\nsources:{lines}\n---\n{body}", encoding="utf-8")
    return edition(content)


def book(context: RenderContext) -> str:
    return said("\n".join(chapter.html for chapter in manuscript(context).chapters))


LONG = "{kind: press, publisher: 마루신문, title: 강길 걷기, date: 2026-03, url: 'https://maru.example/news/view?number=12345678901234567890'}"
OTHER = "{kind: press, publisher: 마루신문, title: 강길 열다, date: 2026-03}"


def test_a_route_names_its_sources_shortly_where_the_book_lists_them(maru: Path) -> None:
    context = with_sources(maru, LONG)
    route = next(route for route in context.catalogue.routes if route.sources)
    assert "출처: 마루신문, 2026. 3." in book(context)
    assert "출처: 마루신문, 「강길 걷기」, 2026. 3." in said(route_chapter(context, route).html), "no list, so whole"


def test_a_short_source_keeps_its_title_where_another_would_be_written_alike(maru: Path) -> None:
    words = book(with_sources(maru, LONG, OTHER))
    assert "출처: 마루신문, 「강길 걷기」, 2026. 3.; 마루신문, 「강길 열다」, 2026. 3." in words


def test_the_list_has_the_host_of_a_long_address_and_the_link_the_rest(maru: Path) -> None:
    chapters = manuscript(with_sources(maru, LONG)).chapters
    (html,) = [chapter.html for chapter in chapters if 'class="quiet address"' in chapter.html]
    (href, shown) = re.findall(r'<a class="quiet address" href="([^"]*)">([^<]*)</a>', html)[0]
    assert href.startswith("https://maru.example/news/view?number=")
    assert unbind(shown).strip() == "maru.example"


@pytest.mark.parametrize(
    ("url", "title", "printed"),
    [
        (CODED, "강길", "maru.example/entry/강길"),
        ("https://maru.example/", "강길", "maru.example"),
        ("https://maru.example/a/%B0%AD%B1%E6", "강길", "maru.example/a/%B0%AD%B1%E6"),  # EUC-KR stays as it is
        ("https://maru.example/a%20b", "강길", "maru.example/a%20b"),
        ("https://www.maru.example/" + "a" * 60, "강길", "www.maru.example"),
        ("https://maru.example/" + "a" * 60, None, "maru.example/" + "a" * 60),  # nothing else tells what it is
        ("https://maru.example/a-b", "강길", "maru.example/a-\u2060b"),  # no line ends at its hyphen
        (None, "강길", ""),
    ],
)
def test_an_address_is_printed_in_letters_that_a_reader_can_type(
    url: str | None, title: str | None, printed: str
) -> None:
    assert printed_address(Source(kind=SourceKind.NEWS, publisher="마루신문", title=title, url=url)) == printed


def test_a_source_on_several_pages_names_them_once(maru: Path) -> None:
    program, press = (
        maru / "programs" / "river-path.md",
        "{kind: press, publisher: 마루신문, title: 마을자치 보도, date: 2026-10-05}",
    )
    text = program.read_text(encoding="utf-8")
    assert press in text
    hall = "{kind: official, publisher: 마루군, title: 누리집 자료, date: 2026-10}"
    program.write_text(text.replace(press, hall), encoding="utf-8")
    assert "「누리집 자료」, 2026. 10. → 000, 000쪽" in book(edition(maru))


def test_distances_are_promised_where_one_is_known(maru: Path) -> None:
    assert "직선거리" not in said(places_chapter(edition(maru)).html), "the group eats in the only restaurant"
    first = maru / "restaurants" / "ferry-table.yml"
    text = first.read_text(encoding="utf-8").replace("name: 나룻배 밥상", "name: 갈대 밥상")
    moved = re.sub(r"(?m)^point: .*$", "point: {lat: 36.530, lon: 127.915}", text)
    assert moved != text
    (maru / "restaurants" / "reed-table.yml").write_text(moved, encoding="utf-8")
    words = said(places_chapter(edition(maru)).html)
    assert "음식점과 점심 장소로부터의 직선거리" in words
    assert re.search(r"갈대 밥상 [0-9.]+km", words)


def test_the_request_to_ask_again_is_made_once(maru: Path) -> None:
    words = said(places_chapter(edition(maru)).html)
    assert words.count("방문하기 전에 다시 확인하세요") == 1
