"""Rules over where written pages stand: in the menu, at the foot, or in the section of another page.

Every page of the website carries menu and foot, so that a site whose pages all stand there grows with their square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.page import ENGLISH, Page
from guidebook.model.text import Text, text

IN_MENU, AT_FOOT = 12, 12
"""How many entries readers still take in at a glance."""
_REMEDY = text("모아 실을 글 하나를 메뉴에 두고, 나머지 글의 section 항목에 그 글의 아이디를 적으세요.")
_TOP = text("메뉴나 하단에서 바로 연결되는 글의 아이디를 적으세요.")


def sections_are_pages_that_list(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The page that lists another stands in menu or foot itself, in the same language. That it exists is told apart."""
    for page in catalogue.of(Page):
        if page.section is not None:
            fault = _fault(page, catalogue.record(page.section))
            if fault is not None:
                yield Diagnostic(catalogue.where(page, "section"), *fault)


def _fault(page: Page, section: object) -> tuple[str, Text, Text] | None:
    if not isinstance(section, Page):
        return None
    if section.id == page.id:
        return "section-itself", text("글이 자기 자신을 상위 글로 적었습니다."), _TOP
    if section.english is not page.english:
        return (
            "section-language",
            text("상위 글 '{id}'의 언어가 이 글과 다릅니다.", id=section.id),
            text("우리말 글에는 우리말 글을, 영어 글에는 영어 글(en-으로 시작하는 아이디)을 적으세요."),
        )
    if section.section is not None:
        return (
            "nested-section",
            text("상위 글 '{id}'에 다른 상위 글이 있습니다. 목록 안에는 목록을 둘 수 없습니다.", id=section.id),
            _TOP,
        )
    if section.id == ENGLISH:
        return (
            "section-front",
            text("영어 첫 글에는 목록을 둘 수 없습니다."),
            text("목록을 실을 영어 글을 하나 더 만들어 그 글의 아이디를 적으세요."),
        )
    return None


def pages_in_sections_stand_there_alone(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A page in a section asks for no place at the foot."""
    for page in catalogue.of(Page):
        if page.section is not None and page.footer:
            yield Diagnostic(
                catalogue.where(page, "footer"),
                "footer-in-section",
                text("section 항목을 적은 글은 하단에서 연결되지 않습니다."),
                text("section과 footer 가운데 한 줄을 지우세요."),
                Severity.WARNING,
            )


def menu_and_foot_are_short(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Neither has more entries than a reader takes in: the first page too many is told."""
    alone = catalogue.sections.get(None, ())
    menu = [page for page in alone if not page.footer and not page.english]
    named = catalogue.site.menu if catalogue.site else ()
    filled = {kind.listing for kind in catalogue.kinds if kind.listing is not None and catalogue.of_kind(kind)}
    lists = sum((one.menu and not one.tour) or one.path.rstrip("/") in named for one in filled)
    english = [page for page in alone if page.english]
    foot = [page for page in alone if page.footer and not page.english]
    message = text(
        "주 메뉴의 항목이 {count}개입니다. {most}개까지만 두는 것이 좋습니다.", count=len(menu) + lists, most=IN_MENU
    )
    yield from _crowded(catalogue, menu, max(IN_MENU - lists, 0), "crowded-menu", message)
    message = text(
        "영어 메뉴의 항목이 {count}개입니다. {most}개까지만 두는 것이 좋습니다.", count=len(english), most=IN_MENU
    )
    yield from _crowded(catalogue, english, IN_MENU, "crowded-menu", message)
    message = text(
        "하단 메뉴의 글이 {count}개입니다. {most}개까지만 두는 것이 좋습니다.", count=len(foot), most=AT_FOOT
    )
    yield from _crowded(catalogue, foot, AT_FOOT, "crowded-foot", message)


def _crowded(catalogue: Catalogue, pages: Sequence[Page], most: int, code: str, message: Text) -> Iterator[Diagnostic]:
    if len(pages) > most:
        yield Diagnostic(catalogue.where(pages[most], "order"), code, message, _REMEDY, Severity.WARNING)


RULES = (sections_are_pages_that_list, pages_in_sections_stand_there_alone, menu_and_foot_are_short)
