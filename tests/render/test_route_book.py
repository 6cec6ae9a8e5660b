"""A route as a book of its own: what belongs to it, and nothing that leads out of it."""

from __future__ import annotations

import re
import shutil

import pytest

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import has_errors
from guidebook.plan.related import programs_of_route, towns_of_route
from guidebook.render.book.guidebook import Manuscript, manuscript
from guidebook.render.book.links import anchors_in
from guidebook.render.book.route import route_book
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import unbind
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES


@pytest.fixture(scope="module")
def edition() -> RenderContext:
    return context_of(examine(CITIES / "maru")[0], TEMPLATES, PACKAGES)


@pytest.fixture(scope="module")
def book(edition: RenderContext) -> Manuscript:
    return route_book(edition, edition.catalogue.routes[0])


def test_it_holds_the_route_its_towns_and_the_reports_told_of_on_it(edition: RenderContext, book: Manuscript) -> None:
    (route, *_), there = edition.catalogue.routes, anchors_in(book.chapters)
    assert f"route-{route.id}" in there
    towns = {town.id for town in towns_of_route(edition.catalogue, route)}
    assert {one.removeprefix("town-") for one in there if one.startswith("town-")} == towns
    told = {f"program-{program.id}" for program in programs_of_route(edition.catalogue, route)}
    assert told == {f"program-{one.id}" for one in edition.catalogue.programs if f"program-{one.id}" in there}


def test_no_link_or_line_of_contents_leads_out_of_it(book: Manuscript) -> None:
    there = anchors_in(book.chapters)
    for one in book.chapters:
        assert set(re.findall(r'href="book:([^"?]+)', one.html)) <= there, one.id
    assert {entry.anchor for entry in book.entries} <= there


@pytest.fixture(scope="module")
def wider(tmp_path_factory: pytest.TempPathFactory) -> RenderContext:
    """The same city with another town, and in it a sight, a restaurant, a report and a route: nothing of it is on
    the first route, whose report and whose route tell of all that."""
    content = tmp_path_factory.mktemp("wider") / "content"
    shutil.copytree(CITIES / "maru", content)

    def another(file: str, name: str, *changes: tuple[str, str]) -> None:
        words = (content / file).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in words
            words = words.replace(old, new)
        (content / file).with_name(name).write_text(words, encoding="utf-8")

    another("towns/naru.yml", "deul.yml", ("나루면", "들면"), ("Naru", "Deul"), ("order: 2", "order: 3"))
    another(
        "sites/river-museum.yml", "mill.yml", ("강 박물관", "들 방앗간"), ("River Museum", "Mill"), ("gaon", "deul")
    )
    another("restaurants/ferry-table.yml", "field-table.yml", ("나룻배 밥상", "들밥 한 상"), ("gaon", "deul"))
    another(
        "programs/river-path.md",
        "field-day.md",
        ("㉠", "㉡"),
        ("강길 내기", "들놀이 열기"),
        ("River path", "Field day"),
        ("[gaon, naru]", "[deul]"),
    )
    (content / "routes" / "field-half.md").write_text(
        "---\ntitle: 들길을 따라 반나절\nsummary: 들을 걷습니다.\norder: 2\nlength: half-day\nstart: '10:00'\n"
        "programs: [field-day]\nstops:\n  - {hall: deul, text: 들놀이 이야기, program: field-day, stay: 40}\n"
        "  - {site: mill, stay: 40}\n---\n들을 걷습니다.\n",
        encoding="utf-8",
    )
    leads = "\n[들면](town:deul), [들놀이](program:field-day), [방앗간](site:mill), [들길](route:field-half).\n"
    for file in ("routes/river-day.md", "programs/river-path.md"):
        with (content / file).open("a", encoding="utf-8") as told:
            told.write(leads)
    catalogue, faults = examine(content)
    assert not has_errors(faults), [str(fault.message) for fault in faults]
    return context_of(catalogue, TEMPLATES, PACKAGES)


def of(edition: RenderContext, id: str) -> Manuscript:
    route = edition.catalogue.route(id)
    assert route is not None
    return route_book(edition, route)


def held(book: Manuscript, kind: str) -> set[str]:
    """The records of a kind that a book tells of: those whose anchors it has."""
    known = {"town": {"gaon", "naru", "deul"}, "program": {"river-path", "field-day"}}
    known |= {"route": {"river-day", "field-half"}, "restaurant": {"ferry-table", "field-table"}}
    known |= {"site": {"river-museum", "reed-village", "old-fort", "mill"}}
    return {id for id in known[kind] if f"{kind}-{id}" in anchors_in(book.chapters)}


