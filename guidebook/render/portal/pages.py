"""All pages of a portal, each list cut into pages, so that everything is found without a script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidebook.model.portal.cases import CASES, CITIES, COMPARE, FACETS, NEWS, Case, PublishedCity
from guidebook.render.addresses import NOT_FOUND
from guidebook.render.portal.context import Head, PortalContext, Trail, page_of
from guidebook.render.portal.shell import portal_menu
from guidebook.render.web.list_parts import Part, parts_of
from guidebook.render.web.page import SitePage

AT_MOST = 30
"""Cases of one page, and so many more that a script shows at once."""
LATEST = 60
"""Entries of all feeds that the page of news has."""
BY = "by/"
"""Lists by theme, province, year, budget and scale."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that cases can be listed by: a year, a theme."""

    value: str
    label: str
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class Question:
    """A facet with all its choices."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    def of(self, case: Case) -> tuple[Choice, ...]:
        """The choices that hold for a case."""
        held = set(case.values(self.name))
        return tuple(choice for choice in self.choices if choice.value in held)


def portal_pages(context: PortalContext, index: str) -> tuple[SitePage, ...]:
    """Every page. `index` is the path of the file that the finder loads.

    Cases come first: a character that no font has is told at the first page with it, and theirs name the city's file.
    """
    asked = questions(context)
    return (
        *(_case(context, asked, case) for case in context.cases.all),
        _home(context, asked, index),
        *_all(context, asked),
        *(page for question in asked if question.name != "city" for page in _by(context, question)),
        *_cities(context),
        *_news(context),
        _alone(context, COMPARE, context.words.gettext("사례 비교"), "compare"),
        _alone(context, NOT_FOUND, context.words.gettext("페이지를 찾을 수 없습니다"), "not_found"),
    )


def questions(context: PortalContext) -> tuple[Question, ...]:
    """What the finder asks: the facets that have lists, and the city."""
    words = context.words.gettext
    labels = {
        "theme": words("주제"),
        "province": words("시도"),
        "city": words("도시"),
        "year": words("연도"),
        "budget": words("예산"),
        "scale": words("규모"),
    }
    return tuple(
        Question(
            name,
            label,
            tuple(
                Choice(value, called, count, f"{CITIES}{value}/" if name == "city" else f"{BY}{name}/{value}/")
                for value, called, count in context.cases.options(name, words)
            ),
        )
        for name, label in labels.items()
    )


def _home(context: PortalContext, asked: Sequence[Question], index: str) -> SitePage:
    cases, words = context.cases, context.words.gettext
    first = next(iter(parts_of(cases.all, CASES, AT_MOST)), None)
    counts = {"cities": len(cases.cities), "cases": len(cases.all)}
    description = words("도시 {cities}곳의 주민자치 사례 {cases}건을 모았습니다.").format(**counts)
    values = {"questions": asked, "listed": _listed(asked), "part": first, "index": index, "most": AT_MOST}
    return page_of(context, "home", Head("", cases.portal.title, description), {**values, **counts})


def _listed(asked: Sequence[Question]) -> tuple[Question, ...]:
    """The facets that have pages, where there is a choice."""
    by_name = {question.name: question for question in asked}
    return tuple(by_name[name] for name in FACETS if by_name[name].choices)


def _all(context: PortalContext, asked: Sequence[Question]) -> Iterator[SitePage]:
    title = context.words.gettext("사례 목록")
    yield from _lists(context, parts_of(context.cases.all, CASES, AT_MOST), title, (), {"listed": _listed(asked)})


def _by(context: PortalContext, question: Question) -> Iterator[SitePage]:
    by_value: dict[str, list[Case]] = {}
    for case in context.cases.all:
        for value in case.values(question.name):
            by_value.setdefault(value, []).append(case)
    above = ((CASES, context.words.gettext("사례 목록")),)
    for choice in question.choices:
        parts = parts_of(by_value[choice.value], choice.path, AT_MOST)
        yield from _lists(context, parts, f"{question.label}: {choice.label}", above, {"listed": ()})


def _lists(
    context: PortalContext,
    parts: Sequence[Part[Case]],
    title: str,
    above: Trail,
    values: dict[str, object],
    template: str = "list",
    section: str = CASES,
) -> Iterator[SitePage]:
    """The pages of one list of cases."""
    words = context.words
    for part in parts:
        count = sum(len(each.items) for each in parts)
        description = words.gettext("{title} 사례 {count}건").format(title=title, count=count)
        named = title
        if part.number > 1:
            named = words.gettext("{title} ({number}/{of}쪽)").format(title=title, number=part.number, of=part.of)
            description = words.gettext("{title} 사례 {count}건 가운데 {number}쪽").format(
                title=title, count=count, number=part.number
            )
        head = Head(part.path, named, description, section, above)
        yield page_of(context, template, head, {"part": part, "count": count, "first": parts[0].path, **values})


def _case(context: PortalContext, asked: Sequence[Question], case: Case) -> SitePage:
    words, city = context.words.gettext, case.of
    ties = [(question, question.of(case)) for question in asked if question.name in FACETS]
    above = ((CASES, words("사례 목록")), (city.path, city.city.name))
    title = f"{case.program.title} ({city.city.name})"
    head = Head(case.path, title, case.program.summary, CASES, above, city.file)
    return page_of(context, "case", head, {"case": case, "city": city, "program": case.program, "ties": ties})


def _cities(context: PortalContext) -> Iterator[SitePage]:
    words, cities = context.words.gettext, context.cases.cities
    provinces: dict[str, list[PublishedCity]] = {}
    for city in cities:
        provinces.setdefault(city.city.province, []).append(city)
    description = words("사례를 발행한 도시 {count}곳과 자료를 받은 날, 이용 조건").format(count=len(cities))
    head = Head(CITIES, words("도시 목록"), description, CITIES)
    yield page_of(context, "cities", head, {"provinces": provinces, "count": len(cities)})
    own: dict[str, list[Case]] = {city.city.id: [] for city in cities}
    for case in context.cases.all:
        own[case.of.city.id].append(case)
    above = ((CITIES, words("도시 목록")),)
    for city in cities:
        parts = parts_of(own[city.city.id], city.path, AT_MOST) or (Part((), city.path, 1, 1),)
        yield from _lists(context, parts, city.city.name, above, {"city": city, "listed": ()}, "city", CITIES)


def _news(context: PortalContext) -> Iterator[SitePage]:
    news = [(entry, city) for city in context.cases.cities for entry in city.news]
    if not news:
        return
    latest = sorted(news, key=lambda told: told[0].day, reverse=True)[:LATEST]
    words = context.words.gettext
    head = Head(NEWS, words("새 소식"), words("여러 도시의 누리집에서 바뀐 내용을 최근 것부터 모았습니다."), NEWS)
    yield page_of(context, "news", head, {"news": latest})


def _alone(context: PortalContext, path: str, title: str, template: str) -> SitePage:
    section = path if path in dict(portal_menu(context)) else ""
    description = context.words.gettext("사례를 네 건까지 나란히 놓고 비교합니다.") if section else title
    return page_of(context, template, Head(path, title, description, section), {})
