"""A build from beginning to end, readable as a table of contents: read and check, book, site, verify, swap in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf

from guidebook.books.assembly import Workshop, make_book, metadata_of
from guidebook.books.leaflets import BOOK, STYLES, leaflet_path, leaflets_of
from guidebook.books.reports import report_path, reports_of
from guidebook.commands.examine import examine
from guidebook.export.downloads import data_files
from guidebook.images.published import kept_in, print_pictures, web_pictures
from guidebook.layout import typefaces
from guidebook.load.assets import FOLDER
from guidebook.load.folders import shown
from guidebook.model.boundary import Boundaries
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, has_errors
from guidebook.model.outcome import Made, Outcome, Stage
from guidebook.model.print_format import PAPERS, SCREEN
from guidebook.model.sample import notice, title_suffix
from guidebook.model.text import Text, text
from guidebook.output.lost_addresses import lost_addresses
from guidebook.output.manifest import write_manifest
from guidebook.output.swap import replace_output
from guidebook.pdf.joining import JoinedBook
from guidebook.preflight.checks import preflight
from guidebook.preflight.document import Expected
from guidebook.render.addresses import DATA, FEED, MANIFEST, address
from guidebook.render.book.guidebook import book_title, manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import BookFile, RenderContext
from guidebook.render.templates import environment
from guidebook.render.text.embedded import linked_attachments
from guidebook.render.web.app_manifest import manifest
from guidebook.render.web.feed import feed
from guidebook.render.web.icon import icon
from guidebook.render.web.page import SitePage
from guidebook.render.web.page_shell import english_frame, frame
from guidebook.render.web.search import indexed, search_index
from guidebook.render.web.search_knowledge import knowledge
from guidebook.render.web.site import site_pages
from guidebook.web.app_icons import SIDES, app_icon
from guidebook.web.assets import add_file, make_assets, read_sources, texts_of, with_page_styles
from guidebook.web.font_slices import usage_of
from guidebook.web.link_check import check_links
from guidebook.web.share_cards import CardMaker, with_cards
from guidebook.web.site import SiteInput, build_site
from guidebook.web.webfonts import characters_of
from guidebook.words import catalogue as words_of

CHECKOUT = Path(__file__).parents[2]
TEMPLATES, PACKAGES, CACHE = CHECKOUT / "templates", CHECKOUT / "node_modules", CHECKOUT / ".cache"
WORKSHOP = Workshop(CACHE, PACKAGES, (TEMPLATES, kept_in(CACHE)))
BOOK_STYLES = ("book.css", "itinerary.css", "tour.css", "page.css", "guidebook.css", "close-set.css")
"""The style sheets of `templates/print` that the guidebook is set with."""
STAGES = 4
"""How many stages a build has, for the progress bar."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built. Without a language it is the city's own."""

    content: Path
    output: Path
    language: str | None = None
    site_only: bool = False


@dataclass
class _Clock:
    """Times the stages and tells who watches that one begins."""

    begin: Callable[[Text], None]
    stages: list[Stage] = field(default_factory=list)

    @contextmanager
    def stage(self, name: Text) -> Iterator[None]:
        self.begin(name)
        started = time.perf_counter()
        yield
        self.stages.append(Stage(name, time.perf_counter() - started))


def build_everything(request: Request, begin: Callable[[Text], None] = lambda _: None) -> Outcome:
    """Website and guidebook into the output folder; on any error that folder stays as it was."""
    clock, made = _Clock(begin), None
    with clock.stage(text("콘텐츠 읽고 살피기")):
        everything, found = examine(request.content)
        catalogue = everything.public()
        # What is only good to know concerns a visit, and belongs to its pack and to `check`.
        found = tuple(one for one in found if one.severity is not Severity.NOTE) + typefaces.install(CACHE, PACKAGES)[1]
    if has_errors(found):
        return Outcome(found, tuple(clock.stages))

    def make(staging: Path) -> tuple[Diagnostic, ...]:
        nonlocal made
        made, faults = _make(request, catalogue, staging, clock)
        return faults

    faults = replace_output(request.output, make, CHECKOUT, request.content)
    diagnostics = (*found, *faults)
    return Outcome(diagnostics, tuple(clock.stages), None if has_errors(diagnostics) else made)


