"""Mistakes that a fact-checker found once, and what keeps them from coming back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from guidebook.model.catalogue import Catalogue
from guidebook.model.record import SubRecord
from guidebook.model.records.page import Page
from guidebook.model.source import Source, SourceKind
from tests.shipped.dangjin_si.test_records import note
from tests.shipped.dangjin_si.test_source import IDS, LATER, of

UNDATED = re.compile("(?<!원문 ‘)(?<!원문의 ‘)최근")
"""`최근 4년` without the years it means."""

INVENTED = (
    "뜻이 다른",
    "뜻이 갈린",
    "한꺼번에",
    "피로",
    "어떻게 설득",
    "무엇을 걱정",
    "밀린 사업",
    "빼려다",
    "뺀 것은",
)
"""Premises that no source has: that somebody quarrelled, worried, was tired or had to be won over."""

WRONG = ("1,380", "시군구와 함께 선도", "10백만원씩 지원", "무엇을 더한 수인지", "보도마다 달라")

ALIASES = ("songchon.org", "gukhoeinfocus.com", "ccdailynews(누리집 이름)", "terradarcobaleno")
"""Addresses that carry what others published, once named as if they were the publisher."""


def sources(record: object) -> Iterator[Source]:
    """Every source within a record, however deep."""
    if isinstance(record, Source):
        yield record
    elif isinstance(record, SubRecord):
        for name in type(record).model_fields:
            yield from sources(getattr(record, name))
    elif isinstance(record, (tuple, list)):
        for one in record:
            yield from sources(one)


def test_what_we_say_of_recent_years_names_them(content: Catalogue) -> None:
    for program in content.programs:
        told = [program.summary, f"{program.facts}", *(f"{one}" for one in program.indicators)]
        told += [f"{one}" for one in program.comparisons]
        told += [one.text for one in program.notes]
        assert not [words for words in told if UNDATED.search(words)], program.id
    tour = of(content, "resident-tour")
    assert "2016~2019년(원문 ‘최근 4년’)" in tour.summary
    assert "2016 to 2019" in f"{tour.summary_en}"
    assert {one.when for one in tour.indicators if one.id in ("visitors", "organisations")} == {
        "2016~2019년(원문 ‘최근 4년’)"
    }


def test_bars_stand_under_no_total_that_they_do_not_add_up_to(content: Catalogue) -> None:
    for program in content.programs:
        for comparison in program.comparisons:
            if comparison.total:
                assert sum(bar.value for bar in comparison.bars) == comparison.total.value, comparison.id
    bars = {one.id: sum(bar.value for bar in one.bars) for one in of(content, "resident-tour").comparisons}
    assert bars == {"visitors-by-year": 4146, "organisations-by-year": 154}


@pytest.mark.parametrize("words", WRONG)
def test_what_was_wrong_is_said_nowhere(content: Catalogue, words: str) -> None:
    for program in content.programs:
        assert words not in f"{program}"
    for term in content.terms:
        assert words not in f"{term}"


def test_the_spending_says_what_was_added_and_assumed(content: Catalogue) -> None:
    said = note(of(content, "resident-tour"), "spending")
    for words in ("벤치마킹 방문자", "정책박람회 참관 인원", "식비 7,000원", "가정해"):
        assert words in said


def test_the_city_is_one_of_the_27(content: Catalogue) -> None:
    told = [
        note(of(content, "public-service"), "leading"),
        next(one.meaning for one in content.terms if "27" in one.meaning),
    ]
    assert all("당진시를 포함한 27개 시군구" in words for words in told)


def test_the_agreement_of_2020_has_its_third_party(content: Catalogue) -> None:
    _, _, later = of(content, "town-cooperation").body.partition(LATER)
    assert "당진시트레킹협회" in later
    assert "2020년 5월 7일" in later


def test_firsts_are_said_by_somebody(content: Catalogue) -> None:
    """A report's own words never say `처음` of the city; a note says who said it."""
    for program in content.programs:
        assert "처음" not in program.body.partition(LATER)[2], program.id
    assert "당진시는 이를 충남에서 처음 열린 온라인 주민총회라고 알렸고" in note(of(content, "uridongnet"), "online")


def test_assemblies_of_2020_were_held_online_and_on_the_spot(content: Catalogue) -> None:
    (line,) = [one for one in of(content, "uridongnet").body.split("\n") if "6,038명" in one]
    assert "온라인 투표를 더해" in line
    assert "현장 투표도 함께" in note(of(content, "uridongnet"), "voters")


