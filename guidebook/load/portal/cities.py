"""Reads `cities.yml` and the data that it names: all cities of a portal, or all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.load.portal.published import load_city
from guidebook.load.regular_files import Nature, nature
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import SourceMap
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.portal.cases import Cases, PublishedCity
from guidebook.model.portal.published import MOST_PROGRAMS
from guidebook.model.portal.settings import Portal
from guidebook.model.text import text


def load_portal(path: Path) -> tuple[Cases | None, Faults]:
    """The cases of all cities. A fault of one city leaves none: a portal never shows half of what it names."""
    file = shown(path)
    if nature(path) is Nature.MISSING:
        hint = text("도시의 목록 파일을 적으세요. 예: guidebook portal cities.yml (docs/ko/portal.md)")
        return None, (Diagnostic(Span(file), "no-list", text("파일이 없습니다."), hint),)
    written, faults = read_text(path, file)
    if written is None:
        return None, faults
    data, places, parse_faults = parse(written, file)
    faults += parse_faults
    if data is None:
        return None, faults
    portal, wrong = validate(Portal, data, places)
    faults += wrong
    if portal is None:
        return None, faults
    faults += tuple(_named_twice(portal, places))
    cities: list[PublishedCity] = []
    for number, city in enumerate(portal.cities):
        found, wrong = load_city(city, path.parent, places.value(("cities", number, "data")))
        faults += wrong
        cities += [found] if found else []
    count = sum(len(city.data.programs) for city in cities)
    if count > MOST_PROGRAMS:
        message = text("사례가 {count}건입니다. {most}건까지 모읍니다.", count=count, most=MOST_PROGRAMS)
        hint = text("시도별로 목록을 나누어 따로 만드세요.")
        faults += (Diagnostic(places.key(("cities",)), "many-cases", message, hint),)
    return (None if faults else Cases(portal, tuple(cities))), faults


def _named_twice(portal: Portal, places: SourceMap) -> Iterator[Diagnostic]:
    """Cities that share an id, or a site."""
    for field, message in (
        ("id", text("같은 아이디를 쓰는 도시가 위에 있습니다.")),
        ("url", text("같은 누리집 주소를 쓰는 도시가 위에 있습니다.")),
    ):
        seen: set[str] = set()
        for number, city in enumerate(portal.cities):
            value = str(getattr(city, field))
            if value in seen:
                hint = text("하나를 지우거나 값을 고치세요.")
                yield Diagnostic(places.value(("cities", number, field)), "same-city", message, hint)
            seen.add(value)
