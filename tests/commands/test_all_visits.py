"""The packs of all visits at once: the same as one by one, whoever makes them, and what is said where some cannot."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from guidebook.cli.paths import CACHE_VARIABLE
from guidebook.commands.kept_templates import STEP as TEMPLATES
from guidebook.commands.packs.parts import MadePack, Shared, VisitPart, is_from, received, sendable, without_visits
from guidebook.layout.cache import STEP as LAYOUT
from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.model.outcome import Packed
from tests.commands.packs import FILES
from tests.commands.printed_files import guidebook
from tests.conftest import CITIES, ROOT
from tests.own_cache import STEPS, furnished

pytestmark = pytest.mark.usefixtures("no_waiting")

VISITS = {"hansol": ("한솔시 주민자치회", "2026-12-03"), "bom": ("봄내시 주민자치회", "2026-12-10")}
NEXT_YEAR = {"dure": ("두레시 주민자치회", "2027-01-14")}
SHORT_DAY = """stops:
  - {hall: gaon, text: 강길 이야기, program: river-path, stay: 60}
  - {site: river-museum, stay: 50}
programs: [river-path]
"""
"""Instead of a route, in all visits but one: a pack of each kind of paper is made a dozen times here."""
ON_A_ROUTE = "bom"


def city(folder: Path, visits: dict[str, tuple[str, str]]) -> Path:
    """The city of Maru with these visits, one of them on a route."""
    content = folder / "content"
    subprocess.run(["cp", "-r", str(CITIES / "maru"), str(content)], check=True)
    sample = (content / "visits" / "hansol.yml").read_text(encoding="utf-8")
    (content / "visits" / "hansol.yml").unlink()
    for id, (delegation, date) in visits.items():
        day = "route: river-day\n" if id == ON_A_ROUTE else SHORT_DAY
        text = sample.replace("한솔시 주민자치회", delegation).replace("2026-12-03", date)
        text = text.replace("route: river-day\n", day)
        (content / "visits" / f"{id}.yml").write_text(text, encoding="utf-8")
    return content


def files(output: Path) -> dict[str, bytes]:
    below = output / "print"
    return {str(path.relative_to(below)): path.read_bytes() for path in below.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The city, and a cache of its own, for in the one of all tests others may be at a visit just now."""
    folder = tmp_path_factory.mktemp("all-visits")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(furnished(folder / "cache", STEPS)))
        yield city(folder, VISITS | NEXT_YEAR)


@dataclass(frozen=True)
class Together:
    """All packs, and what was said while they were made."""

    files: dict[str, bytes]
    told: str


@pytest.fixture(scope="module")
def together(real: Path) -> Together:
    """Made by two processes, one of which is killed."""
    killer = threading.Thread(target=kill_first_child, daemon=True)
    killer.start()
    output = real.parent / "together"
    told = guidebook(real, output, "--all-visits", "--jobs", "2")
    killer.join()
    made = files(output)
    assert len(made) == 3 * len(FILES)
    return Together(made, told)


def kill_first_child() -> None:
    """End the first process that this one starts, once it has begun to work."""
    while not (children := multiprocessing.active_children()):
        time.sleep(0.05)
    time.sleep(1)
    os.kill(children[0].pid or 0, signal.SIGKILL)


def test_processes_make_the_same_bytes_as_one_by_one_though_one_of_them_is_killed(
    real: Path, together: Together
) -> None:
    """The last one, which a process makes after another; `VISITS` differ from it in name and day."""
    assert "3/3 방문 자료 제작: " in together.told
    assert "방문 3건의 자료를 만들었습니다" in together.told
    assert not (real.parent / "cache" / "visits").exists()
    assert not multiprocessing.active_children()
    (last,) = NEXT_YEAR
    guidebook(real, real.parent / "alone", "--visit", last)
    alone = files(real.parent / "alone")
    assert len(alone) == len(FILES)
    assert alone == {name: octets for name, octets in together.files.items() if name.startswith(f"{last}/")}


@pytest.fixture
def scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A scheduler with two workers on loopback, which have a cache of their own; templates are compiled already."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        local_cluster: Any = import_module("distributed").LocalCluster
        with monkeypatch.context() as patch:
            patch.setenv(CACHE_VARIABLE, str(furnished(tmp_path / "cache-of-workers", f"{STEPS}/{TEMPLATES}")))
            cluster = local_cluster(
                n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
            )
        with cluster:
            yield cluster


