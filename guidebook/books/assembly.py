"""From manuscript to finished guidebook: every chapter on its pages, each on the side it belongs, then joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from pathlib import PurePath

from guidebook.books.kept_books import KeptBooks
from guidebook.images.published import kept_in
from guidebook.layout import typefaces
from guidebook.layout.cache import LayoutCache
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.low_pages import COMPACT, HALF, TIGHT, Engine, with_little, without_little
from guidebook.layout.tables.arrange import LEAST
from guidebook.model.diagnostic import Diagnostic, Faults, Span, has_errors
from guidebook.model.kinds import KINDS
from guidebook.model.text import text
from guidebook.pdf.joining import JoinedBook
from guidebook.pdf.metadata import BookMetadata
from guidebook.pdf.page_numbers import Ink
from guidebook.render.book.chapter import LARGE, Chapter, Side, has_pictures, set_closer
from guidebook.render.book.footnotes import begun_earlier
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.book.questions import room_to_write
from guidebook.render.context import RenderContext
from guidebook.render.design.values import Design
from guidebook.storage.cached_files import spare_folders
from guidebook.storage.paths import Paths
from guidebook.storage.steps import StepCache

LITTLE = 0.4
"""With no more than this share used, a last page is worth sparing."""
ENOUGH = 0.67
"""With this share used, a page with pictures near it, or the last page of a report, is full enough."""
SPARING = "sparing"
"""The step in which large print is set still closer."""
SMALL = "small-pictures"
"""The step in which pictures are the smallest that they may be; what stands around them is as without it."""
RULED = 10
"""So many lines to write on at most fill a page of large print."""
LINES = 30
"""Lines of the body on a page."""


def layout_engine(css: str, paths: Paths, least: float = LEAST) -> tuple[LayoutEngine | None, Faults]:
    """A layout engine with our fonts and this style sheet, or what is missing for it.

    `least` are the points of the smallest type in tables.
    """
    faces, faults = typefaces.install(paths.cache, paths.packages, css)
    if faces is None:
        return None, faults
    try:
        readable = (paths.templates, kept_in(paths.cache), *spare_folders())
        return LayoutEngine(css, faces, readable, _cache(paths), least), ()
    except OSError as error:
        if error.errno is not None:  # of the disk: a library that cannot be loaded has no number
            raise
        return None, (_no_pango(error),)


def _cache(paths: Paths) -> LayoutCache:
    """The cache of chapters; those of a visit are kept apart, but for case reports, which are the same for all."""
    steps = StepCache(paths.steps, paths.redone)
    if not paths.private:
        return LayoutCache(steps)
    return LayoutCache(steps, StepCache(paths.shared_steps, paths.redone), _is_report)


def _is_report(chapter: Chapter) -> bool:
    kind, source = KINDS["program"], PurePath(chapter.source)
    return source.parent.name == kind.folder and source.suffix == kind.suffix


def print_book(
    manuscript: Manuscript, engine: LayoutEngine, metadata: BookMetadata, ink: Ink, books: KeptBooks
) -> tuple[JoinedBook | None, Faults]:
    """Every chapter on its pages, then joined; `ink` is the colour of page numbers."""
    chapters, faults = lay_out_all(manuscript, engine)
    if has_errors(faults):
        return None, faults
    book, more = books.join(metadata.title, chapters, metadata, ink)
    return (None if has_errors(more) else book), (*faults, *more)


def metadata_of(context: RenderContext, title: str) -> BookMetadata:
    """What a book of this edition says of itself; a partial date counts as its first day, for PDF wants a whole one."""
    site, label = context.site, context.words.gettext("{page}쪽")
    date = "-".join([*site.published.split("-"), "01", "01"][:3])
    return BookMetadata(title, site.publisher.name, site.description, context.language, date, label)


def ink_of(design: Design) -> Ink:
    """The colour of page numbers: that of the text."""
    return Ink.of(design.colour("print-ink"))


def lay_out_all(manuscript: Manuscript, engine: LayoutEngine) -> tuple[Sequence[LaidOut], Faults]:
    """All chapters in order; a page to write on fills the one before a chapter that must begin on the other side."""
    done: list[LaidOut] = []
    faults: list[Diagnostic] = []
    pages = 0
    for chapter in manuscript.chapters:
        if chapter.side not in (None, side_after(pages)):
            filler, found = engine.lay_out(manuscript.aside or manuscript.filler, side_after(pages))
            faults += found
            if filler is not None:
                done.append(filler)
                pages += filler.pages
        laid_out, found = well_filled(engine, chapter, side_after(pages))
        faults += found
        if laid_out is not None:
            done.append(laid_out)
            pages += laid_out.pages
    return done, tuple(faults)


def well_filled(engine: Engine, chapter: Chapter, side: Side) -> tuple[LaidOut | None, Faults]:
    """The chapter, set closer where that spares a last page with little on it, half a spread, or a head alone."""
    loose, faults = engine.measure(chapter, side)
    if loose is None:
        return None, faults
    return engine.lay_out(_best_setting(engine, loose, side).chapter, side)


def _best_setting(engine: Engine, loose: LaidOut, side: Side) -> LaidOut:
    """The chapter in the setting that fills its pages well, of which it is `loose` in the first."""
    if loose.pages == 1:
        return loose
    if LARGE in dict(loose.chapter.attributes).get("class", "").split():
        return _without_low_pages(engine, loose, side)
    return _written_full(engine, without_little(engine, loose.chapter, _closer(engine, loose, side), side), side)


def _closer(engine: Engine, loose: LaidOut, side: Side) -> LaidOut:
    """A chapter of several pages in the step that spares one or shares them out better."""
    if _half_a_spread(loose.chapter, loose):
        return _in_whole_spreads(engine, loose, side)
    if _low_pages(loose):
        return _with_lower_pictures(engine, loose, side)
    if loose.last > LITTLE:
        return loose
    closer, _ = engine.measure(set_closer(loose.chapter), side)
    return closer if closer is not None and closer.pages < loose.pages else loose


def _without_low_pages(engine: Engine, loose: LaidOut, side: Side) -> LaidOut:
    """A chapter of large print, set as loosely as leaves the fewest pages with little.

    A last page that no step spares takes entries over from the one before, or has lines to write on.
    """
    tried = [loose]
    for steps in ((), (SPARING,)):
        if not with_little(tried[-1]):
            break
        closer, _ = engine.measure(set_closer(loose.chapter, *steps), side)
        tried += [closer] if closer is not None else []
    best = min(tried, key=_held)
    if best.last >= HALF:
        return best
    mended = [_with_more_entries(engine, best, side), *(_lined(engine, one, side) for one in tried)]
    return min([best, *mended], key=_held)


def _held(laid_out: LaidOut) -> tuple[int, int]:
    """How many pages hold little, and how many there are: the less of both, the better."""
    return with_little(laid_out), laid_out.pages


def _with_more_entries(engine: Engine, laid_out: LaidOut, side: Side) -> LaidOut:
    """The same with as many notes or towns of the page before on its last page as half of it takes; else as it is."""
    before = [id for id, (page, _, _) in laid_out.anchors.items() if page == laid_out.pages - 2]
    for body in begun_earlier(laid_out.chapter.body, before):
        shared, _ = engine.measure(replace(laid_out.chapter, body=body), side)
        if shared is None or shared.pages > laid_out.pages:
            break
        if shared.last >= HALF:
            return shared
    return laid_out


def _lined(engine: Engine, laid_out: LaidOut, side: Side) -> LaidOut:
    """The same with lines to write on, as many as half of its last page takes."""
    body = room_to_write(laid_out.chapter.body, min(RULED, ceil((HALF - laid_out.last) * LINES) + 1))
    return engine.measure(replace(laid_out.chapter, body=body), side)[0] or laid_out


def _in_whole_spreads(engine: Engine, loose: LaidOut, side: Side) -> LaidOut:
    """A report on the fewest pages that it can have, set as loosely as these allow.

    The middle step is tried first, and says whether to look for a looser one or for a closer one.
    """
    chapter = loose.chapter
    compact, _ = engine.measure(set_closer(chapter, COMPACT), side)
    if compact is not None and not _half_a_spread(chapter, compact):
        tried = [engine.measure(set_closer(chapter), side)[0], compact]
    else:
        tried = [compact, engine.measure(set_closer(chapter, COMPACT, TIGHT), side)[0]]
    if has_pictures(chapter) and all(one is None or _half_a_spread(chapter, one) for one in tried):
        tried.append(engine.measure(set_closer(chapter, COMPACT, SMALL), side)[0])
    return min([loose, *(one for one in tried if one is not None)], key=shared_out)


def _with_lower_pictures(engine: Engine, loose: LaidOut, side: Side) -> LaidOut:
    """A chapter whose pictures leave pages half empty, in the step in which it shares its pages out best.

    Lower pictures stand with the words around them; what is set more loosely has the larger ones.
    """
    chapter = loose.chapter
    tried = [engine.measure(set_closer(chapter, *steps), side)[0] for steps in ((), (SMALL,))]
    return min([loose, *(one for one in tried if one is not None and not _half_a_spread(chapter, one))], key=shared_out)


def shared_out(laid_out: LaidOut) -> tuple[int, int]:
    """How well a chapter is shared out over its pages: the less of both, the better."""
    return laid_out.pages, _low_pages(laid_out)


def _low_pages(laid_out: LaidOut) -> int:
    """How many pages of a chapter with pictures hold little; without pictures none can be helped."""
    if not has_pictures(laid_out.chapter):
        return 0
    return sum(share < ENOUGH for share in laid_out.used)


def _written_full(engine: Engine, laid_out: LaidOut, side: Side) -> LaidOut:
    """The same, with lines to write on below its questions, where a report ends on the left with little on the page, or
    its last page holds little all the same."""
    lines = int((1 - laid_out.last) * LINES) - 2
    little = _half_a_spread(laid_out.chapter, laid_out) and laid_out.last <= ENOUGH
    if lines < 1 or not (little or (laid_out.pages > 1 and laid_out.last < HALF)):
        return laid_out
    lined, _ = engine.measure(replace(laid_out.chapter, body=room_to_write(laid_out.chapter.body, lines)), side)
    return lined if lined is not None and lined.pages == laid_out.pages else laid_out


def _half_a_spread(chapter: Chapter, laid_out: LaidOut) -> bool:
    """Whether a chapter of spreads ends on the left."""
    return chapter.side == "left" and laid_out.pages % 2 == 1


def side_after(pages: int) -> Side:
    """On which side the page after so many lies."""
    return "left" if pages % 2 else "right"


def _no_pango(error: OSError) -> Diagnostic:
    return Diagnostic(
        Span("build.py"),
        "no-pango",
        text("PDF를 만드는 데 필요한 시스템 라이브러리가 없습니다: {error}", error=str(error).split("\n")[0]),
        text("‘python3 build.py doctor’로 빠진 것을 확인하거나, --site-only로 누리집만 만드세요."),
    )
