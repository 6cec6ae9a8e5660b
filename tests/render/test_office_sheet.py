"""An office document on paper says the same as elsewhere: heads, names of rows, boxes, room to write."""

from __future__ import annotations

import re

from guidebook.load.content import load_content
from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table
from guidebook.render.new_context import context_of
from guidebook.render.office.sheet import office_sheet
from guidebook.render.text.korean import unbind
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES


def html(*blocks: Block) -> str:
    edition = context_of(load_content(CITIES / "maru").catalogue.public(), TEMPLATES, PACKAGES)
    chapter = office_sheet(edition, OfficeDocument("제목", "지은이", blocks), "form")
    assert (chapter.id, chapter.title) == ("form", "제목")
    assert chapter.source.endswith("site.yml")
    return re.sub(r"\n\s*", "", unbind(chapter.html).split('<div class="office">')[1])


def test_headings_and_paragraphs_stand_in_their_order() -> None:
    made = html(Heading("큰 <제목>", 1), Paragraph("글 & 말"), Heading("작은 제목"), Paragraph("덧붙임", small=True))
    assert made.startswith(
        '<h1 class="sheet-title" id="form">큰 &lt;제목&gt;</h1><p>글 &amp; 말</p>'
        '<h2>작은 제목</h2><p class="small">덧붙임</p></div>'
    )


def test_a_table_has_a_head_above_or_names_before() -> None:
    above = html(Table((85, 85), (("시각", "곳"), ("10:00", "시청"))))
    assert '<th scope="col">시각</th><th scope="col">곳</th>' in above
    assert "<tr><td>10:00</td><td>시청</td></tr>" in above
    before = html(Table((40, 130), (("용도", ""), ("제목", "책")), head=False, height=9))
    assert '<tr><th scope="row" style="height:9mm">용도</th><td></td></tr>' in before
    assert '<col style="width:23.53%"><col style="width:76.47%">' in before
    assert "<thead" not in before


def test_a_table_of_one_column_is_a_box() -> None:
    made = html(Table((170,), (("가",), ("나",)), head=False))
    assert made.startswith('<div class="framed"><p>가</p><p>나</p></div>')
    assert '<div style="min-height:20mm"></div>' in html(Table((170,), (("",),), height=20, head=False))
