"""Which records have a body is asked of their kind."""

from __future__ import annotations

from guidebook.load.content import load_content
from guidebook.model.records.bodied import Bodied, is_bodied
from tests.conftest import CITIES


def test_a_record_has_a_body_exactly_where_it_has_all_parts_of_one() -> None:
    records = list(load_content(CITIES / "dasom").catalogue.records)
    assert [is_bodied(record) for record in records] == [isinstance(record, Bodied) for record in records]
    assert {is_bodied(record) for record in records} == {True, False}
