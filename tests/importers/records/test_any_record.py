"""Whatever a list says and a person edits: a second import changes nothing, an edit stays, comments stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guidebook.importers.records.entry import Entry, Origin, Plan, Proposal, Value
from guidebook.importers.records.file_text import changed_text, new_text
from guidebook.importers.records.planning import Content, plan, value_at
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Span
from guidebook.model.kinds import KINDS
from guidebook.model.records.place import Place

SITE = KINDS["site"]
OF_FIELD: Mapping[str, st.SearchStrategy[Value]] = {
    "phone": st.sampled_from(["043-222-1000", "1588-1234"]),
    "parking": st.integers(0, 300).map(str),
    "hours": st.sampled_from(["09:00~18:00", "'늘' 열림: #1", "no", "상시, 개방 [예약]", "- 정문"]),
    "toilet": st.sampled_from(["true", "false"]),
    "point.lat": st.sampled_from(["36.5", "36.512345"]),
    "point.lon": st.sampled_from(["127.9", "127.000001"]),
    "search": st.lists(st.sampled_from(["물가", "강, 변", "- 배"]), min_size=1, max_size=3, unique=True),
    "fee": st.text("가나다 \"':#-[]{}&*!|>%@`,", min_size=1, max_size=12).map(str.strip).filter(bool),
}


@st.composite
def listed(draw: st.DrawFn) -> dict[str, Value]:
    names = draw(st.sets(st.sampled_from(list(OF_FIELD))))
    if len({"point.lat", "point.lon"} & names) == 1:
        names -= {"point.lat", "point.lon"}
    return {name: draw(OF_FIELD[name]) for name in sorted(names)}


def entry(values: Mapping[str, Value], day: str, file: str) -> Entry:
    origin = Origin("table", "official", "마루군", "현황", day, f"import table: {file}")
    fixed: dict[str, Value] = {"name": "강 공원", "kind": "park", "town": "gaon"}
    return Entry(SITE, "강 공원", "강 공원", "s-1", False, fixed | dict(values), {}, Span(file), origin)


def planned(one: Entry, source: str | None) -> tuple[Plan, bool, Mapping[str, Any]]:
    """The plan of an entry, whether it changes something, and what the file says before."""
    data, places, faults = parse(source, "s-1.yml") if source else ({}, None, ())
    assert data is not None, faults
    records: tuple[Place, ...] = ()
    if source and places is not None:
        record, wrong = validate(Place, {**data, "id": "s-1"}, places)
        assert record is not None, wrong
        records = (record,)
    proposal = Proposal(SITE, one.origin)
    plan([one], proposal, Content(Catalogue(None, records), lambda _: data, "2026-11-28 09:00"))
    assert not proposal.questions
    (only,) = (*proposal.new, *proposal.changed, *proposal.unchanged)
    return only, not proposal.unchanged, data


def imported(one: Entry, source: str | None) -> str:
    """The file after the import."""
    made, changes, data = planned(one, source)
    if source is None:
        return new_text(made)
    if not changes:
        return source
    text = changed_text(source, made, data)
    assert text is not None
    return text


@given(listed(), listed(), listed(), st.data())
def test_edits_stay_and_a_second_import_changes_nothing(
    first: dict[str, Value], second: dict[str, Value], third: dict[str, Value], data: st.DataObject
) -> None:
    text = "# 위에 적은 글\n" + imported(entry(first, "2026-10-01", "하나.csv"), None)
    assert not planned(entry(first, "2026-10-01", "하나.csv"), text)[1]

    # A person changes one line of the file.
    others = {"phone": "043-222-9999", "parking": "9999"}
    editable = [name for name in others if name in first]
    edited = data.draw(st.sampled_from(editable)) if editable else None
    if edited is not None:
        new = others[edited]
        lines = [f"{edited}: {new}  # 손으로" if line.startswith(f"{edited}:") else line for line in text.split("\n")]
        text = "\n".join(lines)

    for values, day, file in ((second, "2026-10-02", "둘.csv"), (third, "2026-10-03", "하나.csv")):
        one = entry(values, day, file)
        text = imported(one, text)
        assert not planned(one, text)[1]
        assert text.startswith("# 위에 적은 글\n")
        said, _, _ = parse(text, "")
        assert said is not None
        for name, value in values.items():
            if name != edited:
                assert value_at(said, name) == value
        if edited is not None:
            assert f"{edited}: {new}  # 손으로" in text
        covered = [name for source in said["sources"] for name in source["covers"]]  # type: ignore[index,call-overload]
        assert {name.split(".")[0] for name in values if name != edited} <= set(covered)


@given(listed(), st.lists(listed(), min_size=1, max_size=3), st.sampled_from(["phone", "parking", "toilet"]))
def test_what_a_person_took_out_no_later_list_brings_back(
    first: dict[str, Value], later: list[dict[str, Value]], name: str
) -> None:
    text = imported(entry({"phone": "1588-1234", "parking": "7", "toilet": "true"} | first, "2026-10-01", "a"), None)
    text = "\n".join(line for line in text.split("\n") if not line.startswith(f"{name}:"))
    for number, values in enumerate(later, start=2):
        text = imported(entry(values, f"2026-10-{number:02}", str(number)), text)
        said, _, _ = parse(text, "")
        assert said is not None
        assert name not in said


@given(listed(), listed(), listed())
def test_a_list_of_another_publisher_changes_no_value_that_is_there(
    first: dict[str, Value], other: dict[str, Value], again: dict[str, Value]
) -> None:
    text = imported(entry(first, "2026-10-01", "a"), None)
    one = entry(other, "2026-10-02", "a")
    text = imported(replace(one, origin=replace(one.origin, publisher="가람도")), text)
    said, _, _ = parse(text, "")
    assert said is not None
    assert all(value_at(said, name) == value for name, value in first.items())
    assert all(value_at(said, name) == value for name, value in other.items() if name not in first)
    text = imported(entry(again, "2026-10-03", "a"), text)
    said, _, _ = parse(text, "")
    assert said is not None
    for name, value in again.items():
        if name in first or name not in other:
            assert value_at(said, name) == value
        else:
            assert value_at(said, name) == other[name]


def test_a_source_of_which_nothing_is_left_goes() -> None:
    text = imported(entry({"phone": "1588-1234"}, "2026-10-01", "하나.csv"), None)
    text = imported(entry({"phone": "043-222-1000"}, "2026-10-02", "둘.csv"), text)
    assert "하나.csv" not in text
    assert text.count("via:") == 1


def test_what_hygiene_knows_by_its_licence_is_the_same_restaurant() -> None:
    kind = KINDS["restaurant"]
    source = {"kind": "official", "publisher": "마루군", "title": "명부", "covers": ["address"]}
    data = {
        "id": "r-20190542075",
        "name": "옛 국수",
        "address": "가람도 마루군 강길 1",
        "sources": [source],
        "imported": {"key": "20190542075"},
    }
    record = kind.model.model_validate(data)
    one = replace(entry({}, "2026-10-01", "a"), kind=kind, licence="20190542075", values={"name": "새 국수"})
    proposal = Proposal(kind, one.origin)
    raw = {key: value for key, value in data.items() if key != "id"}
    plan([one], proposal, Content(Catalogue(None, (record,)), lambda _: raw, ""))
    assert proposal.unchanged[0].kept == (("name", "옛 국수", "새 국수"),)