def _make(
    request: Request, catalogue: Catalogue, staging: Path, clock: _Clock
) -> tuple[Made | None, tuple[Diagnostic, ...]]:
    context = edition_of(catalogue, request.language, None)
    faults: tuple[Diagnostic, ...] = ()
    book, papers = None, {}
    if not request.site_only:
        with clock.stage(text("안내책자 조판")):
            prints = print_pictures(catalogue, request.content, CACHE, context.site.printing.dpi)
            context = replace(context, prints=prints)
            book, faults = book_of(context)
            if book is None:
                return None, faults
            leaflets = leaflets_of(context, print_css(*STYLES), WORKSHOP)
            reports = reports_of(context, print_css(*BOOK_STYLES), WORKSHOP)
            faults += (*leaflets.faults, *reports.faults)
        if has_errors(faults):
            return None, faults
        papers = {BOOK: book.pdf, **leaflets.files, **reports.files}
        made = BookFile(BOOK, book.pages, len(book.pdf))
        context = replace(context, book=made, papers=(*leaflets.books, *reports.books))
    with clock.stage(text("누리집 만들기")):
        site = site_of(context, request.content)
        if not has_errors(site.diagnostics):
            faults += build_site(site, TEMPLATES / "theme", staging / "site")
        faults += (*site.diagnostics, *lost_addresses(request.output, site.pages, request.content))
        for path, octets in papers.items():
            (staging / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / "site" / path).write_bytes(octets)
    with clock.stage(text("결과 확인")):
        if not has_errors(faults):
            faults += check_links(
                staging / "site", {page.path: page.source for page in site.pages}, site.frame.base_url
            )
        if book is not None:
            faults += preflight(book.pdf, f"site/{BOOK}", _expected(context, book))
        write_manifest(staging)
    pages, size = (book.pages, len(book.pdf)) if book else (None, None)
    count = sum(not page.forward for page in site.pages)
    return Made(shown(request.output.absolute()), count, f"site/{BOOK}" if book else None, pages, size), faults


def edition_of(catalogue: Catalogue, language: str | None, book: BookFile | None) -> RenderContext:
    """The catalogue ready to be rendered; without `language` in the city's own."""
    assert catalogue.site is not None, "a catalogue without errors has a site"
    spoken = language or catalogue.site.language
    words = words_of(spoken)
    made = RenderContext(catalogue, catalogue.site, environment(TEMPLATES, spoken, words), words, spoken, book=book)
    if not catalogue.english:
        return made
    return replace(made, english=made if spoken == "en" else edition_of(catalogue, "en", book))


def book_of(context: RenderContext) -> tuple[JoinedBook | None, tuple[Diagnostic, ...]]:
    """The guidebook of an edition."""
    book = manuscript(context)
    css = stylesheet(print_css(*BOOK_STYLES), context.site.palette, context.print_format)
    return make_book(book, css, metadata_of(context, book.title), WORKSHOP)


def print_css(*names: str) -> str:
    """Style sheets of `templates/print`, one after the other, behind what holds for tables on all paper."""
    return "".join((TEMPLATES / "print" / name).read_text(encoding="utf-8") for name in ("tables.css", *names))


