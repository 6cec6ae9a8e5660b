"""The values of one place of TourAPI as a record writes them. What leaves room for a guess is left out and said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guidebook.check.personal import personal_data
from guidebook.importers.records.entry import Value
from guidebook.importers.tourapi.kinds import RESTAURANT
from guidebook.importers.tourapi.opening import opening_of
from guidebook.importers.tourapi.plain_text import lines_of, one_line
from guidebook.importers.tourapi.replies import Item
from guidebook.model.record import PHONE
from guidebook.model.records.place import EAST, NORTH, SOUTH, WEST
from guidebook.model.text import Text, text

_OF_TYPE: Mapping[str, Mapping[str, str]] = {
    "12": {"hours": "usetime", "closed": "restdate", "phone": "infocenter", "parking": "parking"},
    "14": {
        "hours": "usetimeculture",
        "closed": "restdateculture",
        "phone": "infocenterculture",
        "parking": "parkingculture",
        "fee": "usefee",
    },
    "28": {
        "hours": "usetimeleports",
        "closed": "restdateleports",
        "phone": "infocenterleports",
        "parking": "parkingleports",
        "fee": "usefeeleports",
    },
    "38": {
        "hours": "opentime",
        "closed": "restdateshopping",
        "phone": "infocentershopping",
        "parking": "parkingshopping",
    },
    RESTAURANT: {"hours": "opentimefood", "closed": "restdatefood", "phone": "infocenterfood"},
}
"""Type of content → our field → the name that the intro reply has for it there."""
LONGEST = 300
"""Letters of hours, fees and closing days in one value; what is longer is left for a person to shorten."""


@dataclass
class Read:
    """What was read of a place."""

    values: dict[str, Value] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    """Our field → the name in the reply."""
    notes: list[Text] = field(default_factory=list)

    def put(self, name: str, value: Value | None, origin: str) -> None:
        """Keep a value, if there is one."""
        if value:
            self.values[name], self.origins[name] = value, origin

    def leave(self, message: Text, words: str) -> None:
        """Note what is left to a person; what looks like personal data is not even noted."""
        personal = next(personal_data(words), None)
        self.notes.append(text("옮기지 않은 글이 있습니다: {reason}", reason=personal) if personal else message)


def read_values(item: Item) -> Read:
    """The values of a place, and what is left to a person."""
    read, names = Read(), _OF_TYPE.get(item.get("contenttypeid", ""), {})
    eating = item.get("contenttypeid") == RESTAURANT
    read.put("name", one_line(item.get("title", "")), "title")
    read.put("address", _address(item), "addr1")
    if not eating and re.fullmatch(r"\d{5}", item.get("zipcode", "")):
        read.put("postcode", item["zipcode"], "zipcode")
    _point(item, read)
    _phone(item, names.get("phone", ""), read)
    for name in ("hours", "closed", "fee"):
        _words(name, item, names.get(name, ""), read)
    _opening(read)
    if eating:
        read.put("dishes", _dishes(item), "firstmenu")
        _number("seats", item, "seat", r"(\d{1,4}) ?석?", read)
    else:
        _number(
            "parking", item, names.get("parking", ""), r"(?:있음|가능|주차 ?가능)? ?\(?(\d{1,4}) ?(?:대|면)\)?", read
        )
    _overview(item, read, eating)
    return read


def _address(item: Item) -> str:
    first, second = one_line(item.get("addr1", "")), one_line(item.get("addr2", ""))
    return first if not second or second in first else f"{first} {second}"


def _point(item: Item, read: Read) -> None:
    written = (item.get("mapy", ""), item.get("mapx", ""))
    try:
        lat, lon = map(float, written)
    except ValueError:
        return
    if SOUTH <= lat <= NORTH and WEST <= lon <= EAST:
        for name, value, origin in zip(("point.lat", "point.lon"), written, ("mapy", "mapx"), strict=True):
            read.put(name, value.rstrip("0").rstrip(".") if "." in value else value, origin)
    elif lat or lon:
        read.notes.append(text("좌표가 우리나라 밖이어서 넣지 않았습니다: {point}", point=", ".join(written)))


def _phone(item: Item, asked: str, read: Read) -> None:
    """The one number of the place, or of who answers for it; of several none."""
    for origin in ("tel", asked):
        words = one_line(item.get(origin, ""))
        numbers = dict.fromkeys(re.findall(r"(?<![\d-])[\d-]{8,14}(?![\d-])", words))
        if len(numbers) == 1 and re.fullmatch(PHONE, number := next(iter(numbers))) and not number.startswith("01"):
            read.put("phone", number, origin)
            return
        if words:
            read.leave(
                text("전화를 하나로 정할 수 없어 비워 두었습니다: {words}", words=words[:LONGEST]), words[:LONGEST]
            )
            return


def _words(name: str, item: Item, origin: str, read: Read) -> None:
    words = one_line(item.get(origin, ""))
    if len(words) <= LONGEST:
        read.put(name, words, origin)
    else:
        read.leave(text("글이 길어 {name} 항목에 넣지 않았습니다: {words}", name=name, words=words), words)


def _opening(read: Read) -> None:
    hours, closed = str(read.values.get("hours", "")), str(read.values.get("closed", ""))
    opening = opening_of(hours, closed)
    if opening:
        read.put("opening", opening, read.origins["hours"])
    elif hours or closed:
        said = " / ".join(part for part in (hours, closed) if part)
        read.leave(text("운영시간(기계용)은 이 글에서 정할 수 없어 비워 두었습니다: {words}", words=said), said)


def _dishes(item: Item) -> list[str]:
    both = (one_line(item.get("firstmenu", "")), re.sub(r" ?등$", "", one_line(item.get("treatmenu", ""))))
    dishes = (dish.strip() for words in both for dish in re.split(r"[/,]", words))
    return list(dict.fromkeys(dish for dish in dishes if dish))


def _number(name: str, item: Item, origin: str, form: str, read: Read) -> None:
    words = one_line(item.get(origin, ""))
    number = re.fullmatch(form, words)
    if number:
        read.put(name, number[1], origin)
    elif words:
        read.notes.append(
            text("{name} 항목의 수를 알 수 없어 비워 두었습니다: {words}", name=name, words=words[:LONGEST])
        )


def _overview(item: Item, read: Read, eating: bool) -> None:
    """One sentence is a summary; of a longer text a person makes one."""
    lines = lines_of(item.get("overview", ""))
    if not lines:
        return
    sentences = tuple(_sentences(lines))
    if len(sentences) == 1 and not eating and len(sentences[0]) <= LONGEST:
        read.put("summary", sentences[0], "overview")
    else:
        whole = "\n".join(lines)
        read.leave(text("소개 글입니다. 이 글에서 요약 한 문장을 적으세요.\n{words}", words=whole), whole)


def _sentences(lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        yield from (part.strip() for part in re.split(r"(?<=[.!?])\s+", line) if part.strip())