def kill_first_worker_at_a_pack(cluster: Any) -> None:
    """End the first worker of a local cluster that has begun to make a pack."""
    while True:
        for worker in cluster.workers.values():
            working = cluster.scheduler.workers.get(worker.worker_address)
            if working and any(str(task.key).startswith("pack-") for task in working.processing):
                os.kill(worker.process.pid, signal.SIGKILL)
                return
        time.sleep(0.05)


def test_a_cluster_makes_the_same_bytes_and_keeps_nothing_of_a_visit(
    real: Path, together: Together, scheduler: Any, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    killer = threading.Thread(target=kill_first_worker_at_a_pack, args=(scheduler,), daemon=True)
    killer.start()
    told = guidebook(real, output, "--all-visits", "--year", "2026", "--scheduler", scheduler.scheduler_address)
    killer.join()
    made = files(output)
    assert len(made) == len(VISITS) * len(FILES)
    assert made == {name: octets for name, octets in together.files.items() if name.split("/")[0] in VISITS}
    assert "2/2 방문 자료 제작: " in told
    kept = [path for path in (tmp_path / "cache-of-workers").rglob("*") if path.is_file()]
    assert any(path.parts[-3:-1] == (STEPS, LAYOUT) for path in kept), "what all visits share is kept"
    for delegation, _ in (VISITS | NEXT_YEAR).values():
        assert not [path for path in kept if delegation.encode() in path.read_bytes()]
    assert not (tmp_path / "cache-of-workers" / "visits").exists()


def test_ctrl_c_leaves_whole_packs_and_nothing_else(real: Path, together: Together, tmp_path: Path) -> None:
    temporary, output = tmp_path / "tmp", tmp_path / "output"
    temporary.mkdir()
    command = [sys.executable, "-m", "guidebook.cli", "guidebook", "--all-visits", "--jobs", "2"]
    running = subprocess.Popen(
        [*command, "--date", "2026-11-28", "--content", str(real), "--output", str(output)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    assert running.stderr is not None
    for line in running.stderr:
        if line.startswith("1/3 "):
            break
    os.killpg(running.pid, signal.SIGINT)
    said = running.stderr.read()
    running.stderr.close()
    assert running.wait() == 130
    made = files(output)
    assert len(made) % len(FILES) == 0
    assert 0 < len(made) < len(together.files)
    assert made.items() <= together.files.items()
    assert "나머지는 그대로입니다" in said
    assert not list(temporary.iterdir())
    assert {path.name for path in output.iterdir()} == {"print", "manifest.json"}
    assert not (real.parent / "cache" / "visits").exists()


def fake(shared: bytes, part: bytes) -> MadePack:
    """A pack that is made at once."""
    given, own = received(shared), received(part)
    assert not given.catalogue.visits
    if own.visit.delegation == "오류시 주민자치회":
        raise KeyError("a fault of ours")
    return MadePack({"a.txt": own.visit.delegation.encode()}, Packed("", ("a.txt",), 4, 1, "A4 1장"), ())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The city; packs are made at once and here."""
    monkeypatch.setattr("guidebook.commands.packs.all_visits.make_here", fake)
    return city(tmp_path, VISITS | NEXT_YEAR)


def packs(content: Path, *arguments: str, code: int = 0) -> str:
    return guidebook(content, content.parent / "output", "--all-visits", "--jobs", "1", *arguments, code=code)


def test_a_visit_with_a_fault_is_named_at_the_end_and_keeps_its_last_pack(quick: Path) -> None:
    packs(quick)
    before = files(quick.parent / "output")
    bom = quick / "visits" / "bom.yml"
    bom.write_text(bom.read_text(encoding="utf-8").replace("people: 28", "people: many"), encoding="utf-8")
    (quick / "visits" / "dure.yml").write_text("delegation: [", encoding="utf-8")
    hansol = quick / "visits" / "hansol.yml"
    hansol.write_text(hansol.read_text(encoding="utf-8").replace("한솔시", "새솔시"), encoding="utf-8")
    told = packs(quick, code=1)
    assert told.count(": error[") == 2
    assert "visits/bom.yml:2:" in told
    assert "만들지 못한 방문 2건: bom, dure." in told
    assert "1/1 방문 자료 제작: hansol" in told
    now = files(quick.parent / "output")
    assert now["hansol/a.txt"] == "새솔시 주민자치회".encode()
    assert {name: octets for name, octets in now.items() if "hansol" not in name} == {
        name: octets for name, octets in before.items() if "hansol" not in name
    }


def test_a_fault_of_ours_in_one_pack_stops_no_other(quick: Path) -> None:
    bom = quick / "visits" / "bom.yml"
    bom.write_text(bom.read_text(encoding="utf-8").replace("봄내시", "오류시"), encoding="utf-8")
    told = packs(quick, code=1)
    assert "error[program-fault]" in told
    assert "KeyError" in told
    assert "만들지 못한 방문 1건: bom." in told
    assert sorted(files(quick.parent / "output")) == ["dure/a.txt", "hansol/a.txt"]


def test_a_fault_in_what_all_share_stops_all(quick: Path) -> None:
    town = quick / "site.yml"
    town.write_text(town.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    told = packs(quick, code=1)
    assert "error[" in told
    assert "1/3" not in told
    assert not (quick.parent / "output").exists()


def test_a_year_chooses_its_visits_and_one_without_any_says_which_there_are(quick: Path) -> None:
    packs(quick, "--year", "2027")
    assert sorted(files(quick.parent / "output")) == ["dure/a.txt"]
    told = packs(quick, "--year", "2031", code=1)
    assert "error[no-visits] 2031년의 방문이 없습니다." in told
    assert "2026, 2027" in told


def test_without_visits_the_remedy_is_said(quick: Path) -> None:
    for path in (quick / "visits").iterdir():
        path.unlink()
    told = packs(quick, code=1)
    assert "error[no-visits] 방문 파일이 없습니다." in told
    assert "docs/ko/visit.md" in told


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--all-visits", "--visit", "bom"), "--visit"),
        (("--all-visits", "--route", "river-day", "--size", "a4"), "--route, --size"),
        (("--year", "2026", "--jobs", "2"), "--year, --jobs"),
        (("--visit", "bom", "--scheduler", "tcp://127.0.0.1:1"), "--scheduler"),
        (("--all-visits", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"), "--jobs"),
        (("--all-visits", "--keep", "--scheduler", "tcp://127.0.0.1:1"), "--keep"),
    ],
)
def test_options_that_contradict_each_other_are_refused(options: tuple[str, ...], named: str, tmp_path: Path) -> None:
    assert named in guidebook(CITIES / "maru", tmp_path / "output", *options, code=2)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "tls://127.0.0.1:1"])
def test_a_cluster_that_does_not_answer_is_told(quick: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidebook.storage.cluster.TIMEOUT", 1)
    told = guidebook(quick, quick.parent / "output", "--all-visits", "--scheduler", address, code=1)
    assert "error[no-cluster]" in told
    assert "Traceback" not in told
    assert not (quick.parent / "output").exists()


def test_a_cluster_is_asked_by_a_program_with_an_event_loop_of_its_own(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guidebook.storage.cluster.TIMEOUT", 1)
    asked = ("--all-visits", "--scheduler", "tcp://127.0.0.1:1")

    async def called() -> str:
        return guidebook(quick, quick.parent / "output", *asked, code=1)

    with ThreadPoolExecutor(1) as own_thread:  # in this one a browser's loop may run
        assert "error[no-cluster]" in own_thread.submit(lambda: asyncio.run(called())).result()


def test_editions_and_copies_hold_for_each_visit_and_keep_keeps(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, dict[str, int], list[str]]] = []

    def look(shared: bytes, part: bytes) -> MadePack:
        own = received(part)
        asked.append((own.visit.copies, dict(own.visit.editions), [one.id for one in own.formats]))
        return fake(shared, part)

    monkeypatch.setattr("guidebook.commands.packs.all_visits.make_here", look)
    packs(quick, "--copies", "40", "--copies", "large-print=3", "--year", "2027")
    assert asked == [(40, {"large-print": 3}, ["screen", "office", "large-print"])]


def test_main_knows_only_what_it_must(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process is given for a visit says nothing of another."""
    given: list[bytes] = []

    def look(shared: bytes, part: bytes) -> MadePack:
        given.extend((shared, part))
        return fake(shared, part)

    monkeypatch.setattr("guidebook.commands.packs.all_visits.make_here", look)
    packs(quick)
    named = [[id for id, (name, _) in (VISITS | NEXT_YEAR).items() if name.encode() in one] for one in given]
    assert named == [[], ["hansol"], [], ["bom"], [], ["dure"]]


def test_what_is_sent_is_received(quick: Path) -> None:
    catalogue = load_content(quick).catalogue
    visit = catalogue.visits[0]
    part = VisitPart(visit, catalogue.source_map(visit), ())
    assert received(sendable(part)) == part
    for content in (Catalogue(None), without_visits(catalogue)):
        back = received(sendable(Shared(content, None, None, {}))).catalogue
        assert (back.records, back.maps, back.declared) == (content.records, content.maps, content.declared)
    assert is_from(sendable(part, "a"), "a")
    assert not is_from(sendable(part, "a"), "b")
