"""The benchmark that anyone can run: `python3 -m tests.benchmarks`, on two quiet cores in half an hour.

Installs the peers for itself (`peers.py`), makes the corpora, runs everything in turns and writes `docs/benchmarks.md`
with its chart from `.cache/benchmarks/results.json`. `--report` writes them again without measuring. Never a test:
nothing depends on what is measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks import contest, machine, peers, product, report, suites

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".cache" / "benchmarks"
RESULTS = FOLDER / "results.json"


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for, and write what is known."""
    asked = _parser().parse_args(arguments)
    if not asked.report:
        known = json.loads(RESULTS.read_text("utf-8")) if asked.only and RESULTS.is_file() else {}
        for told in _measured(asked):  # whoever ends it early keeps what was measured until then
            RESULTS.write_text(json.dumps(joined(known, told), ensure_ascii=False, indent=1), encoding="utf-8")
    if asked.size in ("default", "thorough") or asked.write:
        _say(f"wrote {', '.join(report.write(json.loads(RESULTS.read_text('utf-8')), Path(asked.docs)))}")
    return 0


def joined(known: dict[str, Any], measured: dict[str, Any]) -> dict[str, Any]:
    """What was measured now, with the groups of an earlier run in the same sizes, of the same state on this machine."""
    alike = all(known.get(name) == measured[name] for name in ("size", "machine", "versions"))
    new = {one["group"] for one in measured["contests"]}
    kept = [one for one in known["contests"] if one["group"] not in new] if alike else []
    contests = sorted([*kept, *measured["contests"]], key=lambda one: suites.GROUPS.index(one["group"]))
    minutes = round(measured["minutes"] + (known["minutes"] if kept else 0), 1)
    return {**measured, "contests": contests, "minutes": minutes}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=suites.GROUPS, default=[], help="only this group; may repeat"
    )
    size = parser.add_mutually_exclusive_group()
    for name, said in (
        ("quick", "tiny sizes, once: under three minutes"),
        ("middle", "middle sizes, twice"),
        ("thorough", "all sizes five times, and the year of 1,000 visits (else: --only year-of-visits)"),
    ):
        size.add_argument(f"--{name}", dest="size", action="store_const", const=name, default="default", help=said)
    parser.add_argument("--report", action="store_true", help="write docs and chart from the last results")
    parser.add_argument("--write", action="store_true", help="write docs and chart from small sizes too")
    parser.add_argument("--docs", default=str(ROOT / "docs"), help="folder that docs and chart are written to")
    return parser


def _measured(asked: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """What is known after each contest."""
    started = time.perf_counter()
    FOLDER.mkdir(parents=True, exist_ok=True)
    there = peers.installed(FOLDER, _say)
    plan = suites.Plan(FOLDER / "work", product.fonts(FOLDER / "fonts-build"), there, suites.all_sizes()[asked.size])
    described = machine.described(ROOT)
    contests: list[dict[str, Any]] = []
    usual = [group for group in suites.GROUPS if asked.size == "thorough" or group not in suites.LONG_GROUPS]
    for group in asked.only or usual:
        for one in suites.contests(plan, group):
            results = contest.run(one, _say)
            told = {"key": one.key, "group": one.group, "title": one.title}
            contests.append({**told, "results": [result.as_json() for result in results]})
            yield {
                "size": asked.size,
                "machine": described,
                "versions": there.versions,
                "missing": there.missing,
                "minutes": round((time.perf_counter() - started) / 60, 1),
                "contests": list(contests),
            }


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
