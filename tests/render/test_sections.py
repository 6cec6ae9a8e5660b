"""Pages of a section: their page lists them, they say where they belong, and no page grows with their number."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.check import check
from guidebook.commands.examine import examine
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Severity, has_errors
from guidebook.render.book.guidebook import manuscript
from guidebook.render.new_context import context_of
from guidebook.render.web.list_parts import parts_of
from guidebook.render.web.page import PageShell, SitePage
from guidebook.render.web.page_shell import english_page_shell, page_shell
from guidebook.render.web.pages.sections import AT_MOST
from guidebook.render.web.site import site_pages
from tests.conftest import Change
from tests.paths import PACKAGES, TEMPLATES
from tests.render.conftest import add_english

FAULTS = [
    ("section: newz", "unknown-page", 4),
    ("order: 2\nsection: odd", "section-itself", 5),
    ("section: post-0000", "nested-section", 4),
    ("section: en-visit", "section-language", 4),
    ("section: news\nfooter: true", "footer-in-section", 5),
]
"""What a page says beside title and summary, what is wrong with it, and on which of its lines."""
HEAD = "---\ntitle: {title}\nsummary: {title}에 적은 마을의 일입니다.\n{more}\n---\n마을의 일입니다.\n"


def write(content: Path, id: str, title: str, *more: str) -> None:
    text = HEAD.format(title=title, more="\n".join(more))
    (content / "pages" / f"{id}.md").write_text(text, encoding="utf-8")


def site_of(content: Path) -> tuple[dict[str, SitePage], PageShell]:
    catalogue, faults = examine(content)
    assert not has_errors(faults), [str(fault.message) for fault in faults]
    context = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    return {page.path: page for page in site_pages(context)}, page_shell(context)


def with_news(content: Path, count: int) -> Path:
    write(content, "news", "소식", "order: 6")
    for number in range(count):
        write(content, f"post-{number:04}", f"마을 글 {number:04}", "section: news")
    return content


def links(page: SitePage) -> list[str]:
    return [urljoin("/" + page.path, link)[1:] for link in re.findall(r'href="([^"]+)"', page.body)]


def test_no_page_grows_with_the_pages_of_a_section(maru: Path) -> None:
    few, shell_of_few = site_of(with_news(maru, 2 * AT_MOST + 1))
    many, shell_of_many = site_of(with_news(maru, 6 * AT_MOST))
    assert (shell_of_few.menu, shell_of_few.links) == (shell_of_many.menu, shell_of_many.links)
    assert not any("post-" in path for path, _ in (*shell_of_many.menu, *shell_of_many.links))
    for path in ("", "news/", "news/2/", "post-0000/", "404.html", "visit/"):
        assert len(many[path].body) == len(few[path].body), path
    assert max(len(links(page)) for page in many.values() if page.path.startswith("news/")) <= AT_MOST + 2
    longest = max(len(page.body) for page in few.values())
    assert max(len(page.body) for page in many.values() if not page.path.startswith("index/")) == longest


def test_the_index_is_cut_into_pages(maru: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _ = site_of(with_news(maru, 30))
    monkeypatch.setattr("guidebook.render.web.pages.index.AT_MOST", 15)
    cut, _ = site_of(maru)
    index = [page for path, page in cut.items() if path.startswith("index/")]
    assert len(index) > 2
    names = [re.findall(r"<li><a href=\"[^\"#]*[^\"]*\">([^<]+)</a> <span", page.body) for page in index]
    assert all(len(here) <= 15 for here in names)
    assert [name for here in names for name in here] == re.findall(
        r"<li><a href=\"[^\"]*\">([^<]+)</a> <span", whole["index/"].body
    )
    for page in index:
        for there in links(page):
            path, _, place = there.partition("#")
            assert path in cut or path == page.path, there
            assert not place.startswith("letter-") or f'id="{place}"' in cut[path].body
    assert index[1].trail == (("", "홈"), ("index/", "가나다 찾아보기"))


@given(st.lists(st.integers(), max_size=60), st.integers(1, 20))
def test_parts_are_the_list_and_lead_to_each_other(items: list[int], at_most: int) -> None:
    parts = parts_of(items, "a/", at_most)
    assert [item for part in parts for item in part.items] == items
    assert all(1 <= len(part.items) <= at_most and part.of == len(parts) for part in parts)
    paths = [part.path for part in parts]
    assert paths[:1] in ([], ["a/"])
    assert len({*paths}) == len(paths)
    assert [part.before for part in parts] == ["", *paths][: len(parts)]
    assert [part.behind for part in parts] == [*paths[1:], ""][: len(parts)]


def test_the_list_is_in_order_and_its_pages_know_where_they_belong(maru: Path) -> None:
    write(maru, "news", "마을 소식", "order: 6", "name: 소식")
    for id, title, order in (
        ("p-1", "나중", "order: 2"),
        ("p-2", "다음", ""),
        ("p-3", "가장 먼저", "order: 1"),
        ("p-4", "가", ""),
    ):
        write(maru, id, title, "section: news", order)
    pages, shell = site_of(maru)
    assert links(pages["news/"]) == ["p-3/", "p-1/", "p-4/", "p-2/"]
    assert "가장 먼저에 적은 마을의 일입니다." in pages["news/"].body
    assert pages["p-1/"].trail == (("", "홈"), ("news/", "소식"))
    assert pages["p-1/"].section == "news/"
    assert "q/p-1/" in pages
    assert ("news/", "소식") in shell.menu
    assert "p-1/" in {link for page in pages.values() if page.path == "index/" for link in links(page)}


def test_further_pages_lead_back_and_on(maru: Path) -> None:
    pages, _ = site_of(with_news(maru, 2 * AT_MOST + 3))
    assert [path for path in pages if path.startswith("news/")] == ["news/", "news/2/", "news/3/"]
    second = pages["news/2/"]
    assert (second.title, second.trail, second.section) == ("소식 (2/3쪽)", (("", "홈"), ("news/", "소식")), "news/")
    assert links(second)[-2:] == ["news/", "news/3/"]
    assert len(links(pages["news/3/"])) == 4


def test_english_sections_stay_in_english(maru: Path) -> None:
    add_english(maru)
    for id, title, more in (("en-news", "News", "order: 3"), ("en-path", "A path", "section: en-news")):
        text = f"---\ntitle: {title}\nsummary: All of it.\n{more}\n---\nResidents built it.\n"
        (maru / "pages" / f"{id}.md").write_text(text, encoding="utf-8")
    catalogue, faults = examine(maru)
    assert not has_errors(faults)
    context = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    assert context.english
    menu = english_page_shell(context.english).menu
    pages = {page.path: page for page in site_pages(context)}
    assert [path for path, _ in menu] == ["en/", "en/visit/", "en/news/"]
    assert links(pages["en/news/"]) == ["en/path/"]
    assert pages["en/path/"].trail == (("en/", "What happened"), ("en/news/", "News"))


def test_in_the_book_they_follow_their_page(maru: Path) -> None:
    with_news(maru, 2)
    write(maru, "later", "뒤에 오는 글", "order: 7")
    write(maru, "left-out", "싣지 않는 글", "section: news", "book: false")
    catalogue, _ = examine(maru)
    book = manuscript(context_of(catalogue.public(), TEMPLATES, PACKAGES))
    chapters = [chapter.id for chapter in book.chapters]
    place = chapters.index("page-news")
    assert chapters[place : place + 4] == ["page-news", "page-post-0000", "page-post-0001", "page-later"]
    assert "page-left-out" not in chapters


@pytest.mark.parametrize(("more", "code", "line"), FAULTS)
def test_faults_are_told_at_their_line(maru: Path, more: str, code: str, line: int) -> None:
    add_english(maru)
    with_news(maru, 1)
    write(maru, "odd", "다른 글", *more.split("\n"))
    loaded = load_content(maru)
    found = [one for one in check(loaded.catalogue) if one.severity is not Severity.NOTE]
    assert [(one.code, one.span.line) for one in found if one.span.file.endswith("odd.md")] == [(code, line)]
    assert all(str(one.message) and str(one.hint) for one in found)


def test_a_misspelt_section_is_guessed(maru: Path) -> None:
    with_news(maru, 0)
    write(maru, "odd", "다른 글", "section: newz")
    (found,) = (one for one in check(load_content(maru).catalogue) if one.code == "unknown-page")
    assert "news" in str(found.hint)


@pytest.mark.parametrize(("more", "code"), [("", "crowded-menu"), ("footer: true", "crowded-foot")])
def test_a_crowded_menu_or_foot_is_told_once(maru: Path, change: Change, more: str, code: str) -> None:
    for number in range(13):
        write(maru, f"front-{number:02}", f"첫머리 글 {number}", f"order: {10 + number}", more)
    found = [one for one in check(load_content(maru).catalogue) if one.code.startswith("crowded")]
    assert [(one.code, one.severity) for one in found] == [(code, Severity.WARNING)]
    assert "section" in str(found[0].hint)
