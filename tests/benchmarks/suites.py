"""The contests of each group: what is measured, in which sizes and states, and against whom."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks import books, city, sites
from tests.benchmarks.contest import LIMIT, Case, Contest, emptied
from tests.benchmarks.peers import MATERIAL, MKDOCS, PRODUCT, ROOT, VIVLIOSTYLE, WEASYPRINT, Peers
from tests.benchmarks.product import (
    DAY,
    Workspace,
    edited_phone,
    edited_text,
    knows,
    nothing,
    pages_in,
    run_once,
    with_phone,
)

GROUPS = ("start", "records", "pages", "books", "visits", "year-of-visits")
LONG_GROUPS = ("year-of-visits",)
"""Groups that take as long as all others together: run with `--thorough`, or where `--only` names them."""
LONG = 100
"""Chapters from which Vivliostyle takes minutes for each run."""
IMPATIENT = "takes minutes; measured with `--thorough`"
PACK_LIMIT = 30
"""Seconds that each pack of a command for many may take before it is ended."""
SAMPLE = 2
"""Visits that are packed one after another where all at once cannot be asked for."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large everything is, and how often it is run."""

    records: tuple[int, ...] = (250, 1_000, 4_000)
    peers_records: int = 1_000
    """Records of which peers make a site too; they are compared with one size, we with ourselves over all."""
    pages: tuple[int, ...] = (250, 1_000)
    chapters: tuple[int, ...] = (7, 40, 192)
    """Chapters that make books of 40, 140 and 600 pages."""
    visits: int = 100
    year: int = 1_000
    """Visits of more than a year in the largest city, packed by one command."""
    runs: int = 3
    patient: bool = False
    """Whether programs that take minutes for one book are waited for."""


