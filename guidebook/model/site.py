"""The settings of `site.yml`: the city, the publisher, and whether the city itself publishes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guidebook.model.clock import Clock
from guidebook.model.label import Label
from guidebook.model.record import KOREAN, Language, PartialDate, Slug, SubRecord, Words
from guidebook.model.records.emblem import Emblems
from guidebook.model.records.place_kinds import KindOfPlace, kinds_with
from guidebook.model.settings.arrangement import BookPart
from guidebook.model.settings.city import NOWHERE, City, Emergency, Holiday, Offices, Publisher
from guidebook.model.settings.cms import Cms
from guidebook.model.settings.columns import HygieneColumns, TableColumns
from guidebook.model.settings.history import Milestone
from guidebook.model.settings.printing import LONGEST_PATH, Attached, Printing
from guidebook.model.settings.showing import Certificate, Change, Grade, Highlight, Palette, Synonym
from guidebook.model.settings.vocabulary import OwnPlaceKind, OwnWords
from guidebook.model.settings.web_addresses import BASE_URL, REPORT
from guidebook.model.source import Source
from guidebook.model.text import text


class Site(SubRecord):
    """`content/site.yml`."""

    title: Annotated[
        Words, Label(text("제목"), "누리집과 책의 이름", "마루군 마을자치 길잡이", "첫 화면, 책의 표지, 판권지")
    ]
    title_en: Annotated[Words, Label(text("영어 제목"), "영어로 쓴 이름", "Maru-gun village guidebook", "영어 페이지")]
    short_title: Annotated[
        Words, Label(text("짧은 제목"), "머리말과 좁은 화면에 쓰는 이름", "마루군 길잡이", "페이지 상단, 책의 머리말")
    ]
    short_title_en: Annotated[
        Words | None,
        Label(text("영어 짧은 제목"), "영어로 쓴 짧은 이름. 없으면 영어 제목", "Maru guidebook", "영어 페이지 상단"),
    ] = None
    description: Annotated[
        Words,
        Label(
            text("소개"),
            "무엇을 모았는지 한 문장으로 적습니다.",
            "마루군의 마을자치 사업과 찾아가는 길을 모았습니다.",
            "첫 화면, 공유할 때의 설명, 책의 속표지",
        ),
    ]
    lead: Annotated[
        Words,
        Label(
            text("첫 문장"),
            "무슨 일이 있었는지 말하는 한 문장",
            "마루군 주민이 강가의 길을 함께 냈습니다.",
            "첫 화면, 책의 표지",
        ),
    ]
    city: Annotated[
        City, Label(text("시·군·구"), "어느 시·군·구의 이야기인지(글만 실으면 생략)", shown="모든 페이지, 책")
    ] = NOWHERE
    vocabulary: Annotated[
        OwnWords,
        Label(text("지역의 말"), "읍면동과 청사를 달리 부를 때만 적습니다.", shown="누리집, 책, 서식, 자료 파일"),
    ] = OwnWords()
    place_kinds: Annotated[
        tuple[OwnPlaceKind, ...],
        Label(text("장소의 종류"), "더 쓰거나 달리 부를 장소의 종류", shown="장소 페이지와 목록, 자료 파일"),
    ] = ()
    publisher: Annotated[
        Publisher, Label(text("발행처"), "이 누리집과 책을 만들고 답하는 곳", shown="페이지 하단, 판권지")
    ]
    official: Annotated[
        bool,
        Label(
            text("공식"),
            "시·군·구가 직접 운영할 때만 true로 적습니다. false이면 모든 페이지와 책에 견본이라고 적힙니다.",
            "false",
            "견본 알림",
        ),
    ] = False
    """True only where the city itself operates the site: removes the sample notice."""
    language: Annotated[
        Language,
        Label(
            text("언어"),
            "메뉴와 단추의 언어. guidebook/locale 폴더에 번역이 있는 언어의 코드를 적습니다.",
            "ko",
            "누리집, 책",
        ),
    ] = KOREAN
    licence: Annotated[
        Literal["cc-by-4.0", "kogl-0", "kogl-1", "kogl-2", "kogl-3", "kogl-4"],
        Label(
            text("이용 조건"),
            "우리가 쓴 글의 이용 조건. 공공누리는 official이 true일 때만 쓸 수 있습니다.",
            "cc-by-4.0",
            "페이지 하단, 판권지",
            choices={
                "cc-by-4.0": text("CC BY 4.0"),
                "kogl-0": text("공공누리 제0유형"),
                "kogl-1": text("공공누리 제1유형"),
                "kogl-2": text("공공누리 제2유형"),
                "kogl-3": text("공공누리 제3유형"),
                "kogl-4": text("공공누리 제4유형"),
            },
        ),
    ] = "cc-by-4.0"
    """A KOGL licence needs `official: true`: only a public body that holds all rights may attach it."""
    base_url: Annotated[
        Annotated[str, StringConstraints(pattern=BASE_URL, max_length=LONGEST_PATH)] | None,
        Label(
            text("누리집"),
            "누리집 주소. 있으면 책에 QR 코드를 찍고, 공유할 때 보이는 그림을 만듭니다.",
            '"https://example.org/maru/"',
            "책의 QR 코드, 판권지",
        ),
    ] = None
    published: Annotated[
        PartialDate,
        Label(
            text("발행일"),
            "누리집과 책에 적는 날짜. 만든 시각에서 자동으로 가져오지 않습니다.",
            "2026-11-02",
            "페이지 하단, 판권지, 자료 파일",
        ),
    ]
    """The date that site and book carry; never taken from the clock."""
    reviewed: Annotated[
        PartialDate | None,
        Label(text("최종 검토일"), "내용 전체를 마지막으로 검토한 날", "2026-11-01", "페이지 하단, 접근성 점검"),
    ] = None
    """When somebody last went through all of it."""
    report: Annotated[
        Annotated[str, StringConstraints(pattern=REPORT)] | None,
        Label(
            text("오류 알림 주소"),
            "오류를 알릴 주소(https://나 mailto:). {page} 자리에 페이지 주소가 들어갑니다.",
            '"mailto:maru@example.org?subject={page}"',
            "페이지 하단 ‘오류 알리기’",
        ),
    ] = None
    """Where readers tell of a mistake: the address of a form or a mail address. `{page}` in it becomes the page's."""
    certificate: Annotated[
        Certificate | None,
        Label(
            text("품질인증"),
            "웹 접근성 품질인증을 받았을 때만 적습니다. 없으면 인증 표시를 하지 않습니다.",
            shown="접근성 점검, 페이지 하단",
        ),
    ] = None
    synonyms: Annotated[
        tuple[Synonym, ...], Label(text("같은 뜻의 말"), "검색에서 같은 뜻으로 볼 말", shown="검색")
    ] = ()
    """What search takes for one word of the site; words of the glossary have their own."""
    changes: Annotated[
        tuple[Change, ...],
        Label(text("업데이트 내역"), "바뀐 내용. 최근 것부터 보입니다.", shown="첫 화면, 업데이트 내역, 알림(Atom)"),
    ] = ()
    """In any order; readers see the newest first."""
    document: Annotated[
        Source | None,
        Label(
            text("출처 문서"),
            "사례 보고를 옮긴 문서. 직접 쓴 보고이면 적지 않습니다.",
            "{kind: report, publisher: 마루 기록 모임, title: 마을자치 보고}",
            "출처 목록, 판권지",
        ),
    ] = None
    """The source document that the reports are taken from. Without one nothing speaks of it."""
    emblems: Annotated[
        Emblems,
        Label(
            text("사업 기호의 종류"),
            "사업마다 적은 기호를 보일지, 차례대로 번호를 붙일지, 아무것도 붙이지 않을지",
            "marks",
            "모든 사업 목록과 페이지, 책",
            choices={"marks": text("적은 기호"), "numbers": text("차례대로 번호"), "none": text("없음")},
        ),
    ] = "marks"
    menu: Annotated[
        tuple[Slug, ...],
        Label(
            text("메뉴의 차례"),
            "주 메뉴의 항목을 순서대로 적습니다. 글의 아이디와 programs, figures, routes, sites, restaurants, towns, "
            "visits, index, changes, data를 적습니다. 적지 않은 글은 뒤에 놓입니다.",
            "[overview, programs, towns]",
            "주 메뉴",
        ),
    ] = ()
    book: Annotated[
        tuple[BookPart, ...],
        Label(
            text("책의 부"),
            "안내책자의 부를 순서대로 적습니다. 적지 않은 부는 뒤에 놓입니다.",
            "[{part: programs, pages: [overview]}]",
            "책의 차례",
        ),
    ] = ()
    highlights: Annotated[
        tuple[Highlight, ...],
        Label(text("첫 화면의 주요 통계"), "첫 화면에 보일 수치. 셋까지 적습니다.", shown="첫 화면"),
    ] = ()
    """Up to three numbers for the home page."""
    palette: Annotated[Palette, Label(text("색"), "대표색과 강조색", shown="누리집, 책, 지도")] = Palette()
    offices: Annotated[
        Offices | None,
        Label(
            text("행정복지센터 운영시간"),
            "모든 행정복지센터가 함께 쓰는 운영시간",
            shown="읍면동 페이지, 일정, 방문 검사",
        ),
    ] = None
    holidays: Annotated[
        tuple[Holiday, ...], Label(text("임시공휴일"), "달력에 없는 휴무일: 임시공휴일, 선거일", shown="방문 검사")
    ] = ()
    grades: Annotated[
        tuple[Grade, ...], Label(text("위생등급의 종류"), "위생등급의 이름과 별", shown="음식점 페이지와 목록, 책")
    ] = ()
    hygiene_columns: Annotated[
        HygieneColumns,
        Label(text("명부의 열 제목"), "위생 부서의 표에서 열의 제목이 다를 때 적습니다.", shown="위생등급 가져오기"),
    ] = HygieneColumns()
    """How the city's own lists of hygiene designations head their columns."""
    columns: Annotated[
        TableColumns,
        Label(text("표의 열 제목"), "import table로 읽는 표에서 열의 제목이 다를 때 적습니다.", shown="표 가져오기"),
    ] = TableColumns()
    """How the city's own tables of records head their columns."""
    history: Annotated[
        tuple[Milestone, ...],
        Label(text("걸어온 길"), "지역의 주민자치에 해마다 있었던 일", shown="[[history]]를 넣은 글과 책"),
    ] = ()
    lunch_from: Annotated[
        Clock,
        Label(
            text("점심 시작(가장 이른)"),
            "점심은 이 시각부터 시작할 수 있습니다. 벗어나면 알려 줍니다.",
            '"11:30"',
            "방문 검사",
        ),
    ] = "11:30"
    lunch_until: Annotated[
        Clock,
        Label(
            text("점심 시작(가장 늦은)"),
            "점심은 이 시각까지 시작해야 합니다. 벗어나면 알려 줍니다.",
            '"13:30"',
            "방문 검사",
        ),
    ] = "13:30"
    """Lunch begins between these."""
    printing: Annotated[Printing, Label(text("인쇄"), "복사기와 인쇄소, 인쇄 서식", shown="책, 인쇄 서식")] = Printing()
    attachments: Annotated[Attached, Label(text("첨부파일"), "본문에 첨부한 파일의 크기 한도", shown="검사(check)")] = (
        Attached()
    )
    emergency: Annotated[
        tuple[Emergency, ...], Label(text("긴급 연락처"), "긴급할 때 거는 번호", shown="책의 긴급 연락처, 검색")
    ] = ()
    visits_dir: Annotated[
        Annotated[Words, Field(max_length=LONGEST_PATH)] | None,
        Label(
            text("방문 폴더"),
            "저장소 밖에 두는 방문 파일의 폴더. 콘텐츠 폴더에서 본 경로",
            "../visits",
            "표시하지 않음",
        ),
    ] = None
    """A second folder of visits outside a public repository, relative to the content folder."""
    cms: Annotated[
        Cms | None,
        Label(text("편집 양식"), "브라우저에서 콘텐츠를 고치는 양식이 저장할 곳", shown="편집 양식(output/admin)"),
    ] = None
    """Where the forms of the browser write; left out, they open a folder of the own computer."""

    @cached_property
    def kinds_of_places(self) -> Mapping[str, KindOfPlace]:
        """The kinds that a place may have, built in and own, by id."""
        return kinds_with(self.place_kinds)

    @property
    def certified(self) -> Certificate | None:
        """The certificate while it holds on the date that the site carries."""
        held = self.certificate
        return held if held and held.until[: len(self.published)] >= self.published else None

    def grade(self, id: str) -> Grade | None:
        """The grade of that id."""
        return next((grade for grade in self.grades if grade.id == id), None)

    def titled(self, language: str) -> str:
        """The title in the language of the interface: the English one in every language but Korean."""
        return self.title if language == KOREAN else self.title_en

    def short_titled(self, language: str) -> str:
        """The short title in the language of the interface."""
        return self.short_title if language == KOREAN else (self.short_title_en or self.title_en)
