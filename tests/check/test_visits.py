"""A visit that would go wrong is told so at its line, with what to do; a good one meets silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.diagnostic import Severity
from guidebook.plan.visiting import plan_visit
from tests.check.conftest import Change, judged, line, only

VISIT = "visits/hansol.yml"

OWN_STOPS = """stops:
  - {hall: gaon, text: 강길 이야기, stay: 60}
  - {site: river-museum, stay: 50}
  - {restaurant: ferry-table, lunch: true, stay: 60}
  - {hall: naru, text: 주민과 이야기, stay: 40}
"""


@pytest.fixture
def own_stops(change: Change) -> None:
    change(VISIT, "route: river-day\n", OWN_STOPS)


def test_a_good_visit_meets_silence(maru: Path) -> None:
    assert judged(maru) == []


def test_own_stops_meet_silence_too(maru: Path, own_stops: None) -> None:
    assert judged(maru) == []


class TestOpeningHours:
    def test_a_monday_visit_to_a_place_closed_on_mondays_warns(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2026-12-07")
        found = only(maru, "closed-on-arrival")
        assert found.severity is Severity.WARNING
        assert (Path(found.span.file).name, found.span.line) == ("hansol.yml", line(maru, VISIT, "date:"))
        assert "월요일은 '강 박물관'의 휴무일" in str(found.message)
        assert "월요일(공휴일이면 그다음 평일)" in str(found.message)
        assert "043-222-1100" in str(found.hint)
        assert "confirmed에 river-museum 아이디를" in str(found.hint)

    def test_a_stop_of_the_visit_itself_is_shown_at_its_own_line(
        self, maru: Path, change: Change, own_stops: None
    ) -> None:
        change(VISIT, "2026-12-03", "2026-12-07")
        assert only(maru, "closed-on-arrival").span.line == line(maru, VISIT, "river-museum")

    def test_who_has_asked_is_not_warned(self, maru: Path, change: Change, own_stops: None) -> None:
        change(VISIT, "2026-12-03", "2026-12-07")
        change(VISIT, "river-museum, stay: 50", "river-museum, stay: 50, confirmed: true")
        assert judged(maru) == []

    def test_who_has_asked_writes_the_place_into_the_visit_and_its_guide_is_confirmed_too(
        self, maru: Path, change: Change
    ) -> None:
        change(VISIT, "2026-12-03", "2026-12-07\nconfirmed: [river-museum]")
        assert judged(maru) == []
        catalogue = load_content(maru).catalogue
        entries = plan_visit(catalogue.visits[0], catalogue).entries
        assert [entry.spot.id for entry in entries if entry.stop.confirmed] == ["river-museum"]

    def test_a_place_that_is_not_visited_cannot_have_said_yes(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2026-12-03\nconfirmed: [river-musem]")
        found = only(maru, "unknown-confirmed")
        assert found.span.line == line(maru, VISIT, "confirmed:")
        assert "'river-museum'" in str(found.hint)

    def test_at_chuseok_offices_are_closed_by_name_and_the_village_perhaps(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2026-09-25")
        found = judged(maru)
        assert [one.code for one in found] == ["closed-on-arrival", "maybe-closed", "closed-on-arrival"]
        assert [one.span.line for one in found] == [line(maru, VISIT, "date:")] * 3
        assert "2026-09-25(추석)에 '가온면 행정복지센터' 방문지는 휴무입니다" in str(found[0].message)
        assert "'갈대 체험마을' 운영 여부가 분명하지 않습니다" in str(found[1].message)
        assert "일요일, 설날, 추석, 확인 필요" in str(found[1].message)
        assert "043-222-1000" in str(found[0].hint)

    def test_on_another_holiday_a_place_closed_at_the_feasts_is_open(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2026-10-09")
        assert {one.code for one in judged(maru)} == {"closed-on-arrival"}

    @pytest.mark.parametrize(
        ("closed", "asked"),
        [("신정·설·추석", True), ("명절 당일", True), ("실내시설 월요일 휴관", False), ("연중무휴", False)],
    )
    def test_only_words_for_the_feasts_are_taken_for_them(
        self, maru: Path, change: Change, closed: str, asked: bool
    ) -> None:
        change("sites/reed-village.yml", "closed: 일요일, 설날, 추석", f"closed: {closed}")
        change(VISIT, "2026-12-03", "2026-09-25")
        assert ("maybe-closed" in {one.code for one in judged(maru)}) is asked

    def test_a_place_without_a_rule_that_says_it_closes_on_holidays_is_asked(self, maru: Path, change: Change) -> None:
        change("sites/reed-village.yml", 'closed: 일요일, 설날, 추석\nopening: "Mo-Sa 10:00-17:00"', "closed: 국경일")
        change("sites/reed-village.yml", ", opening]", "]")
        change(VISIT, "2026-12-03", "2026-10-09")
        assert "maybe-closed" in {one.code for one in judged(maru)}

    def test_on_a_substitute_holiday_offices_are_closed_and_the_museum_opens_for_once(
        self, maru: Path, change: Change
    ) -> None:
        change(VISIT, "2026-12-03", "2026-10-05")
        closed = [str(one.message) for one in judged(maru) if one.code == "closed-on-arrival"]
        assert len(closed) == 2
        assert all("2026-10-05(개천절 대체 휴일)" in message and "행정복지센터" in message for message in closed)

    def test_the_museum_is_closed_on_the_day_after_instead(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2026-10-06")
        assert "'강 박물관' 방문지는 휴무입니다. 공휴일과 겹친 휴무일" in str(only(maru, "closed-on-arrival").message)

    def test_a_hall_with_hours_of_its_own_is_open_on_saturdays_and_the_other_is_not(
        self, maru: Path, change: Change
    ) -> None:
        own = '  hours: 월~토 09:00~18:00\n  opening: "Mo-Sa 09:00-18:00"\n  sources:'
        change("towns/gaon.yml", "  sources:", own)
        change(VISIT, "2026-12-03", "2026-12-05")
        closed = [str(one.message) for one in judged(maru) if one.code == "closed-on-arrival"]
        assert len(closed) == 1
        assert "나루면 행정복지센터" in closed[0]
        change("towns/gaon.yml", "  hours: 월~토 09:00~18:00\n", "")
        (fault,) = [one for one in judged(maru) if one.code == "hall-hours"]
        assert fault.span.line == line(maru, "towns/gaon.yml", "opening:")
        change("towns/gaon.yml", '"Mo-Sa 09:00-18:00"', '"월~토"')
        assert {"bad-opening", "hall-hours"} <= {one.code for one in judged(maru)}

    def test_on_a_saturday_the_town_halls_are_closed(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2026-12-05")
        found = judged(maru)
        assert {one.code for one in found} == {"closed-on-arrival"}
        assert ["토요일은 '가온면" in str(one.message) for one in found] == [True, False]
        assert ["토요일은 '나루면" in str(one.message) for one in found] == [False, True]

    def test_a_temporary_holiday_of_the_city_counts(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2026-12-11")
        assert any("2026-12-11(임시공휴일)에 '가온면" in str(one.message) for one in judged(maru))

    def test_before_the_doors_open_the_day_s_hours_are_said(self, maru: Path, change: Change, own_stops: None) -> None:
        change(VISIT, 'start: "10:00"', 'start: "08:40"')
        early = next(one for one in judged(maru) if one.code == "outside-hours")
        assert early.span.line == line(maru, VISIT, "hall: gaon")
        assert "(08:40~09:40)이 운영시간(09:00~12:00, 13:00~18:00)" in str(early.message)

    def test_hours_that_only_a_blog_has_are_marked_as_doubtful(
        self, maru: Path, change: Change, own_stops: None
    ) -> None:
        change(VISIT, "{hall: naru, text: 주민과 이야기, stay: 40}", "{site: reed-village, stay: 300}")
        change(VISIT, 'end: "16:00"\n', "")
        assert "확인 필요" in str(only(maru, "outside-hours").message)

    def test_an_office_at_lunch_is_told_apart_from_a_closed_one(
        self, maru: Path, change: Change, own_stops: None
    ) -> None:
        change("site.yml", "09:00-12:00,13:00-18:00", "09:00-18:00")
        change(VISIT, "{hall: gaon, text: 강길 이야기, stay: 60}", "{hall: gaon, text: 강길 이야기, stay: 130}")
        change(VISIT, 'end: "16:00"\n', "")
        found = only(maru, "office-lunch")
        assert found.span.line == line(maru, VISIT, "hall: gaon")
        assert "(10:00~12:10)에 점심시간" in str(found.message)

    def test_a_year_without_holidays_is_said_instead_of_guessed(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2035-12-05")
        found = only(maru, "unknown-holidays")
        assert found.span.line == line(maru, VISIT, "date:")
        assert "2035년은 공휴일 자료에 없는 해" in str(found.message)

    def test_visits_of_the_past_are_left_alone(self, maru: Path, change: Change) -> None:
        change(VISIT, "2026-12-03", "2026-12-07\nstatus: done\npeople_came: 27")
        assert judged(maru, notes=True) == []

    def test_a_rule_that_cannot_be_read_has_its_own_fault_only(self, maru: Path, change: Change) -> None:
        change("sites/river-museum.yml", "Tu-Su 09:00-18:00", "화~일 9시~18시")
        only(maru, "bad-opening")


class TestLunch:
    def test_eighty_people_in_a_place_of_forty_seats(self, maru: Path, change: Change) -> None:
        change(VISIT, "people: 28\ncopies: 30", "people: 80\ncopies: 80")
        found = only(maru, "few-seats")
        assert found.severity is Severity.WARNING
        assert found.span.line == line(maru, VISIT, "people:")
        assert "40석은 방문 인원 80명보다" in str(found.message)
        assert "lunch의 seats" in str(found.hint)

    def test_seats_that_the_host_asked_for_go_before_the_record(self, maru: Path, change: Change) -> None:
        change(VISIT, "people: 28\ncopies: 30", "people: 80\ncopies: 80")
        change(VISIT, "route: river-day\n", "route: river-day\nlunch:\n  restaurant: ferry-table\n  seats: 90\n")
        assert judged(maru) == []
        change(VISIT, "seats: 90", "seats: 79")
        assert only(maru, "few-seats").span.line == line(maru, VISIT, "seats: 79")

    def test_a_lunch_of_the_visit_that_is_closed_is_shown_where_it_was_chosen(self, maru: Path, change: Change) -> None:
        change("restaurants/ferry-table.yml", 'opening: "11:00-20:00"', 'opening: "Mo-We 11:00-20:00"')
        change(VISIT, "route: river-day\n", "route: river-day\nlunch:\n  restaurant: ferry-table\n")
        assert only(maru, "closed-on-arrival").span.line == line(maru, VISIT, "restaurant:")

    def test_a_day_without_lunch(self, maru: Path, change: Change, own_stops: None) -> None:
        change(VISIT, "lunch: true, ", "")
        found = only(maru, "no-lunch")
        assert found.span.line == line(maru, VISIT, "hall: gaon")
        assert "lunch: true" in str(found.hint)

    def test_an_afternoon_needs_no_lunch(self, maru: Path, change: Change, own_stops: None) -> None:
        change(VISIT, "lunch: true, ", "")
        change(VISIT, 'start: "10:00"\nend: "16:00"', 'start: "13:40"')
        assert judged(maru) == []

    def test_lunch_outside_the_city_s_lunch_time(self, maru: Path, change: Change) -> None:
        change("site.yml", "holidays:", 'lunch_from: "11:00"\nlunch_until: "12:00"\nholidays:')
        found = only(maru, "lunch-time")
        assert found.span.line == line(maru, VISIT, "start:")
        assert "12:10" in str(found.message)
        assert "11:00~12:00" in str(found.hint)

    def test_lunch_in_words_leaves_a_way_of_unknown_length(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day\n", "route: river-day\nlunch:\n  text: 큰손식당, 확인함\n")
        found = only(maru, "leg-unknown")
        assert found.severity is Severity.WARNING
        assert found.span.line == line(maru, VISIT, "큰손식당")


class TestCounts:
    def test_fewer_booklets_than_people(self, maru: Path, change: Change) -> None:
        change(VISIT, "copies: 30", "copies: 20")
        found = only(maru, "few-copies")
        assert (found.severity, found.span.line) == (Severity.WARNING, line(maru, VISIT, "copies:"))

    def test_people_have_come_before_the_visit_is_done(self, maru: Path, change: Change) -> None:
        change(VISIT, "copies: 30", "copies: 30\npeople_came: 27")
        found = only(maru, "came-not-done")
        assert found.span.line == line(maru, VISIT, "people_came:")
        assert "status: done" in str(found.hint)

    def test_a_schedule_that_ends_too_late_names_the_stop_to_shorten(self, maru: Path, change: Change) -> None:
        change(VISIT, 'end: "16:00"', 'end: "14:40"')
        found = only(maru, "ends-late")
        assert found.span.line == line(maru, VISIT, "end:")
        assert "15:00에 끝나, 종료 시각(end)보다 20분" in str(found.message)
        assert "'강길 이야기'(60분)" in str(found.hint)


class TestNames:
    def test_a_visit_leads_somewhere(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day\n", "")
        assert only(maru, "no-stops").severity is Severity.ERROR

    def test_a_mistyped_route_is_answered_with_the_nearest(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day", "route: river-dya")
        found = only(maru, "unknown-route")
        assert (found.severity, found.span.line) == (Severity.ERROR, line(maru, VISIT, "route:"))
        assert "'river-day'(강길을 따라 하루)" in str(found.hint)

    def test_a_programme_that_is_not_there(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day", "route: river-day\nprograms: [river-pth]")
        assert only(maru, "unknown-program").span.line == line(maru, VISIT, "programs:")

    def test_a_lunch_that_is_not_there(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day", "route: river-day\nlunch: {restaurant: fery-table}")
        assert "unknown-restaurant" in {one.code for one in judged(maru)}

    @pytest.mark.parametrize(
        ("file", "old", "new"),
        [
            (VISIT, "date: 2026-12-03", "date: 2026-02-30"),
            (VISIT, "2026-12-01 16:30", "2026-02-30 16:30"),
            ("site.yml", "date: 2026-12-11", "date: 2026-11-31"),
            ("site.yml", "{date: 2026-10-30", "{date: 2026-09-31"),
            ("programs/river-path.md", '{date: 2026-09-12, time: "14:00"', '{date: 2026-02-30, time: "14:00"'),
        ],
    )
    def test_a_day_that_no_calendar_has(self, maru: Path, change: Change, file: str, old: str, new: str) -> None:
        change(file, old, new)
        found = only(maru, "bad-date")
        assert (Path(found.span.file).name, found.span.line) == (Path(file).name, line(maru, file, new))


class TestNotes:
    def notes(self, content: Path) -> dict[str, str]:
        found = judged(content, notes=True)
        assert {one.severity for one in found} == {Severity.NOTE}
        return {one.code: f"{one.message} {one.hint}" for one in found}

    def test_estimated_ways_are_counted(self, maru: Path) -> None:
        assert "4곳" in self.notes(maru)["estimated-legs"]

    def test_a_zigzag_is_told_the_shorter_order(self, maru: Path, change: Change) -> None:
        stops = (
            "stops:\n  - {hall: gaon, stay: 10}\n  - {site: reed-village, stay: 10}\n"
            "  - {site: river-museum, stay: 10}\n  - {hall: naru, stay: 10}\n"
        )
        change(VISIT, "route: river-day\n", stops)
        said = self.notes(maru)["longer-order"]
        assert re.search(r"\d+% 깁니다", said)
        assert "가온면 행정복지센터 → 강 박물관 → 갈대 체험마을 → 나루면 행정복지센터" in said

    def test_a_place_known_roughly(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day\n", "stops:\n  - {hall: gaon, stay: 10}\n  - {site: old-fort, stay: 10}\n")
        assert "'옛 성터'" in self.notes(maru)["rough-place"]


def test_each_warning_is_a_korean_sentence_with_a_remedy(maru: Path, change: Change) -> None:
    change(VISIT, "2026-12-03", "2026-12-05")
    change(VISIT, "people: 28", "people: 280")
    change(VISIT, 'end: "16:00"', 'end: "11:00"')
    for one in judged(maru, notes=True):
        for said in (str(one.message), str(one.hint)):
            assert re.search("[가-힣]", said)
            assert "{" not in said
