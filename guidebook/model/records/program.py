"""A programme and its case report: the facts as the source document gives them, and the text."""

from __future__ import annotations

from math import inf
from typing import Annotated

from pydantic import Field, StringConstraints

from guidebook.model.label import Label
from guidebook.model.picture import Picture
from guidebook.model.record import PartialDate, Searchable, Slug, Words, Year
from guidebook.model.records.figures import Comparison, Indicator, Timetable
from guidebook.model.records.graphic import Graphic
from guidebook.model.records.lessons import LegalBasis, Lessons
from guidebook.model.records.report.program_parts import Bodies, Facts, Partnership, ProgramContact
from guidebook.model.records.report.question import Question
from guidebook.model.records.report.series import Series
from guidebook.model.source import Note
from guidebook.model.text import text


class Program(Searchable):
    """`content/programs/<id>.md`: front matter is this, the body is the report."""

    mark: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=3)] | None,
        Label(
            text("기호"),
            "사업의 기호. ㉠부터 ㉭까지 하나이거나 ‘15’, ‘가-2’처럼 세 글자까지의 숫자와 글자입니다. 없어도 됩니다.",
            "㉠",
            "모든 사업 목록과 페이지, 책의 표지",
        ),
    ] = None
    """The sign that it is known by; whether readers see it, says `emblems` of the site."""
    order: Annotated[
        int | None,
        Label(
            text("차례"),
            "사업의 차례. 작은 수가 먼저입니다. 적지 않으면 기호, 시작한 날, 제목의 순서로 놓입니다.",
            "1",
            "사업 목록, 책",
        ),
    ] = None
    """Left out, marks decide, then periods and titles."""
    name: Annotated[
        Words, Label(text("사업명"), "사업 표에 쓰는 짧은 이름", "강길 내기", "사업 목록, 찾아보기, 책의 차례")
    ]
    """Short name, as in the table of programmes."""
    name_en: Annotated[Words, Label(text("영어 이름"), "영어로 쓴 짧은 이름", "River path", "영어 페이지, 자료 파일")]
    title: Annotated[Words, Label(text("제목"), "사례 보고의 제목", "주민이 강길을 내다", "사례 보고 페이지와 책")]
    """The headline of the report."""
    summary: Annotated[
        Words,
        Label(text("요약"), "결과를 말하는 한 문장", "주민이 4km의 강길을 냈습니다.", "사업 목록, 첫 화면, 책의 차례"),
    ]
    """One sentence that says the result."""
    summary_en: Annotated[
        Words | None,
        Label(text("영어 요약"), "영어로 쓴 한 문장", "Residents built a river path of 4 km.", "영어 페이지"),
    ] = None
    as_of: Annotated[
        Year, Label(text("자료 기준 연도"), "어느 해의 사실인지", "2026", "사례 보고의 ‘자료 기준’", unit="년")
    ]
    follows: Annotated[
        Slug | None,
        Label(
            text("앞선 해의 보고"),
            "같은 사업을 앞선 해에 적은 보고의 아이디. 두 해의 사실을 나란히 보여 줍니다.",
            "river-path-2024",
            "사례 보고의 ‘해마다 달라진 점’",
        ),
    ] = None
    """The report of the same programme of an earlier year."""
    facts: Annotated[
        Facts, Label(text("사실"), "사실 상자. 출처에 없는 줄은 적지 않습니다.", shown="사례 보고, 사업별 개요")
    ]
    start: Annotated[
        PartialDate | None,
        Label(text("시작"), "시작한 날. 모르거나 늘 있던 일이면 적지 않습니다.", "2026-03", "사업 기간 표, 자료 파일"),
    ] = None
    """Left out where nobody knows or it has always been: such a programme has no bar on the timeline."""
    end: Annotated[
        PartialDate | None,
        Label(text("끝"), "끝난 날. 이어지는 사업이면 적지 않습니다.", "2026-09", "사업 기간 표, 자료 파일"),
    ] = None
    """Left out where the programme goes on."""
    offer: Annotated[Words, Label(text("사업내용"), "사업 표의 사업내용", "달마다 강길 고치기", "사업 표")]
    """사업내용 of the table of programmes."""
    claim: Annotated[
        Words | None,
        Label(
            text("특이사항"),
            "사업 표의 특이사항을 출처의 표현 그대로 적습니다. 우리가 하는 말이 아닙니다.",
            "도내 최초",
            "사업 표, 사실 상자",
        ),
    ] = None
    """특이사항 of that table: `전국 최초`; the source's own wording, never ours."""
    bodies: Annotated[
        tuple[Bodies, ...],
        Label(
            text("추진주체"),
            "함께한 기관과 단체를 민·관·사로 나누어 적습니다.",
            shown="사례 보고의 ‘추진주체’",
            wanted=True,
        ),
    ] = ()
    indicators: Annotated[
        tuple[Indicator, ...],
        Label(text("주요 통계"), "보고에 나오는 수치", shown="사례 보고, ‘주요 통계’, 첫 화면", wanted=True),
    ] = ()
    comparisons: Annotated[
        tuple[Comparison, ...], Label(text("비교"), "나란히 비교할 수치", shown="사례 보고의 비교 그림")
    ] = ()
    series: Annotated[
        tuple[Series, ...],
        Label(text("추이"), "해마다의 예산처럼 시기별로 이어지는 수치", shown="사례 보고의 ‘주요 통계’, 자료 파일"),
    ] = ()
    timetable: Annotated[
        Timetable | None, Label(text("시간표"), "여러 순서가 있는 행사의 시간표", shown="사례 보고")
    ] = None
    partnerships: Annotated[
        tuple[Partnership, ...],
        Label(text("협력"), "읍면동이나 단체가 함께한 일", shown="함께한 읍면동의 지도, 읍면동 페이지"),
    ] = ()
    graphic: Annotated[
        Graphic | None,
        Label(
            text("그림"),
            "보고의 핵심을 보이는 그림. 일곱 가지 가운데 하나만 적습니다.",
            "{ties: {title: 함께한 읍면동}}",
            "사례 보고의 그림",
        ),
    ] = None
    towns: Annotated[
        tuple[Slug, ...],
        Label(text("관련 읍면동"), "이 사업에 참여한 읍면동", "[gaon, naru]", "사례 보고, 읍면동 페이지"),
    ] = ()
    rules: Annotated[
        tuple[LegalBasis, ...],
        Label(text("근거 법규"), "사업의 근거가 된 조례나 법령", shown="사실 상자, 찾아보기, 자료 파일", wanted=True),
    ] = ()
    lessons: Annotated[
        Lessons,
        Label(
            text("따라 하려면"),
            "다른 지역에서 따라 할 때 필요한 것. 출처가 있는 것만 적고, 적지 않은 항목은 나오지 않습니다.",
            shown="사례 보고의 ‘따라 하려면’, 자료 파일",
            wanted=True,
        ),
    ] = Lessons()
    questions: Annotated[
        tuple[Question, ...],
        Label(text("질의 사항"), "현장에서 물어볼 질문", shown="누리집과 책의 ‘질의 사항’, 방문 안내책자", wanted=True),
    ] = ()
    contact: Annotated[
        ProgramContact | None,
        Label(text("문의처"), "이 사업을 물어볼 부서", shown="사례 보고의 ‘문의처’"),
    ] = None
    themes: Annotated[
        Annotated[tuple[Annotated[Words, StringConstraints(max_length=20)], ...], Field(max_length=5)],
        Label(
            text("주제"),
            "주제를 한두 낱말로 적습니다. 마을환경, 돌봄·복지, 문화·축제처럼 다른 도시도 쓰는 말이 좋습니다.",
            "[마을환경, 주민참여]",
            "자료 파일, 여러 도시의 사례를 모은 누리집",
        ),
    ] = ()
    notes: Annotated[
        tuple[Note, ...], Label(text("주석"), "본문과 수치에 붙이는 주석", shown="사례 보고의 ‘주석과 출처’, 책의 각주")
    ] = ()
    pictures: Annotated[
        tuple[Picture, ...],
        Label(
            text("사진"),
            "이 사업의 사진. 본문에 넣지 않은 첫 사진은 맨 위에, 나머지는 끝에 나옵니다.",
            shown="사례 보고 페이지와 책",
            wanted=True,
        ),
    ] = ()
    body: Annotated[
        str,
        Label(text("본문"), "머리글 아래에 마크다운으로 적는 사례 보고", shown="사례 보고 페이지와 책", wanted=True),
    ] = ""
    """Markdown."""

    @property
    def place(self) -> tuple[float, bool, str, str, str]:
        """By which programmes are sorted: order, mark, beginning, title; those without one stand behind those with.

        ㉠ counts as 1 and ㉭ as 14, so that a fifteenth programme may be known by 15.
        """
        mark = self.mark or ""
        return (
            inf if self.order is None else self.order,
            not mark,
            str(ord(mark) - ord("㉠") + 1) if len(mark) == 1 and "㉠" <= mark <= "㉭" else mark,
            self.start or str(self.as_of),
            self.title,
        )
