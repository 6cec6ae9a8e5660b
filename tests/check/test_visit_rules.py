"""What a visit says that cannot be, or says twice, or leaves unsaid, is told at its line before anybody sets out."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.cli import clock, main
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.plan.visiting import plan_visit
from tests.check.conftest import Change, line

VISIT, ROUTE = "visits/hansol.yml", "routes/river-day.md"
OWN = """stops:
  - {hall: gaon, text: 강길 이야기, stay: 60}
  - {site: river-museum, stay: 50}
  - {text: 점심, town: gaon, lunch: true, stay: 60}
  - {hall: naru, text: 주민과 이야기, stay: 40}
"""


def found(content: Path, today: str | None = None) -> list[Diagnostic]:
    loaded = load_content(content)
    every = (*loaded.diagnostics, *check(loaded.catalogue, today))
    return [one for one in every if one.severity is not Severity.NOTE]


def only(content: Path, code: str, today: str | None = None) -> Diagnostic:
    every = found(content, today)
    assert [one.code for one in every] == [code], [(one.code, str(one.message)) for one in every]
    return every[0]


def second(content: Path, **changes: str) -> None:
    """A second visit like the first, with other values."""
    written = (content / VISIT).read_text(encoding="utf-8").replace("한솔시 주민자치회", "둘째 방문단")
    for key, value in changes.items():
        before = next(row for row in written.split("\n") if row.startswith(f"{key}:"))
        written = written.replace(before, f"{key}: {value}")
    (content / "visits" / "second.yml").write_text(written, encoding="utf-8")


class TestLunch:
    def test_lunch_named_at_the_foot_is_eaten_at_the_stop_without_a_place(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day\n", f"{OWN}lunch: {{restaurant: ferry-table, seats: 60}}\n")
        assert found(maru) == []
        catalogue = load_content(maru).catalogue
        (lunch,) = [one for one in plan_visit(catalogue.visits[0], catalogue).entries if one.stop.lunch]
        restaurant = catalogue.restaurant("ferry-table")
        assert restaurant is not None
        assert (lunch.spot.id, lunch.spot.name, lunch.spot.address, lunch.spot.phone) == (
            "ferry-table",
            restaurant.name,
            restaurant.address,
            restaurant.phone,
        )

    def test_lunch_in_words_is_shown_there_too(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day\n", f"{OWN}lunch: {{text: 나루 잔칫집, seats: 60}}\n")
        catalogue = load_content(maru).catalogue
        titles = [entry.title for entry in plan_visit(catalogue.visits[0], catalogue).entries]
        assert titles[2] == "나루 잔칫집"

    def test_seats_alone_take_no_place_away(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day\n", "route: river-day\nlunch: {seats: 60}\n")
        catalogue = load_content(maru).catalogue
        assert [one.spot.id for one in plan_visit(catalogue.visits[0], catalogue).entries][2] == "ferry-table"

    def test_lunch_without_a_stop_for_it_is_an_error(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day\n", f"{OWN.replace(', lunch: true', '')}lunch: {{restaurant: ferry-table}}\n")
        (fault,) = [one for one in found(maru) if one.code == "lunch-nowhere"]
        assert (fault.severity, fault.span.line) == (Severity.ERROR, line(maru, VISIT, "lunch:"))

    def test_two_lunches_are_an_error(self, maru: Path, change: Change) -> None:
        other = (maru / "restaurants/ferry-table.yml").read_text(encoding="utf-8")
        named = other.replace("name: ", "name: 다른 ", 1)
        (maru / "restaurants" / "other-table.yml").write_text(named, encoding="utf-8")
        own = OWN.replace("text: 점심, town: gaon", "restaurant: other-table")
        change(VISIT, "route: river-day\n", f"{own}lunch: {{restaurant: ferry-table}}\n")
        assert "'other-table', lunch는 'ferry-table'" in str(only(maru, "lunch-twice").message)

    @pytest.mark.parametrize("lunch", ["text: 다른 밥집", "restaurant: ferry-table, text: 다른 밥집"])
    def test_a_lunch_in_words_beside_a_stop_at_a_restaurant_is_an_error(
        self, maru: Path, change: Change, lunch: str
    ) -> None:
        own = OWN.replace("text: 점심, town: gaon", "restaurant: ferry-table")
        change(VISIT, "route: river-day\n", f"{own}lunch: {{{lunch}}}\n")
        fault = only(maru, "lunch-twice")
        assert (fault.severity, fault.span.line) == (Severity.ERROR, line(maru, VISIT, "다른 밥집"))

    @pytest.mark.parametrize(
        ("people", "seats", "asked"), [(200, "", True), (200, ", seats: 240", False), (30, "", False)]
    )
    def test_a_large_group_is_asked_for_its_seats(
        self, maru: Path, change: Change, people: int, seats: str, asked: bool
    ) -> None:
        change(VISIT, "people: 28\ncopies: 30", f"people: {people}\ncopies: {people}")
        change(VISIT, "route: river-day\n", f"{OWN}lunch: {{text: 나루 잔칫집{seats}}}\n")
        told = [one for one in found(maru) if one.code == "seats-unsaid"]
        assert len(told) == asked
        assert all(f"{people}명이 앉을 수 있는지" in str(one.message) for one in told)


class TestMidnight:
    def test_a_route_past_midnight_is_an_error_at_the_stay_that_passes_it(self, maru: Path, change: Change) -> None:
        change(ROUTE, "{site: reed-village, stay: 45}", "{site: reed-village, stay: 720}")
        faults = [one for one in found(maru) if one.code == "past-midnight"]
        assert [(Path(one.span.file).name, one.severity) for one in faults] == [
            ("river-day.md", Severity.ERROR),
            ("hansol.yml", Severity.ERROR),
        ]
        assert faults[0].span.line == line(maru, ROUTE, "reed-village")
        assert "720분이어서 자정을 넘깁니다" in str(faults[0].message)

    def test_a_visit_with_stops_of_its_own_is_shown_its_stop(self, maru: Path, change: Change) -> None:
        change(VISIT, "route: river-day\n", OWN.replace("stay: 40", "stay: 700"))
        change(VISIT, 'end: "16:00"\n', "")
        (fault,) = [one for one in found(maru) if one.code == "past-midnight"]
        assert fault.span.line == line(maru, VISIT, "stay: 700")

    def test_midnight_itself_is_today(self, maru: Path, change: Change) -> None:
        catalogue = load_content(maru).catalogue
        left = 24 * 60 - plan_visit(catalogue.visits[0], catalogue).end
        change(ROUTE, "text: 주민과 이야기, stay: 40", f"text: 주민과 이야기, stay: {40 + left}")
        change(VISIT, 'end: "16:00"\n', "")
        assert "past-midnight" not in {one.code for one in found(maru)}
        change(ROUTE, f"stay: {40 + left}", f"stay: {41 + left}")
        assert "past-midnight" in {one.code for one in found(maru)}


class TestSeveralVisits:
    def test_two_at_one_time_in_one_place_are_told(self, maru: Path) -> None:
        second(maru)
        told = [one for one in found(maru) if one.code == "two-at-once"]
        assert len(told) == 5
        assert {Path(one.span.file).name for one in told} == {"second.yml"}
        assert "2026-12-03 10:00~11:00에 '가온면 행정복지센터' 방문이 '한솔시 주민자치회'" in str(told[0].message)

    @pytest.mark.parametrize("changes", [{"date": "2026-12-04"}, {"start": '"11:00"'}])
    def test_another_day_or_one_hour_behind_the_other_is_no_fault(self, maru: Path, changes: dict[str, str]) -> None:
        second(maru, **changes)
        told = [str(one.message) for one in found(maru) if one.code == "two-at-once"]
        assert not any("가온면" in one for one in told)

    def test_messages_of_each_visit_stand_together_under_its_name(
        self, maru: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        second(maru, date="2026-12-07")
        assert main(["check", "--content", str(maru), "--date", "2026-11-01"]) == 0
        lines = capsys.readouterr().out.split("\n")
        heads = [one for one in lines if one.startswith("[")]
        assert heads == ["[둘째 방문단, 2026-12-07]", "[한솔시 주민자치회, 2026-12-03]"]
        first, last = (lines.index(head) for head in heads)
        assert all("hansol.yml" not in one for one in lines[first:last])
        assert all("second.yml" not in one for one in lines[last:])

    def test_a_visit_that_cannot_be_read_goes_by_its_id(self, maru: Path, capsys: pytest.CaptureFixture[str]) -> None:
        second(maru, people="많음")
        assert main(["check", "--content", str(maru), "--date", "2026-11-01"]) == 1
        assert "[second]\n" in capsys.readouterr().out


class TestDays:
    def test_a_planned_visit_in_the_past_is_told_by_who_knows_the_day(self, maru: Path) -> None:
        assert found(maru, "2026-12-03") == []
        fault = only(maru, "visit-past", "2026-12-04")
        assert (fault.severity, fault.span.line) == (Severity.WARNING, line(maru, VISIT, "date:"))
        assert "오늘은 2026-12-04입니다" in str(fault.message)

    @pytest.mark.parametrize("status", ["done", "cancelled"])
    def test_one_that_is_over_is_not(self, maru: Path, change: Change, status: str) -> None:
        change(VISIT, "edition_at:", f"status: {status}\nedition_at:")
        assert found(maru, "2027-01-01") == []

    def test_nothing_is_done_before_its_day(self, maru: Path, change: Change) -> None:
        change(VISIT, "edition_at:", "status: done\nedition_at:")
        fault = only(maru, "done-early", "2026-12-02")
        assert (fault.severity, fault.span.line) == (Severity.WARNING, line(maru, VISIT, "status:"))

    @pytest.mark.parametrize(("came", "codes"), [(56, []), (57, ["came-too-many"])])
    def test_many_more_than_expected_are_a_slip_of_the_pen(
        self, maru: Path, change: Change, came: int, codes: list[str]
    ) -> None:
        change(VISIT, "edition_at:", f"status: done\npeople_came: {came}\nedition_at:")
        assert [fault.code for fault in found(maru)] == codes

    def test_the_command_knows_what_day_it_is_or_is_told(
        self, maru: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(clock, "today", lambda: "2026-12-25")
        assert main(["check", "--content", str(maru)]) == 0
        assert "warning[visit-past]" in capsys.readouterr().out
        assert main(["check", "--content", str(maru), "--date", "2026-12-01"]) == 0
        assert "visit-past" not in capsys.readouterr().out

    def test_a_booklet_made_after_the_visit_is_told(self, maru: Path, change: Change) -> None:
        change(VISIT, "edition_at: 2026-12-01", "edition_at: 2026-12-30")
        assert only(maru, "edition-late").span.line == line(maru, VISIT, "edition_at:")

    @pytest.mark.parametrize(
        ("edition", "moment", "told"),
        [
            ("2", "2026-12-01 16:30", True),
            ("2", "2026-12-02 09:00", False),
            ("1", "2026-12-01 16:30", False),
        ],
    )
    def test_a_new_edition_with_the_old_moment_is_told_by_the_last_pack(
        self, maru: Path, change: Change, capsys: pytest.CaptureFixture[str], edition: str, moment: str, told: bool
    ) -> None:
        from guidebook.export.visit_calendar import visit_calendar
        from guidebook.words import catalogue as words

        catalogue = load_content(maru).catalogue
        (visit,), site = catalogue.visits, catalogue.site
        assert site is not None
        pack = maru.parent / "output" / "print" / "hansol"
        pack.mkdir(parents=True)
        calendar = visit_calendar(visit, plan_visit(visit, catalogue), site, words("ko"))
        (pack / "일정.ics").write_bytes(calendar)
        change(VISIT, "edition_at: 2026-12-01 16:30", f"edition: {edition}\nedition_at: {moment}")
        arguments = ["check", "--content", str(maru), "--output", str(maru.parent / "output"), "--date", "2026-12-01"]
        assert main(arguments) == 0
        said = capsys.readouterr().out
        assert ("2판인데 edition_at(2026-12-01 16:30)은 1판을 만든 때 그대로입니다" in said) is told


def test_stops_beside_a_route_are_told(maru: Path, change: Change) -> None:
    change(VISIT, "route: river-day\n", f"route: river-day\n{OWN}lunch: {{restaurant: ferry-table}}\n")
    fault = only(maru, "stops-and-route")
    assert (fault.severity, fault.span.line) == (Severity.WARNING, line(maru, VISIT, "route:"))
