"""The order of menu and guidebook: as the settings name it, ours where they do not; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import has_errors
from guidebook.render.book.guidebook import manuscript
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.navigation import menu, section, tour_pages, trail_of
from guidebook.render.web.site import site_pages
from tests.paths import PACKAGES, TEMPLATES


def context_with(content: Path, settings: str = "") -> RenderContext:
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write(settings)
    catalogue, faults = examine(content)
    assert not has_errors(faults), faults
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def written(content: Path, id: str, *more: str) -> None:
    head = "\n".join(("---", f"title: {id} 글", f"summary: {id} 글입니다.", *more, "---"))
    (content / "pages" / f"{id}.md").write_text(f"{head}\n\n{id} 글입니다.\n", encoding="utf-8")


def paths_of(context: RenderContext) -> list[str]:
    return [path.rstrip("/") for path, _ in menu(context)]


OURS = ["programs", "figures", "visit", "towns"]


def test_without_names_lists_stand_before_pages_and_pages_by_their_order(maru: Path) -> None:
    for id, order in (("late", "order: 7"), ("early", "order: 1"), ("never", "")):
        written(maru, id, order)
    assert paths_of(context_with(maru)) == [*OURS, "early", "late", "never"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("[early]", ["early", *OURS]),
        ("[towns, early]", ["towns", "early", "programs", "figures", "visit"]),
        ("[visit, programs]", ["visit", "programs", "figures", "towns", "early"]),
        ("[sites, restaurants, index]", ["sites", "restaurants", "index", *OURS, "early"]),
    ],
)
def test_what_is_named_stands_first_and_the_rest_follows(names: str, expected: list[str], maru: Path) -> None:
    written(maru, "early", "order: 1")
    context = context_with(maru, f"menu: {names}\n")
    assert paths_of(context) == expected
    assert {page.path for page in site_pages(context)} >= {f"{path}/" for path in expected}


def test_a_list_that_is_empty_is_left_out_of_the_menu(maru: Path) -> None:
    (maru / "sites" / "unused.yml").unlink(missing_ok=True)
    assert "visits" not in paths_of(context_with(maru, "menu: [visits, changes]\n"))


def test_a_list_of_the_tour_that_is_named_is_an_entry_of_its_own(maru: Path) -> None:
    context = context_with(maru, "menu: [sites]\n")
    assert section(context, "sites/") == "sites/"
    assert section(context, "sites/old-fort/") == "sites/"
    assert trail_of(context, "sites/old-fort/") == (("", "홈"), ("sites/", "볼거리"))
    assert section(context, "restaurants/") == "visit/"
    assert tour_pages(context, "restaurants/")


def test_without_a_page_that_opens_the_tour_its_first_list_is_called_by_it(maru: Path) -> None:
    (maru / "pages" / "visit.md").unlink()
    assert menu(context_with(maru, "menu: [routes]\n"))[0] == ("routes/", "주민여행")


def chapters_of(context: RenderContext) -> list[str]:
    wanted = ("part-", "page-", "program-", "route-", "places", "towns", "index", "worksheet")
    return [chapter.id for chapter in manuscript(context).chapters if chapter.id.startswith(wanted)]


CASES, TOUR, TOWNS = (
    ["part-cases", "program-river-path"],
    ["part-tour", "page-visit", "route-river-day", "places"],
    ["part-towns", "towns"],
)


def test_a_book_without_names_has_our_order_and_other_pages_in_its_appendix(maru: Path) -> None:
    written(maru, "early", "order: 1")
    chapters = chapters_of(context_with(maru))
    assert chapters[:-2] == [*CASES, *TOUR, *TOWNS, "part-back", "page-early"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("[{part: programs, pages: [early]}]", ["part-cases", "page-early", *CASES[1:], *TOUR, *TOWNS]),
        ("[{part: towns}]", [*TOWNS, *CASES, *TOUR]),
        (
            "[{part: routes}, {part: places, title: 가 볼 곳}, {part: towns, pages: [visit]}]",
            ["part-tour", "route-river-day", "part-places", "places", "part-towns", "page-visit", "towns", *CASES],
        ),
        (
            "[{part: pages, title: 여는 글, pages: [early, visit]}]",
            ["part-pages-early", "page-early", "page-visit", *CASES, "part-tour", "route-river-day", "places", *TOWNS],
        ),
    ],
)
def test_parts_stand_as_they_are_named_and_the_rest_follows(parts: str, expected: list[str], maru: Path) -> None:
    written(maru, "early", "order: 1")
    chapters = chapters_of(context_with(maru, f"book: {parts}\n"))
    assert chapters[: len(expected)] == expected
    assert chapters[len(expected)] == "part-back"
    assert {"page-early", "page-visit", "index", "worksheet"} <= {*chapters}


def test_an_appendix_may_stand_anywhere_and_still_lists_the_whole_book(maru: Path) -> None:
    ours, moved = context_with(maru), context_with(maru, "book: [{part: appendix}]\n")
    assert chapters_of(moved)[0] == "part-back"
    assert sorted(chapters_of(moved)) == sorted(chapters_of(ours))
    index = {one.id: one.html for one in manuscript(moved).chapters}["index"]
    assert "book:program-river-path" in index


def test_a_part_has_the_title_of_the_settings_in_contents_and_running_heads(maru: Path) -> None:
    book = manuscript(context_with(maru, "book: [{part: programs, title: 마을 이야기, line: 강가에서}]\n"))
    assert [(entry.title, entry.line) for entry in book.entries if entry.anchor == "part-cases"] == [
        ("마을 이야기", "강가에서")
    ]
    report = next(one for one in book.chapters if one.id == "program-river-path")
    assert dict(report.attributes)["data-part"] == "마을 이야기"
