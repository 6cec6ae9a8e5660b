"""A build from beginning to end, readable as a table of contents: read and check, book, site, verify, swap in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf

from guidebook.check import check
from guidebook.check.about import named_by_visit
from guidebook.export.downloads import data_files
from guidebook.load.assets import FOLDER
from guidebook.load.content import load_content
from guidebook.load.folders import shown
from guidebook.load.private_visits import exposed_visits
from guidebook.model.boundary import Boundaries
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, has_errors
from guidebook.model.outcome import Made, Outcome, Stage
from guidebook.model.profile import PAPERS, SCREEN
from guidebook.model.text import Text, text
from guidebook.publish import fonts
from guidebook.publish.app_icons import SIDES, app_icon
from guidebook.publish.assets import add_file, make_assets, read_sources, texts_of, with_page_styles
from guidebook.publish.book import Workshop, make_book, metadata_of
from guidebook.publish.cards import CardMaker, with_cards
from guidebook.publish.font_slices import usage_of
from guidebook.publish.icc import profile_faults
from guidebook.publish.join import JoinedBook
from guidebook.publish.leaflets import BOOK, STYLES, leaflet_path, leaflets_of
from guidebook.publish.links import check_links
from guidebook.publish.manifest import write_manifest
from guidebook.publish.permanent import lost_addresses
from guidebook.publish.pictures import kept_in, print_pictures, web_pictures
from guidebook.publish.proof import proof
from guidebook.publish.proof_book import Expected
from guidebook.publish.reports import report_path, reports_of
from guidebook.publish.site import SiteInput, build_site
from guidebook.publish.swap import replace_output
from guidebook.publish.webfonts import characters_of
from guidebook.render.addresses import DATA, FEED, MANIFEST, address
from guidebook.render.app import manifest
from guidebook.render.book import book_title, manuscript
from guidebook.render.edition import BookFile, Edition
from guidebook.render.embedded import linked_attachments
from guidebook.render.feed import feed
from guidebook.render.frame import english_frame, frame
from guidebook.render.icon import icon
from guidebook.render.notice import notice, title_suffix
from guidebook.render.page import SitePage
from guidebook.render.search import indexed, search_index
from guidebook.render.search_knowledge import knowledge
from guidebook.render.site import site_pages
from guidebook.render.templates import environment
from guidebook.render.typesetting import stylesheet
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
        found = tuple(one for one in found if one.severity is not Severity.NOTE) + fonts.install(CACHE, PACKAGES)[1]
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
    edition = edition_of(catalogue, request.language, None)
    faults: tuple[Diagnostic, ...] = ()
    book, papers = None, {}
    if not request.site_only:
        with clock.stage(text("안내책자 조판")):
            prints = print_pictures(catalogue, request.content, CACHE, edition.site.printing.dpi)
            edition = replace(edition, prints=prints)
            book, faults = book_of(edition)
            if book is None:
                return None, faults
            leaflets = leaflets_of(edition, print_css(*STYLES), WORKSHOP)
            reports = reports_of(edition, print_css(*BOOK_STYLES), WORKSHOP)
            faults += (*leaflets.faults, *reports.faults)
        if has_errors(faults):
            return None, faults
        papers = {BOOK: book.pdf, **leaflets.files, **reports.files}
        made = BookFile(BOOK, book.pages, len(book.pdf))
        edition = replace(edition, book=made, papers=(*leaflets.books, *reports.books))
    with clock.stage(text("누리집 만들기")):
        site = site_of(edition, request.content)
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
            faults += proof(book.pdf, f"site/{BOOK}", _expected(edition, book))
        write_manifest(staging)
    pages, size = (book.pages, len(book.pdf)) if book else (None, None)
    count = sum(not page.forward for page in site.pages)
    return Made(shown(request.output.absolute()), count, f"site/{BOOK}" if book else None, pages, size), faults


def examine(content: Path, today: str | None = None) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read and check the content. Only who makes nothing of it but paper for a day knows what day `today` is."""
    loaded = load_content(content)
    read = loaded.catalogue
    beside = (*profile_faults(read, content), *exposed_visits(content, read))
    return read, named_by_visit((*loaded.diagnostics, *check(read, today), *beside), read)


