"""The adoption paper says measured figures alone: those of `docs/benchmarks.md`, which a run of benchmarks writes."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

PAPER = ROOT / "docs" / "ko" / "adoption.md"
ROW = re.compile(r"^\| 시간과 메모리 \|.*\|$", re.MULTILINE)


def measured(state: str) -> list[str]:
    """The cells of our own row of that name."""
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| Jumin Guidebook \| {re.escape(state)} \|.*$", page, re.MULTILINE)
    return [cell.strip() for cell in row.strip("|").split("|")]


def seconds(cell: str) -> str:
    return f"{cell.removesuffix(' s')}초"


def written() -> str:
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    machine = re.search(r"cores (?P<cores>\d+), memory (?P<memory>\d+) GB, system (?P<system>\w+)", page)
    assert machine
    first, again, large = map(measured, ("build, cold", "build, nothing changed", "4,000: site, cold"))
    where = "자세한 내용은 `docs/benchmarks.md` 파일에 있습니다."
    return (
        f"| 시간과 메모리 | 견본(누리집 {first[6]}쪽과 책)을 처음 만들 때 {seconds(first[2])}와 "
        f"{first[5].replace(' ', '')}, 바뀐 것이 없을 때 {seconds(again[2])}. 기록 4,000건의 누리집은 "
        f"{seconds(large[2])}와 {large[5].replace(' ', '')}. 코어 {machine['cores']}개, 메모리 {machine['memory']}GB의 "
        f"{machine['system'].replace('Linux', '리눅스')}에서 측정했습니다. {where} |"
    )


def test_the_figures_are_those_of_the_benchmarks(request: pytest.FixtureRequest) -> None:
    paper = PAPER.read_text(encoding="utf-8")
    if request.config.getoption("--accept"):
        paper = ROW.sub(lambda _: written(), paper)
        PAPER.write_text(paper, encoding="utf-8")
    assert ROW.findall(paper) == [written()], "pytest tests/docs --accept writes it anew"


def test_room_and_network_are_those_of_the_readme() -> None:
    readme, paper = (path.read_text(encoding="utf-8") for path in (ROOT / "README.md", PAPER))
    (room,) = re.findall(r"^\| 저장 공간 \| (.*) \|$", paper, re.MULTILINE)
    figures = re.findall(r"\d\.\dGB", room)
    assert figures
    for figure in figures:
        assert figure in readme or figure.replace("GB", " GB") in readme, figure
