"""The chart beside the tables: plain bars with their figures as text, ours in the one colour.

It brings its own background, light or dark as the reader has it, so that it can be read on any page.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from tests.benchmarks.peers import PRODUCT

WIDTH, LABEL, FIGURE, MARGIN = 780, 220, 150, 20
LINE, BAR, TITLE, GAP = 24, 14, 30, 18
STYLE = """text { font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.ground { fill: #ffffff }
.bar { fill: #8c959f }
.ours { fill: #0a5bd3 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .ground { fill: #0d1117 }
  .bar { fill: #6e7681 }
  .ours { fill: #58a6ff }
}"""
COMPARED = ("records", "pages", "books")
"""Groups in which others do the same work."""
Bar = tuple[str, float, int, bool]
"""Label, seconds, megabytes, and whether it is ours."""


def drawn(contests: Iterable[dict[str, Any]]) -> str:
    """An SVG with a panel of bars for each contest among programs, and one for our own states."""
    panels = [(one["title"], bars) for one in contests if (bars := _bars(one))]
    parts: list[str] = []
    top = MARGIN
    for title, bars in panels:
        parts.append(f'<text class="title" x="{MARGIN}" y="{top + 14}">{escape(title)}, seconds</text>')
        parts += _panel(bars, top + TITLE)
        top += TITLE + LINE * len(bars) + GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="{WIDTH}" height="{top}"'
        f' role="img" aria-labelledby="title"><title id="title">{escape(_said(panels))}</title><style>{STYLE}</style>'
        f'<rect class="ground" width="{WIDTH}" height="{top}"/>{"".join(parts)}</svg>\n'
    )


def _bars(contest: dict[str, Any]) -> list[Bar]:
    """Cold runs of all programs; where we are alone, all our states of the shipped content."""
    results = [one for one in contest["results"] if one["wall"]]
    if contest["key"] == "shipped":
        return [_bar(one, one["state"]) for one in results]
    if contest["group"] not in COMPARED:
        return []
    peers = {one["state"] for one in results if one["program"] != PRODUCT and one["state"].endswith("cold")}
    cold = [one for one in results if one["state"] in peers]
    return sorted((_bar(one, one["program"]) for one in cold), key=lambda bar: bar[1])


def _bar(result: dict[str, Any], label: str) -> Bar:
    return label, statistics.median(result["wall"]), max(result["memory"]), result["program"] == PRODUCT


def _panel(bars: Sequence[Bar], top: float) -> Iterable[str]:
    longest = max(seconds for _, seconds, _, _ in bars)
    room = WIDTH - LABEL - FIGURE - 2 * MARGIN
    for number, (label, seconds, memory, ours) in enumerate(bars):
        y = top + number * LINE
        length = max(1.0, room * seconds / longest)
        left = MARGIN + LABEL
        kind = "bar ours" if ours else "bar"
        yield f'<text x="{left - 8}" y="{y + 12}" text-anchor="end">{escape(label)}</text>'
        yield f'<rect class="{kind}" x="{left}" y="{y}" width="{length:.1f}" height="{BAR}" rx="2"/>'
        yield f'<text x="{left + length + 8:.1f}" y="{y + 12}">{_seconds(seconds)} s · {memory:,} MB</text>'


def _seconds(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def _said(panels: Sequence[tuple[str, Sequence[Bar]]]) -> str:
    return "; ".join(
        f"{title}: {', '.join(f'{bar[0]} {_seconds(bar[1])} s' for bar in bars)}" for title, bars in panels
    )
