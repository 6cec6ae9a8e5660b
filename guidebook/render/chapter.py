"""Chapters of books before they are laid out, each one complete HTML document, and the kinds that all books share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from markupsafe import Markup, escape

from guidebook.markdown.html import heading_anchor
from guidebook.model.diagnostic import Span
from guidebook.model.page import Page
from guidebook.model.placeholder import page_ref
from guidebook.model.profile import BLEED
from guidebook.model.program import Program
from guidebook.plan.itinerary import plan_route
from guidebook.render.bibliography import bibliography
from guidebook.render.edition import Edition
from guidebook.render.embedded import apart_from_body, in_book
from guidebook.render.footnotes import NONE, Footnotes, at_the_foot, footnotes
from guidebook.render.korean import bind_words, inner_spaces, part_runs
from guidebook.render.notice import licence as licence_terms
from guidebook.render.notice import licence_name, notice, title_suffix
from guidebook.render.origin import Origins
from guidebook.render.questions import asked
from guidebook.render.signpost import permanent, signpost
from guidebook.render.timeline import timeline
from guidebook.render.typesetting import fitted, ruled_lines
from guidebook.render.written import written

Side = Literal["right", "left"]
TAB = 10.0
"""Millimetres of a thumb tab that show."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. Its ids are unique in the whole book; `book:ID` addresses any place of the book."""

    id: str
    title: str
    html: str
    source: str
    """The content file it is made of, for diagnostics."""
    side: Side | None = None
    """The side on which it must begin; None where either will do."""
    references: tuple[str, ...] = ()
    """The anchors whose page numbers the chapter prints, in the order of their indexes."""
    origins: Origins | None = field(default=None, compare=False, repr=False)
    """Where its words come from."""

    def origin(self, words: str = "", line: int | None = None) -> Span:
        """The place in the content of words of this chapter; `line` is that of their block in the body, if known."""
        return self.origins.find(self.source, words, line) if self.origins else Span(self.source)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of contents or index."""

    anchor: str
    title: str
    mark: str = ""
    line: str = ""
    opens: bool = False
    """Whether it is a part, and those that follow belong to it."""


def chapter(
    edition: Edition,
    template: str,
    id: str,
    title: str,
    source: str,
    side: Side | None = None,
    foot: Footnotes = NONE,
    **values: object,
) -> Chapter:
    """A chapter from `templates/print/<template>.html.j2`; `values` are what it needs beside the edition."""
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
        "terms": licence_terms(edition.site, edition.words),
        "bibliography": bibliography,
        "link": link,
        "prints": edition.prints,
        "profile": edition.profile,
        "foot": foot,
        **values,
    }
    html = edition.templates.get_template(f"print/{template}.html.j2").render(context)
    # One way to address a place for all links: joining knows the whole book, a chapter knows only itself.
    html = part_runs(bind_words(inner_spaces(at_the_foot(html, foot.by_anchor)))).replace('href="#', 'href="book:')
    return Chapter(id, title, html, source, side, origins=Origins(edition.catalogue))


def referring(anchors: Sequence[str], set_chapter: Callable[[Callable[[str], Markup]], Chapter]) -> Chapter:
    """The chapter that `set_chapter` makes with a function for the page numbers of `anchors`."""
    numbers = {anchor: number for number, anchor in enumerate(dict.fromkeys(anchors))}

    def reference(anchor: str) -> Markup:
        return Markup(page_ref(anchor, numbers[anchor]))

    return replace(set_chapter(reference), references=tuple(numbers))


def see_page(edition: Edition, reference: Markup) -> Markup:
    """`→ 23쪽`. In a book without that page it vanishes."""
    wording = edition.words.gettext("{page}쪽")
    return Markup('<span class="see">→ {}</span>').format(Markup(wording).format(page=reference))


def link(kind: str, id: str, heading: str = "") -> str:
    """How records, and headings of them, are addressed within a book."""
    return "book:" + (heading_anchor(f"{kind}-{id}-", heading) if heading else f"{kind}-{id}")


def without_dangling_links(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The chapters of a book that holds no others: links to what is not in it are plain words."""
    there = anchors_in(chapters)
    pattern = re.compile(r'<a\b[^>]*\bhref="book:([^"?]+)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)

    def kept(found: re.Match[str]) -> str:
        return found[0] if found[1] in there else found[2]

    return tuple(replace(one, html=pattern.sub(kept, one.html)) for one in without_dangling_pages(chapters))


def without_dangling_pages(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The chapters without `→ 23쪽` where their book has no such page."""
    there = anchors_in(chapters)
    pattern = re.compile(
        r'<span class="see">[^<]*<a\b[^>]*\bhref="book:([^"?]+)[^"]*"[^>]*>.*?</a>[^<]*</span>', re.DOTALL
    )

    def kept(found: re.Match[str]) -> str:
        return found[0] if found[1] in there else ""

    return tuple(replace(one, html=pattern.sub(kept, one.html)) for one in chapters)


def anchors_in(chapters: Sequence[Chapter]) -> set[str]:
    """Every place that the chapters have."""
    return {id for one in chapters for id in re.findall(r'\bid="([^"]+)"', one.html)}


def contents_chapter(
    edition: Edition, entries: Sequence[Entry], side: Side | None = "right", id: str = "contents", title: str = ""
) -> Chapter:
    """The table of contents."""
    file, title = edition.catalogue.where_site().file, title or edition.words.gettext("차례")
    return referring(
        [entry.anchor for entry in entries],
        lambda reference: chapter(
            edition, "contents", id, title, file, side, anchor=id, entries=entries, page_ref=reference
        ),
    )


def page_chapter(edition: Edition, page: Page) -> Chapter:
    """A written page."""
    anchor = f"page-{page.id}"
    body = written(edition, page, link, in_book(edition, page), f"{anchor}-", lines=True)
    file = edition.catalogue.source_map(page).file
    foot = footnotes(edition, page, f"{anchor}-")
    timed = [(route, plan_route(route, edition.catalogue)) for route in edition.catalogue.routes]
    return chapter(
        edition,
        "page",
        anchor,
        page.title,
        file,
        foot=foot,
        page=page,
        anchor=anchor,
        pieces=body.pieces,
        apart=apart_from_body(page),
        timed=timed,
        line=timeline(edition.catalogue.programs),
    )


def program_chapter(edition: Edition, program: Program, questions: bool = True) -> Chapter:
    """A case report, with what can be asked about it where no other page of the book has that."""
    anchor = f"program-{program.id}"
    body = written(edition, program, link, in_book(edition, program), f"{anchor}-", lines=True)
    return chapter(
        edition,
        "program",
        anchor,
        program.name,
        edition.catalogue.source_map(program).file,
        foot=footnotes(edition, program, f"{anchor}-"),
        program=program,
        anchor=anchor,
        prose=body.html,
        apart=apart_from_body(program),
        questions=asked(edition, program.questions) if questions else (),
        sign=signpost(edition, program.name, permanent(program.id)),
    )


def memo_chapter(edition: Edition, source: str) -> Chapter:
    """A page of ruled lines, for the back of a leaf that would else be empty."""
    lines = ruled_lines(edition.profile) - 3
    return chapter(edition, "memo", "memo", edition.words.gettext("메모"), source, lines=lines)


def worksheet_chapter(edition: Edition) -> Chapter:
    """Room to write down what can be learnt from each programme."""
    title, file = edition.words.gettext("둘러보며 적기"), edition.catalogue.where_site().file
    return chapter(edition, "worksheet", "worksheet", title, file)


def set_closer(one: Chapter) -> Chapter:
    """The chapter with less room around its parts, as the style sheet has it for `close-set`."""
    return replace(one, html=one.html.replace("<body", '<body class="close-set"', 1))


def headed(one: Chapter, name: str) -> Chapter:
    """The chapter with what the running heads of its left-hand pages say: the name of its part or book."""
    return replace(one, html=one.html.replace("<body>", f'<body data-part="{escape(name)}">', 1))


def tabbed(edition: Edition, one: Chapter, mark: str, step: int) -> Chapter:
    """The chapter with a thumb tab, which stands the lower at the outer edge the larger `step` is.

    It runs over the edge, to be cut there, and keeps its mark from where copiers do not print.
    """
    profile, colour = edition.profile, edition.site.palette.primary
    box = fitted(
        f'content:"{mark}";background:{colour};color:#ffffff;width:5mm;height:14mm;'
        f"font-size:11pt;text-align:center;vertical-align:middle;margin-top:{step * 18}mm",
        profile,
    )
    grown = TAB * profile.scale
    past = f"{grown - 5 * profile.scale - 0.5 + BLEED:g}mm"
    sides = {
        side: f"{box};margin-{other}:{profile.sheet.outer - grown:g}mm;margin-{side}:-{BLEED:g}mm;"
        f"padding-{other}:0.5mm;padding-{side}:{past}"
        for side, other in (("right", "left"), ("left", "right"))
    }
    tab = f"@page:right{{@right-top{{{sides['right']}}}}}@page:left{{@left-top{{{sides['left']}}}}}"
    return replace(one, html=one.html.replace("</head>", f"<style>{tab}</style></head>", 1))
