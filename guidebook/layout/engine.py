"""The layout engine: lays out one chapter with WeasyPrint.

A chapter becomes a tagged PDF of its own with the positions of its anchors. Whatever WeasyPrint only logs (a missing
glyph, an image that cannot be read, CSS it ignores) becomes a diagnostic.
"""

from __future__ import annotations

import copy
import logging
import os
import re
import shutil
import warnings
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from guidebook.layout.cache import LayoutCache
from guidebook.layout.fetcher import allowed, shortened
from guidebook.layout.list_numbers import make_room_for_numbers
from guidebook.layout.memoised import memoised
from guidebook.layout.note_rows import with_paired_notes
from guidebook.layout.overflow import misfits, overflows
from guidebook.layout.page_use import used
from guidebook.layout.tables.arrange import LEAST
from guidebook.layout.tables.fit import fitted_document
from guidebook.layout.typefaces import Faces
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.render.book import footnotes
from guidebook.render.book.chapter import Chapter, Side
from guidebook.render.book.laid_out import Bookmark, LaidOut
from guidebook.render.text import word_width
from guidebook.storage.steps import Inputs, digest_of

PX_TO_PT = 0.75
FETCHING = re.compile("@font-face|@import", re.IGNORECASE)
"""What a style sheet needs other files for while it is read."""
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
        self._results: dict[tuple[Chapter, Side], tuple[LaidOut | None, tuple[Diagnostic, ...]]] = {}
        self._forbidden = FatalURLFetchingError
        self._fetcher = FencedFetcher(allowed_protocols={"file", "data"}, fail_on_errors=True)
        apart = self if FETCHING.search(css) else None
        self._reader = self._fetcher if apart else None
        with _only_our_fonts(self._fontconfig):
            self._fonts = _registered(faces, tuple(_state(path) for _, _, path in faces.files), apart)
        self._css = css
        self._least = least
        self.cache = cache
        self._inputs = {
            "engine": _versions(),
            "fonts": _digest_of_fonts(faces, tuple(_state(path) for _, _, path in faces.files)),
            "style": digest_of(css, str(least)),
        }

    def lay_out(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, tuple[Diagnostic, ...]]:
        """The chapter on its pages; `side` is that of its first page. A chapter asked for twice is laid out once."""
        if not self.knows(chapter, side):
            laid_out, faults = self._lay_out(chapter, side)
            if laid_out is not None and not faults:
                self.accept(laid_out, side)
            self._results[chapter, side] = laid_out, faults
        return self._results[chapter, side]

    def knows(self, chapter: Chapter, side: Side) -> bool:
        """Whether the chapter was laid out in this run, or without faults in one of which the cache knows."""
        if (chapter, side) in self._results:
            return True
        kept = self.cache.find(self._inputs_of(chapter, side), chapter) if self.cache else None
        if kept is not None:
            self._results[chapter, side] = kept, ()
        return kept is not None

    def accept(self, laid_out: LaidOut, side: Side) -> None:
        """Keep a chapter that was laid out without faults, here or in another process."""
        self._results[laid_out.chapter, side] = laid_out, ()
        if self.cache is not None:
            self.cache.keep(self._inputs_of(laid_out.chapter, side), laid_out)

    def _inputs_of(self, chapter: Chapter, side: Side) -> Inputs:
        return {**self._inputs, "side": side, "text": digest_of(chapter.layout_html())}

    def _lay_out(self, chapter: Chapter, side: Side) -> tuple[LaidOut | None, tuple[Diagnostic, ...]]:
        from weasyprint import HTML

        sheets = self.style_sheets(side)
        with _listening() as records, _only_our_fonts(self._fontconfig), memoised():
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
                pdf = document.write_pdf(pdf_tags=True)
            except self._forbidden as error:
                return None, (_unreadable(chapter, str(error)),)
        faults = (
            *(_complaint(chapter, record) for record in records),
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
        return LaidOut(chapter, pdf, len(document.pages), anchors, bookmarks, shares), faults

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


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    records: list[logging.LogRecord] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    log, listener = logging.getLogger("weasyprint"), Listener(logging.WARNING)
    log.addHandler(listener)
    try:
        yield records
    finally:
        log.removeHandler(listener)


def _complaint(chapter: Chapter, record: logging.LogRecord) -> Diagnostic:
    message = record.getMessage()
    glyph = re.search(r"notdef.*: (.*)$", message, re.DOTALL)
    if glyph:
        return Diagnostic(
            chapter.origin(glyph[1]),
            "missing-glyph",
            text("책의 '{title}' 부분에 글꼴에 없는 글자가 있습니다: {glyph}", title=chapter.title, glyph=glyph[1]),
            text("그 글자를 다른 글자로 바꾸세요."),
        )
    return Diagnostic(
        Span(chapter.source),
        "typesetting",
        text(
            "책의 '{title}' 부분을 PDF로 만드는 데 문제가 있습니다: {message}",
            title=chapter.title,
            message=shortened(message),
        ),
        text("템플릿(templates/print)과 이 파일을 확인하세요."),
    )


def _unreadable(chapter: Chapter, url: str) -> Diagnostic:
    return Diagnostic(
        Span(chapter.source),
        "forbidden-file",
        text(
            "책의 '{title}' 부분이 읽을 수 없거나 읽어서는 안 되는 파일을 불러옵니다: {url}",
            title=chapter.title,
            url=url,
        ),
        text("콘텐츠 폴더 안에 있는 파일만 쓰세요. 다른 누리집의 파일은 불러오지 않습니다."),
    )
