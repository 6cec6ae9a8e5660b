"""What whoever makes a pack elsewhere is given and gives back: values that can be sent, and of visits only its own.

Separate from making packs, because this is where private data leaves the process, and it should be read as a whole.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from guidebook.model.catalogue import Catalogue, SourceMap
from guidebook.model.diagnostic import Faults
from guidebook.model.outcome import Packed
from guidebook.model.print_format import PrintFormat
from guidebook.model.records.visit import Visit
from guidebook.pdf.icc import OutputProfile
from guidebook.render.context import PrintPicture
from guidebook.storage.paths import Paths

VISIT = "visit"
"""The key of the kind."""
END = b"\n"
"""Of the digest of the program."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all packs of a run are made of: public content, and nothing of any visit."""

    catalogue: Catalogue
    language: str | None
    condition: OutputProfile | None
    """What a printing house prints to, if one does."""
    pictures: Mapping[float, Mapping[str, PrintPicture]]
    """By the width of the text in millimetres: the pictures for paper."""
    paths: Paths | None = None
    """Where to read and write, for a process of this machine."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By its address, each picture, for another machine."""


@dataclass(frozen=True, slots=True)
class VisitPart:
    """What one pack alone is made of."""

    visit: Visit
    places: SourceMap
    """Where in the visit's file each value stands, for diagnostics."""
    formats: tuple[PrintFormat, ...]


@dataclass(frozen=True, slots=True)
class MadePack:
    """The files of a pack by their path below its folder, or why there are none."""

    files: Mapping[str, bytes]
    packed: Packed | None
    faults: Faults


def without_visits(catalogue: Catalogue) -> Catalogue:
    """The content without any visit, not even those that the website tells of."""
    return replace(
        catalogue.having(Visit),
        maps={place: file for place, file in catalogue.maps.items() if place[0] != VISIT},
        declared=frozenset(place for place in catalogue.declared if place[0] != VISIT),
    )


def with_visit(catalogue: Catalogue, part: VisitPart) -> Catalogue:
    """That content with one visit."""
    place = VISIT, part.visit.id
    return replace(
        catalogue.having(Visit, part.visit),
        maps={**catalogue.maps, place: part.places},
        declared=catalogue.declared | {place},
    )


def width_of(formats: tuple[PrintFormat, ...]) -> float:
    """Millimetres of text on the widest of these papers."""
    return max(print_format.sheet.text_width for print_format in formats)


def sendable(value: Shared | VisitPart, program: str = "") -> bytes:
    """The value as octets behind the digest of the program, for nobody else's program may read it."""
    octets = io.BytesIO(program.encode("ascii") + END)
    octets.seek(0, io.SEEK_END)
    _Pickler(octets, pickle.HIGHEST_PROTOCOL).dump(value)
    return octets.getvalue()


def is_from(octets: bytes, program: str) -> bool:
    """Whether this very program made the octets."""
    return octets.startswith(program.encode("ascii") + END)


def received(octets: bytes) -> Any:
    """The value that was sent."""
    return pickle.loads(octets.partition(END)[2])


class _Pickler(pickle.Pickler):
    """Pickle, which knows no mappings that cannot be changed."""

    def reducer_override(self, obj: Any) -> Any:
        """How such a mapping is made anew."""
        return (_unchangeable, (dict(obj),)) if isinstance(obj, MappingProxyType) else NotImplemented


def _unchangeable(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)
