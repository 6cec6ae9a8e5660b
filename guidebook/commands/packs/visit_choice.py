"""Which visits packs are made of, and which cannot be: a fault in one visit's file concerns that visit alone.

So does what lies among these files and is none: a note, a folder, a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from guidebook.books.pack_faults import unknown_visit
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, Span, has_errors
from guidebook.model.records.visit import Visit
from guidebook.model.text import text


@dataclass(frozen=True, slots=True)
class Choice:
    """The visits that are asked for, and what was found."""

    visits: tuple[Visit, ...]
    """Those of which a pack can be made, by date."""
    spoilt: tuple[str, ...]
    """The ids of those that have faults."""
    faults: Faults
    """What is wrong with them, and with what all of them share."""


def choice_of(
    catalogue: Catalogue, found: Faults, content: Path, year: int | None, only: frozenset[str] | None = None
) -> Choice:
    """The visits of a year, or `only` those, or all.

    One that cannot be read belongs to every year, because nobody knows its own.
    """
    files = dict(_files(catalogue, content))
    files |= _strays(catalogue, content, found, files)
    asked = tuple(visit for visit in catalogue.visits if year is None or visit.date.startswith(f"{year}-"))
    ids = {visit.id for visit in asked} | (set(files) - {visit.id for visit in catalogue.visits})
    if only is not None:
        asked, ids = tuple(visit for visit in asked if visit.id in only), ids & only
        found = (*found, *(unknown_visit(id, catalogue, shown(content / "visits")) for id in sorted(only - set(files))))
    others = {file for id, file in files.items() if id not in ids}
    of = {file: id for id, file in files.items()}
    faults = tuple(fault for fault in found if fault.span.file not in others)
    spoilt = sorted({of[fault.span.file] for fault in faults if has_errors([fault]) and fault.span.file in of})
    if not ids and only is not None:
        return Choice((), (), faults)
    if not ids:
        return Choice((), (), (*faults, _none(catalogue, content, year)))
    if has_errors(fault for fault in faults if fault.span.file not in of):
        return Choice((), (), faults)
    return Choice(tuple(visit for visit in asked if visit.id not in spoilt), tuple(spoilt), faults)


def file_of(catalogue: Catalogue, visit: Visit) -> str:
    """The file of a visit, for diagnostics."""
    return catalogue.source_map(visit).file


def label_of(visit: Visit) -> str:
    """What a visit is called where several could be meant."""
    return f"{visit.delegation}, {visit.date}"


def _files(catalogue: Catalogue, content: Path) -> Iterator[tuple[str, str]]:
    """Id and file of every visit, also of those that could not be read."""
    kind = catalogue.kinds["visit"]
    folders = _folders(catalogue, content)
    for key, id in sorted(catalogue.declared):
        if key != kind.key:
            continue
        places: Mapping[tuple[str, str], object] = catalogue.maps
        if (key, id) in places:
            yield id, catalogue.maps[key, id].file
            continue
        paths = [folder / f"{id}{kind.suffix}" for folder in folders]
        yield id, shown(next((path for path in paths if path.exists()), paths[0]))


def _folders(catalogue: Catalogue, content: Path) -> tuple[Path, ...]:
    elsewhere = catalogue.site.visits_dir if catalogue.site else None
    return (content / catalogue.kinds["visit"].folder, *([content / elsewhere] if elsewhere else []))


def _strays(catalogue: Catalogue, content: Path, found: Faults, files: Mapping[str, str]) -> dict[str, str]:
    """What lies in a folder of visits and is no readable file of one, by the id that it would have, or by its path."""
    kind, known = catalogue.kinds["visit"], set(files.values())
    folders = {PurePosixPath(shown(folder)) for folder in _folders(catalogue, content)}
    strays: dict[str, str] = {}
    for fault in found:
        path = PurePosixPath(fault.span.file)
        if path.parent in folders and fault.span.file not in known and has_errors([fault]):
            id = path.stem if path.suffix == kind.suffix else f"{kind.folder}/{path.name}"
            strays.setdefault(id, fault.span.file)
    return {id: file for id, file in strays.items() if id not in files}


def _none(catalogue: Catalogue, content: Path, year: int | None) -> Diagnostic:
    place = Span(shown(content / catalogue.kinds["visit"].folder))
    years = sorted({visit.date[:4] for visit in catalogue.visits})
    if year is None or not years:
        return Diagnostic(
            place,
            "no-visits",
            text("방문 파일이 없습니다."),
            text("visits 폴더에 방문단마다 파일 하나를 만드세요. 사용법은 docs/ko/visit.md에 있습니다."),
        )
    return Diagnostic(
        place,
        "no-visits",
        text("{year}년의 방문이 없습니다.", year=year),
        text("방문이 있는 해를 --year에 적거나 --year를 빼세요: {years}", years=", ".join(years)),
    )
