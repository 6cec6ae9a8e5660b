"""Names in the order in which people put them, everywhere: 새터2동 before 새터10동."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.content import load_content
from guidebook.model.wording.order import natural
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import in_index
from guidebook.render.web.pages.index import entries
from tests.paths import PACKAGES, TEMPLATES

NAMES = ("나루 10", "나루 9", "나루 1")
WORDS = st.text(alphabet="가나하 Ab(", max_size=4)


@given(WORDS, st.lists(st.integers(0, 10**20), min_size=2, max_size=8), WORDS)
def test_names_that_differ_by_a_number_stand_in_the_order_of_their_numbers(
    before: str, numbers: list[int], after: str
) -> None:
    names = [f"{before}{number}{after}" for number in numbers]
    for key in (natural, in_index):
        in_order = [int(re.findall(r"\d+", name)[0]) for name in sorted(names, key=key)]
        assert in_order == sorted(numbers)


@given(st.lists(st.text(alphabet="가각나힣", min_size=1, max_size=4), max_size=6))
def test_hangul_stands_in_the_order_of_its_letters(names: list[str]) -> None:
    assert sorted(names, key=natural) == sorted(names)


@given(st.lists(st.text(max_size=6), unique=True, max_size=8))
def test_no_two_names_are_equal(names: list[str]) -> None:
    assert all(natural(one) < natural(other) for one, other in pairwise(sorted(names, key=natural)))


def test_lists_and_index_of_a_city_have_them_so(maru: Path) -> None:
    for file, name in zip(("old-fort.yml", "reed-village.yml", "river-museum.yml"), NAMES, strict=True):
        place = maru / "sites" / file
        place.write_text(re.sub(r"(?m)^name: .*$", f"name: {name}", place.read_text("utf-8")), encoding="utf-8")
    catalogue = load_content(maru).catalogue
    assert [place.name for place in catalogue.sites] == [*reversed(NAMES)]
    listed = [name for name, _, _ in entries(context_of(catalogue, TEMPLATES, PACKAGES))]
    assert [name for name in listed if name in NAMES] == [*reversed(NAMES)]


def test_towns_of_one_place_in_the_order_stand_by_name(maru: Path) -> None:
    for file, name in (("gaon.yml", "새터10동"), ("naru.yml", "새터2동")):
        town = maru / "towns" / file
        said = re.sub(r"(?m)^name: .*$", f"name: {name}", town.read_text("utf-8"))
        town.write_text(re.sub(r"(?m)^order: .*$", "order: 1", said), encoding="utf-8")
    assert [town.name for town in load_content(maru).catalogue.towns] == ["새터2동", "새터10동"]
