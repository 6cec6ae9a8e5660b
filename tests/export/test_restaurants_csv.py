"""The restaurants as CSV: bytes that a spreadsheet opens with Hangul right, and no cell that it runs."""

from __future__ import annotations

import csv
import gettext
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.export.restaurants_csv import COLUMNS, restaurants_csv
from guidebook.load.content import load_content
from guidebook.model.cell import FORMULA
from guidebook.model.records.restaurant import Restaurant
from tests.conftest import CITIES
from tests.export.conftest import City, read

WORDS = gettext.NullTranslations()


def octets(city: City) -> bytes:
    made = restaurants_csv(city.catalogue, city.site, WORDS)
    assert made is not None
    return made


def rows(city: City) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(octets(city).decode("utf-8-sig"), newline="")))


def with_restaurant(city: City, **changes: object) -> City:
    changed = city.catalogue.restaurants[0].model_copy(update=changes)
    return City(city.catalogue.having(Restaurant, changed), city.site)


def test_the_file_is_marked_as_utf_8_once_and_its_lines_end_as_the_standard_says(city: City) -> None:
    made = octets(city)
    assert made.startswith(b"\xef\xbb\xbf\xec\x95\x84\xec\x9d\xb4\xeb\x94\x94,")
    assert made.count(b"\xef\xbb\xbf") == 1
    assert made.endswith(b"\r\n")
    assert made.count(b"\n") == made.count(b"\r\n") == len(city.catalogue.restaurants) + 1


def test_every_restaurant_has_a_row_as_long_as_the_head(city: City) -> None:
    lines = list(csv.reader(io.StringIO(octets(city).decode("utf-8-sig"), newline="")))
    assert lines[0] == [column.heading for column in COLUMNS]
    assert {len(line) for line in lines} == {len(COLUMNS)}
    assert [line[0] for line in lines[1:]] == [one.id for one in city.catalogue.restaurants]


def test_telephone_and_coordinates_keep_their_value(small: City) -> None:
    (row,) = rows(small)
    assert (row["업소명"], row["업종"], row["읍면동"]) == ("나룻배 밥상", "일반음식점", "가온면")
    assert (row["전화"], row["위도"], row["경도"], row["좌석"]) == ("043-222-3000", "36.515", "127.915", "40")


@pytest.mark.parametrize("published", ["2027-07-01", "2025-01-01"])
def test_a_grade_that_does_not_hold_leaves_its_cells_empty(small: City, published: str) -> None:
    cells = ("위생등급", "지정번호", "지정일", "지정 만료일", "확인일")
    (row,) = rows(small)
    assert [row[cell] for cell in cells] == ["좋음", "", "2025-06", "2027-06", "2026-10-20"]
    (row,) = rows(City(small.catalogue, small.site.model_copy(update={"published": published})))
    assert not any(row[cell] for cell in cells)
    assert row["발행일"] == published


def test_doubtful_cells_are_named_by_their_headings(dasom: City) -> None:
    named = {row["아이디"]: row["확인 필요"] for row in rows(dasom)}
    assert named == {"wind-table": "운영시간, 휴무일", "road-rest": ""}


def test_a_doubtful_value_that_is_not_told_is_not_named(small: City) -> None:
    restaurant = small.catalogue.restaurants[0]
    blog = restaurant.sources[0].model_copy(update={"kind": "blog", "covers": ("seats", "point", "designation")})
    (row,) = rows(with_restaurant(small, sources=(blog,), designation=None, seats=None))
    assert row["확인 필요"] == "위도, 경도"


def test_names_that_the_press_once_printed_stay_out(dasom: City) -> None:
    text = octets(dasom).decode()
    known = {one.name for one in dasom.catalogue.restaurants}
    printed = {row.name for one in dasom.catalogue.lists for row in one.rows} - known
    assert printed
    assert not [name for name in printed if name in text]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_begins_like_a_formula_is_words(small: City, start: str) -> None:
    (row,) = rows(with_restaurant(small, name=f"{start}1+1", remark=f"{start}cmd", dishes=(f"{start}A1",)))
    assert (row["업소명"], row["비고"], row["음식"]) == (f"'{start}1+1", f"'{start}cmd", f"'{start}A1")


MARU = read(CITIES / "maru")


@given(name=st.text(min_size=1), remark=st.text(min_size=1), address=st.text(min_size=1))
def test_whatever_words_come_they_are_read_back_and_none_is_a_formula(name: str, remark: str, address: str) -> None:
    (row,) = rows(with_restaurant(MARU, name=name, remark=remark, address=address))
    for heading, value in (("업소명", name), ("비고", remark), ("주소", address)):
        assert row[heading] in (value, f"'{value}")
        assert not row[heading].startswith(FORMULA)


def test_a_city_without_restaurants_has_no_file(small: City) -> None:
    assert restaurants_csv(small.catalogue.having(Restaurant), small.site, WORDS) is None


def test_every_field_of_a_record_that_may_be_doubtful_is_looked_at() -> None:
    told = {column.field for column in COLUMNS if column.field}
    catalogue = load_content(CITIES / "maru").catalogue
    fields = set(Restaurant.model_fields) - Restaurant.own - {"id", "sources", "confirm"}
    assert fields - told == {"access", "opening", "remark", "search"}
    assert set(catalogue.restaurants[0].needing_source) <= told | {"opening"}
