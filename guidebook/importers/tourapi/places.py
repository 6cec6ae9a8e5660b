"""Joined replies of TourAPI → entries for sites and restaurants, each with its own source and day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guidebook.importers.address import Locality
from guidebook.importers.ids import imported_id
from guidebook.importers.reading.values import day
from guidebook.importers.records.entry import Entry, Origin
from guidebook.importers.records.own_sources import mark
from guidebook.importers.tourapi.joining import CHANGED, Joined
from guidebook.importers.tourapi.kinds import NO_PLACES, RESTAURANT, TYPES, kind_of
from guidebook.importers.tourapi.plain_text import one_line
from guidebook.importers.tourapi.replies import Item
from guidebook.importers.tourapi.values import Read, read_values
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Span
from guidebook.model.kinds import Kind
from guidebook.model.picture import Licence
from guidebook.model.source import SourceKind
from guidebook.model.text import Text, text

BY = "tourapi"
PUBLISHER = "한국관광공사"
LICENCES: Mapping[str, Licence] = {"Type1": Licence.KOGL_1, "Type3": Licence.KOGL_3}
"""What `cpyrhtDivCd` says: by attribution, and by attribution without any change."""
SHOWN = 10
"""Names of what is left out."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person has answered."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    """`contentid`, code or type of content → kind of place."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """`contentid` → id of a record."""


@dataclass
class Left:
    """What is no record of ours."""

    types: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)

    def said(self) -> Iterator[Text]:
        """In sentences."""
        if self.types:
            names = _names(self.types)
            yield text(
                "장소가 아니어서 제외(축제, 여행 코스, 숙박) {count}건: {names}", count=len(self.types), names=names
            )
        if self.outside:
            yield text("다른 시군(제외) {count}건: {names}", count=len(self.outside), names=_names(self.outside))
        if self.unnamed:
            yield text(
                "이름이나 주소가 없어 제외 {count}건: {names}. areaBasedList2나 detailCommon2 파일을 함께 적으세요.",
                count=len(self.unnamed),
                names=_names(self.unnamed),
            )


def origin_of(id: str, date: str) -> Origin:
    """The source of one place."""
    title = f"TourAPI (contentid {id})"
    return Origin(BY, str(SourceKind.DATA), PUBLISHER, title, date, f"{mark(BY)}contentid {id}")


def entries(
    places: Sequence[Joined], catalogue: Catalogue, decided: Decided, fallback: str, left: Left
) -> Iterator[Entry]:
    """The entries; `fallback` is the day of a reply that says none."""
    legal = catalogue.merging.town_of
    city = catalogue.site.city.name if catalogue.site else ""
    locality = Locality(city, catalogue.towns, legal)
    for place in places:
        type, read = place.item.get("contenttypeid", ""), read_values(place.item)
        name, address = str(read.values.get("name", "")), str(read.values.get("address", ""))
        if type in NO_PLACES:
            left.types.append(name or place.id)
        elif not name or not address:
            left.unnamed.append(name or place.id)
        elif not locality.holds(address):
            left.outside.append(name)
        else:
            yield _entry(place, read, catalogue, decided, fallback, locality.town(address))


def _entry(place: Joined, read: Read, catalogue: Catalogue, decided: Decided, fallback: str, town: str | None) -> Entry:
    kind = catalogue.kinds["restaurant" if place.item.get("contenttypeid") == RESTAURANT else "site"]
    question = None
    if kind.key == "site":
        what = kind_of(place.item, decided.kinds)
        read.put("kind", what, "contenttypeid")
        question = (_which_kind(place) if what is None else None) or (_no_town(place) if not town else None)
    read.put("town", town, "addr1")
    file = f"{place.file}[{place.id}]"
    order = list(place.item)
    named = decided.ids.get(place.id, "")
    spans = {
        name: Span(file, 1, order.index(origin) + 1 if origin in order else 1) for name, origin in read.origins.items()
    }
    return Entry(
        kind,
        place.id,
        str(read.values["name"]),
        named or imported_id(kind.key[0], place.id),
        bool(named),
        _in_order(kind, read),
        spans,
        Span(file),
        origin_of(place.id, day(place.item.get(CHANGED, "")[:8]) or fallback),
        {name: text("‘{title}’", title=origin) for name, origin in read.origins.items()},
        (*read.notes, *_without_licence(place)),
        tuple(_drafts(place, named or imported_id(kind.key[0], place.id))),
        place.item.get("lcnsno", ""),
        question,
        _conflict(place),
        text(
            "있는 기록이면 ‘--id {id}=아이디’로, 종류는 ‘--kind {id}=종류’로 답해 다시 실행하세요. "
            "이것은 저장하지 않습니다.",
            id=place.id,
        ),
    )


def _in_order(kind: Kind, read: Read) -> Mapping[str, str | list[str]]:
    keys = list(kind.model.model_fields)
    return {name: read.values[name] for name in sorted(read.values, key=lambda name: keys.index(name.split(".")[0]))}


def _conflict(place: Joined) -> Text | None:
    if place.conflict is None:
        return None
    name, one, other = place.conflict
    return text(
        "{place}: 같은 때의 자료가 서로 다릅니다({name}: {one} / {other}).",
        place=place.id,
        name=name,
        one=one[:60],
        other=other[:60],
    )


def _which_kind(place: Joined) -> Text:
    type = place.item.get("contenttypeid", "")
    called: Text | str = TYPES.get(type, type or "?")
    return text(
        "{name}: 분류({type})만으로는 장소의 종류를 정할 수 없습니다.", name=one_line(place.item["title"]), type=called
    )


def _no_town(place: Joined) -> Text:
    address = one_line(place.item.get("addr1", ""))
    return text(
        "{name}: 주소에서 읍면동을 알 수 없습니다({address}). ‘new site’로 먼저 만들고 그 아이디를 --id로 적으세요.",
        name=one_line(place.item["title"]),
        address=address,
    )


def _pictures(place: Joined) -> Iterator[tuple[str, str, str]]:
    """Address, name and code of rights of every picture, each once."""
    first: Item = {
        "originimgurl": place.item.get("firstimage", ""),
        "imgname": place.item.get("title", ""),
        "cpyrhtDivCd": place.item.get("cpyrhtDivCd", ""),
    }
    seen: set[str] = set()
    for picture in (*place.pictures, first):
        url = picture.get("originimgurl", "").replace("http://", "https://", 1)
        if re.fullmatch(r"https://[\w./%~:-]{4,300}", url) and url not in seen:
            seen.add(url)
            yield url, one_line(picture.get("imgname", "")), picture.get("cpyrhtDivCd", "")


def _without_licence(place: Joined) -> Iterator[Text]:
    for url, _, code in _pictures(place):
        if code in LICENCES:
            yield text("사진({licence}): {url}", licence=str(LICENCES[code]), url=url)
        else:
            yield text("이용 조건을 알 수 없어 쓰지 않는 사진: {url}", url=url)


def _drafts(place: Joined, id: str) -> Iterator[str]:
    """The pictures with their rights, as a record has them. The files and what is seen on them are a person's work."""
    usable = [(url, name, LICENCES[code]) for url, name, code in _pictures(place) if code in LICENCES]
    if usable and place.item.get("contenttypeid") != RESTAURANT:
        yield "사진입니다. 내려받아 assets 폴더에 두고, 보이는 것과 사람을 적은 뒤 줄 앞의 ‘# ’을 지우세요."
        yield "kogl-3(변경금지) 사진은 자르거나 글을 얹지 않습니다."
        yield "pictures:"
    for number, (url, name, licence) in enumerate(usable if place.item.get("contenttypeid") != RESTAURANT else (), 1):
        ending = url.rpartition(".")[2].lower() if url.rpartition(".")[2].isalpha() else "jpg"
        yield f"  - file: {id}-{number}.{ending}"
        yield f"    # {url} {name}".rstrip()
        yield "    alt:"
        yield f"    rights: {{holder: {PUBLISHER}, licence: {licence}, source: TourAPI contentid {place.id}}}"
        yield "    people:"


def _names(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
