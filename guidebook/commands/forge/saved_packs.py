"""The packs of the visits that a save changed, or of one by hand: made, laid out for download, and told field by field.

Values of a visit are not told, but for its delegation, its day and what its editor wrote of the revision: who reads a
forge's pages is not who gets the papers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from guidebook.commands.forge.changed_visits import Changed, changed_fields, revision_in
from guidebook.commands.packs.all_visits_request import AllPacksRequest
from guidebook.forms.field_titles import path_at, titles_at
from guidebook.load.content import load_content
from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import Catalogue, SourceMap
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.forge.saved import InField, SavedVisit, SaveOutcome, download_names
from guidebook.model.kinds import KINDS
from guidebook.model.outcome import Packed, PacksOutcome
from guidebook.model.records.visit import Status, Visit
from guidebook.model.text import Text, text

MOST = 20
"""Packs of one run, each of which takes a quarter of a minute: a first push may bring every visit of ten years."""
EXPOSED = "visit-exposed"
"""A warning that has no place here: the forge has said that the repository is private."""
UNKNOWN = "unknown-visit"


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """The visits that are asked for; what they said before lies below `before`, if they were there."""

    packs: AllPacksRequest
    changed: Changed
    before: Path | None = None
    by_hand: bool = False
    remarks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class _Written:
    """A visit's file as it stands there."""

    data: Mapping[str, Any] | None
    """None where it cannot be read: then nobody knows what it says."""
    places: SourceMap


def make_saved_packs(request: SaveRequest) -> SaveOutcome:
    """The packs of these visits, and all that is told of them."""
    content = request.packs.paths.content
    catalogue = load_content(content).catalogue
    left = _left_out(request, catalogue)
    asked = [id for id in request.changed.saved if id not in left]
    wanted = replace(request.packs, only=frozenset(asked), archive=True)
    outcome = _made(wanted) if asked else None
    packed = {one.folder.rpartition("/")[2]: one for one in outcome.packed} if outcome else {}
    written = {id: _written(content / KINDS["visit"].folder, id) for id in request.changed.saved}
    faults = outcome.diagnostics if outcome else ()
    unknown = request.by_hand and any(fault.code == UNKNOWN for fault in faults)
    told = (
        _saved(catalogue.visit(id), id, written[id], _earlier(request, id), packed.get(id), left.get(id))
        for id in request.changed.saved
    )
    return SaveOutcome(
        tuple(replace(visit, unknown=unknown) for visit in told),
        tuple(_in_field(fault, catalogue, written.values()) for fault in faults if fault.code != EXPOSED),
        request.changed.gone,
        request.remarks,
    )


def _made(request: AllPacksRequest) -> PacksOutcome:
    """What makes books is imported where there is one to make."""
    from guidebook.commands.packs.all_visits import make_all_packs

    return make_all_packs(request)


def _left_out(request: SaveRequest, catalogue: Catalogue) -> dict[str, Text]:
    """Why no pack is made of some, by their ids. Who names a visit by hand gets it."""
    if request.by_hand:
        return {}
    known = {visit.id: visit for visit in catalogue.visits}
    cancelled = {id for id in request.changed.saved if id in known and known[id].status is Status.CANCELLED}
    rest = [id for id in request.changed.saved if id not in cancelled]
    rest.sort(key=lambda id: known[id].date if id in known else "", reverse=True)
    return {
        **dict.fromkeys(cancelled, text("취소된 방문이라 만들지 않았습니다.")),
        **dict.fromkeys(rest[MOST:], text("한 번에 {most}건까지 만듭니다. 직접 실행하세요.", most=MOST)),
    }


def _written(folder: Path, id: str) -> _Written:
    path = folder / f"{id}{KINDS['visit'].suffix}"
    source, _ = read_text(path, shown(path))
    if source is None:
        return _Written(None, SourceMap(shown(path)))
    data, places, _ = parse(source, shown(path))
    return _Written(data, places)


def _earlier(request: SaveRequest, id: str) -> Mapping[str, Any] | None:
    return _written(request.before, id).data or None if request.before is not None else None


def _saved(
    visit: Visit | None,
    id: str,
    written: _Written,
    earlier: Mapping[str, Any] | None,
    packed: Packed | None,
    left: Text | None,
) -> SavedVisit:
    data = written.data or {}
    told = SavedVisit(
        id,
        visit.delegation if visit is not None else _text(data, "delegation"),
        visit.date if visit is not None else _text(data, "date"),
        visit.revision if visit is not None else revision_in(data) if data else None,
        revision_in(earlier) if earlier is not None else None,
        visit.changed if visit is not None else (),
        changed_fields(earlier, data) if earlier and data else (),
        left=left,
        cancelled=visit is not None and visit.status is Status.CANCELLED,
    )
    if packed is None:
        return told
    return replace(told, archive=packed.archive, pages=packed.pages, printing=packed.printing, others=packed.others)


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _in_field(fault: Diagnostic, catalogue: Catalogue, written: Iterable[_Written]) -> InField:
    """The diagnostic with the field of the visit's file that it stands in."""
    for one in written:
        if one.places.file == fault.span.file:
            return InField(fault, titles_at(Visit, path_at(one.places, fault.span)))
    return InField(fault)


def lay_out(visits: tuple[SavedVisit, ...], output: Path, downloads: Path) -> Mapping[str, str]:
    """Put the packs where a forge takes them from; what its next step has to know, by name."""
    names = download_names(visits)
    downloads.mkdir(parents=True, exist_ok=True)
    for visit in visits:
        (downloads / names[visit.id]).write_bytes((output / "print" / visit.id / visit.archive).read_bytes())
    if not visits:
        return {"count": "0", "name": "", "folder": ""}
    if len(visits) == 1:
        return {
            "count": "1",
            "name": visits[0].archive.removesuffix(".zip"),
            "folder": f"{output}/print/{visits[0].id}",
        }
    return {"count": str(len(visits)), "name": f"방문안내서_{len(visits)}건", "folder": str(downloads)}
