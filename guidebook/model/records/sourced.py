"""Records whose every value names its source; values from blogs or unnamed sources only are doubtful."""

from __future__ import annotations

from typing import Annotated, ClassVar

from guidebook.model.label import Label
from guidebook.model.record import Record, Words
from guidebook.model.source import Source
from guidebook.model.text import text


class FieldSource(Source):
    """A source and the fields of the record that were seen in it."""

    covers: Annotated[
        tuple[Words, ...],
        Label(
            text("해당 항목"),
            "이 출처에서 확인한 항목의 이름을 파일에 적은 그대로 적습니다.",
            "[address, phone]",
            "페이지의 ‘출처’, 자료 파일",
        ),
    ]
    """Names of fields as they stand in the file: `[address, point]`."""


class Sourced(Record):
    """A record of sourced values."""

    own: ClassVar[frozenset[str]] = frozenset()
    """Fields that are our own words or decisions and need no source."""

    sources: Annotated[
        tuple[FieldSource, ...],
        Label(
            text("출처"),
            "값마다 어디에서 확인했는지. covers에 이 출처에서 확인한 항목의 이름을 적습니다.",
            shown="페이지의 ‘출처’, 자료 파일",
        ),
    ]
    confirm: Annotated[
        tuple[Words, ...],
        Label(
            text("확인할 항목"),
            "출처는 믿을 만하지만 값이 이상해 보이는 항목의 이름. ‘확인 필요’로 표시됩니다.",
            "[phone]",
            "값 옆의 ‘확인 필요’",
        ),
    ] = ()
    """Fields that look wrong although their source is a good one: marked like doubtful ones."""

    @property
    def needing_source(self) -> tuple[str, ...]:
        """The fields that hold a value seen somewhere."""
        exempt = self.own | {"id", "sources", "confirm", "search"}
        return tuple(
            name for name in type(self).model_fields if name not in exempt and getattr(self, name) not in (None, ())
        )

    def sources_of(self, field: str) -> tuple[FieldSource, ...]:
        """Where the value of `field` was seen."""
        return tuple(source for source in self.sources if field in source.covers)

    def doubtful(self, field: str) -> bool:
        """Whether the value of `field` is to be shown as "확인 필요": nothing but blogs and unnamed sources have it."""
        sources = self.sources_of(field)
        return field in self.confirm or (bool(sources) and all(source.doubtful for source in sources))

    @property
    def telephone(self) -> str | None:
        """The number to call. A doubtful one is never shown, marked or not: whoever calls it may reach a stranger."""
        return None if self.doubtful("phone") else getattr(self, "phone", None)
