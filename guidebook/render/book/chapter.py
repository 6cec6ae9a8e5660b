"""Chapters of books before they are laid out, each one complete HTML document, and the kinds that all books share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from markupsafe import Markup, escape

from guidebook.markdown.html import heading_anchor
from guidebook.model.diagnostic import Span
from guidebook.model.placeholder import page_ref
from guidebook.model.print_format import BLEED
from guidebook.model.records.page import Page
from guidebook.model.records.program import Program
from guidebook.model.wording.sample import notice, title_suffix
from guidebook.plan.itinerary import plan_route
from guidebook.render.book.footnotes import NONE, Footnotes, at_the_foot, footnotes
from guidebook.render.book.origin import Origins
from guidebook.render.book.qr_link import permanent, signpost
from guidebook.render.book.questions import asked
from guidebook.render.book.typesetting import fitted, ruled_lines
from guidebook.render.context import RenderContext
from guidebook.render.text.bibliography import bibliography
from guidebook.render.text.embedded import apart_from_body, in_book
from guidebook.render.text.korean import bind_words, inner_spaces, part_runs
from guidebook.render.text.licence import licence as licence_terms
from guidebook.render.text.licence import licence_name
from guidebook.render.text.timeline import timeline
from guidebook.render.text.written import written

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
    context: RenderContext,
    template: str,
    id: str,
    title: str,
    source: str,
    side: Side | None = None,
    foot: Footnotes = NONE,
    **values: object,
) -> Chapter:
    """A chapter from `templates/print/<template>.html.j2`; `values` are what it needs beside the edition."""
    variables: Mapping[str, Any] = {
        "language": context.language,
        "site": context.site,
        "catalogue": context.catalogue,
        "title": title,
        "notice": notice(context.site, context.language, context.words),
        "suffix": title_suffix(context.site, context.words),
        "licence": context.words.gettext(
            "글은 {licence}에 따라 쓸 수 있습니다. 인용한 출처 문서와 자료의 권리는 각 권리자에게 있습니다."
        ).format(licence=licence_name(context.site, context.words)),
        "terms": licence_terms(context.site, context.words),
        "bibliography": bibliography,
        "link": link,
        "prints": context.prints,
        "print_format": context.print_format,
        "foot": foot,
        **values,
    }
    html = context.templates.get_template(f"print/{template}.html.j2").render(variables)
    # One way to address a place for all links: joining knows the whole book, a chapter knows only itself.
    html = part_runs(bind_words(inner_spaces(at_the_foot(html, foot.by_anchor)))).replace('href="#', 'href="book:')
    return Chapter(id, title, html, source, side, origins=Origins(context.catalogue))


def referring(anchors: Sequence[str], set_chapter: Callable[[Callable[[str], Markup]], Chapter]) -> Chapter:
    """The chapter that `set_chapter` makes with a function for the page numbers of `anchors`."""
    numbers = {anchor: number for number, anchor in enumerate(dict.fromkeys(anchors))}

    def reference(anchor: str) -> Markup:
        return Markup(page_ref(anchor, numbers[anchor]))

    return replace(set_chapter(reference), references=tuple(numbers))


def see_page(context: RenderContext, reference: Markup) -> Markup:
    """`→ 23쪽`. In a book without that page it vanishes."""
    wording = context.words.gettext("{page}쪽")
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
    context: RenderContext, entries: Sequence[Entry], side: Side | None = "right", id: str = "contents", title: str = ""
) -> Chapter:
    """The table of contents."""
    file, title = context.catalogue.where_site().file, title or context.words.gettext("차례")
    return referring(
        [entry.anchor for entry in entries],
        lambda reference: chapter(
            context, "contents", id, title, file, side, anchor=id, entries=entries, page_ref=reference
        ),
    )


def page_chapter(context: RenderContext, page: Page) -> Chapter:
    """A written page."""
    anchor = f"page-{page.id}"
    body = written(context, page, link, in_book(context, page), f"{anchor}-", lines=True)
    file = context.catalogue.source_map(page).file
    foot = footnotes(context, page, f"{anchor}-")
    timed = [(route, plan_route(route, context.catalogue)) for route in context.catalogue.routes]
    return chapter(
        context,
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
        line=timeline(context.catalogue.programs),
    )


def program_chapter(context: RenderContext, program: Program, questions: bool = True) -> Chapter:
    """A case report, with what can be asked about it where no other page of the book has that."""
    anchor = f"program-{program.id}"
    body = written(context, program, link, in_book(context, program), f"{anchor}-", lines=True)
    return chapter(
        context,
        "program",
        anchor,
        program.name,
        context.catalogue.source_map(program).file,
        foot=footnotes(context, program, f"{anchor}-"),
        program=program,
        anchor=anchor,
        prose=body.html,
        apart=apart_from_body(program),
        questions=asked(context, program.questions) if questions else (),
        sign=signpost(context, program.name, permanent(program.id)),
    )


def memo_chapter(context: RenderContext, source: str) -> Chapter:
    """A page of ruled lines, for the back of a leaf that would else be empty."""
    lines = ruled_lines(context.print_format) - 3
    return chapter(context, "memo", "memo", context.words.gettext("메모"), source, lines=lines)


def worksheet_chapter(context: RenderContext) -> Chapter:
    """Room to write down what can be learnt from each programme."""
    title, file = context.words.gettext("둘러보며 적기"), context.catalogue.where_site().file
    return chapter(context, "worksheet", "worksheet", title, file)


def set_closer(one: Chapter) -> Chapter:
    """The chapter with less room around its parts, as the style sheet has it for `close-set`."""
    return replace(one, html=one.html.replace("<body", '<body class="close-set"', 1))


def headed(one: Chapter, name: str) -> Chapter:
    """The chapter with what the running heads of its left-hand pages say: the name of its part or book."""
    return replace(one, html=one.html.replace("<body>", f'<body data-part="{escape(name)}">', 1))


def tabbed(context: RenderContext, one: Chapter, mark: str, step: int) -> Chapter:
    """The chapter with a thumb tab, which stands the lower at the outer edge the larger `step` is.

    It runs over the edge, to be cut there, and keeps its mark from where copiers do not print.
    """
    print_format, colour = context.print_format, context.site.palette.primary
    box = fitted(
        f'content:"{mark}";background:{colour};color:#ffffff;width:5mm;height:14mm;'
        f"font-size:11pt;text-align:center;vertical-align:middle;margin-top:{step * 18}mm",
        print_format,
    )
    grown = TAB * print_format.scale
    past = f"{grown - 5 * print_format.scale - 0.5 + BLEED:g}mm"
    sides = {
        side: f"{box};margin-{other}:{print_format.sheet.outer - grown:g}mm;margin-{side}:-{BLEED:g}mm;"
        f"padding-{other}:0.5mm;padding-{side}:{past}"
        for side, other in (("right", "left"), ("left", "right"))
    }
    tab = f"@page:right{{@right-top{{{sides['right']}}}}}@page:left{{@left-top{{{sides['left']}}}}}"
    return replace(one, html=one.html.replace("</head>", f"<style>{tab}</style></head>", 1))
