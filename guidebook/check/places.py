"""Rules over places, restaurants and guides: every value has its source, opening hours can be parsed."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.records.place import Place
from guidebook.model.records.place_kinds import BUILT_IN
from guidebook.model.records.restaurant import Designation, Restaurant
from guidebook.model.records.sourced import Sourced
from guidebook.model.site import Site
from guidebook.model.text import text
from guidebook.model.wording.suggestion import closest, suggested_id, suggested_name
from guidebook.plan.designation import current, ends_within
from guidebook.plan.local_words import kinds_of_places
from guidebook.plan.opening import parses

SOON = 60
"""Days before its end from which a designation should be looked up again."""


def _sourced(catalogue: Catalogue) -> tuple[Sourced, ...]:
    return (*catalogue.sites, *catalogue.guides, *catalogue.restaurants)


def values_have_sources(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Every value that is not our own decision was seen in a source, and the source says so."""
    for record in _sourced(catalogue):
        for field in record.needing_source:
            if not record.sources_of(field):
                yield Diagnostic(
                    catalogue.where(record, field),
                    "no-source",
                    text("'{field}' 값을 어디에서 보았는지 적혀 있지 않습니다.", field=field),
                    text(
                        "이 값을 본 자료의 covers에 {field} 이름을 더하세요. 본 자료가 없으면 값을 지우세요.",
                        field=field,
                    ),
                )


def covers_name_values(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A source covers only fields that hold a value."""
    for record in _sourced(catalogue):
        filled = [name for name in type(record).model_fields if getattr(record, name) not in (None, ())]
        coverable = [name for name in filled if name not in ("id", "sources")]
        for position, source in enumerate(record.sources):
            for place, name in enumerate(source.covers):
                if name not in coverable:
                    yield Diagnostic(
                        catalogue.where(record, "sources", position, "covers", place),
                        "unknown-cover",
                        text("covers에 적은 '{name}' 항목이 이 파일에 없습니다.", name=name),
                        suggested_name(
                            name,
                            coverable,
                            text("이 파일에 값이 있는 항목만 적으세요: {known}", known=", ".join(coverable)),
                        ),
                    )


def opening_hours_parse(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Hours for machines follow OSM's grammar: places, restaurants, and the offices of `site.yml`."""
    holders: tuple[Place | Restaurant, ...] = (*catalogue.sites, *catalogue.restaurants)
    rules = [(catalogue.where(holder, "opening"), holder.opening) for holder in holders]
    if catalogue.site is not None and catalogue.site.offices is not None:
        rules.append((catalogue.where_site("offices", "opening"), catalogue.site.offices.opening))
    for span, opening in rules:
        if opening is not None and not parses(opening):
            yield Diagnostic(
                span,
                "bad-opening",
                text("운영시간 '{opening}' 표기를 읽을 수 없습니다.", opening=opening),
                text(
                    "요일은 Mo Tu We Th Fr Sa Su, 공휴일은 PH, 휴무는 off로 적으세요. "
                    "예: Tu-Su 09:00-18:00; PH off. 한글 설명은 hours에 적습니다."
                ),
            )


def places_have_kinds(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A place is of a kind that is built in or that the city has in its settings."""
    for place in catalogue.sites:
        yield from unknown_kind(catalogue, place.kind, catalogue.where(place, "kind"))


def unknown_kind(catalogue: Catalogue, kind: str, span: Span) -> Iterator[Diagnostic]:
    """What is wrong with a kind that nobody knows: which is like it, and how to add one."""
    titles = {id: str(known.label) for id, known in kinds_of_places(catalogue).items()}
    if kind not in titles:
        near, message = closest(kind, titles), text("'{kind}' 종류를 찾을 수 없습니다.", kind=kind)
        hint = text("새로운 종류라면 site.yml의 place_kinds에 id, label, label_en을 적으세요.")
        if near:
            hint = text("'{id}'({title}){을} 뜻하셨나요? {add}", id=near, title=titles[near], add=hint)
        yield Diagnostic(span, "unknown-place-kind", message, hint)


def own_kinds_are_whole(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Each kind in the settings stands there once, and a name comes in both languages."""
    own = catalogue.site.place_kinds if catalogue.site else ()
    for position, kind in enumerate(own):
        if kind.id in [other.id for other in own[:position]]:
            yield Diagnostic(
                catalogue.where_site("place_kinds", position, "id"),
                "duplicate-place-kind",
                text("'{id}' 종류가 두 번 적혀 있습니다.", id=kind.id),
                text("하나로 합치고 나머지를 지우세요."),
            )
        new = kind.id not in BUILT_IN
        wanted = ("label", "label_en") if new or kind.label else ()
        for name in wanted:
            if getattr(kind, name) is None:
                yield Diagnostic(
                    catalogue.where_site("place_kinds", position, "id"),
                    "place-kind-name",
                    text("'{id}' 종류의 '{name}' 항목이 없습니다.", id=kind.id, name=name),
                    text("label에는 우리말 이름을, label_en에는 영어 이름을 적으세요."),
                )


def guides_stand_somewhere(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A guide stands at one site or in one town."""
    for guide in catalogue.guides:
        if (guide.site is None) == (guide.town is None):
            yield Diagnostic(
                catalogue.where(guide, "town"),
                "guide-place",
                text("안내하는 사람이 있는 곳은 하나여야 합니다."),
                text("장소(site)나 읍면동(town) 가운데 하나만 적으세요."),
            )


def designations(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Hygiene designations carry a known grade, and hold on the day that the guidebook carries."""
    if catalogue.site is None:
        return
    for restaurant in catalogue.restaurants:
        if restaurant.designation is not None:
            yield from _grade(catalogue, catalogue.site, restaurant, restaurant.designation)
            yield from _term(catalogue, catalogue.site.published, restaurant, restaurant.designation)


def _grade(catalogue: Catalogue, site: Site, restaurant: Restaurant, held: Designation) -> Iterator[Diagnostic]:
    if site.grade(held.grade) is None:
        yield Diagnostic(
            catalogue.where(restaurant, "designation", "grade"),
            "unknown-grade",
            text("'{grade}' 위생등급을 찾을 수 없습니다.", grade=held.grade),
            suggested_id(
                held.grade,
                {grade.id: grade.label for grade in site.grades},
                text("site.yml의 grades에 적은 아이디를 쓰세요."),
            ),
        )


def _term(catalogue: Catalogue, published: str, restaurant: Restaurant, held: Designation) -> Iterator[Diagnostic]:
    field = "cancelled" if held.cancelled is not None else "end"
    span = catalogue.where(restaurant, "designation", field)
    again = text("식품안전나라에서 다시 찾아보고 designation과 checked_on을 고치세요.")
    if held.start is not None and not current(held.model_copy(update={"end": None, "cancelled": None}), published):
        return
    if not current(held, published):
        yield Diagnostic(
            span,
            "designation-ended",
            text(
                "'{name}' 위생등급 지정이 발행일({published}) 전에 끝나, 등급을 싣지 않습니다.",
                name=restaurant.name,
                published=published,
            ),
            again,
            Severity.WARNING,
        )
    elif ends_within(held, published, SOON):
        yield Diagnostic(
            span,
            "designation-ends",
            text("'{name}' 위생등급 지정이 {end}에 끝납니다.", name=restaurant.name, end=held.end),
            again,
            Severity.WARNING,
        )


RULES = (
    values_have_sources,
    covers_name_values,
    opening_hours_parse,
    places_have_kinds,
    own_kinds_are_whole,
    guides_stand_somewhere,
    designations,
)
"""In the order of a file."""
