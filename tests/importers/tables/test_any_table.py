"""Any cells under any headings: an import answers with plans, questions or faults, never with a crash or a guess."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.importers.reading.spreadsheet import words_of
from guidebook.importers.records.entry import Origin
from guidebook.importers.records.fields import fields_of
from guidebook.importers.records.judging import judge
from guidebook.importers.records.planning import Content, plan
from guidebook.importers.tables.cells import as_written
from guidebook.importers.tables.dialects import KINDS_OF_TABLES, dialect_of
from guidebook.importers.tables.rows import letter_of, names_of
from guidebook.importers.tables.table_file import TableOptions, read_table
from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import has_errors
from guidebook.model.kinds import KINDS
from guidebook.model.settings.columns import TableColumns
from tests.conftest import CITIES

CELL = st.sampled_from(
    [
        "강 박물관",
        "박물관",
        "가람도 마루군 가온면 강길 7",
        "43222-1100",
        "041-1",
        "예",
        "합계",
        "3개소",
        "36.5",
        "2026. 1. 1.",
    ]
) | st.text(max_size=5)


@cache
def city() -> Catalogue:
    return load_content(CITIES / "maru").catalogue


def csv(*rows: list[str]) -> bytes:
    return "\n".join(",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in rows).encode("utf-8")


@pytest.mark.parametrize("key", KINDS_OF_TABLES)
@given(st.data())
def test_any_table_is_planned_asked_for_or_told(key: str, data: st.DataObject) -> None:
    kind = KINDS[key]
    titles = st.sampled_from([title for known in dialect_of(kind, city()).names.values() for title in known])
    head = data.draw(st.lists(titles, min_size=1, max_size=6))
    rows = data.draw(st.lists(st.lists(CELL, min_size=len(head), max_size=len(head)), max_size=4))
    origin = Origin("table", "official", "마루군", "표", "2026-11-20", "import table: 표")
    proposal, entries = read_table(csv(head, *rows), TableOptions(kind, "표.csv", origin), city())
    plan(entries, proposal, Content(city(), lambda _: {}, "2026-11-28 09:00"))
    judge(proposal, city())
    assert proposal.columns is not None or proposal.faults
    assert not proposal.faults or has_errors(proposal.faults)
    assert len(proposal.plans) + len(proposal.questions) <= len(rows)
    # Nothing stands in a record that no cell says, but the town that its address names.
    cells, names = {words_of(cell.replace('"', "")) for row in rows for cell in row}, names_of(city())
    for planned in proposal.plans:
        for name, value in planned.entry.values.items():
            field = fields_of(kind)[name]
            assert name == "town" or value in [as_written(field, cell, names, city().kinds)[0] for cell in cells]


@pytest.mark.parametrize("written", ["432225000", "21234567", "7012345678", "212345678"])
def test_a_zero_that_excel_took_is_asked_for(written: str) -> None:
    value, fault = as_written(fields_of(KINDS["site"])["phone"], written, {}, KINDS)
    assert value == written
    assert fault is not None


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("phone", "0432225000", "043-222-5000"),
        ("phone", "02)2000-1111", "02-2000-1111"),
        ("phone", "15881234", "1588-1234"),
        ("phone", "043-222-5000(내선 1)", "043-222-5000(내선 1)"),
        ("parking", "1,200면", "1200"),
        ("parking", "40대", "40대"),
        ("toilet", "O", "true"),
        ("toilet", "없음", "false"),
        ("designated", "2020. 5. 1.", "2020-05-01"),
        ("designated", "2020", "2020"),
        ("designated", "43952", "43952"),
        ("kind", "박물관", "museum"),
        ("kind", "PARK", "park"),
        ("kind", "체험 마을", "experience-village"),
        ("town", "가온면", "gaon"),
        ("town", "없는면", "없는면"),
        ("search", "물가, 강변", ["물가", "강변"]),
    ],
)
def test_a_cell_becomes_what_a_file_writes_or_stays_as_it_is(field: str, written: str, value: str | list[str]) -> None:
    names = {"town": {"가온면": "gaon"}}
    assert as_written(fields_of(KINDS["site"])[field], written, names, KINDS)[0] == value


@pytest.mark.parametrize(("written", "value"), [("9:30", "09:30"), ("10:00:00", "10:00"), ("오전 10시", "오전 10시")])
def test_a_time_is_written_with_two_digits(written: str, value: str) -> None:
    assert as_written(fields_of(KINDS["visit"])["start"], written, {}, KINDS)[0] == value


@pytest.mark.parametrize("key", KINDS_OF_TABLES)
def test_the_content_can_name_every_column_and_no_heading_means_two_fields(key: str) -> None:
    assert key in TableColumns.model_fields
    titles = [title for field in fields_of(KINDS[key]).values() for title in field.titles]
    assert len(titles) == len(set(titles))
    names = [title for known in dialect_of(KINDS[key], city()).names.values() for title in known]
    assert len(names) == len(set(names))


def test_letters_of_columns_are_those_of_excel() -> None:
    assert [letter_of(at) for at in (0, 25, 26, 27, 701)] == ["A", "Z", "AA", "AB", "ZZ"]
