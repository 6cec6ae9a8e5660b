"""Reports of one programme over the years, and lists of each year."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.program import Program
from guidebook.plan.related import years_of_program
from guidebook.render.web.pages.programs import program_page, programs_page, year_pages
from tests.render.test_graphic import context


def report(year: int, follows: int | None) -> Program:
    written = {
        "id": f"report-{year}",
        "mark": "㉠",
        "name": "장터",
        "name_en": "Market",
        "title": "장터",
        "summary": "장터",
        "as_of": year,
        "facts": {"what": "장터", "who": "주민"},
        "offer": "장터",
    }
    return Program.model_validate({**written, "follows": follows and f"report-{follows}"})


@given(st.lists(st.integers(1990, 2030), min_size=1, max_size=6, unique=True), st.randoms())
def test_every_report_of_a_chain_knows_all_of_it_the_earliest_first(years: list[int], random: object) -> None:
    chain = [report(year, before) for before, year in zip([None, *sorted(years)], sorted(years), strict=False)]
    shuffled = sorted(chain, key=lambda one: hash((one.id, str(random))))
    catalogue = Catalogue(None, tuple(shuffled))
    for program in chain:
        assert [one.as_of for one in years_of_program(catalogue, program)] == sorted(years)


def test_a_circle_of_reports_ends() -> None:
    first, second = report(2024, 2025), report(2025, 2024)
    assert len(years_of_program(Catalogue(None, (first, second)), first)) <= 3


def test_two_years_stand_side_by_side_with_what_both_counted() -> None:
    place = context("yeoul")
    for id in ("market", "old-market"):
        program = place.catalogue.program(id)
        assert program is not None
        body = str(program_page(place, program).body)
        table = body[body.index('class="by-year"') :].partition("</table>")[0]
        assert table.index("2023년") < table.index("2025년")
        assert "5백만원" in table
        assert "12백만원" in table
        assert "1,200명" in table
        assert "420명" in table


def test_a_programme_of_one_year_has_no_such_table() -> None:
    place = context("yeoul")
    program = place.catalogue.program("library")
    assert program is not None
    assert "by-year" not in str(program_page(place, program).body)


def test_each_year_has_a_page_and_the_list_leads_to_it() -> None:
    place = context("yeoul")
    pages = {page.path: page for page in year_pages(place)}
    assert list(pages) == ["programs/years/2025/", "programs/years/2023/"]
    assert "첫 장터" in str(pages["programs/years/2023/"].body)
    assert "골목 책방" not in str(pages["programs/years/2023/"].body)
    assert "programs/years/2023/" in str(programs_page(place).body)


def test_a_city_of_one_year_has_no_pages_of_years() -> None:
    assert list(year_pages(context("maru"))) == []


def test_whom_to_ask_is_said_with_the_time_it_was_seen() -> None:
    place = context("yeoul")
    program = place.catalogue.program("market")
    assert program is not None
    body = str(program_page(place, program).body)
    assert "마을자치과" in body
    assert "2026. 10. 확인" in body


def test_programmes_of_one_name_are_told_apart_by_their_year() -> None:
    first, second, other = (
        report(2024, None),
        report(2025, 2024),
        report(2023, None).model_copy(update={"name": "둑길"}),
    )
    catalogue = Catalogue(None, (first, second, other))
    assert [catalogue.emblazoned(one) for one in catalogue.programs] == ["㉠ 장터(2024)", "㉠ 장터(2025)", "㉠ 둑길"]
