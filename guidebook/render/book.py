"""The guidebook's chapters in their order, each a complete HTML document, and the style sheet they share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from guidebook.model.colour import mix
from guidebook.model.page import Page
from guidebook.model.placeholder import margin_boxes, page_ref
from guidebook.model.program import Program
from guidebook.model.site import Palette
from guidebook.render.bibliography import bibliography
from guidebook.render.chapter import Chapter
from guidebook.render.korean import bind_words
from guidebook.render.notice import licence_name, notice, title_suffix
from guidebook.render.prose import prose
from guidebook.render.site import LISTS, TOWNS, Edition

AFTER_PROGRAMS = {path: order for order, path in LISTS}[TOWNS]
"""Pages whose order is beyond that of the towns stand behind them in the book too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    anchor: str
    title: str
    mark: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A book before it is laid out."""

    title: str
    chapters: tuple[Chapter, ...]
    filler: Chapter
    """A page of ruled lines, for the back of a leaf that would else be empty."""


def manuscript(edition: Edition) -> Manuscript:
    """The whole guidebook: cover, contents, pages, reports, towns, sources, colophon."""
    words, catalogue = edition.words.gettext, edition.catalogue
    pages = [page for page in catalogue.pages if page.book]
    before = [page for page in pages if page.order < AFTER_PROGRAMS]
    after = [page for page in pages if page.order >= AFTER_PROGRAMS]
    towns_title = edition.words.ngettext("읍면동 {count}곳", "읍면동 {count}곳", len(catalogue.towns))
    towns_title = towns_title.format(count=len(catalogue.towns))
    entries = [
        *(Entry(f"page-{page.id}", page.title, line=page.summary) for page in before),
        *(Entry(f"program-{p.id}", p.name, p.mark, p.summary) for p in catalogue.programs),
        *([Entry("towns", towns_title, line=words("주민자치 사례와 행정복지센터"))] if catalogue.towns else []),
        *(Entry(f"page-{page.id}", page.title, line=page.summary) for page in after),
        Entry("colophon", words("판권지")),
    ]
    file = catalogue.where_site().file
    chapters = [
        _chapter(edition, "cover", "cover", edition.site.titled(edition.language), file, recto=True),
        _chapter(edition, "reading", "reading", words("일러두기"), file),
        _contents(edition, entries, file),
        *(_page(edition, page) for page in before),
        *(_program(edition, program, number) for number, program in enumerate(catalogue.programs)),
        *([_chapter(edition, "towns", "towns", towns_title, file)] if catalogue.towns else []),
        *(_page(edition, page) for page in after),
        _chapter(edition, "colophon", "colophon", words("판권지"), file),
    ]
    title = f"{edition.site.titled(edition.language)} {title_suffix(edition.site, edition.words)}".strip()
    return Manuscript(title, tuple(chapters), _chapter(edition, "memo", "memo", words("메모"), file))


def stylesheet(css: str, palette: Palette) -> str:
    """The book's style sheet with the city's colours written in: page boxes know no custom properties."""
    primary = palette.primary
    colours = {
        "--city-primary": primary,
        "--city-primary-tint": mix(primary, "#ffffff", 0.93),
        "--city-primary-line": mix(primary, "#ffffff", 0.7),
        "--city-primary-cover": mix(primary, "#ffffff", 0.22),
        "--city-signal": palette.signal,
    }
    return margin_boxes() + re.sub(r"var\((--city-[a-z-]+)[^)]*\)", lambda found: colours[found[1]], css)


def _link(kind: str, id: str) -> str:
    return f"book:{kind}-{id}"


def _chapter(
    edition: Edition,
    template: str,
    id: str,
    title: str,
    source: str,
    recto: bool = False,
    tab: str = "",
    **values: object,
) -> Chapter:
    context: Mapping[str, Any] = {
        "language": edition.language,
        "site": edition.site,
        "catalogue": edition.catalogue,
        "title": title,
        "notice": notice(edition.site, edition.language, edition.words),
        "suffix": title_suffix(edition.site, edition.words),
        "licence": edition.words.gettext(
            "글은 {licence}에 따라 쓸 수 있습니다. 인용한 출처 문서와 자료의 권리는 각 권리자에게 있습니다."
        ).format(licence=licence_name(edition.site, edition.words)),
        "bibliography": bibliography,
        "link": _link,
        "tab": Markup(tab),
        **values,
    }
    html = edition.templates.get_template(f"print/{template}.html.j2").render(context)
    # One way to address a place for all links: joining knows the whole book, a chapter knows only itself.
    return Chapter(id, title, bind_words(html).replace('href="#', 'href="book:'), source, recto)


def _contents(edition: Edition, entries: list[Entry], file: str) -> Chapter:
    numbers = {entry.anchor: number for number, entry in enumerate(entries)}

    def reference(anchor: str) -> Markup:
        return Markup(page_ref(anchor, numbers[anchor]))

    title = edition.words.gettext("차례")
    chapter = _chapter(edition, "contents", "contents", title, file, recto=True, entries=entries, page_ref=reference)
    return replace(chapter, references=tuple(numbers))


def _page(edition: Edition, page: Page) -> Chapter:
    anchor = f"page-{page.id}"
    body = prose(page.body, page.notes, _link, f"{anchor}-", edition.words.gettext("주{number}"))
    file = edition.catalogue.source_map(page).file
    return _chapter(edition, "page", anchor, page.title, file, page=page, anchor=anchor, prose=body.html)


def _program(edition: Edition, program: Program, number: int) -> Chapter:
    anchor = f"program-{program.id}"
    body = prose(program.body, program.notes, _link, f"{anchor}-", edition.words.gettext("주{number}"))
    return _chapter(
        edition,
        "program",
        anchor,
        program.name,
        edition.catalogue.source_map(program).file,
        recto=True,
        tab=_tab(program.mark, number, edition.site.palette.primary),
        program=program,
        anchor=anchor,
        prose=body.html,
    )


def _tab(mark: str, number: int, colour: str) -> str:
    """The thumb tab: it steps down the outer edge, one step a programme."""
    box = (
        f'content:"{mark}";background:{colour};color:#ffffff;width:8mm;height:14mm;'
        f"font-size:11pt;text-align:center;vertical-align:middle;margin-top:{number * 18}mm"
    )
    return f"@page:right{{@right-top{{{box};margin-left:6mm}}}}@page:left{{@left-top{{{box};margin-right:6mm}}}}"