def edition_of(catalogue: Catalogue, language: str | None, book: BookFile | None) -> Edition:
    """The catalogue ready to be rendered; without `language` in the city's own."""
    assert catalogue.site is not None, "a catalogue without errors has a site"
    spoken = language or catalogue.site.language
    words = words_of(spoken)
    made = Edition(catalogue, catalogue.site, environment(TEMPLATES, spoken, words), words, spoken, book=book)
    if not catalogue.english:
        return made
    return replace(made, english=made if spoken == "en" else edition_of(catalogue, "en", book))


def book_of(edition: Edition) -> tuple[JoinedBook | None, tuple[Diagnostic, ...]]:
    """The guidebook of an edition."""
    book = manuscript(edition)
    css = stylesheet(print_css(*BOOK_STYLES), edition.site.palette, edition.profile)
    return make_book(book, css, metadata_of(edition, book.title), WORKSHOP)


def print_css(*names: str) -> str:
    """Style sheets of `templates/print`, one after the other, behind what holds for tables on all paper."""
    return "".join((TEMPLATES / "print" / name).read_text(encoding="utf-8") for name in ("tables.css", *names))


def site_of(edition: Edition, content: Path) -> SiteInput:
    """Every page of the site, its frame, its assets and the files to take home."""
    pictures, files = web_pictures(edition.catalogue, content, CACHE)
    downloads = data_files(edition.catalogue, edition.site, edition.words)
    edition = replace(edition, downloads=downloads, pictures=pictures)
    pages, around = site_pages(edition), frame(edition)
    english = english_frame(edition.english) if edition.english else None
    if edition.site.base_url:
        pages, cards = _dealt(edition, pages)
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
    data = {f"{DATA}{file.path}": file.octets for file in edition.downloads}
    if edition.site.changes:
        data[FEED] = feed(edition)
    files = {**assets.files, **files, **data}
    index = add_file(files, "search.json", search_index(indexed(pages), knowledge(edition)))
    shown_around, boundaries = dict(assets.pictures), edition.catalogue.boundaries
    if boundaries:
        icons = _icons(boundaries, edition.site.palette.primary)
        shown_around |= {name: add_file(files, name, octets) for name, octets in icons.items()}
        files[MANIFEST] = manifest(edition, shown_around)
    assets = replace(assets, files=files, scripts={**assets.scripts, "search.json": index}, pictures=shown_around)
    copies = {one.path: content / FOLDER / one.stored for one in linked_attachments(edition.catalogue)}
    return SiteInput(pages, around, assets, diagnostics, english, copies)


def _dealt(edition: Edition, pages: tuple[SitePage, ...]) -> tuple[tuple[SitePage, ...], Mapping[str, bytes]]:
    """The pages with their cards; without fonts, whose lack is told elsewhere, they have none."""
    faces, _ = fonts.install(CACHE, PACKAGES)
    if faces is None:
        return pages, {}
    site, catalogue = edition.site, edition.catalogue
    signature = f"{site.short_title} {title_suffix(site, edition.words)}".strip()
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
    edition = edition_of(catalogue.public(), language, last_book(output, BOOK))
    return site_of(replace(edition, papers=tuple(paper for paper in papers if paper)), content)


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


def _expected(edition: Edition, book: JoinedBook) -> Expected:
    said = notice(edition.site, edition.language, edition.words)
    trim = (PAPERS["a5"].width, PAPERS["a5"].height)
    limit = round((SCREEN.megabytes or 0) * 1_000_000) or None
    references, chapters = book.references, book.chapters
    return Expected(book_title(edition), edition.language, said, references, trim=trim, limit=limit, chapters=chapters)
