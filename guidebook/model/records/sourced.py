"""A record whose every value says in which source it was seen; what only blogs or unnamed sources have is doubtful."""

from __future__ import annotations

from typing import ClassVar

from guidebook.model.records.record import Record, Words
from guidebook.model.source import Source


class FieldSource(Source):
    """A source and the fields of the record that were seen in it."""

    covers: tuple[Words, ...]
    """Names of fields as they stand in the file: `[address, point]`."""


class Sourced(Record):
    """A record of sourced values."""

    own: ClassVar[frozenset[str]] = frozenset()
    """Fields that are our own words or decisions and need no source."""

    sources: tuple[FieldSource, ...]
    confirm: tuple[Words, ...] = ()
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
