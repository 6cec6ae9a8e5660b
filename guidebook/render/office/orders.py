"""Office documents for a finished book: the form for a registration number, and the order to a print shop.

What the content does not say is an empty cell to write in. Nothing asks for a person's name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table
from guidebook.model.print_format import BLEED, PrintFormat
from guidebook.model.wording.dates import written
from guidebook.model.wording.numbers import number
from guidebook.model.wording.sample import notice
from guidebook.render.context import RenderContext
from guidebook.render.text.labels import title_of

FORM = (40, 130)
"""Column widths of names and values, in millimetres."""
ROW, HIGH_ROW = 8, 12
"""Least heights of rows in millimetres: a line of handwriting, and one with room around it on the shorter form."""
STITCHED = 64
"""With so many pages a book can still be stitched through its fold."""
LEAF = 4
"""Pages of a folded sheet. The outermost is the cover: the file's first two pages and its last two."""

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OrderDetails:
    """A finished book, as whoever prints or registers it must know it."""

    title: str
    file: str
    """The name of its PDF."""
    print_format: PrintFormat
    pages: int
    """As they are counted in the file, with the cover."""
    copies: int | None
    """How many to print; None where that is not yet known."""
    colour: bool
    condition: str
    """The printing condition that the file's output intent names; empty where it names none."""
    summary: str = ""
    """What the book holds; empty where the site's description says it."""


def registration_document(context: RenderContext, job: OrderDetails) -> OfficeDocument:
    """발간등록 신청 자료: what the archive asks before it gives a registration number."""
    words, site = context.words.gettext, context.site
    book = (
        (words("제목"), job.title),
        (title_of("Printing", "purpose", words), site.printing.purpose or ""),
        (title_of("Printing", "frequency", words), site.printing.frequency or ""),
        (words("매체"), words("종이책, 전자 파일(PDF)")),
        (words("판형"), _size(context, job.print_format)),
        (words("쪽수"), words("{count}쪽").format(count=job.pages)),
        (words("내용 요약"), job.summary or site.description),
        (words("공개 여부"), words("□ 공개 / □ 부분 공개 / □ 비공개")),
    )
    publishing = (*_publisher(context), (words("발행일"), written(site.published, context.language, words)))
    return _form(
        context,
        words("발간등록 신청 자료"),
        job,
        (Heading(words("도서 정보")), _table(book, HIGH_ROW), Heading(words("발행")), _table(publishing, HIGH_ROW)),
    )


def order_document(context: RenderContext, job: OrderDetails) -> OfficeDocument:
    """인쇄 주문서: what a print shop needs to know beside the file."""
    words, printing = context.words.gettext, context.site.printing
    book = (
        (words("제목"), job.title),
        (words("파일 이름"), job.file),
        (words("판형"), _size(context, job.print_format)),
        (words("쪽수"), _counted(job.pages, words)),
        (words("수량"), "" if job.copies is None else words("{count}부").format(count=number(job.copies))),
    )
    making = (
        (title_of("Printing", "inner_paper", words), printing.inner_paper or ""),
        (title_of("Printing", "cover_paper", words), printing.cover_paper or ""),
        (words("색"), words("4도(CMYK)") if job.colour else words("1도(먹)")),
        (words("재단 여분"), _bleed(job.print_format, words)),
        (words("제본"), _binding(job.pages, words)),
        (words("파일 규격"), "PDF/X-4" if job.print_format.ink == "cmyk" else "PDF"),
        (words("출력 조건"), job.condition),
    )
    delivery = (*_publisher(context), (words("납품 장소"), ""), (words("납품일"), ""))
    blocks = (
        *(Heading(words("도서 정보")), _table(book)),
        *(Heading(words("제작 사양")), _table(making)),
        *(Heading(words("주문·납품")), _table(delivery)),
    )
    return _form(context, words("인쇄 주문서"), job, blocks)


def reminders(words: Callable[[str], str]) -> tuple[str, str]:
    """What must be thought of before a book is ordered, the same on every form."""
    return (
        words(
            "지방자치단체의 사업 실적을 알리는 간행물은 공직선거법 제86조 제5항의 제한을 받습니다. "
            "주문하기 전에 선거관리위원회에 문의하세요."
        ),
        words("이 서식에는 시장·군수·구청장의 이름, 사진, 인사말을 넣을 자리를 일부러 두지 않았습니다."),
    )


def _form(context: RenderContext, name: str, job: OrderDetails, blocks: tuple[Block, ...]) -> OfficeDocument:
    words = context.words.gettext
    remember = Table((sum(FORM),), tuple((line,) for line in reminders(words)), head=False)
    closing = (words("빈칸을 작성해 보내세요."), notice(context.site, context.language, context.words))
    return OfficeDocument(
        f"{name} - {job.title}",
        context.site.publisher.named(context.language),
        (Heading(name, 1), remember, *blocks, *(Paragraph(line, small=True) for line in closing if line)),
    )


def _table(rows: tuple[Row, ...], height: int = ROW) -> Table:
    return Table(FORM, rows, head=False, height=height)


def _publisher(context: RenderContext) -> tuple[Row, ...]:
    words, publisher = context.words.gettext, context.site.publisher
    return (
        (words("발행처"), publisher.named(context.language)),
        (
            title_of("Publisher", "department", words),
            " ".join(part for part in (publisher.department, publisher.duty) if part),
        ),
        (title_of("Publisher", "phone", words), publisher.phone or ""),
    )


def _size(context: RenderContext, print_format: PrintFormat) -> str:
    sheet = print_format.sheet
    name = context.words.gettext("신국판") if print_format.paper == "sinkuk" else sheet.title
    return f"{name} ({sheet.width:g}×{sheet.height:g}mm)"


def _counted(pages: int, words: Callable[[str], str]) -> str:
    if pages <= LEAF:
        return words("{count}쪽").format(count=pages)
    return words(
        "모두 {count}쪽: 표지 {cover}쪽(파일의 1~2쪽과 {late}~{count}쪽), 내지 {inner}쪽(파일의 3~{last}쪽)"
    ).format(count=pages, cover=LEAF, late=pages - 1, inner=pages - LEAF, last=pages - 2)


def _bleed(print_format: PrintFormat, words: Callable[[str], str]) -> str:
    if not print_format.bleed:
        return words("없음")
    return words("사방 {millimetres}mm, 재단선 있음").format(millimetres=f"{BLEED:g}")


def _binding(pages: int, words: Callable[[str], str]) -> str:
    if pages > STITCHED:
        return words("무선 제본. 책등 너비는 인쇄소에서 계산해 주시기 바랍니다.")
    if pages % LEAF:
        return words("중철 제본. 쪽수가 4의 배수가 되도록 빈 쪽 {count}쪽을 추가해 주시기 바랍니다.").format(
            count=LEAF - pages % LEAF
        )
    return words("중철 제본")
