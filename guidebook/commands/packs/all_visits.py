"""The packs of all visits, or of one year's, at once: made on all cores or on a cluster, put into place one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guidebook.books.print_formats import condition_for
from guidebook.books.visit_order import pictures_for, with_copies
from guidebook.commands.examine import examine_visits
from guidebook.commands.packs.all_visits_request import AllPacksRequest
from guidebook.commands.packs.archive import with_archive
from guidebook.commands.packs.crew_faults import no_cluster, why_not
from guidebook.commands.packs.maker import made_with, make_here
from guidebook.commands.packs.one_visit import clean, formats_for
from guidebook.commands.packs.parts import MadePack, Shared, VisitPart, sendable, width_of, without_visits
from guidebook.commands.packs.visit_choice import Choice, choice_of, file_of, label_of
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Faults, has_errors, without_notes
from guidebook.model.outcome import Packed, PacksOutcome
from guidebook.model.print_format import PrintFormat
from guidebook.model.records.visit import Visit
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import PRINT, Replace, while_held
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.storage.cluster import Cluster, ClusterError
from guidebook.storage.crew import Crew, Finished, Processes
from guidebook.storage.paths import Paths

Tell = Callable[[int, int, str, bool], None]
"""So many packs of so many are done; the last was that of this visit, and whether it was made."""


@dataclass(frozen=True, slots=True)
class _Order:
    """A visit whose pack is to be made, in these formats."""

    visit: Visit
    formats: tuple[PrintFormat, ...]
    faults: Faults
    """Why it cannot be made in these, or nothing."""


def make_all_packs(request: AllPacksRequest, tell: Tell = lambda *_: None) -> PacksOutcome:
    """Every pack into `print/<id>/`; where one cannot be made, what lies there stays as it was."""
    paths = replace(request.paths, private=True)
    catalogue, found = examine_visits(paths.content, paths.output, request.today)
    # What is only good to know belongs to `check`, and to the pack of one visit.
    choice = choice_of(catalogue, without_notes(found), paths.content, request.year, request.only)
    if not choice.visits:
        return PacksOutcome(choice.faults, failed=choice.spoilt)
    try:
        return _all(request, paths, catalogue, choice, tell)
    finally:
        clean(paths, request.keep)


def _all(request: AllPacksRequest, paths: Paths, catalogue: Catalogue, choice: Choice, tell: Tell) -> PacksOutcome:
    context = context_of(catalogue, paths.templates, paths.packages, request.language)
    orders = {visit.id: _ordered(request, catalogue, visit) for visit in choice.visits}
    tasks = {
        id: sendable(VisitPart(order.visit, catalogue.source_map(order.visit), order.formats))
        for id, order in orders.items()
        if not has_errors(order.faults)
    }
    told = {id: order.faults for id, order in orders.items()}
    packed: dict[str, Packed] = {}

    def work(replacing: Replace) -> Faults:
        try:
            make(replacing)
        except ClusterError as error:  # packs that were made before stay
            return (no_cluster(error, request.scheduler or ""),)
        return ()

    def make(replacing: Replace) -> None:
        with _crew(request, paths, _shared(request, paths, context, tuple(orders.values()))) as crew:
            for number, one in enumerate(crew.finished(tasks), start=1):
                visit = orders[one.name].visit
                file = file_of(catalogue, visit)
                made, more = _put(request, visit, one, file, replacing)
                told[one.name] += tuple(replace(fault, about=label_of(visit)) for fault in more)
                if made is not None:
                    packed[one.name] = made
                tell(number, len(tasks), one.name, made is not None)

    refused = while_held(paths.output, paths.checkout, paths.content, work)
    everything = (*choice.faults, *refused, *(fault for id in orders for fault in told[id]))
    failed = (*choice.spoilt, *(id for id in orders if id not in packed))
    in_order = tuple(packed[id] for id in orders if id in packed)
    return PacksOutcome(tuple(dict.fromkeys(everything)), shown((paths.output / PRINT).absolute()), in_order, failed)


def _ordered(request: AllPacksRequest, catalogue: Catalogue, visit: Visit) -> _Order:
    formats, unreadable = formats_for(visit, request.editions, request.paths.templates)
    _, lacking = condition_for(formats, catalogue, request.paths.content)
    return _Order(with_copies(visit, request.copies), formats, (*unreadable, *lacking))


def _shared(request: AllPacksRequest, paths: Paths, context: RenderContext, orders: Sequence[_Order]) -> Shared:
    """What all of them need."""
    formats = {width_of(order.formats): order.formats for order in orders if order.formats}
    pictures = {width: pictures_for(context, papers, paths) for width, papers in formats.items()}
    every = tuple(print_format for order in orders for print_format in order.formats)
    condition, _ = condition_for(every, context.catalogue, paths.content)
    content = without_visits(context.catalogue)
    if request.scheduler is None:
        return Shared(content, request.language, condition, pictures, replace(paths, redone=[]))
    addresses = {picture.url for kept in pictures.values() for picture in kept.values()}
    return Shared(content, request.language, condition, pictures, files={url: _octets_of(url) for url in addresses})


def _octets_of(address: str) -> bytes:
    """What lies at a `file:` address."""
    return Path(unquote(urlsplit(address).path)).read_bytes()


def _crew(request: AllPacksRequest, paths: Paths, shared: Shared) -> AbstractContextManager[Crew[MadePack]]:
    if request.scheduler is None:
        return Processes(make_here, sendable(shared), request.jobs)
    return Cluster(request.scheduler, request.there, sendable(shared, made_with(paths)))


def _put(
    request: AllPacksRequest, visit: Visit, done: Finished[MadePack], file: str, replacing: Replace
) -> tuple[Packed | None, Faults]:
    """A pack into its place, whole or not at all."""
    if done.result is None:
        elsewhere = request.scheduler is not None
        return None, (why_not(done.error, file, visit.id, elsewhere),) if done.error is not None else ()
    paths, pack, packed = request.paths, done.result, done.result.packed

    def make(staging: Path) -> Faults:
        nonlocal packed
        folder = staging / PRINT / visit.id
        for name, octets in pack.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(octets)
        if packed is not None and request.archive:
            packed = with_archive(folder, visit, packed)
        if not ours:
            write_manifest(staging)
        return pack.faults

    ours = is_ours(paths.output)
    faults = replacing(make, (f"{PRINT}/{visit.id}", *(() if ours else (NAME,))))
    if has_errors(faults) or packed is None:
        return None, faults
    return replace(packed, folder=shown((paths.output / PRINT / visit.id).absolute())), faults
