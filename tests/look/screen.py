"""Measures a finished website in a browser: widths in use, right edges, parted words, what the first screen shows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.look.torn_words import BARE, WHOLE, torn_between

WIDE, PHONE = (1440, 900), (390, 844)
"""Windows in pixels."""
FIRST = {
    "programs": (".summary", "its summary"),
    "routes": (".stops > li h3", "its first stop"),
    "": (".doors a", "its last door"),
}
"""Kind of page → what its first screen on a phone has to show, and how that is called."""
PARTED = """source => {
  const whole = new RegExp(source, 'gu'), found = [];
  const block = 'p, li, dt, dd, th, td, caption, figcaption, h1, h2, h3, h4';
  for (const one of document.querySelectorAll(block)) {
    if (!one.checkVisibility() || one.closest('svg, .unseen')) continue;
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), places = [];
    let words = '', box = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement.closest(block) === one;
      if (!own || !node.parentElement.checkVisibility() || node.parentElement.closest('.unseen')) continue;
      // What stands in a box of its own begins a line on purpose.
      let around = node.parentElement;
      while (around !== one && getComputedStyle(around).display.startsWith('inline')) around = around.parentElement;
      if (box && around !== box) places.push(null), words += '\\n';
      box = around;
      for (let at = 0; at < node.length; at++) places.push([node, at]);
      words += node.data;
    }
    for (const match of words.matchAll(whole)) {
      const range = document.createRange(), last = places[match.index + match[0].length - 1];
      range.setStart(...places[match.index]);
      range.setEnd(last[0], last[1] + 1);
      const boxes = [...range.getClientRects()].filter(box => box.width > 0);
      const tops = boxes.map(box => (box.top + box.bottom) / 2);
      const line = parseFloat(getComputedStyle(one).fontSize);
      if (Math.max(...tops) - Math.min(...tops) > 0.7 * line) found.push(match[0]);
    }
  }
  return found;
}"""
DRAWN = """() => [...document.querySelectorAll('svg text')].filter(one => one.checkVisibility())
  .map(one => [one.textContent, +one.getAttribute('x'), +one.getAttribute('y'), +one.getAttribute('font-size')])"""
"""Every line of words in drawings."""
WIDTHS = """() => {
  const kinds = 'main p, main ul, main ol, main .table-box, main figure, main svg, main dl, main section, main header';
  const inside = 'li, td, th, dd, figure, svg, .table-box, label, nav';
  return [...document.querySelectorAll(kinds)]
    .filter(one => one.checkVisibility() && !one.parentElement.closest(inside))
    .map(one => one.getBoundingClientRect()).filter(box => box.width > 200)
    .map(box => [Math.round(box.width), Math.round(box.right)]);
}"""
TOPS = """selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility())
  .map(one => Math.round(one.getBoundingClientRect().top + scrollY))"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was measured of one page."""

    path: str
    kind: str
    widths: tuple[int, ...]
    edges: tuple[int, ...]
    parted: tuple[str, ...]
    bare: tuple[str, ...]
    """Large numbers without separators."""
    first: tuple[str, int | None]
    """What its first screen has to show and where that stands, in pixels from the top."""


def kinds_of_pages(site: Path) -> Iterator[tuple[str, str]]:
    """Kind and address of two pages of each kind: its list, and the longest of its records."""
    folders: dict[str, list[Path]] = {}
    for file in sorted(site.rglob("index.html")):
        parts = file.relative_to(site).parts[:-1]
        if parts[:1] != ("q",):
            folders.setdefault(parts[0] if parts else "", []).append(file)
    for kind, files in folders.items():
        lists = [file for file in files if len(file.relative_to(site).parts) <= 2]
        records = sorted((file for file in files if file not in lists), key=lambda file: file.stat().st_size)
        for file in (*lists[:1], *records[-1:]):
            path = file.parent.relative_to(site).as_posix()
            yield kind, "" if path == "." else f"{path}/"


def parted(page: Any) -> list[str]:
    """What the open page parts at the ends of its lines, those in drawings too."""
    return [*page.evaluate(PARTED, WHOLE), *parted_in_drawings(page.evaluate(DRAWN))]


def parted_in_drawings(lines: Sequence[tuple[str, float, float, float]]) -> Iterator[str]:
    """What is parted between lines of one size, each with its words and place, that stand beneath each other."""
    for (above, left, top, size), (below, x, y, same) in itertools.pairwise(lines):
        if (left, size) == (x, same) and 0.9 * size < y - top < 1.6 * size and (words := torn_between(above, below)):
            yield words


def shown(page: Any, address: str, kind: str, path: str) -> Shown:
    """Measure one page in both windows."""
    _open(page, address + path, WIDE)
    boxes = page.evaluate(WIDTHS)
    _open(page, address + path, PHONE)
    selector, name = FIRST.get(kind, ("", ""))
    is_record = not kind or path.count("/") > 1
    tops = page.evaluate(TOPS, selector) if selector and is_record else []
    position = (tops[-1] if not kind else tops[0]) if tops else None
    widths, edges = ({box[side] for box in boxes} for side in (0, 1))
    return Shown(
        path,
        kind,
        tuple(sorted(widths)),
        tuple(sorted(edges)),
        tuple(parted(page)),
        tuple(BARE.findall(page.inner_text("main"))),
        (name if is_record else "", position),
    )


def _open(page: Any, address: str, window: tuple[int, int]) -> None:
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.goto(address)
    page.evaluate("document.fonts.ready")