def test_the_rise_of_the_tax_is_dated_and_the_sum_is_whose_it_is(content: Catalogue) -> None:
    said = note(of(content, "participation-week"), "tax")
    assert "2016년" in said
    assert "당진신문이며, 시가 낸 글에는 금액이 없습니다" in said
    (term,) = [one for one in content.terms if one.name == "개인균등분 주민세"]
    assert "2016년" in term.meaning
    assert "4.1억" not in term.meaning


def test_absence_for_employees_rests_on_no_blog_about_officials(content: Catalogue) -> None:
    (term,) = [one for one in content.terms if one.name.startswith("공가")]
    assert "근로기준법 제10조" in term.meaning
    assert not [one for one in term.sources if one.doubtful]


@pytest.mark.parametrize("id", IDS)
def test_questions_are_open(content: Catalogue, id: str) -> None:
    for question in of(content, id).questions:
        assert not [premise for premise in INVENTED if premise in question.text], question.text


def test_a_reader_can_follow_every_source(content: Catalogue) -> None:
    records = (*content.programs, *content.terms, *content.towns)
    seen = [*sources(records), *sources(content.site.history if content.site else ())]
    assert len(seen) > 100
    assert not [one for one in seen if not (one.title or one.url)]
    assert not [one for one in seen if "보존본" in f"{one.title}" and "기록관" not in f"{one.title}"]
    assert {one.kept for one in seen if "누리집" in f"{one.title}"} == {"2023-04"}
    assert not [one for one in seen if any(alias in f"{one.publisher} {one.url}" for alias in ALIASES)]


@pytest.mark.parametrize("id", IDS)
def test_every_report_says_what_it_takes_to_do_the_same(content: Catalogue, id: str) -> None:
    assert of(content, id).lessons.steps


def test_members_were_chosen_by_lot(content: Catalogue) -> None:
    step = of(content, "participation-week").lessons.steps[0].text
    assert all(words in step for words in ("공개모집", "추첨", "528명", "430명", "383명"))


def test_rules_are_those_that_a_source_names(content: Catalogue) -> None:
    rules = {program.id: [rule.title for rule in program.rules] for program in content.programs if program.rules}
    assert rules == {
        "official-leave": ["지방자치분권 및 지방행정체제개편에 관한 특별법", "근로기준법"],
        "participation-week": ["당진시 주민자치센터 설치에 관한 조례", "당진시 주민자치회 운영에 관한 조례"],
    }
    assert all(rule.sources for program in content.programs for rule in program.rules)


def test_what_the_lost_figure_of_the_fair_named_is_told(content: Catalogue) -> None:
    said = note(of(content, "policy-fair"), "lost")
    assert all(words in said for words in ("5개 세션", "우수사례 전시", "주민총회", "프리마켓"))


def test_village_self_governance_went_from_77_to_282(content: Catalogue) -> None:
    (line,) = [one for one in of(content, "participation-week").body.split("\n") if "77개 마을" in one]
    assert "282개 마을" in line


def test_the_city_s_way_goes_from_2015_to_2021_in_order(content: Catalogue) -> None:
    assert content.site is not None
    when = [f"{one.when}" for one in content.site.history]
    assert when == sorted(when)
    assert {one[:4] for one in when} == {f"{year}" for year in range(2015, 2022)}


def test_an_article_is_cited_in_one_way(content: Catalogue) -> None:
    """Two ways to cite one address are two sources in the list; editions of a set of data are two indeed."""
    ways: dict[str, set[tuple[str, str | None, str | None]]] = {}
    for record in content.records:
        if not (isinstance(record, Page) and record.english):
            for source in sources(record):
                if source.url and source.kind is not SourceKind.DATA:
                    ways.setdefault(source.url, set()).add((source.publisher, source.title, source.date))
    assert not {url: said for url, said in ways.items() if len(said) > 1}


def test_what_the_city_called_ongoing_has_the_date_of_the_copy(content: Catalogue) -> None:
    told = [one.text for program in content.programs for one in program.notes if "계속’으로 적혀" in one.text]
    assert len(told) >= 3
    assert all("2023년 4월의 시 누리집" in text for text in told)


def test_what_was_announced_is_not_told_as_done(content: Catalogue) -> None:
    steps = of(content, "participation-week").lessons.steps
    assert any("모색하기로 했습니다(2019년 7월 보도)" in step.text for step in steps)
