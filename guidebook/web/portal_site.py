"""The website of a portal, put together before it is written: its pages in the page shell of every site, and assets.

Of the theme it takes the styles and the scripts of the page shell; finder and comparison bring their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.render.portal.case_index import case_index
from guidebook.render.portal.context import SCRIPT, PortalContext
from guidebook.render.portal.pages import portal_pages, questions
from guidebook.render.portal.shell import portal_shell
from guidebook.storage.paths import Paths
from guidebook.storage.program import program_steps
from guidebook.web.assets import AssetSources, add_file, make_assets, read_sources, texts_of
from guidebook.web.font_slices import usage_of
from guidebook.web.site import SiteInput
from guidebook.web.webfonts import characters_of

NO_GLYPH = "missing-glyph"
FRAME_SCRIPTS = ("first.js", "frame.js")
"""What the page shell needs of the theme."""


def compose_portal(context: PortalContext, paths: Paths) -> SiteInput:
    """Every page, its page shell, what it loads and the index of cases."""
    found: dict[str, bytes] = {}
    index = add_file(found, "cases.json", case_index(context.cases, questions(context)))
    pages, shell = portal_pages(context, index), portal_shell(context)
    sources = _sources(context, paths)
    texts = texts_of(paths.theme, sources.styles)
    characters, usage = characters_of(pages, shell, texts), usage_of(pages, shell, "".join(texts.values()))
    assets, faults = make_assets(sources, characters, usage, paths.cache, shell.colours, program_steps(paths))
    assets = replace(assets, files={**assets.files, **found})
    return SiteInput(pages, shell, assets, tuple(_lenient(faults)))


def _sources(context: PortalContext, paths: Paths) -> AssetSources:
    """What the theme gives, and what is the portal's own."""
    sources = read_sources(paths.theme, paths.packages, context.design.tokens)
    folder = paths.templates / "portal"
    sheet = folder / "portal.css"
    scripts = {name: octets for name, octets in sources.scripts.items() if name in FRAME_SCRIPTS}
    return replace(
        sources,
        styles={**sources.styles, shown(sheet): context.design.tokens.on_screen(sheet.read_text("utf-8"))},
        scripts={**scripts, SCRIPT: _joined(folder / "js")},
    )


def _joined(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("*.js")))


def _lenient(faults: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """A character that our fonts lack stops no portal: its editor did not write it, and browsers have further fonts."""
    for fault in faults:
        yield replace(fault, severity=Severity.WARNING) if fault.code == NO_GLYPH else fault
