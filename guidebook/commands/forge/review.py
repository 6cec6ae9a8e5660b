"""What a proposal changes: two folders that were built, before and after, as a page with pictures of what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Faults, Severity, Span
from guidebook.model.forge.compared import BookChange, Change, Leaf, PageChange, Review, Shown
from guidebook.model.text import text
from guidebook.preflight.compared_books import compared_books, page_picture
from guidebook.render.design.tokens import read_tokens
from guidebook.render.office.review import review_page
from guidebook.storage.paths import Paths
from guidebook.web.compared_sites import PERMANENT, compared_sites
from guidebook.web.page_pictures import page_pictures
from guidebook.words import catalogue

MOST = 24
"""Pages of the website of which there are pictures, and as many pages of books."""
HOME = "index.html"
PICTURES = "pictures"
SITE = "site"


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """Two folders as a build makes them, and where the page is to lie."""

    before: Path
    after: Path
    into: Path
    paths: Paths
    language: str = "ko"


@dataclass(frozen=True, slots=True)
class ReviewOutcome:
    """What was found, or what is wrong."""

    review: Review | None
    diagnostics: Faults = ()


def make_review(request: ReviewRequest) -> ReviewOutcome:
    """The page with its pictures into the folder that is asked for."""
    lacking = tuple(_no_site(folder) for folder in (request.before, request.after) if not (folder / SITE).is_dir())
    if lacking:
        return ReviewOutcome(None, lacking)
    before, after = request.before / SITE, request.after / SITE
    site = compared_sites(before, after)
    (request.into / PICTURES).mkdir(parents=True, exist_ok=True)
    changed = [page for page in site.pages if not page.path.startswith(PERMANENT)]
    if site.everywhere and all(page.path != HOME for page in changed) and (before / HOME).is_file():
        changed = [PageChange(HOME, HOME, Change.CHANGED), *changed]
    pages, unopened, pictured = _pictured(changed[:MOST], before, after, request.into)
    rest = [page for page in site.pages if page not in changed[:MOST]]
    books = _books(before, after)
    leaves, left = _leaves(books, before, after, request.into, request.language)
    review = Review(
        site,
        books,
        (*pages, *(Shown(page.title, page.path, page.change) for page in rest)),
        leaves,
        max(0, len(changed) - MOST) if pictured else 0,
        left,
        pictured,
    )
    design = read_tokens(request.paths.templates, request.paths.packages)
    made = review_page(review, request.paths.templates, design, request.language, catalogue(request.language))
    for name, octets in made.items():
        (request.into / name).write_bytes(octets)
    return ReviewOutcome(review, unopened)


def _pictured(
    pages: Sequence[PageChange], before: Path, after: Path, into: Path
) -> tuple[tuple[Shown, ...], Faults, bool]:
    """The pages with pictures of before and after, what did not open, and whether a browser was there at all."""
    wanted = [(site, page.path) for page in pages for site in (before, after) if (site / page.path).is_file()]
    taken = page_pictures(wanted) if wanted else {}

    def kept(site: Path, page: PageChange, name: str) -> str:
        return _kept(into, name, (taken or {}).get((site, page.path)))

    shown_pages = tuple(
        Shown(
            page.title,
            page.path,
            page.change,
            kept(before, page, f"page-{count}-before.jpg"),
            kept(after, page, f"page-{count}-after.jpg"),
        )
        for count, page in enumerate(pages, start=1)
    )
    unopened = tuple(
        _no_picture(site / path) for site, path in wanted if taken is not None and (site, path) not in taken
    )
    return shown_pages, unopened, taken is not None


def _kept(into: Path, name: str, octets: bytes | None) -> str:
    """The path of the picture below the page; empty for none."""
    if octets is None:
        return ""
    (into / PICTURES / name).write_bytes(octets)
    return f"{PICTURES}/{name}"


def _books(before: Path, after: Path) -> tuple[BookChange, ...]:
    paths = sorted({path.relative_to(site).as_posix() for site in (before, after) for path in site.rglob("*.pdf")})
    found = []
    for path in paths:
        old, new = _octets(before / path), _octets(after / path)
        if old != new:
            change = Change.NEW if old is None else Change.GONE if new is None else Change.CHANGED
            leaves, pages = compared_books(old, new)
            found.append(BookChange(path, change, leaves, pages))
    return tuple(found)


def _leaves(
    books: Sequence[BookChange], before: Path, after: Path, into: Path, language: str
) -> tuple[tuple[Shown, ...], int]:
    """Pages of books that differ, with pictures, and how many more there are."""
    page = catalogue(language).gettext("{page}쪽")
    every = [(book, leaf) for book in books if book.change is Change.CHANGED for leaf in book.leaves]

    def kept(site: Path, book: BookChange, number: int | None, name: str) -> str:
        return _kept(into, name, page_picture((site / book.path).read_bytes(), number) if number is not None else None)

    told = tuple(
        Shown(
            page.format(page=leaf.after or leaf.before),
            book.path,
            _change(leaf),
            kept(before, book, leaf.before, f"leaf-{count}-before.png"),
            kept(after, book, leaf.after, f"leaf-{count}-after.png"),
        )
        for count, (book, leaf) in enumerate(every[:MOST], start=1)
    )
    return told, max(0, len(every) - MOST)


def _change(leaf: Leaf) -> Change:
    return Change.NEW if leaf.before is None else Change.GONE if leaf.after is None else Change.CHANGED


def _octets(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _no_site(folder: Path) -> Diagnostic:
    return Diagnostic(
        Span(shown(folder)),
        "no-site",
        text("이 폴더에는 만든 누리집(site)이 없습니다."),
        text("‘python3 build.py --output {folder}’{로} 먼저 만드세요.", folder=shown(folder)),
    )


def _no_picture(page: Path) -> Diagnostic:
    return Diagnostic(
        Span(shown(page)),
        "no-picture",
        text("브라우저에서 열리지 않아 사진을 찍지 못한 페이지입니다."),
        text("이 파일을 브라우저에서 열어 바뀐 내용을 직접 확인하세요."),
        Severity.WARNING,
    )
