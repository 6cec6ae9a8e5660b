"""The forms that go out with a finished book say what is known of it, ask for the rest, and for no person."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.office import OfficeDocument, Paragraph, Table
from guidebook.model.print_format import PrintFormat
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.office.orders import OrderDetails, order_document, registration_document, reminders
from tests.conftest import CITIES, Change
from tests.paths import PACKAGES, TEMPLATES

PRESS = PrintFormat(id="press", title="인쇄소용", ink="cmyk", bleed=True, binding="press", multiple=4)
JOB = OrderDetails("마루군 길잡이 (견본)", "guide.pdf", PRESS, 64, 1200, colour=True, condition="Coated FOGRA39")
Form = Callable[[RenderContext, OrderDetails], OfficeDocument]
FORMS = pytest.mark.parametrize("form", [registration_document, order_document])
ELECTION = (
    "지방자치단체의 사업 실적을 알리는 간행물은 공직선거법 제86조 제5항의 제한을 받습니다. "
    "주문하기 전에 선거관리위원회에 문의하세요."
)
MAYOR = "이 서식에는 시장·군수·구청장의 이름, 사진, 인사말을 넣을 자리를 일부러 두지 않았습니다."
NOTICE = "공개 자료로 만든 견본입니다. 마루군이 운영하거나 발행하지 않습니다."


def edition(root: Path = CITIES / "maru") -> RenderContext:
    return context_of(load_content(root).catalogue.public(), TEMPLATES, PACKAGES)


def values(document: OfficeDocument) -> dict[str, str]:
    """What stands beside each name."""
    return {row[0]: row[1] for block in document.blocks if isinstance(block, Table) for row in block.rows if row[1:]}


@FORMS
def test_the_reminders_stand_before_all_else_and_the_notice_at_the_end(form: Form) -> None:
    blocks = form(edition(), JOB).blocks
    assert blocks[1] == Table((170,), ((ELECTION,), (MAYOR,)), head=False)
    assert blocks[-1] == Paragraph(NOTICE, small=True)


def test_the_registration_form_asks_what_the_archive_asks() -> None:
    assert values(registration_document(edition(), JOB)) == {
        "제목": "마루군 길잡이 (견본)",
        "용도": "",
        "발간 주기": "",
        "매체": "종이책, 전자 파일(PDF)",
        "판형": "A5 (148×210mm)",
        "쪽수": "64쪽",
        "내용 요약": "마루군의 마을자치 사업 하나와 찾아가는 길을 모았습니다.",
        "공개 여부": "□ 공개 / □ 부분 공개 / □ 비공개",
        "발행처": "마루 기록 모임",
        "담당 부서": "",
        "전화": "",
        "발행일": "2026. 11. 2.",
    }


def test_the_order_says_what_a_print_shop_asks_and_names_nobody() -> None:
    assert values(order_document(edition(), JOB)) == {
        "제목": "마루군 길잡이 (견본)",
        "파일 이름": "guide.pdf",
        "판형": "A5 (148×210mm)",
        "쪽수": "모두 64쪽: 표지 4쪽(파일의 1~2쪽과 63~64쪽), 내지 60쪽(파일의 3~62쪽)",
        "수량": "1,200부",
        "내지 종이": "",
        "표지 종이": "",
        "색": "4도(CMYK)",
        "재단 여분": "사방 3mm, 재단선 있음",
        "제본": "중철 제본",
        "파일 규격": "PDF/X-4",
        "출력 조건": "Coated FOGRA39",
        "발행처": "마루 기록 모임",
        "담당 부서": "",
        "전화": "",
        "납품 장소": "",
        "납품일": "",
    }


def test_what_the_host_wrote_once_need_not_be_written_again(change: Change, maru: Path) -> None:
    known = edition(CITIES / "yeoul")
    assert values(registration_document(known, JOB))["용도"] == "찾아오는 주민자치회에 나눠 주기"
    assert values(registration_document(known, JOB))["발간 주기"] == "해마다"
    assert values(order_document(known, JOB))["표지 종이"] == "아트지 250g/㎡"
    assert values(order_document(known, JOB))["내지 종이"] == "모조지 100g/㎡"
    change("site.yml", "name: 마루 기록 모임", "name: 마루 기록 모임\n  department: 자치과\n  phone: 043-222-0001")
    for form in (registration_document, order_document):
        asked = values(form(edition(maru), JOB))
        assert (asked["담당 부서"], asked["전화"]) == ("자치과", "043-222-0001")


@pytest.mark.parametrize(
    ("pages", "binding"),
    [
        (60, "중철 제본"),
        (62, "중철 제본. 쪽수가 4의 배수가 되도록 빈 쪽 2쪽을 추가해 주시기 바랍니다."),
        (64, "중철 제본"),
        (65, "무선 제본. 책등 너비는 인쇄소에서 계산해 주시기 바랍니다."),
        (68, "무선 제본. 책등 너비는 인쇄소에서 계산해 주시기 바랍니다."),
    ],
)
def test_a_book_of_more_than_sixty_four_pages_is_glued(pages: int, binding: str) -> None:
    assert values(order_document(edition(), replace(JOB, pages=pages)))["제본"] == binding


def test_size_pages_and_ink_are_those_of_the_book() -> None:
    plain = PrintFormat(id="office", title="복사기용", paper="sinkuk", ink="grey")
    job = replace(JOB, print_format=plain, pages=4, copies=None, colour=False, condition="")
    assert values(registration_document(edition(), job))["쪽수"] == "4쪽"
    asked = values(order_document(edition(), job))
    assert asked["판형"] == "신국판 (152×225mm)"
    assert asked["쪽수"] == "4쪽"
    assert asked["색"] == "1도(먹)"
    assert asked["재단 여분"] == "없음"
    assert asked["파일 규격"] == "PDF"
    assert asked["수량"] == asked["출력 조건"] == ""


@FORMS
def test_a_city_s_own_book_is_no_sample(form: Form, change: Change, maru: Path) -> None:
    change("site.yml", "published:", "official: true\npublished:")
    document = form(edition(maru), JOB)
    assert document.blocks[-1] == Paragraph("빈칸을 작성해 보내세요.", small=True)


class Latin(gettext.NullTranslations):
    """A language in which every syllable is `x`."""

    def gettext(self, message: str) -> str:
        return re.sub("[가-힣]", "x", message)


@FORMS
def test_every_word_can_be_said_in_another_language(form: Form) -> None:
    spoken = replace(edition(), words=Latin(), language="en")
    document = form(spoken, replace(JOB, title="Guide", print_format=PRESS.model_copy(update={"paper": "sinkuk"})))
    said = "".join(str(block) for block in document.blocks)
    for content in (spoken.site.description, spoken.site.publisher.name):
        said = said.replace(content, "")
    assert not re.search("[가-힣]", said)
    assert "xx" in said
    assert reminders(Latin().gettext)[0] in said
