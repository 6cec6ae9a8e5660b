"""How the benchmark measures and what it writes: turns, medians, processes, goals, tables, chart. Asserts no time."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.benchmarks import chart, goals, left_out, peers, report, suites
from tests.benchmarks.__main__ import joined
from tests.benchmarks.contest import LIMIT, Case, Contest, allowed, run
from tests.benchmarks.measuring import KILLED, Reading, measured
from tests.benchmarks.peers import HUGO, MKDOCS, PRODUCT, WEASYPRINT
from tests.benchmarks.suites import Sizes

SVG = "{http://www.w3.org/2000/svg}"
HELD = "held = bytearray(60_000_000); held[::4096] = b'x' * len(held[::4096])"
GRANDCHILD = (
    f"import subprocess, sys; {HELD}; subprocess.run([sys.executable, '-c', {HELD + '; import time; time.sleep(2)'!r}])"
)
ORPHAN = "import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']).pid)"


def looked_at(code: str, folder: Path, limit: float = 60) -> Reading:
    return measured((sys.executable, "-c", code), folder, dict(os.environ), limit)


def case(program: str, prepare: Any = lambda _: None, state: str = "cold") -> Case:
    return Case(program, state, (program,), Path(), prepare, lambda: {"pages": 3})


def result(program: str, state: str, *walls: float, memory: int = 100, pages: int = 0) -> dict[str, Any]:
    made = {"pages": pages} if pages else {}
    told = {"wall": list(walls), "cpu": list(walls), "memory": [memory], "made": made, "failed": ""}
    return {"program": program, "state": state, **told}


def results(*contests: tuple[str, str, list[dict[str, Any]]], missing: dict[str, str] | None = None) -> dict[str, Any]:
    told = [{"key": key, "group": group, "title": f"About {key}", "results": rows} for key, group, rows in contests]
    about = {"size": "default", "machine": {"cores": "2"}, "versions": {MKDOCS: "1.6.1"}, "minutes": 3}
    return {**about, "missing": missing or {}, "contests": told}


PAGES = ("pages-1000", "pages", [result(PRODUCT, "cold", 6, 7, 8), result(MKDOCS, "cold", 10), result(HUGO, "cold", 1)])


def test_memory_of_all_processes_is_counted(tmp_path: Path) -> None:
    reading = looked_at(GRANDCHILD, tmp_path)
    assert reading.code == 0
    assert reading.memory >= (110 if sys.platform.startswith("linux") else 55)


def test_cpu_of_a_child_s_child_is_counted(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    own = looked_at(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])", tmp_path)
    assert own.cpu >= 0.3


def test_how_a_command_ended_and_what_it_said_is_told(tmp_path: Path) -> None:
    reading = looked_at("import os; print(os.getcwd()); raise SystemExit(4)", tmp_path)
    assert (reading.code, reading.said.strip()) == (4, str(tmp_path))


def test_a_command_that_does_not_end_is_ended(tmp_path: Path) -> None:
    assert looked_at("import time; time.sleep(600)", tmp_path, 0.2).code == KILLED


def test_nothing_outlives_a_command(tmp_path: Path) -> None:
    left = int(looked_at(ORPHAN, tmp_path).said)
    with pytest.raises(ProcessLookupError):
        os.kill(left, 0)


def test_a_command_does_not_find_the_harness(tmp_path: Path) -> None:
    said = looked_at("import os; print(os.environ.get('PYTHONPATH'), os.environ.get('MEASURED_PATH'))", tmp_path).said
    assert said.split() == [str(os.environ.get("PYTHONPATH")), "None"]


def test_all_take_turns_and_are_prepared_with_the_number_of_the_run() -> None:
    order: list[str] = []
    cases = [case(name, lambda number, name=name: order.append(f"{name}{number}")) for name in "AB"]
    readings = iter([Reading(wall, wall / 2, 10, 0, "") for wall in (3, 9, 1, 7, 2, 8)])
    first, second = run(Contest("k", "pages", "", cases, 3), lambda _: None, lambda _: next(readings))
    assert order == ["A0", "B0", "A1", "B1", "A2", "B2"]
    assert (first.seconds, second.seconds, first.cpu_seconds) == (2, 8, 1)
    assert first.made == {"pages": 3}


def test_one_that_fails_is_named_and_the_others_go_on() -> None:
    cases = [case("A"), case("B", lambda _: (_ for _ in ()).throw(OSError("no disk"))), case("C")]
    said = {"A": Reading(1, 1, 1, 7, "much\nbroken\n"), "C": Reading(1, 1, 1, 0, "")}
    told = run(Contest("k", "pages", "", cases, 2), lambda _: None, lambda one: said[one.program])
    assert [one.failed for one in told] == ["ended with 7: broken", "no disk", ""]
    assert [len(one.wall) for one in told] == [0, 0, 2]


def test_one_that_is_skipped_is_named_with_the_reason() -> None:
    contest = Contest("k", "books", "", [case("A")], 1, {"V": "takes minutes"})
    told = run(contest, lambda _: None, lambda _: Reading(1, 1, 1, 0, ""))
    assert [(one.program, one.failed) for one in told] == [("A", ""), ("V", "takes minutes")]


@pytest.mark.parametrize(("first", "runs"), [((), 3), ((14.0,), 3), ((30.0,), 2), ((50.0,), 1)])
def test_what_is_slow_is_run_fewer_times(first: tuple[float, ...], runs: int) -> None:
    assert allowed(first, 3) == runs


def test_a_command_for_many_packs_is_given_time_for_all(tmp_path: Path) -> None:
    plan = suites.Plan(tmp_path, tmp_path, peers.Peers(tmp_path, {}, {}), Sizes(visits=10, year=1_000))
    few, many = next(suites.contests(plan, "visits")), next(suites.contests(plan, "year-of-visits"))
    assert few.cases[-1].limit == LIMIT
    assert many.cases[-1].limit >= 10 * 1_000


def test_a_goal_says_what_was_reached_and_what_stands_in_the_way_only_where_it_was_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(goals, "STANDS_IN_THE_WAY", {"mkdocs": "Bodies are drawn by one process.", "help": "Unused."})
    page = report.page(results(PAGES, ("help", "start", [result(PRODUCT, "--help", 0.2)])))
    assert "| `--help` | ≤ 0.25 s | 0.20 s | yes |" in page
    assert "default theme | ≤ 0.33× | 0.70× | no: Bodies are drawn by one process. |" in page
    assert "as times Hugo | ≤ 3.00× | 7.00× | no |" in page
    assert "4,000 records" not in page


def test_growth_by_page_is_held_against_its_goal() -> None:
    rows = (("book-40", 14.0, 140), ("book-192", 90.0, 600))
    told = [(key, "books", [result(PRODUCT, "cold", seconds, pages=pages)]) for key, seconds, pages in rows]
    held = {one.goal.key: one for one in goals.held(goals.index(results(*told)["contests"]))}
    assert held["linear"].value == pytest.approx(1.5)
    assert not held["linear"].reached


def test_books_are_compared_by_the_page() -> None:
    rows = [result(PRODUCT, "cold", 20, pages=100), result(WEASYPRINT, "cold", 5, pages=50)]
    told = results(("book-40", "books", rows))
    assert "| WeasyPrint | cold | 5.00 s | 2.00× |" in report.page(told)
    assert "as times plain WeasyPrint | ≤ 2.00× | 2.00× | yes |" in report.page(told)


def test_a_pack_of_many_is_its_share_of_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(goals, "STANDS_IN_THE_WAY", {})
    rows = [{**result(PRODUCT, "all 100 packs", 150), "made": {"packs": 100}}]
    page = report.page(results(("visits-100", "visits", rows)))
    assert "| Each pack of 100 that one command makes | ≤ 1.00 s | 1.50 s | no |" in page


def test_every_goal_has_a_key_of_its_own() -> None:
    assert len({goal.key for goal in goals.GOALS}) == len(goals.GOALS)
    assert set(goals.STANDS_IN_THE_WAY) <= {goal.key for goal in goals.GOALS}


def test_tables_tell_medians_ratios_and_what_was_not_run() -> None:
    failed = {**result("Zensical", "cold"), "memory": [], "failed": "ended with 1: no"}
    page = report.page(results((*PAGES[:2], [*PAGES[2], failed]), missing={"Typst": "could not be installed"}))
    assert f"| {PRODUCT} | cold | 7.00 s |  | 7.00 s | 100 MB | 3 |" in page
    assert "| Hugo | cold | 1.00 s | 7.00× | 1.00 s | 100 MB | 1 |" in page
    assert "- Typst: could not be installed\n- Zensical, About pages-1000, cold: ended with 1: no" in page
    assert "| fonts cut for the pages | yes | **left out** | **left out** |" in page


def test_a_contest_in_which_all_failed_leaves_no_trace_but_its_reason() -> None:
    failed = {**result(PRODUCT, "cold"), "memory": [], "failed": "ended with 3: a bug"}
    told = results(("book-40", "books", [failed]))
    assert "a bug" in report.page(told)
    assert not ElementTree.fromstring(chart.drawn(told["contests"])).findall(f"{SVG}rect[@class='bar ours']")


def test_every_feature_is_said_of_every_program() -> None:
    for features, programs in ((left_out.SITE_FEATURES, left_out.SITES), (left_out.BOOK_FEATURES, left_out.BOOKS)):
        assert {len(said) for said in programs.values()} == {len(features)}


def test_the_chart_has_a_bar_with_its_figure_for_each_program_and_ours_alone_has_the_colour() -> None:
    drawn = ElementTree.fromstring(chart.drawn(results(PAGES)["contests"]))
    bars = [bar for bar in drawn.iter(f"{SVG}rect") if "bar" in str(bar.get("class"))]
    assert [bar.get("class") for bar in bars] == ["bar", "bar ours", "bar"]
    lengths = [float(str(bar.get("width"))) for bar in bars]
    assert lengths[1] / lengths[2] == pytest.approx(0.7, abs=0.01)
    assert [text.text for text in drawn.iter(f"{SVG}text")][1:3] == [HUGO, "1.00 s · 100 MB"]
    assert "7.00 s" in str(drawn.findtext(f"{SVG}title"))


def test_groups_measured_before_are_kept_only_where_all_else_is_equal() -> None:
    known, new = results(PAGES, ("help", "start", [])), results(("pages-1000", "pages", []))
    assert [one["key"] for one in joined(known, new)["contests"]] == ["help", "pages-1000"]
    assert joined(known, new)["contests"][1]["results"] == []
    assert joined(known, new)["minutes"] == 6
    assert [one["key"] for one in joined({**known, "size": "quick"}, new)["contests"]] == ["pages-1000"]
    assert joined({}, new)["minutes"] == 3


def test_both_files_are_written(tmp_path: Path) -> None:
    told = report.write(results(PAGES), tmp_path / "docs")
    assert [Path(name).name for name in told] == ["benchmarks.md", "benchmarks.svg"]
    assert all(Path(name).stat().st_size for name in told)
