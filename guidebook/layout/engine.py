"""The layout engine: lays out one chapter with WeasyPrint.

A chapter becomes a tagged PDF of its own with the positions of its anchors. Whatever WeasyPrint only logs (a missing
glyph, an image that cannot be read, CSS it ignores) becomes a diagnostic.
"""

from __future__ import annotations

import copy
import os
import re
import shutil
import warnings
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from guidebook.layout.cache import LayoutCache
from guidebook.layout.complaints import complaint, listening, unreadable
from guidebook.layout.fetcher import allowed, shortened
from guidebook.layout.list_numbers import make_room_for_numbers
from guidebook.layout.memoised import memoised
from guidebook.layout.note_rows import with_paired_notes
from guidebook.layout.overflow import misfits, overflows
from guidebook.layout.page_use import used
from guidebook.layout.results import Place, Result, Results
from guidebook.layout.tables.arrange import LEAST
from guidebook.layout.tables.fit import fitted_document
from guidebook.layout.typefaces import Faces
from guidebook.render.book import footnotes
from guidebook.render.book.chapter import Chapter, Side
from guidebook.render.book.laid_out import Bookmark, LaidOut
from guidebook.render.text import word_width
from guidebook.storage.steps import digest_of

PX_TO_PT = 0.75
FETCHING = re.compile("@font-face|@import", re.IGNORECASE)
"""What a style sheet needs other files for while it is read."""
MOST_OPEN = 48
"""Pages that are kept in memory until they are drawn or given up, of all settings of a chapter together.

A chapter that is longer is drawn at once, and what was measured first is laid out again if it is taken all the same.
"""
LEFT = "html{break-before:left}"
"""What is added to the style sheet for a chapter that begins on the left."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an engine is made of, so that another process can make the same."""

    css: str
    faces: Faces
    folders: tuple[Path, ...]
    least: float


class LayoutEngine:
    """WeasyPrint with our fonts and one style sheet, shared by the chapters of a book: fonts and CSS are read once."""

    def __init__(
        self, css: str, faces: Faces, folders: Sequence[Path], cache: LayoutCache | None = None, least: float = LEAST
    ) -> None:
        """`folders` are those that style sheet and chapters may read from, besides the fonts' own.

        A chapter that is in the `cache` is not laid out again. `least` are the points of the smallest type in tables.
        """
        self._fontconfig = faces.fontconfig
        with _only_our_fonts(self._fontconfig):
            # Heavy, and impossible where there is no Pango: imported when a chapter is laid out.
            from weasyprint.urls import FatalURLFetchingError, URLFetcher

        readable = (*folders, *(path.parent for _, _, path in faces.files))

        class FencedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
            def fetch(self, url: str, headers: Any = None) -> Any:
                if not allowed(url, readable):
                    raise FatalURLFetchingError(shortened(url))
                try:
                    return super().fetch(url, headers)
                except (OSError, ValueError) as error:
                    raise FatalURLFetchingError(shortened(url)) from error

        self.recipe = Recipe(css, faces, tuple(folders), least)
        self._forbidden = FatalURLFetchingError
        self._fetcher = FencedFetcher(allowed_protocols={"file", "data"}, fail_on_errors=True)
        apart = self if FETCHING.search(css) else None
        self._reader = self._fetcher if apart else None
        with _only_our_fonts(self._fontconfig):
            self._fonts = _registered(faces, tuple(_state(path) for _, _, path in faces.files), apart)
        self._css = css
        self._least = least
        inputs = {
            "engine": _versions(),
            "fonts": _digest_of_fonts(faces, tuple(_state(path) for _, _, path in faces.files)),
            "style": digest_of(css, str(least)),
        }
        self.results = Results(inputs, cache)
        self._open: dict[Place, tuple[Result, Any]] = {}
        """Chapters that were measured since one was last laid out, of which one will be drawn."""

    def lay_out(self, chapter: Chapter, side: Side = "right") -> Result:
        """The chapter on its pages; `side` is that of its first page. A chapter asked for twice is laid out once."""
        place = chapter, side
        known = self.results.find(place, drawn=True)
        if known is None:
            known = self.results.put(place, self._drawn(*(self._open.get(place) or self._lay_out(chapter, side))))
        self._open.clear()
        return known

    def measure(self, chapter: Chapter, side: Side = "right") -> Result:
        """The same without its PDF, for a setting that may be given up again: a third of the work is to draw it.

        What is found only when it is drawn, as a glyph that no font has, is told when it is laid out.
        """
        place = chapter, side
        known = self.results.find(place, drawn=False)
        if known is None:
            measured, document = self._lay_out(chapter, side)
            if document is not None and len(document.pages) <= MOST_OPEN:
                self._open[place] = measured, document
                while sum(len(one.pages) for _, one in self._open.values()) > MOST_OPEN:
                    del self._open[next(iter(self._open))]
                return self.results.put(place, measured)
            known = self.results.put(place, self._drawn(measured, document))
        return known

    def _lay_out(self, chapter: Chapter, side: Side) -> tuple[Result, Any]:
        """The chapter as it is measured, and the document of WeasyPrint that it is drawn from, if there is one."""
        from weasyprint import HTML

        sheets = self.style_sheets(side)
        with listening() as records, _only_our_fonts(self._fontconfig), memoised():
            try:
                root = copy.deepcopy(chapter.document())  # tables are rebuilt in it
                make_room_for_numbers(root)
                html = HTML(string="", url_fetcher=self._fetcher, base_url=None)
                html.etree_element = root  # it reads HTML from text only, and the chapter is parsed already

                def render() -> Any:
                    """The document as its tree is now."""
                    records.clear()
                    html.wrapper_element = type(html.wrapper_element).from_html_root(root, content_language=None)
                    return html.render(stylesheets=sheets, font_config=self._fonts)

                document, unfit = fitted_document(root, render, self._least)
                document = with_paired_notes(document, render)
            except self._forbidden as error:
                return (None, (unreadable(chapter, str(error)),)), None
        faults = (
            *(complaint(chapter, record) for record in records),
            *misfits(chapter, unfit),
            *overflows(chapter, document.pages),
        )
        anchors = {
            name: (number, place[0] * PX_TO_PT, place[1] * PX_TO_PT)
            for number, page in enumerate(document.pages)
            for name, place in page.anchors.items()
        }
        bookmarks = _bookmarks(document.make_bookmark_tree())
        shares = tuple(map(used, document.pages))
        return (LaidOut(chapter, b"", len(document.pages), anchors, bookmarks, shares), faults), document

    def _drawn(self, measured: Result, document: Any) -> Result:
        """What was measured, with its PDF and with what is found when it is drawn."""
        laid_out, faults = measured
        if laid_out is None:
            return measured
        with listening() as records, _only_our_fonts(self._fontconfig), memoised():
            try:
                pdf = document.write_pdf(pdf_tags=True)
            except self._forbidden as error:
                return None, (unreadable(laid_out.chapter, str(error)),)
        return replace(laid_out, pdf=pdf), (*faults, *(complaint(laid_out.chapter, record) for record in records))

    def style_sheets(self, side: Side) -> list[Any]:
        """The style sheet as read; read only where a chapter is laid out, for that takes longer than the cache does."""
        written = [self._css, *([LEFT] if side == "left" else [])]
        with _only_our_fonts(self._fontconfig):
            return [_read(css, self._fonts, self._reader) for css in written]


