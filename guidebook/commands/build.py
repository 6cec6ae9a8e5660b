"""A build from beginning to end, readable as a table of contents: read and check, print, site, verify, swap in.

What makes books is imported where books are made: it takes a second that a build of the website alone need not wait.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.commands.build_request import BuildRequest
from guidebook.commands.examine import elsewhere, examine
from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.other_processes import with_workers
from guidebook.commands.stages import StageClock
from guidebook.images.published import print_pictures
from guidebook.layout import typefaces
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Faults, has_errors, without_notes
from guidebook.model.outcome import Made, Outcome
from guidebook.model.text import Text, text
from guidebook.output.lost_addresses import lost_addresses
from guidebook.output.manifest import write_manifest
from guidebook.output.swap import replace_output
from guidebook.render.map.kept import keeping_maps
from guidebook.render.new_context import context_of
from guidebook.storage.paths import Paths
from guidebook.storage.program import program_steps
from guidebook.storage.workers import Workers
from guidebook.web.admin import write_admin
from guidebook.web.composition import compose_site
from guidebook.web.link_check import check_links
from guidebook.web.site import SiteInput, build_site

if TYPE_CHECKING:
    from guidebook.books.site_papers import SitePapers


def build_everything(request: BuildRequest, begin: Callable[[Text], None] = lambda _: None) -> Outcome:
    """Website and guidebook into the output folder; on any error that folder stays as it was."""
    paths, clock, made = request.paths, StageClock(begin), None
    with clock.stage(text("콘텐츠 읽기·검사")):
        everything, faults = examine(paths.content)
        catalogue = everything.public()
        # What is only good to know concerns a visit, and belongs to its pack and to `check`.
        spoken = request.language or (catalogue.site.language if catalogue.site else None)
        faults = without_notes(faults)
        faults += typefaces.install(paths.cache, paths.packages, typefaces.family_of(spoken))[1]
    if has_errors(faults):
        return Outcome(faults, tuple(clock.stages))

    @kept_templates(paths)
    @with_workers
    def make(staging: Path, workers: Workers) -> Faults:
        nonlocal made
        made, faults = _make(request, catalogue, staging, clock, workers)
        return faults

    diagnostics = (*faults, *replace_output(paths.output, make, paths.checkout, paths.content))
    built = None if has_errors(diagnostics) else made
    return Outcome(diagnostics, tuple(clock.stages), built, elsewhere(everything, paths.content))


def _make(
    request: BuildRequest, catalogue: Catalogue, staging: Path, clock: StageClock, workers: Workers
) -> tuple[Made | None, Faults]:
    paths = request.paths
    context = context_of(catalogue, paths.templates, paths.packages, request.language)
    context = keeping_maps(context, program_steps(paths))
    papers: SitePapers | None = None
    faults: Faults = ()
    if not request.site_only:
        from guidebook.books.site_papers import linked_to, make_site_papers

        with clock.stage(text("안내책자 PDF 제작")):
            prints = print_pictures(catalogue, paths.content, paths.cache, context.site.printing.dpi)
            context = replace(context, prints=prints)
            papers, faults = make_site_papers(context, paths, workers)
        if papers is None or papers.failed:
            return None, papers.told() if papers else faults
        context = linked_to(context, papers)
    with clock.stage(text("누리집 제작")):
        site = compose_site(context, paths)
        if not has_errors(site.diagnostics):
            faults += build_site(site, paths.theme, staging / "site")
        faults += (*site.diagnostics, *lost_addresses(paths.output, site.pages, paths.content))
        if papers is not None:
            from guidebook.books.site_papers import write_papers

            write_papers(papers, staging / "site")
    with clock.stage(text("결과 확인")):
        if not has_errors(faults):
            sources = {page.path: page.source for page in site.pages}
            faults += check_links(staging / "site", sources, site.shell.base_url)
        if papers is not None:
            told = papers.told()
            if has_errors(told):
                return None, told
            faults = (*told, *faults, *papers.verdict())
        faults += write_admin(context.site, paths, staging)
        write_manifest(staging)
    return _made(paths, site, papers), faults


def _made(paths: Paths, site: SiteInput, papers: SitePapers | None) -> Made:
    """What the command says in the end."""
    count, place = sum(not page.redirect for page in site.pages), shown(paths.output.absolute())
    if papers is None:
        return Made(place, count, None, None, None)
    from guidebook.render.addresses import GUIDEBOOK_PDF

    return Made(place, count, f"site/{GUIDEBOOK_PDF}", papers.guidebook.pages, len(papers.guidebook.pdf))
