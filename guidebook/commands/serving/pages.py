"""Makes the website for the preview: a build's pages, into a folder of their own, and the report for editors.

Separate from a build, which makes books first and replaces the output folder: here pages come first and link to the
PDFs that the last build left, and an edit must cost no more than it has to.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from jinja2.debug import rewrite_traceback_stack

from guidebook.books.site_papers import linked_to_earlier
from guidebook.commands.examine import elsewhere, examine_visits
from guidebook.commands.kept_templates import kept_templates
from guidebook.layout import typefaces
from guidebook.load.disk_faults import cache_lost, disk_fault
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, has_errors
from guidebook.output.lost_addresses import lost_addresses
from guidebook.output.manifest import NAME, write_manifest
from guidebook.plan.ageing import ageing
from guidebook.plan.completeness import completeness
from guidebook.render.addresses import GUIDEBOOK_PDF
from guidebook.render.design.tokens import design_fault
from guidebook.render.map.kept import keeping_maps
from guidebook.render.new_context import context_of
from guidebook.serve.made import PagesMade, Report
from guidebook.storage.paths import Paths
from guidebook.storage.program import program_steps
from guidebook.storage.steps import StepCache
from guidebook.web.composition import compose_site
from guidebook.web.frame import template_fault
from guidebook.web.link_check import check_links
from guidebook.web.site import build_site

Result = TypeVar("Result")


def make_pages(paths: Paths, language: str | None, folder: Path, before: Path | None, today: str) -> PagesMade:
    """The website into `folder`, which is new; `before` is where the last one lies. It is whole if it has a version."""
    catalogue, found = examine_visits(paths.content, paths.output, today)
    report, beside = Report(completeness(catalogue), ageing(catalogue), today), elsewhere(catalogue, paths.content)
    family = typefaces.family_of(language or (catalogue.site.language if catalogue.site else None))
    faults = (*found, *typefaces.install(paths.cache, paths.packages, family)[1])
    if not has_errors(faults):
        faults += explained(paths, lambda: _made(paths, language, catalogue, folder, before), lambda fault: (fault,))
    if has_errors(faults):
        return PagesMade(faults, report, beside)
    return PagesMade(faults, report, beside, hashlib.sha256((folder / NAME).read_bytes()).hexdigest())


def explained(paths: Paths, make: Callable[[], Result], told: Callable[[Diagnostic], Result]) -> Result:
    """What `make` makes; what is wrong with templates, CSS or the disk is told instead. A fault of ours is raised."""
    try:
        return make()
    except Exception as error:
        rewrite_traceback_stack()  # bodies are drawn in a way that leaves lines of compiled code in it
        fault = design_fault(error, paths.templates) or template_fault(error, paths.templates)
        if fault is None and isinstance(error, OSError):
            fault = disk_fault(error, paths.cache) or cache_lost(paths.cache, error)
        if fault is None:
            raise
        return told(fault)


def _made(paths: Paths, language: str | None, catalogue: Catalogue, folder: Path, before: Path | None) -> Faults:
    _copy_papers(paths.output, folder)
    with kept_templates(paths):
        context = context_of(catalogue.public(), paths.templates, paths.packages, language)
        context = linked_to_earlier(context, catalogue, folder)
        site = compose_site(keeping_maps(context, program_steps(paths)), paths)
        faults = site.diagnostics
        if not has_errors(faults):
            faults += build_site(site, paths.theme, folder / "site")
    if not has_errors(faults):
        sources = {page.path: page.source for page in site.pages}
        faults += check_links(folder / "site", sources, site.shell.base_url)
    if before is not None:
        faults += lost_addresses(before, site.pages, paths.content)
    write_manifest(folder)
    StepCache(paths.steps).trim()
    return faults


def _copy_papers(output: Path, folder: Path) -> None:
    """The PDFs of the last build, to which pages link. A build that is going on may take one away."""
    place = Path("site") / Path(GUIDEBOOK_PDF).parent
    (folder / place).mkdir(parents=True)
    for paper in sorted((output / place).glob("*.pdf")):
        with suppress(FileNotFoundError):
            shutil.copyfile(paper, folder / place / paper.name)


def of_visit(paths: Paths, folder: Path) -> Paths:
    """The same paths for what is made for a visit, which is kept in `folder` and nowhere else."""
    return replace(paths, private=True, apart=folder)
