"""What stands around every page of a portal: its name, menu, publisher, and the word that samples are samples."""

from __future__ import annotations

from guidebook.model.portal.cases import CASES, CITIES, COMPARE, NEWS
from guidebook.render.portal.context import PortalContext
from guidebook.render.text.licence import Licence
from guidebook.render.web.page import PageShell
from guidebook.render.web.page_shell import BrowserLook


def portal_shell(context: PortalContext) -> PageShell:
    """The shell of all pages."""
    portal, words = context.cases.portal, context.words.gettext
    around = context.design.look(BrowserLook)
    notice = words("‘견본’이라고 표시한 도시의 자료는 그 도시의 공식 자료가 아닙니다.") if context.cases.samples else ""
    published = words("발행일 {date}").format(date=context.templates.filters["date"](portal.published))
    return PageShell(
        language=context.language,
        site_title=portal.title,
        short_title=portal.title,
        title_suffix="",
        notice=notice,
        menu=portal_menu(context),
        links=(),
        publisher=portal.publisher,
        footer=(published,),
        licence=Licence(
            words("이용 조건"), words("사례의 글은 각 도시가 밝힌 조건에 따라 이용할 수 있습니다(도시 목록 참고)."), ""
        ),
        feed=None,
        report=None,
        operator="",
        base_url=portal.base_url,
        colours=":root{" + "".join(f"{name}:{value};" for name, value in context.design.city().items()) + "}",
        labels={
            "skip": words("본문으로 건너뛰기"),
            "menu": words("주 메뉴"),
            "publisher": words("발행처"),
            "trail": words("현재 경로"),
        },
        browser=(around.light, around.dark),
    )


def portal_menu(context: PortalContext) -> tuple[tuple[str, str], ...]:
    """Path and label of each entry."""
    words = context.words.gettext
    news = any(city.news for city in context.cases.cities)
    return (
        (CASES, words("사례 목록")),
        (CITIES, words("도시 목록")),
        (COMPARE, words("사례 비교")),
        *(((NEWS, words("새 소식")),) if news else ()),
    )
