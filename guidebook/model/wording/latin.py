"""The content as readers of another language meet it: each field with the words that `<field>_en` has for it.

One rule for all records, whatever their fields are called: a name, title or summary in Latin letters takes the place
of the Korean one where the editor wrote it and no one doubts it. What has none stays Korean, and is marked as such
where it is shown. Nothing is translated here. Telephone numbers are those that ring when dialled from abroad.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from guidebook.model.boundary import Boundaries
from guidebook.model.catalogue import Catalogue
from guidebook.model.record import SubRecord
from guidebook.model.records.sourced import Sourced
from guidebook.model.records.town import Town
from guidebook.model.wording.telephone import from_abroad

IN_ENGLISH = "_en"
"""How the name of a field ends that says the same in English."""
PHONES = frozenset({"phone", "number"})
"""The fields with telephone numbers. Of numbers to dial in need (119) most stay as they are."""
P = TypeVar("P", bound=SubRecord)


def in_latin(catalogue: Catalogue) -> Catalogue:
    """The same content with its English words; towns keep their areas on the map, under the same names."""
    records = tuple(latin(record) for record in catalogue.records)
    pairs = zip(catalogue.records, records, strict=True)
    towns = {before.name: after.name for before, after in pairs if isinstance(before, Town) and isinstance(after, Town)}
    return replace(
        catalogue,
        site=latin(catalogue.site) if catalogue.site else None,
        records=records,
        boundaries=_renamed(catalogue.boundaries, towns) if catalogue.boundaries else None,
    )


def latin(part: P) -> P:
    """A record, or a part of one, with its English words."""
    fields = type(part).model_fields
    words = {name: value for name in fields if (value := _in_english(part, name)) is not None}
    inner = {name: _within(name, getattr(part, name)) for name in fields if name not in words}
    changed = {name: value for name, value in inner.items() if value is not getattr(part, name)}
    return part.model_copy(update={**changed, **words}) if changed or words else part


def _in_english(part: SubRecord, name: str) -> Any:
    """What the field is in English; None where nobody wrote it, or it rests on a doubtful source."""
    own = f"{name}{IN_ENGLISH}"
    if own not in type(part).model_fields or (isinstance(part, Sourced) and part.doubtful(own)):
        return None
    return getattr(part, own)


def _within(name: str, value: Any) -> Any:
    """The value with English words in the parts that it holds; itself where that changes nothing."""
    if name in PHONES and isinstance(value, str):
        return from_abroad(value)
    if isinstance(value, SubRecord):
        return latin(value)
    if isinstance(value, tuple) and any(isinstance(one, SubRecord) for one in value):
        parts = tuple(_within(name, one) for one in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    return value


def _renamed(boundaries: Boundaries, towns: dict[str, str]) -> Boundaries:
    outlines = tuple(replace(one, name=towns.get(one.name, one.name)) for one in boundaries.outlines)
    return replace(boundaries, outlines=outlines)
