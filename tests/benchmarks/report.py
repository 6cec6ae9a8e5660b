"""`docs/benchmarks.md` and its chart, from the results of one run."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.benchmarks import chart, goals, left_out
from tests.benchmarks.peers import PRODUCT

NAME, CHART = "benchmarks.md", "benchmarks.svg"
INTRODUCTION = """# Benchmarks

How long our commands take, and how long other programs take for the same content. Made by one command:

```
python3 -m tests.benchmarks            # half an hour on two quiet cores; writes this page and its chart
python3 -m tests.benchmarks --quick    # tiny sizes, to see that all of it runs
python3 -m tests.benchmarks --only books
```

It installs the other programs for itself, from lock files in `tests/benchmarks/`, into `.cache/benchmarks/`.
"""
METHOD = """## How it is measured

- Content is Korean, invented, and made from a seed (`tests/benchmarks/corpora.py`); each program gets it in its own
  idiom with the smallest configuration it takes (`tests/benchmarks/sites.py`, `tests/benchmarks/books.py`).
- Programs take turns in one run (A B C A B C), each in a new process. Figures are medians of the runs whose number
  stands beside them; what takes over 15 seconds is run twice, over 40 once.
- Seconds are wall time; CPU is what all processes of a command were charged. Memory is the largest peak of all runs:
  the proportional set sizes of all processes together, looked at ten times a second, or the largest resident set of
  one of them, if that is more.
- Cold is an empty cache but for unpacked and cut fonts; the shipped content is built from an empty cache altogether.
  Peers begin without what they keep between runs. Files of programs and content are in the system's cache for all.
- One edit is a telephone number or a sentence that was never there before. MkDocs and Material make everything anew
  after it, as when cold.
- "We take" is our time divided by the other's in the same state: 2× is twice as long. For books it is the time of a
  page, since our book has pages that others leave out. Our web pages include the short addresses that books print.
"""


def write(results: dict[str, Any], docs: Path) -> list[str]:
    """Both files; returns their names."""
    docs.mkdir(parents=True, exist_ok=True)
    (docs / NAME).write_text(page(results), encoding="utf-8")
    (docs / CHART).write_text(chart.drawn(results["contests"]), encoding="utf-8")
    return [str(docs / NAME), str(docs / CHART)]


def page(results: dict[str, Any]) -> str:
    """The whole page in Markdown."""
    contests = results["contests"]
    measured = {result["program"] for one in contests for result in one["results"] if result["wall"]}
    blocks = [
        INTRODUCTION,
        _machine(results),
        f"![Bars of the times that stand in the tables below]({CHART})\n",
        "## Goals\n\n" + "\n".join(_goals(contests)) + "\n",
        *(_contest(one) for one in contests),
        "## What each leaves out\n\nWith the configuration of this benchmark:\n",
        "\n".join(left_out.table(left_out.SITE_FEATURES, left_out.SITES, measured)) + "\n",
        "\n".join(left_out.table(left_out.BOOK_FEATURES, left_out.BOOKS, measured)) + "\n",
        METHOD,
    ]
    blocks += _not_run(results)
    return "\n".join(blocks)


def _machine(results: dict[str, Any]) -> str:
    described = ", ".join(f"{name} {value}" for name, value in results["machine"].items())
    versions = ", ".join(f"{name} {version}" for name, version in sorted(results["versions"].items()))
    small = "" if results["size"] in ("default", "thorough") else f" Sizes: {results['size']}."
    return f"Measured on: {described}. Beside: {versions}. The run took {results['minutes']} minutes.{small}\n"


def _goals(contests: Iterable[dict[str, Any]]) -> list[str]:
    rows = ["| | goal | measured | reached |", "|---|---:|---:|---|"]
    for one in goals.held(goals.index(contests)):
        verdict = "yes" if one.reached else (f"no: {one.reason}" if one.reason else "no")
        most, value = (_figure(number, one.goal.unit) for number in (one.goal.most, one.value))
        rows.append(f"| {one.goal.said} | ≤ {most} | {value} | {verdict} |")
    return rows


def _contest(contest: dict[str, Any]) -> str:
    columns = [name for name in ("web pages", "largest page", "pages", "packs") if _any_made(contest, name)]
    head = ["", "state", "seconds", "we take", "CPU", "memory", *columns, "runs"]
    rows = [f"| {' | '.join(head)} |", f"|---|---|{'---:|' * (len(head) - 2)}"]
    ours = {one["state"]: one for one in contest["results"] if one["program"] == PRODUCT and one["wall"]}
    for result in contest["results"]:
        if result["wall"]:
            rows.append(f"| {' | '.join(_cells(result, ours.get(result['state']), columns))} |")
    return f"## {contest['title']}\n\n" + "\n".join(rows) + "\n"


def _cells(result: dict[str, Any], ours: dict[str, Any] | None, columns: list[str]) -> list[str]:
    wall = statistics.median(result["wall"])
    is_peer = result["program"] != PRODUCT and ours is not None
    ratio = _ratio(ours, result) if is_peer and ours else ""
    return [
        result["program"],
        result["state"],
        _figure(wall, "s"),
        ratio,
        _figure(statistics.median(result["cpu"]), "s"),
        _figure(max(result["memory"]), "MB"),
        *(_made(result["made"], name) for name in columns),
        str(len(result["wall"])),
    ]


def _ratio(ours: dict[str, Any], other: dict[str, Any]) -> str:
    """How many times as long we take; for each page where both set a book."""
    pages, others = (one["made"].get("pages") or 1 for one in (ours, other))
    return _figure(statistics.median(ours["wall"]) / pages / (statistics.median(other["wall"]) / others), "×")


def _any_made(contest: dict[str, Any], name: str) -> bool:
    return any(result["made"].get(name) for result in contest["results"])


def _made(made: dict[str, int], name: str) -> str:
    value = made.get(name)
    if not value:
        return ""
    return f"{value / 1000:,.0f} kB" if name == "largest page" else f"{value:,}"


def _not_run(results: dict[str, Any]) -> list[str]:
    failed = [
        f"- {result['program']}, {contest['title']}, {result['state']}: {result['failed']}"
        for contest in results["contests"]
        for result in contest["results"]
        if result["failed"]
    ]
    missing = [f"- {program}: {why}" for program, why in sorted(results["missing"].items())]
    return ["## Not run\n\n" + "\n".join([*missing, *failed]) + "\n"] if missing or failed else []


def _figure(value: float, unit: str) -> str:
    """Three figures that mean something: `0.24 s`, `31.2 s`, `2.1×`, `412 MB`."""
    if unit == "MB":
        return f"{value:,.0f} MB"
    digits = 2 if value < 10 else 1
    return f"{value:,.{digits}f}{'×' if unit == '×' else ' s'}"
