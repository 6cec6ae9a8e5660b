"""The programmes as JSON: numbers to compute with, doubts beside their figures, sources without their ways."""

from __future__ import annotations

import gettext
import json
from decimal import Decimal
from typing import Any

from guidebook.export.json_values import known, number
from guidebook.export.programs_json import FIELDS, programs_json
from guidebook.model.records.figures import Comparison, Indicator
from tests.export.conftest import City

WORDS = gettext.NullTranslations()


def written(city: City) -> dict[str, Any]:
    octets = programs_json(city.catalogue, city.site, WORDS)
    assert octets is not None
    assert octets.endswith(b"}\n")
    assert b"\\u" not in octets
    read: dict[str, Any] = json.loads(octets)
    return read


def test_the_programmes_stand_in_the_order_of_their_marks_with_documented_keys_only(city: City) -> None:
    programs = written(city)["programs"]
    assert [one["mark"] for one in programs] == [one.mark for one in city.catalogue.programs]
    documented = [name for name, _ in FIELDS]
    for one in programs:
        assert list(one) == [name for name in documented if name in one]


def test_a_figure_is_a_number_with_its_wording_and_the_note_that_doubts_it(dasom: City) -> None:
    (assembly,) = [one for one in written(dasom)["programs"] if one["id"] == "assembly"]
    shown = {one["id"]: one for one in assembly["indicators"]}
    assert (shown["participants"]["value"], shown["participants"]["text"]) == (1234, "1,234명")
    assert isinstance(shown["participants"]["value"], int)
    assert shown["share"]["value"] == 1.6
    (note,) = [note for note in assembly["notes"] if note["id"] == "count"]
    assert note == {"id": "count", **shown["share"]["note"]}
    assert note["sources"]
    assert all(isinstance(bar["value"], int | float) for one in assembly["comparisons"] for bar in one["bars"])


def test_every_fact_of_the_records_is_there(dasom: City) -> None:
    for one, program in zip(written(dasom)["programs"], dasom.catalogue.programs, strict=True):
        assert one["facts"] == program.facts.model_dump(exclude_none=True)
        assert (one["start"], one.get("end")) == (program.start, program.end)
        assert [body["names"] for body in one.get("bodies", [])] == [list(body.names) for body in program.bodies]
        assert {town["id"] for town in one.get("towns", [])} == set(program.towns)
        assert [note["text"] for note in one.get("notes", [])] == [note.text for note in program.notes]


def test_what_others_counted_says_who(dasom: City) -> None:
    counted = 0
    for one, program in zip(written(dasom)["programs"], dasom.catalogue.programs, strict=True):
        told = [*one.get("indicators", []), *one.get("comparisons", [])]
        records: list[Indicator | Comparison] = [*program.indicators, *program.comparisons]
        for figure, record in zip(told, records, strict=True):
            publishers = [source["publisher"] for source in figure.get("sources", [])]
            assert publishers == [source.publisher for source in record.sources]
            counted += len(publishers)
    assert counted


def test_totals_timetables_and_partnerships_are_told(dasom: City) -> None:
    programs, records = written(dasom)["programs"], dasom.catalogue.programs
    totals = [record.total.text for program in records for record in program.comparisons if record.total]
    assert totals
    compared = [told for one in programs for told in one.get("comparisons", [])]
    assert [told["counted_apart"]["text"] for told in compared if "counted_apart" in told] == totals
    assert not any("total" in told for told in compared), "no bars of theirs add up to what the document says"
    times = [session.time for program in records if program.timetable for session in program.timetable.sessions]
    assert times
    assert [told["time"] for one in programs for told in one.get("timetable", {}).get("sessions", [])] == times
    noted = [one["timetable"]["note"] for one in programs if "timetable" in one]
    assert all(note["text"] for note in noted)
    partners = [one.partners for program in records for one in program.partnerships]
    assert partners
    assert [told["partners"] for one in programs for told in one.get("partnerships", [])] == partners


def test_a_claim_is_said_by_the_document_and_not_by_us(dasom: City) -> None:
    claims = [one["claim"] for one in written(dasom)["programs"] if "claim" in one]
    assert claims
    assert dasom.site.document
    assert {claim["said_by"] for claim in claims} == {dasom.site.document.title}


def test_a_source_is_told_without_the_way_it_was_fetched(dasom: City) -> None:
    notes = [note for one in written(dasom)["programs"] for note in one["notes"]]
    sources = [source for note in notes for source in note.get("sources", [])]
    assert sources
    assert not any("via" in source for source in sources)


def test_the_file_says_whose_and_how_old_it_is_and_that_it_is_a_sample(small: City) -> None:
    read = written(small)
    assert (read["publisher"], read["as_of"], read["licence"]) == ("마루 기록 모임", "2026-11-02", "CC-BY-4.0")
    assert read["title"].endswith("(견본)")
    assert read["notice"] == "공개 자료로 만든 견본입니다. 마루군의 공식 자료가 아닙니다."
    official = written(City(small.catalogue, small.site.model_copy(update={"official": True})))
    assert "notice" not in official
    assert "견본" not in official["title"]


def test_nothing_and_none_differ_from_nought_and_no() -> None:
    assert known({"a": 0, "b": False, "c": None, "d": "", "e": [], "f": {}, "g": ()}) == {"a": 0, "b": False}
    assert [repr(number(Decimal(one))) for one in ("12", "12.0", "1.3", "-0.5")] == ["12", "12", "1.3", "-0.5"]
