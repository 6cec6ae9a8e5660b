"""What a stop, a route or a visit names by its id has a file: one table of how each kind is spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guidebook.check.references import names, suggestion
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text

_TOWN = (
    "Town",
    "unknown-town",
    text("'{id}' 읍면동을 찾을 수 없습니다."),
    text("towns 폴더에 있는 파일의 이름을 적으세요."),
)

_KINDS: Mapping[str, tuple[str, str, Text, Text]] = {
    "site": (
        "Place",
        "unknown-site",
        text("'{id}' 장소를 찾을 수 없습니다."),
        text("sites 폴더에 있는 파일의 이름을 적으세요."),
    ),
    "hall": _TOWN,
    "town": _TOWN,
    "restaurant": (
        "Restaurant",
        "unknown-restaurant",
        text("'{id}' 음식점을 찾을 수 없습니다."),
        text("restaurants 폴더에 있는 파일의 이름을 적으세요."),
    ),
    "program": (
        "Program",
        "unknown-program",
        text("'{id}' 사업을 찾을 수 없습니다."),
        text("programs 폴더에 있는 파일의 이름을 적으세요."),
    ),
    "guide": (
        "Guide",
        "unknown-guide",
        text("'{id}' 안내 기록을 찾을 수 없습니다."),
        text("guides 폴더에 있는 파일의 이름을 적으세요."),
    ),
    "route": (
        "Route",
        "unknown-route",
        text("'{id}' 코스를 찾을 수 없습니다."),
        text("routes 폴더에 있는 파일의 이름을 적으세요."),
    ),
}
"""Key → kind of record, code, what is wrong, what to do where no name is near."""


def unknown(catalogue: Catalogue, key: str, id: str | None, span: Span) -> Iterator[Diagnostic]:
    """The fault that a `site`, `hall`, `route`, … names a record that has no file; nothing where it has one."""
    kind, code, message, otherwise = _KINDS[key]
    if id is not None and (kind, id) not in catalogue.declared:
        hint = suggestion(catalogue, id, names(catalogue, kind), otherwise)
        yield Diagnostic(span, code, Text(message.wording, (("id", id),)), hint)