@lru_cache(maxsize=4)
def _registered(faces: Faces, _states: tuple[tuple[int, ...], ...], _apart: LayoutEngine | None) -> Any:
    """Our fonts as WeasyPrint knows them: looking through their files takes a third of a second, so once in a process.

    Files that changed since have other `_states`, and are looked through again. An engine `_apart` shares them with no
    other, because its style sheet adds fonts.
    """
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    CSS(string=faces.css, font_config=fonts)
    # It deletes its copies of the fonts itself, but not when the interpreter ends, which it no longer survives whole.
    weakref.finalize(fonts, shutil.rmtree, fonts._folder, ignore_errors=True)
    fonts._folder = None
    return fonts


def _state(path: Path) -> tuple[int, ...]:
    """What changes where a file is written anew."""
    state = path.stat()
    return state.st_ino, state.st_size, state.st_mtime_ns


@lru_cache(maxsize=16)
def _read(css: str, fonts: Any, fetcher: Any) -> Any:
    """A style sheet as WeasyPrint reads it, for all books of a process: it is never changed.

    Without a `fetcher` it can name no other file.
    """
    from weasyprint import CSS
    from weasyprint.urls import URLFetcher

    return CSS(string=css, font_config=fonts, url_fetcher=fetcher or URLFetcher(allowed_protocols=()))


@lru_cache(maxsize=4)
def _digest_of_fonts(faces: Faces, _states: tuple[tuple[int, ...], ...]) -> str:
    """The digest of the font files and of what they are called; files that changed since have other `_states`."""
    return digest_of(
        *(part for family, weight, path in faces.files for part in (family, str(weight), path.read_bytes()))
    )


@cache
def _versions() -> str:
    """The versions of the engine, and our code around it: others may give other pages."""
    from weasyprint import VERSION
    from weasyprint.text.ffi import pango

    modules = sorted(Path(__file__).parent.rglob("*.py"))
    code = (path.read_bytes() for path in (*modules, Path(footnotes.__file__), Path(word_width.__file__)))
    return digest_of(VERSION, str(pango.pango_version()), *code)


def _bookmarks(tree: Any) -> tuple[Bookmark, ...]:
    return tuple(
        Bookmark(label, page, x * PX_TO_PT, y * PX_TO_PT, _bookmarks(children))
        for label, (page, x, y), children, _state in tree
    )


@contextmanager
def _only_our_fonts(fontconfig: Path) -> Iterator[None]:
    """No font of the system while WeasyPrint works. Other programs that this process starts are not affected."""
    ours = {"FONTCONFIG_FILE": str(fontconfig), "FONTCONFIG_PATH": str(fontconfig.parent)}
    before = {name: os.environ[name] for name in ours if name in os.environ}
    os.environ.update(ours)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="No fonts configured")  # that is what we want
            yield
    finally:
        for name in ours:
            del os.environ[name]
        os.environ.update(before)
