"""What finished files look like, in numbers: `python3 -m tests.look OUTPUT`, and as contact sheets with `--sheets DIR`.

OUTPUT is the folder of a build: its website, the books in it, and what was printed. Nothing is judged here.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.browser.serving import served
from tests.chromium import started
from tests.look.paper import Found, Measured, measured
from tests.look.screen import Shown, kinds_of_pages, shown
from tests.look.sheets import paper_sheets, screen_sheets

PARTS = ("paper", "screen")


def main(arguments: Sequence[str]) -> int:
    """Print the tables, draw the sheets."""
    asked = _parser().parse_args(arguments)
    output = Path(asked.output)
    pdfs = [(file.relative_to(output).as_posix(), file) for file in sorted(output.rglob("*.pdf"))]
    parts = asked.only or PARTS
    if asked.sheets:
        asked.sheets.mkdir(parents=True, exist_ok=True)
    if "paper" in parts:
        _say(_paper_lines(pdfs))
        if asked.sheets:
            _say(map(str, paper_sheets(pdfs, asked.sheets)))
    if "screen" in parts and (output / "site").is_dir():
        with served(output / "site") as address, started() as browser:
            page = browser.new_page()
            _say(_screen_lines(shown(page, address, *one) for one in kinds_of_pages(output / "site")))
            if asked.sheets:
                _say(map(str, screen_sheets(browser, address, output / "site", asked.sheets)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 -m tests.look", description=__doc__)
    parser.add_argument("output", help="the folder of a build, or one with PDFs")
    parser.add_argument("--only", action="append", choices=PARTS, help="only this; may repeat")
    parser.add_argument("--sheets", type=Path, help="a folder for contact sheets of every page")
    return parser


def _paper_lines(pdfs: Iterable[tuple[str, Path]]) -> Iterator[str]:
    yield "| document | pages | filled | under 2/3 | under 1/2 | torn | notes away | parted | struck | bare |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    every: list[tuple[str, Measured]] = []
    for name, pdf in pdfs:
        every.append((name, one := measured(pdf)))
        filled = [page.filled for page in one.pages]
        low = (sum(share < bound for share in filled) for bound in (2 / 3, 1 / 2))
        faults = (len(found) for found in (one.tables, one.notes, one.words, one.names, one.bare))
        cells = (name, len(filled), f"{sum(filled) / len(filled):.0%}", *low, *faults)
        yield f"| {' | '.join(map(str, cells))} |"
    yield ""
    for name, one in every:
        low_pages = [f"{page.number} ({page.filled:.0%})" for page in one.pages if page.filled < 2 / 3]
        yield from _details(name, "pages under two thirds full", low_pages)
        yield from _details(name, "torn tables", _told(one.tables))
        yield from _details(name, "notes away from their call", _told(one.notes))
        yield from _details(name, "parted words", _told(one.words))
        yield from _details(name, "names struck by a border", _told(one.names))
        yield from _details(name, "numbers without separators", _told(one.bare))


def _screen_lines(pages: Iterable[Shown]) -> Iterator[str]:
    yield "| page | widths at 1440 | right edges | parted at 390 | bare | first screen of a phone |"
    yield "|---|---|---|--:|--:|---|"
    every: list[Shown] = []
    for one in pages:
        every.append(one)
        name, top = one.first
        first = f"{name}: {'missing' if top is None else f'{top} px'}" if name else ""
        cells = (
            f"/{one.path}",
            _listed(one.widths),
            _listed(one.edges),
            str(len(one.parted)),
            str(len(one.bare)),
            first,
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    for one in every:
        yield from _details(f"/{one.path}", "parted at 390", one.parted)
        yield from _details(f"/{one.path}", "numbers without separators", one.bare)


def _details(name: str, what: str, found: Sequence[str]) -> Iterator[str]:
    if found:
        yield f"{name}: {what}: {', '.join(found)}"


def _told(found: Iterable[Found]) -> list[str]:
    return [f"page {one.page}: {one.words}" for one in found]


def _listed(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)  # noqa: T201  # this is what the script is for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
