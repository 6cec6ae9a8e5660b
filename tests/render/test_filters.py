"""By what a list can be narrowed down, and that its rules hide the rest and nothing else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.guide import Guide, GuideKind
from guidebook.model.records.place import Place
from guidebook.model.records.place_kinds import PlaceKind
from guidebook.model.records.sourced import FieldSource
from guidebook.model.records.town import Hall, Town, TownKind
from guidebook.model.source import SourceKind
from guidebook.render.web.filters import Facet, facets_of, filter_style

SEEN = (FieldSource(kind=SourceKind.OFFICIAL, publisher="군", covers=("parking",)),)
HALL = Hall(address="길 1", as_of="2026. 1. 확인", sources=SEEN)
TOWNS = tuple(
    Town(id=id, name=id, name_en=id, kind=TownKind.MYEON, order=1, hall=HALL) for id in ("gaon", "naru", "solmi")
)


def place(number: int, **values: object) -> Place:
    told = {"town": "gaon" if number % 2 else "naru", "kind": PlaceKind.MUSEUM, **values}
    return Place.model_validate({"id": f"place-{number}", "name": f"곳 {number}", "sources": SEEN, **told})


def facets(places: list[Place], guides: tuple[Guide, ...] = ()) -> dict[str, Facet]:
    city = Catalogue(site=None, records=(*TOWNS, *places, *guides))
    return {facet.name: facet for facet in facets_of(city, places, str)}


def test_towns_without_a_place_and_kinds_all_alike_are_not_offered() -> None:
    found = facets([place(1), place(2)])
    assert found["town"].options == (("gaon", "gaon"), ("naru", "naru"))
    assert "kind" not in found


def test_a_field_is_offered_from_half_of_the_rows_on() -> None:
    half = [place(1, parking=20), place(2, parking=0), place(3), place(4)]
    assert facets(half)["parking"].rows == {"place-1": "yes", "place-2": "no", "place-3": "", "place-4": ""}
    assert "parking" not in facets([*half, place(5)])


def test_a_field_that_nobody_has_is_no_choice() -> None:
    assert "coach" not in facets([place(1, coach=False), place(2, coach=False)])


def test_guides_are_offered_whole() -> None:
    guide = Guide(id="g", kind=GuideKind.INTERPRETER, site="place-1", sources=SEEN)
    rows = facets([place(number) for number in range(1, 9)], (guide,))["guide"].rows
    assert rows["place-2"] == "no"
    assert list(rows) == [f"place-{number}" for number in (*range(2, 9), 1)], "in one order in every process"


RULE = re.compile(
    r'\.finder:has\(\[name=(\w+)\]:checked\)(?::not\(:has\(#f-\w+-(\w+):checked\)\))? \[data-\w+="(\w*)"\]'
)


@given(
    st.dictionaries(st.sampled_from([f"p{n}" for n in range(6)]), st.sampled_from(["a", "b", "c", ""]), min_size=1),
    st.sets(st.sampled_from(["a", "b", "c"])),
)
def test_the_rules_show_exactly_the_rows_whose_box_is_ticked_or_all(rows: dict[str, str], ticked: set[str]) -> None:
    facet = Facet("kind", "종류", (("a", "A"), ("b", "B"), ("c", "C")), rows)
    hidden = set()
    for name, spared, value in RULE.findall(filter_style((facet,))):
        assert name == "kind"
        if ticked and not (spared and spared in ticked):
            hidden.add(value)
    shown = {id for id, value in rows.items() if value not in hidden}
    assert shown == ({id for id, value in rows.items() if value in ticked} if ticked else set(rows))


def test_rows_with_a_guide_follow_those_without_in_the_order_of_places() -> None:
    guides = tuple(
        Guide(id=f"g-{number}", kind=GuideKind.INTERPRETER, site=f"place-{number}", sources=SEEN) for number in (5, 2)
    )
    rows = facets([place(number) for number in range(1, 7)], guides)["guide"].rows
    assert list(rows) == ["place-1", "place-3", "place-4", "place-6", "place-2", "place-5"]
