"""A parsed but not yet validated file: validation waits until the names of all records are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guidebook.load.remedies import Names
from guidebook.load.validate import validate
from guidebook.model.catalogue import SourceMap
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.kinds import Kinds
from guidebook.model.record import Record
from guidebook.model.text import text


@dataclass(frozen=True, slots=True)
class Draft:
    """What will be a record."""

    model: type[Record]
    id: str
    data: Mapping[str, Any]
    body: str | None
    """Of a Markdown file."""
    places: SourceMap

    def validated(self, names: Names, kinds: Kinds) -> tuple[Record | None, tuple[Diagnostic, ...]]:
        """The record, or everything that is wrong with it."""
        own = {"id": self.id} | ({} if self.body is None else {"body": self.body})
        return validate(self.model, {**self.data, **own}, self.places, names, kinds)


def reserved_keys(data: Mapping[str, Any], places: SourceMap) -> tuple[Diagnostic, ...]:
    """The faults of keys that no file may have: what they would say is said by the file itself."""
    return tuple(
        Diagnostic(
            places.key((name,)),
            "unknown-key",
            text("'{key}' 항목은 파일에 적지 않습니다.", key=name),
            text("이 줄을 지우세요. 아이디는 파일 이름이고, 본문은 머리글 아래에 적습니다."),
        )
        for name in ("id", "body")
        if name in data
    )
