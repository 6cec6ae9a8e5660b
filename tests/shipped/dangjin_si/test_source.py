"""The reports say what the source document says: nothing lost, nothing added, in its order.

`source.txt` is the document with its reading faults put right. Blanks do not count; everything else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebook.model.catalogue import Catalogue
from guidebook.model.prose import NOTE, TABLE_CAPTION, TABLE_RULE
from guidebook.model.records.program import Program
from guidebook.model.records.report.program_parts import Sector

LATER = "## 이후 경과"
"""From this heading on a report tells of later years, from other sources."""

TABLE_HEADING = "##주요내용"
"""Below it the source has the tables that graphics stand for."""

SECTORS = {Sector.CIVIC: "민(民)", Sector.PUBLIC: "관(官)", Sector.BUSINESS: "사(社)"}

IDS = (
    "official-leave",
    "uridongnet",
    "town-cooperation",
    "participation-week",
    "policy-fair",
    "public-service",
    "resident-tour",
)


def source() -> dict[str, list[str]]:
    """Id → the source's passages."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("source.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            found[line[1:-1]] = passages = []
        elif line and not line.startswith("# "):
            passages.append(bare(line))
    return found


def bare(line: str) -> str:
    """The line without blanks; the arrow of an office table is put into words."""
    return "".join(line.replace("→", "을 통한").split())


def report(body: str) -> Iterator[str]:
    """The lines of a body that come from the source, without Markdown's own marks."""
    for line in body.split("\n"):
        if line == LATER:
            return
        kept = NOTE.sub("", line).strip().strip("|")
        kept = re.sub(r"^(> )?- ", "", kept)
        if kept and not TABLE_RULE.match(line) and not TABLE_CAPTION.match(line):
            yield bare(kept)


def drawn(program: Program) -> list[str]:
    """The lines of the source's table that a report tells by its graphic, from the fields which that draws."""
    graphic = program.graphic
    if graphic is not None and graphic.before_after is not None:
        change = graphic.before_after
        rows = [("구분", change.before, change.after), *((row.topic, row.before, row.after) for row in change.rows)]
    elif graphic is not None and graphic.ties is not None:
        ties = ((tie.partners, tie.title, tie.cost or "") for tie in program.partnerships)
        rows = [("협업지역", "사업내용", "지원예산"), *ties]
    else:
        return []
    return [bare("|".join(row)) for row in rows]


def facts(program: Program) -> Iterator[str]:
    """The facts of a programme as the source words them."""
    rows = [
        ("제목", program.title),
        ("사업명", program.name),
        ("사업내용", program.offer),
        ("특이사항", program.claim),
        ("사례명", program.facts.what),
        ("추진기간", program.facts.when),
        ("추진주체", program.facts.who),
        *((SECTORS[group.sector], ", ".join(group.names)) for group in program.bodies),
    ]
    yield from (bare(f"{name}: {value}") for name, value in rows if value)


def of(content: Catalogue, id: str) -> Program:
    program = content.program(id)
    assert program is not None, id
    return program


def test_the_seven_are_there_in_their_order(content: Catalogue) -> None:
    assert [(program.mark, program.id) for program in content.programs] == list(zip("㉠㉡㉢㉣㉤㉥㉦", IDS, strict=True))
    assert {program.as_of for program in content.programs} == {2019}


@pytest.mark.parametrize("id", IDS)
def test_facts_are_the_sources(content: Catalogue, id: str) -> None:
    assert list(facts(of(content, id))) == source()[id][: first_heading(id)]


@pytest.mark.parametrize("id", IDS)
def test_the_report_is_the_sources_line_by_line(content: Catalogue, id: str) -> None:
    program, passages = of(content, id), source()[id][first_heading(id) :]
    table = drawn(program)
    if table:
        place = passages.index(TABLE_HEADING)
        assert passages[place + 1 : place + 1 + len(table)] == table
        del passages[place : place + 1 + len(table)]
    assert list(report(program.body)) == passages


def first_heading(id: str) -> int:
    return next(number for number, line in enumerate(source()[id]) if line.startswith("##"))


def test_the_evaluation_is_quoted_whole_and_has_no_named_author(content: Catalogue) -> None:
    overview = next(page for page in content.pages if page.id == "overview")
    heading, *remarks = source()["overview"]
    quoted = [line for line in overview.body.split("\n") if line.startswith("> ")]
    assert list(report("\n".join(quoted))) == remarks
    assert heading in list(report(overview.body))
    assert "누가 평가했는지는 적혀 있지 않습니다." in overview.body


@pytest.mark.parametrize("id", [id for id in IDS if id != "public-service"])
def test_boasts_are_the_sources_and_stand_under_its_name(content: Catalogue, id: str) -> None:
    claim = of(content, id).claim
    assert claim is not None
    assert claim.endswith("최초")
    assert "최초" not in of(content, id).summary


def test_hanja_follow_their_hangul(content: Catalogue) -> None:
    for _, value in content.passages(without_search=True):
        for found in re.finditer(r"[\u4e00-\u9fff]+", value):
            before = value[: found.start()]
            assert re.search(r"[가-힣]\($", before), value