def bare(book: Manuscript, id: str) -> str:
    """A chapter's words without its marks."""
    (one,) = [one for one in book.chapters if one.id == id]
    return unbind(re.sub(r"<[^>]+>", "", one.html))


@pytest.mark.parametrize(
    ("id", "kind", "there"),
    [
        ("river-day", "route", {"river-day"}),
        ("river-day", "town", {"gaon", "naru"}),
        ("river-day", "site", {"river-museum", "reed-village", "old-fort"}),
        ("river-day", "restaurant", {"ferry-table"}),
        ("river-day", "program", {"river-path"}),
        ("field-half", "route", {"field-half"}),
        ("field-half", "town", {"deul"}),
        ("field-half", "site", {"mill"}),
        ("field-half", "restaurant", {"field-table"}),
        ("field-half", "program", {"field-day"}),
    ],
)
def test_it_holds_what_lies_on_its_way_and_nothing_else(
    wider: RenderContext, id: str, kind: str, there: set[str]
) -> None:
    assert held(of(wider, id), kind) == there


@pytest.mark.parametrize("id", ["river-day", "field-half"])
def test_its_index_lists_what_it_holds_and_each_number_is_of_a_page_in_it(wider: RenderContext, id: str) -> None:
    made = of(wider, id)
    there = anchors_in(made.chapters)
    (index,) = [one for one in made.chapters if one.id == "index"]
    assert index.references
    assert set(index.references) <= there
    names = {
        "river-day": ("강 박물관", "나룻배 밥상", "가온면", "강길 내기", "강길을 따라 하루"),
        "field-half": ("들 방앗간", "들밥 한 상", "들면", "들놀이 열기", "들길을 따라 반나절"),
    }
    for route, listed in names.items():
        assert all((name in bare(made, "index")) == (route == id) for name in listed)


@pytest.mark.parametrize("id", ["river-day", "field-half"])
def test_no_link_leads_to_what_another_book_holds(wider: RenderContext, id: str) -> None:
    made = of(wider, id)
    there = anchors_in(made.chapters)
    for one in made.chapters:
        assert set(re.findall(r'href="book:([^"?]+)', one.html)) <= there, one.id
        assert 'href="#' not in one.html
    assert {entry.anchor for entry in made.entries} <= there


def test_where_a_link_has_nowhere_to_go_its_words_stay(wider: RenderContext) -> None:
    for chapter in ("route-river-day", "program-river-path"):
        assert "들면, 들놀이, 방앗간, 들길." in bare(of(wider, "river-day"), chapter)
    whole = [one for one in manuscript(wider).chapters if one.id == "program-river-path"]
    assert 'href="book:town-deul"' in whole[0].html, "the whole book has them"


def test_a_page_number_stands_only_where_there_is_such_a_page(wider: RenderContext) -> None:
    for id in ("river-day", "field-half"):
        made = of(wider, id)
        there = anchors_in(made.chapters)
        for one in made.chapters:
            printed = re.findall(
                r'<a class="page-ref" href="book:([^"?]+)\?page" style="color:rgb\(1.5,(\d+),(\d+)\)">', one.html
            )
            for anchor, high, low in printed:
                assert anchor in there
                assert one.references[int(high) * 256 + int(low)] == anchor
            assert one.html.count('class="page-ref"') == len(printed)


def test_contents_list_the_route_its_places_its_towns_its_reports_and_the_end(wider: RenderContext) -> None:
    assert [entry.anchor for entry in of(wider, "river-day").entries] == [
        "route-river-day",
        "places",
        "towns",
        "program-river-path",
        "index",
        "colophon",
    ]
    assert [entry.title for entry in of(wider, "river-day").entries][2] == "면 2곳"


def test_it_opens_with_a_cover_of_its_own_and_ends_with_the_colophon(wider: RenderContext) -> None:
    made = of(wider, "field-half")
    assert [one.id for one in made.chapters] == [
        "cover",
        "contents",
        "route-field-half",
        "places",
        "towns",
        "program-field-day",
        "index",
        "colophon",
    ]
    assert "들길을 따라 반나절" in bare(made, "cover")
    assert made.title.startswith("들길을 따라 반나절")
    assert made.chapters[0].source.endswith("routes/field-half.md")


def test_ids_are_unique_in_it(wider: RenderContext) -> None:
    for id in ("river-day", "field-half"):
        ids = [anchor for one in of(wider, id).chapters for anchor in re.findall(r'\bid="([^"]+)"', one.html)]
        assert len(ids) == len(set(ids))