QUICK = Sizes((60,), 60, (60,), (3,), 3, 5, 1)
MIDDLE = Sizes((250, 1_000), 250, (250,), (7, 40), 12, 40, 2)
THOROUGH = Sizes(runs=5, patient=True)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where contests are prepared, with whom and how large."""

    folder: Path
    fonts: Path
    peers: Peers
    sizes: Sizes

    def workspace(self, name: str, write: Callable[[Path, int], object], count: int) -> Workspace:
        """A city of its own with so much in it."""
        workspace = Workspace(self.folder / name, self.fonts)
        emptied(workspace.folder)
        workspace.folder.mkdir(parents=True)
        write(workspace.content, count)
        return workspace


def contests(plan: Plan, group: str) -> Iterator[Contest]:
    """The contests of a group, each prepared when it is asked for."""
    makers = (_start, _records, _pages, _books, _visits, _year_of_visits)
    yield from dict(zip(GROUPS, makers, strict=True))[group](plan)


def _start(plan: Plan) -> Iterator[Contest]:
    tools = {name: plan.peers.tool(name.lower()) for name in (MKDOCS, WEASYPRINT) if name in plan.peers.versions}
    helps = [Case(name, "--help", (tool, "--help"), plan.folder, nothing) for name, tool in tools.items()]
    shipped = plan.workspace("shipped", _shipped, 0)
    first = (sys.executable, str(ROOT / "build.py"), "--help")
    helps.insert(0, Case(PRODUCT, "--help", first, ROOT, nothing))
    yield Contest("help", "start", "`--help`", helps, max(plan.sizes.runs, 3))
    phone, page = with_phone(shipped.content), min((shipped.content / "programs").glob("*.md"))
    cases = [
        shipped.case("build, cold", ("build",), shipped.from_nothing),
        shipped.case("build, nothing changed", ("build",), lambda _: run_once(shipped, "build")),
        shipped.case("build, a phone number edited", ("build",), edited_phone(phone)),
        shipped.case("build, a paragraph edited", ("build",), edited_text(page)),
        shipped.case("check, a paragraph edited", ("check", "--date", DAY), edited_text(page)),
        shipped.case("check, nothing changed", ("check", "--date", DAY), nothing),
    ]
    yield Contest("shipped", "start", "The shipped content: site, books, leaflets, reports", cases, plan.sizes.runs)


def _shipped(content: Path, _: int) -> None:
    shutil.copytree(ROOT / "content", content)


def _records(plan: Plan) -> Iterator[Contest]:
    cases: list[Case] = []
    for count in plan.sizes.records:
        ours = plan.workspace(f"records-{count}", city.with_records, count)
        compared = count == plan.sizes.peers_records
        cases += [
            ours.case(f"{count:,}: check, cold", ("check", "--date", DAY), ours.cold),
            ours.case(f"{count:,}: check, nothing changed", ("check", "--date", DAY), nothing),
            ours.case(f"{count:,}: site, cold", ("build", "--site-only"), ours.cold),
        ]
        if compared:
            edit = edited_phone(ours.content / "restaurants" / "shop-00000.yml")
            cases.append(ours.case(f"{count:,}: site, one edit", ("build", "--site-only"), edit))
            cases += _others(plan, f"records-{count}", sites.records(count), f"{count:,}: site, ")
    yield Contest("records", "records", "A site of restaurants: a page each, lists", cases, plan.sizes.runs)


def _pages(plan: Plan) -> Iterator[Contest]:
    for count in plan.sizes.pages:
        ours = plan.workspace(f"pages-{count}", city.with_pages, count)
        cases = [
            ours.case("cold", ("build", "--site-only"), ours.cold),
            ours.case("one edit", ("build", "--site-only"), edited_text(ours.content / "pages" / "post-00000.md")),
            *_others(plan, f"pages-{count}", sites.written(count), ""),
        ]
        title = f"A site of {count:,} written pages of 4.5 kB"
        yield Contest(f"pages-{count}", "pages", title, cases, plan.sizes.runs)


def _others(plan: Plan, key: str, documents: list[sites.Document], state: str) -> Iterator[Case]:
    """The same documents made into a site by all peers, cold and after one edit."""
    folder = plan.folder / f"{key}-sources"
    emptied(folder)
    for site in sites.sites(folder, documents, plan.peers):
        forget, made = _forgetting(site), _web_pages(site)
        yield Case(site.program, f"{state}cold", site.command, site.folder, forget, made)
        if site.program not in (MKDOCS, MATERIAL):  # which make everything again, as when cold
            edit = edited_text(min(site.texts.glob("*/*0.md")))
            yield Case(site.program, f"{state}one edit", site.command, site.folder, edit, made)


def _forgetting(site: sites.Site) -> Callable[[int], object]:
    return lambda _: emptied(site.made, *site.kept)


def _web_pages(site: sites.Site) -> Callable[[], dict[str, int]]:
    def made() -> dict[str, int]:
        sizes = [path.stat().st_size for path in site.made.rglob("*.html")]
        return {"web pages": len(sizes), "largest page": max(sizes, default=0)}

    return made


def _books(plan: Plan) -> Iterator[Contest]:
    for count in plan.sizes.chapters:
        ours = plan.workspace(f"book-{count}", city.with_book, count)
        edit = edited_text(ours.content / "pages" / "chapter-00000.md")
        book = ("guidebook", "--edition", "screen")
        cases = [ours.case("cold", book, ours.cold)]
        if count != max(plan.sizes.chapters) or len(plan.sizes.chapters) == 1:
            cases.append(ours.case("one edit", book, edit))
        folder = plan.folder / f"book-{count}-sources"
        emptied(folder)
        skipped = {VIVLIOSTYLE: IMPATIENT} if count > LONG and not plan.sizes.patient else {}
        for peer in books.books(folder, count, plan.peers):
            if peer.program in skipped:
                continue
            cases.append(Case(peer.program, "cold", peer.command, peer.folder, _without(peer.made), _pages_of(peer)))
        title = f"A book of {count} chapters of 4.5 kB"
        yield Contest(f"book-{count}", "books", title, cases, plan.sizes.runs, skipped)


def _without(file: Path) -> Callable[[int], object]:
    return lambda _: file.unlink(missing_ok=True)


def _pages_of(peer: books.Book) -> Callable[[], dict[str, int]]:
    return lambda: {"pages": pages_in(peer.made)}


def _visits(plan: Plan) -> Iterator[Contest]:
    ours = plan.workspace("visits", city.with_visits, plan.sizes.visits)
    single = ("guidebook", "--date", DAY, "--visit")
    cases = [ours.case("first pack, cold", (*single, "visit-0000"), ours.cold)]
    cases += [
        ours.case(f"further pack {number}", (*single, f"visit-{number:04}"), nothing) for number in range(1, SAMPLE + 1)
    ]
    yield _packs("visits", plan.sizes.visits, [*cases, *_together(ours, plan.sizes.visits)])


def _year_of_visits(plan: Plan) -> Iterator[Contest]:
    ours = plan.workspace("year-of-visits", city.with_visits, plan.sizes.year)
    yield _packs("year-of-visits", plan.sizes.year, _together(ours, plan.sizes.year))


def _together(ours: Workspace, count: int) -> list[Case]:
    """All packs by one command, where it can be asked for that."""
    if not knows("--all-visits"):
        return []
    case = ours.case(f"all {count:,} packs", ("guidebook", "--all-visits", "--date", DAY), ours.cold)
    return [replace(case, limit=max(LIMIT, count * PACK_LIMIT))]


def _packs(group: str, count: int, cases: list[Case]) -> Contest:
    return Contest(f"visits-{count}", group, f"Packs for {count:,} delegations", cases, 1)


def all_sizes() -> dict[str, Sizes]:
    """By the name of the option."""
    return {"quick": QUICK, "middle": MIDDLE, "default": Sizes(), "thorough": THOROUGH}
