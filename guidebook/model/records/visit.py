"""One delegation's visit. Private: nothing of it reaches the public site unless `public` says so."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guidebook.model.clock import Clock
from guidebook.model.label import Label
from guidebook.model.record import Language, Record, Slug, Words
from guidebook.model.records.delegation import Coach, Contact, Count, Departure, Group, Host, Lunch, Name, Table
from guidebook.model.records.fees import Payer
from guidebook.model.records.imports import Imports
from guidebook.model.records.stop import Minutes, Stop
from guidebook.model.text import text

DAY = r"^20[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
MOMENT = r"^20[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]$"

Day = Annotated[str, StringConstraints(pattern=DAY)]
Moment = Annotated[str, StringConstraints(pattern=MOMENT)]
"""`2026-12-01 16:30`."""
FurtherFormat = Literal["office-plain", "press", "large-print"]
"""Print formats of which a pack has booklets only where a visit asks for them."""


class Status(StrEnum):
    """준비 중, 다녀감, 취소."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class Visit(Record):
    """`content/visits/<id>.yml`."""

    delegation: Annotated[Name, Label(text("방문단"), "방문단의 이름", "한솔시 주민자치회", "모든 방문 자료")]
    language: Annotated[
        Language | None,
        Label(
            text("언어"),
            "방문단이 읽는 언어의 코드. 없으면 누리집의 언어. 확인표와 인쇄 방법처럼 담당자가 보는 자료는 "
            "누리집의 언어로 나옵니다.",
            "en",
            "방문단에게 주는 자료",
        ),
    ] = None
    """What the visitors read; the host's own papers stay in the site's language."""
    people: Annotated[Count, Label(text("인원"), "방문 인원", "28", "모든 방문 자료", unit="명")]
    copies: Annotated[
        Count,
        Label(text("부수"), "안내책자를 찍을 부수. --copies로 바꿀 수 있습니다.", "30", "인쇄 방법, 확인표", unit="부"),
    ]
    """Booklets for the copier."""
    editions: Annotated[
        dict[FurtherFormat, Count],
        Label(
            text("판마다 부수"),
            "다른 판을 찍을 부수. 없으면 copies와 같습니다. --copies large-print=3으로 바꿀 수 있습니다.",
            "{large-print: 3}",
            "인쇄 방법, 확인표",
        ),
    ] = Field(default_factory=dict)
    """Further print formats of the booklet, and how many of each: `{large-print: 3}`."""
    date: Annotated[Day, Label(text("날짜"), "방문하는 날. 여러 날이면 첫날", "2026-12-03", "모든 방문 자료")]
    start: Annotated[Clock, Label(text("도착 시각"), "첫날 첫 방문지에 도착하는 시각", '"10:00"', "모든 방문 자료")]
    end: Annotated[
        Clock | None,
        Label(
            text("종료 시각"),
            "돌아가야 할 시각. 여러 날이면 마지막 날의 것. 일정이 이보다 늦게 끝나면 알려 줍니다.",
            '"15:30"',
            "방문 검사(check)",
        ),
    ] = None
    """When the delegation must be on its way home."""
    route: Annotated[
        Slug | None,
        Label(
            text("코스"), "코스의 방문지를 그대로 따릅니다. route나 stops 가운데 하나를 적습니다.", "river-day", "일정"
        ),
    ] = None
    stops: Annotated[
        tuple[Stop, ...],
        Label(
            text("방문지"),
            "코스 대신 이 방문만의 방문지. route나 stops 가운데 하나를 적습니다.",
            "[{site: river-museum, stay: 60}]",
            "일정",
        ),
    ] = ()
    """Own stops, instead of a route's."""
    confirmed: Annotated[
        tuple[Slug, ...],
        Label(
            text("확인한 곳"),
            "전화로 확인한 장소, 읍면동, 음식점의 아이디",
            "[river-museum, gaon]",
            "확인표 ‘확인함’, 일정 ‘해설 확인’, 보낼 글에서 다시 묻지 않음",
        ),
    ] = ()
    """Ids of sites, towns (their halls) and restaurants that have said yes: their stops count as `confirmed`."""
    buffer: Annotated[Minutes, Label(text("여유"), "이동할 때마다 더하는 시간", "5", "일정", unit="분")] = 5
    """Minutes added to every leg, for boarding and late starts."""
    programs: Annotated[
        tuple[Slug, ...],
        Label(
            text("사업"),
            "안내책자에 넣을 사례 보고. 없으면 코스의 것, 코스를 적지 않았으면 방문지(stops)에 적은 사업",
            "[river-path]",
            "안내책자, 결과보고 ‘받은 자료’",
        ),
    ] = ()
    """The reports in the booklet; the route's own where left out, without a route those that stops name."""
    host: Annotated[
        Host,
        Label(text("담당 부서"), "방문단을 맞이하는 부서", shown="안내책자, 일정표, 보낼 글, 결과보고, 환영 안내판"),
    ]
    contact: Annotated[
        Contact | None,
        Label(text("방문단 담당"), "방문단 쪽에서 물어볼 부서", shown="긴급 연락처, 확인표, 보낼 글(방문단)"),
    ] = None
    """Whom to ask in the delegation."""
    depart: Annotated[
        Departure | None,
        Label(text("출발"), "방문단이 출발하는 곳과 시각", shown="일정, 일정표, 달력, 보낼 글(방문단, 버스 기사님)"),
    ] = None
    """Where and when the delegation sets off at home."""
    coaches: Annotated[
        tuple[Coach, ...],
        Label(
            text("버스"),
            "타고 오는 버스. 없으면 버스 한 대에 모두 타는 것으로 봅니다.",
            shown="일정, 일정표, 확인표, 보낼 글(버스마다 하나)",
        ),
    ] = ()
    """The coaches; left out, the driver's text is for one that takes everyone."""
    groups: Annotated[
        tuple[Group, ...],
        Label(
            text("조"),
            "나뉘어 다니다가 다시 만날 때, 조마다 한 항목. 방문지(stops)의 group에 조의 이름을 적습니다.",
            shown="일정, 확인표, 보낼 글",
        ),
    ] = ()
    """Parts of the delegation that go ways of their own for a while."""
    diet: Annotated[
        tuple[Words, ...],
        Label(
            text("식사"),
            "못 드시는 음식: 종류와 수. 사람의 이름은 적지 않습니다.",
            "[채식 2명]",
            "확인표, 보낼 글(음식점)",
        ),
    ] = ()
    """What the restaurant must know, in kinds and numbers, never names: `채식 2명`."""
    mobility: Annotated[
        tuple[Words, ...],
        Label(
            text("거동이 불편한 분"),
            "거동이 불편한 분: 종류와 수. 사람의 이름은 적지 않습니다.",
            "[휠체어 1명]",
            "확인표, 보낼 글(버스 기사님, 해설)",
        ),
    ] = ()
    """What guides and drivers must know, in kinds and numbers, never names: `휠체어 1명`."""
    goals: Annotated[
        tuple[Words, ...],
        Label(
            text("방문 목적"), "조사할 것", "[주민총회 준비 과정]", "안내책자 ‘조사·질의 사항’, 결과보고 ‘방문 목적’"
        ),
    ] = ()
    questions: Annotated[
        tuple[Words, ...],
        Label(
            text("질의 사항"),
            "사업의 질문 대신 쓰는 질문",
            "[예산은 누가 정했습니까?]",
            "안내책자 ‘질의 사항’, 결과보고 ‘질의응답’",
        ),
    ] = ()
    """Instead of the questions of the chosen programmes."""
    lunch: Annotated[
        Lunch | None,
        Label(
            text("점심"),
            "점심 먹는 곳. 코스에서 lunch: true로 적은 자리에 들어갑니다.",
            "{restaurant: ferry-table}",
            "일정, 달력, 보낼 글, 확인표",
        ),
    ] = None
    payers: Annotated[
        tuple[Payer, ...],
        Label(
            text("요금 내는 사람"),
            "어른, 어린이처럼 요금이 다를 때 대상마다 인원. 합이 people과 같아야 입장료를 계산합니다.",
            "[{who: 어른, people: 26}, {who: 어린이, people: 2}]",
            "확인표",
        ),
    ] = ()
    """How many pay which fee, where it is not the same for all."""
    meals: Annotated[
        tuple[Table, ...],
        Label(
            text("식사 장소"),
            "나누어 먹거나 아침, 저녁도 정할 때 lunch 대신 적습니다. 한 끼를 여러 곳에서 먹으면 곳마다 하나씩",
            shown="일정, 달력, 보낼 글, 확인표",
        ),
    ] = ()
    """Where they eat, where one lunch for all does not say it."""
    remarks: Annotated[
        Words | None, Label(text("비고"), "덧붙일 말", "비가 오면 실내로 바꿉니다.", "안내책자 일정, 확인표")
    ] = None
    revision: Annotated[
        Annotated[int, Field(ge=1)], Label(text("판"), "몇째 판인지", "2", "표지, 일정표, 확인표, 달력(고친 횟수)")
    ] = Field(default=1, alias="edition")
    """판: how often the booklet has been made, counted from 1."""
    changed: Annotated[
        tuple[Words, ...],
        Label(
            text("변경 사항"),
            "이전 판과 달라진 점. 2판부터 적고, 1판에는 적지 않습니다.",
            "[점심 장소를 바꾸었습니다.]",
            "안내책자 ‘1판과 달라진 것’, 일정표, 확인표, 보낼 글",
        ),
    ] = ()
    """What is different from the revision before, a line each: `점심 장소를 바꾸었습니다`."""
    revision_at: Annotated[
        Moment,
        Label(
            text("판의 날짜"),
            "이 판을 만든 때. 판을 올릴 때 함께 고칩니다.",
            "2026-12-02 09:10",
            "표지, 일정표, 판권지",
        ),
    ] = Field(alias="edition_at")
    """When this revision was made."""
    colour: Annotated[bool, Label(text("색"), "복사기가 색을 찍는지", "false", "인쇄 방법, 복사기용")] = False
    """Whether the copier prints colour."""
    status: Annotated[
        Status,
        Label(
            text("상태"),
            "준비 중인지, 완료되었는지, 취소되었는지",
            "planned",
            "달력, 한 해 집계",
            choices={"planned": text("준비 중"), "done": text("완료"), "cancelled": text("취소")},
        ),
    ] = Status.PLANNED
    people_came: Annotated[
        Annotated[int, Field(ge=0, le=10000)] | None,
        Label(
            text("실제 인원"),
            "실제로 온 인원. 방문이 끝난 뒤에 적습니다.",
            "26",
            "결과보고 ‘인원’, 한 해 집계",
            unit="명",
        ),
    ] = None
    public: Annotated[
        bool, Label(text("공개"), "누리집의 방문 목록에 이름, 날짜, 인원, 본 사업만 싣습니다.", "false", "누리집")
    ] = False

    imports: Imports = ()

    def copies_of(self, format_id: str) -> int:
        """How many booklets of a print format: its own number, else that of the booklets for the copier."""
        return next((count for name, count in self.editions.items() if name == format_id), self.copies)