def site_of(context: RenderContext, content: Path) -> SiteInput:
    """Every page of the site, its frame, its assets and the files to take home."""
    pictures, files = web_pictures(context.catalogue, content, CACHE)
    downloads = data_files(context.catalogue, context.site, context.words)
    context = replace(context, downloads=downloads, pictures=pictures)
    pages, around = site_pages(context), frame(context)
    english = english_frame(context.english) if context.english else None
    if context.site.base_url:
        pages, cards = _dealt(context, pages)
        files = {**files, **cards}
    theme = TEMPLATES / "theme"
    texts = texts_of(theme)
    characters = characters_of(pages, around, texts)
    assets, diagnostics = make_assets(
        read_sources(theme, PACKAGES),
        characters,
        usage_of(pages, around, "".join(texts.values())),
        CACHE,
        around.colours,
    )
    assets = with_page_styles(assets, {page.path: page.style for page in pages if page.style})
    data = {f"{DATA}{file.path}": file.octets for file in context.downloads}
    if context.site.changes:
        data[FEED] = feed(context)
    files = {**assets.files, **files, **data}
    index = add_file(files, "search.json", search_index(indexed(pages), knowledge(context)))
    shown_around, boundaries = dict(assets.pictures), context.catalogue.boundaries
    if boundaries:
        icons = _icons(boundaries, context.site.palette.primary)
        shown_around |= {name: add_file(files, name, octets) for name, octets in icons.items()}
        files[MANIFEST] = manifest(context, shown_around)
    assets = replace(assets, files=files, scripts={**assets.scripts, "search.json": index}, pictures=shown_around)
    copies = {one.path: content / FOLDER / one.stored for one in linked_attachments(context.catalogue)}
    return SiteInput(pages, around, assets, diagnostics, english, copies)


def _dealt(context: RenderContext, pages: tuple[SitePage, ...]) -> tuple[tuple[SitePage, ...], Mapping[str, bytes]]:
    """The pages with their cards; without typefaces, whose lack is told elsewhere, they have none."""
    faces, _ = typefaces.install(CACHE, PACKAGES)
    if faces is None:
        return pages, {}
    site, catalogue = context.site, context.catalogue
    signature = f"{site.short_title} {title_suffix(site, context.words)}".strip()
    maker = CardMaker(site.palette, catalogue.boundaries, signature, faces)
    marks = {address("program", program.id): program.mark for program in catalogue.programs}
    return with_cards(pages, maker, site.city.name, marks)


def _icons(boundaries: Boundaries, colour: str) -> dict[str, bytes]:
    drawn = {f"icon-{side}.png": app_icon(boundaries, colour, side) for side in SIDES}
    return {"icon.svg": icon(boundaries, colour), **drawn}


def site_input(
    content: Path, language: str | None, output: Path = CHECKOUT / "output"
) -> SiteInput | tuple[Diagnostic, ...]:
    """What plain `mkdocs` shows: the same pages, with the guidebook of the last build; or what is wrong."""
    catalogue, diagnostics = examine(content)
    if has_errors(diagnostics):
        return diagnostics
    paths = [*map(leaflet_path, catalogue.routes), *map(report_path, catalogue.programs)]
    papers = [last_book(output, path) for path in paths]
    context = edition_of(catalogue.public(), language, last_book(output, BOOK))
    return site_of(replace(context, papers=tuple(paper for paper in papers if paper)), content)


def last_book(output: Path, path: str) -> BookFile | None:
    """The book that lies at `path` of the last build's site, if there is one."""
    file = output / "site" / path
    if not file.is_file():
        return None
    try:
        with pikepdf.open(file) as pdf:
            return BookFile(path, len(pdf.pages), file.stat().st_size)
    except (OSError, pikepdf.PdfError):  # damaged since: the next build makes it anew
        return None


def _expected(context: RenderContext, book: JoinedBook) -> Expected:
    said = notice(context.site, context.language, context.words)
    trim = (PAPERS["a5"].width, PAPERS["a5"].height)
    limit = round((SCREEN.megabytes or 0) * 1_000_000) or None
    references, chapters = book.references, book.chapters
    return Expected(book_title(context), context.language, said, references, trim=trim, limit=limit, chapters=chapters)
