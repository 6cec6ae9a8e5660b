"""A portal over cities from beginning to end: read the list and the data, make the pages, swap them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.stages import StageClock
from guidebook.load.folders import shown
from guidebook.load.portal.cities import load_portal
from guidebook.model.diagnostic import Diagnostic, Faults, has_errors
from guidebook.model.outcome import PortalMade, PortalOutcome
from guidebook.model.portal.cases import Cases
from guidebook.model.text import Text, text
from guidebook.output.folder_guards import refusal
from guidebook.output.manifest import write_manifest
from guidebook.output.swap import replace_output
from guidebook.render.portal.context import portal_context
from guidebook.storage.paths import Paths
from guidebook.web.portal_site import compose_portal
from guidebook.web.site import build_site

READING, MAKING = text("도시별 자료 읽기·검사"), text("누리집 제작")
STAGES = 2


@dataclass(frozen=True, slots=True)
class PortalRequest:
    """The list of cities, and where the portal is to lie."""

    listed: Path
    paths: Paths
    """Its content is the list alone: whatever lies beside it may hold the output."""
    language: str | None = None
    begin: Callable[[Text], None] = field(default=lambda _: None)


def make_portal(request: PortalRequest) -> PortalOutcome:
    """The portal into `<output>/site`; on any error what lay there stays as it was."""
    paths, clock = request.paths, StageClock(request.begin)
    with clock.stage(READING):
        cases, faults = load_portal(request.listed)
        if cases is not None:
            faults += _over_data(request, cases)
    if cases is None or has_errors(faults):
        return PortalOutcome(faults)
    pages = 0

    @kept_templates(paths)
    def make(staging: Path) -> Faults:
        nonlocal pages
        file = shown(request.listed)
        context = portal_context(cases, file, paths.templates, paths.packages, request.language)
        site = compose_portal(context, paths)
        wrong = site.diagnostics
        if not has_errors(wrong):
            wrong += build_site(site, paths.theme, staging / "site")
        write_manifest(staging)
        pages = len(site.pages)
        return wrong

    with clock.stage(MAKING):
        faults += replace_output(paths.output, make, paths.checkout, request.listed)
    if has_errors(faults):
        return PortalOutcome(faults)
    made = PortalMade(shown(paths.output.absolute()), pages, len(cases.cities), len(cases.all))
    return PortalOutcome(faults, tuple(clock.stages), made)


def _over_data(request: PortalRequest, cases: Cases) -> tuple[Diagnostic, ...]:
    """What must not be overwritten: the copies that the portal is made of."""
    folders = {(request.listed.parent / city.city.data).absolute() for city in cases.cities}
    site = request.paths.output.absolute() / "site"
    held = sorted(folder for folder in folders if folder == site or site in folder.parents)
    found = (refusal(request.paths.output, request.paths.checkout, folder) for folder in held[:1])
    return tuple(fault for fault in found if fault is not None)
