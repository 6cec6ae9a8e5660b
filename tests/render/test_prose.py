"""Bodies become clean HTML; the passages that matter are compared, not whole pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.source import Note
from guidebook.render.text.prose import clean, prose, slug

NOTES = (Note(id="one", text="하나"), Note(id="two", text="둘"))


def link(kind: str, id: str, heading: str = "") -> str:
    return f"../{kind}/{id}/" + (f"#{heading}" if heading else "")


def test_a_table_gets_its_caption_and_scopes() -> None:
    html = prose("표: 해마다 달라진 점[^one]\n\n| 구분 | 값 |\n|---|---|\n| 가 | 1 |\n", NOTES, link).html
    assert (
        '<caption>해마다 달라진 점<sup class="note-ref"><a href="#note-one" id="ref-one">1</a></sup></caption>' in html
    )
    assert '<th scope="col">구분</th>' in html
    assert '<th scope="row">가</th>' in html
    assert "표:" not in html


def test_notes_are_linked_once_back() -> None:
    html = prose("가[^two] 나[^one] 다[^two]\n", NOTES, link, label="주{number}").html
    assert html.count(">주1</a>") == 2
    assert html.count('id="ref-two"') == 1
    assert 'href="#note-one"' in html


def test_links_to_records_are_resolved() -> None:
    assert '<a href="../town/naru/">나루</a>' in prose("[나루](town:naru)", (), link).html


def test_headings_keep_hangul_in_their_ids_and_in_the_contents() -> None:
    rendered = prose("## 성과 및 지역사회 기여\n\n글\n\n### 가\n\n글\n", (), link, prefix="p-")
    assert '<h2 id="p--성과-및-지역사회-기여">' in rendered.html
    assert [(h.id, h.title, h.level) for h in rendered.headings] == [
        ("p--성과-및-지역사회-기여", "성과 및 지역사회 기여", 2),
        ("p--가", "가", 3),
    ]


def test_lists_nest_by_two_spaces() -> None:
    assert "<li>가\n<ul>\n<li>나</li>" in prose("- 가\n  - 나\n", (), link).html


def test_nothing_harmful_comes_through() -> None:
    for bad in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">가</a>',
        "[가](javascript:alert(1))",
        '<p onclick="x()" style="color:red">가</p>',
        "[가](data:text/html,x)",
        "<svg onload=x>",
    ):
        html = prose(bad, (), link).html.lower()
        for danger in ("<script", "onerror", "javascript:", "onclick", "style=", "data:", "<svg"):
            assert danger not in html, bad


@given(st.text(max_size=300))
def test_any_text_renders_and_is_clean(body: str) -> None:
    html = str(prose(body, NOTES, link).html)
    assert clean(html) == html


@given(st.text(max_size=60))
def test_slugs_have_no_blanks(words: str) -> None:
    assert not any(letter.isspace() for letter in slug(words))


def test_notes_are_numbered_in_the_order_of_reading() -> None:
    html = prose("가[^two] 나[^one]\n", NOTES, link).html
    assert html.index('href="#note-two" id="ref-two">1<') < html.index('href="#note-one" id="ref-one">2<')
