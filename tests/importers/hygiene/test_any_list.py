"""Any bytes and any cells: an import answers with a proposal or a reason, never with a crash."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from guidebook.importers.hygiene.columns import ALIASES
from guidebook.importers.hygiene.proposing import propose
from guidebook.importers.hygiene.register import is_register, register_rows
from guidebook.importers.reading.limits import UnreadableError
from guidebook.importers.reading.refusals import REASONS
from guidebook.importers.reading.spreadsheet import Row, sheets
from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from tests.conftest import CITIES
from tests.importers.hostile import workbook

HEADINGS = [title for titles in ALIASES.values() for title in titles]
CELL = st.sampled_from([*HEADINGS, "가람도 마루군 가온면 1", "합계", "3개소", "좋음", "20250301", "소재지(도로명)", ""])
LINE = st.lists(CELL | st.text(max_size=6), max_size=6)


@cache
def city() -> Catalogue:
    return load_content(CITIES / "maru").catalogue


@given(st.lists(LINE, max_size=6), st.dictionaries(st.sampled_from(list(ALIASES)), CELL, max_size=2))
def test_any_table_is_a_proposal_or_says_what_is_missing(table: list[list[str]], named: dict[str, str]) -> None:
    rows = [Row(at, tuple(line)) for at, line in enumerate(table, start=1) if any(line)]
    proposal = propose(rows, "list.csv", city(), {}, "2026-11-20", named)
    assert proposal.columns is not None or proposal.doubtful


WORKBOOK = workbook()
BYTES = st.tuples(st.sampled_from([b"{", b"<", b"PK", b"\xff\xfe", b""]), st.binary(max_size=300)).map(b"".join)


def reason(octets: bytes) -> str | None:
    """Why the file cannot be read; None where it can."""
    try:
        if is_register(octets):
            list(register_rows(octets))
        else:
            for sheet in sheets(octets):
                list(sheet.rows())
    except UnreadableError as error:
        return str(error)
    return None


@given(BYTES)
def test_any_bytes_are_rows_or_a_reason(octets: bytes) -> None:
    assert reason(octets) in (None, *REASONS)


@given(st.integers(0, len(WORKBOOK) - 1), st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte_is_rows_or_a_reason(place: int, octet: int) -> None:
    octets = bytearray(WORKBOOK)
    octets[place] = octet
    assert reason(bytes(octets)) in (None, *REASONS)
