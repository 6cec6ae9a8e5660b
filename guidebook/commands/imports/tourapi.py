"""Imports saved replies of TourAPI: joins them, lets them be compared, and writes what is proposed if asked to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guidebook.commands.imports.records import RecordsOutcome, Target, finish, propose
from guidebook.importers.reading.limits import MOST_OCTETS, UnreadableError
from guidebook.importers.reading.refusals import REASONS
from guidebook.importers.records.entry import Origin, Proposal
from guidebook.importers.tourapi.joining import Saved, joined
from guidebook.importers.tourapi.places import BY, PUBLISHER, Decided, Left, entries
from guidebook.importers.tourapi.replies import RefusedError, items_of
from guidebook.load.content import load_content
from guidebook.load.folders import shown
from guidebook.load.named_file import read_given
from guidebook.model.diagnostic import Diagnostic, Faults, Span, has_errors
from guidebook.model.source import SourceKind
from guidebook.model.text import text

ANOTHER_FILE = text(
    "TourAPI(KorService2)의 응답(areaBasedList2, detailCommon2, detailIntro2, detailImage2)을 "
    "JSON이나 XML로 저장해 지정하세요."
)
KINDS = ("site", "restaurant")


@dataclass(frozen=True, slots=True)
class TourRequest:
    """Which replies are to be imported."""

    content: Path
    files: tuple[Path, ...]
    moment: str
    """Now: `2026-11-28 14:05`."""
    decided: Decided
    day: str | None = None
    """Of replies that say none; the day on which the newest file was saved where left out."""
    write: bool = False


def import_tourapi(request: TourRequest) -> RecordsOutcome:
    """Compare the replies with sites and restaurants, and write what they propose if that is asked for."""
    loaded = load_content(request.content)
    saved, newest, faults = _saved(request.files)
    if faults or has_errors(loaded.diagnostics):
        return RecordsOutcome((*loaded.diagnostics, *faults))
    left, catalogue = Left(), loaded.catalogue
    found = tuple(entries(joined(saved), catalogue, request.decided, request.day or newest, left))
    target = Target(request.content, catalogue, request.moment, request.write)
    proposals: list[Proposal] = []
    for key in KINDS:
        those = [entry for entry in found if entry.kind.key == key]
        if those or key == KINDS[0]:
            latest = max((entry.origin.date for entry in those), default=newest)
            proposal = Proposal(
                catalogue.kinds[key], Origin(BY, str(SourceKind.DATA), PUBLISHER, "TourAPI", latest, "")
            )
            propose(those, proposal, target)
            proposal.set_aside()
            proposals.append(proposal)
    proposals[-1].notes += left.said()
    return finish(tuple(proposals), target)


def _saved(files: Sequence[Path]) -> tuple[tuple[Saved, ...], str, Faults]:
    """What the files hold, the day on which the last was saved, and which cannot be read."""
    saved: list[Saved] = []
    faults: list[Diagnostic] = []
    newest = ""
    for file in dict.fromkeys(files):
        name = shown(file)
        given, wrong = read_given(file, name, MOST_OCTETS, ANOTHER_FILE)
        faults += wrong
        if given is None:
            continue
        newest = max(newest, given.day)
        try:
            saved.append(Saved(name, items_of(given.octets)))
        except UnreadableError as error:
            faults.append(Diagnostic(Span(name), "unreadable-list", REASONS[str(error)], ANOTHER_FILE))
        except RefusedError as error:
            message = text("TourAPI가 자료가 아니라 오류를 보낸 파일입니다: {said}", said=str(error)[:200])
            hint = text("인증키와 요청을 확인해 다시 받아 저장하세요.")
            faults.append(Diagnostic(Span(name), "refused-reply", message, hint))
    return tuple(saved), newest, tuple(faults)
