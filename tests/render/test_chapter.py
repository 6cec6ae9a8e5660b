"""A chapter is a value: parsed once, changed by functions that leave it as it was, one document at the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from guidebook.render.book.chapter import Chapter, set_closer, with_running_head
from guidebook.render.book.footnotes import Footnotes, place_footnotes
from guidebook.render.book.links import anchors_in, without_dangling_links, without_dangling_pages
from guidebook.render.text.html_tree import HtmlTree, child_of, parsed, serialised
from tests.render.fragments import edited

HTML = (
    '<!doctype html><html lang="ko"><head><title>장</title></head><body><section id="a" data-line="3">'
    '<p>글 <a href="book:b">둘</a> <a href="book:c?page">셋</a> 끝<span class="see">→ <a href="book:c?page">000</a>쪽'
    "</span>.</p></section></body></html>"
)


def chapter(html: str = HTML) -> Chapter:
    return Chapter.from_html("one", "장", html, "content/x.md")


def test_a_chapter_has_what_its_document_says() -> None:
    one = chapter()
    assert (one.language, one.heading) == ("ko", "장")
    assert anchors_in([one]) == {"a"}
    assert f"<!doctype html>{one.html}" == HTML


def test_equal_documents_are_equal_chapters_and_other_words_are_not() -> None:
    assert chapter() == chapter()
    assert len({chapter(), chapter()}) == 1
    assert chapter() != chapter(HTML.replace("글", "말"))
    assert chapter() != replace(chapter(), side="left")


def test_lines_of_the_content_are_no_part_of_the_layout() -> None:
    moved = chapter(HTML.replace('data-line="3"', 'data-line="9"'))
    assert moved != chapter()
    assert moved.layout_html() == chapter().layout_html()


def test_attributes_of_the_body_add_up() -> None:
    one = set_closer(with_running_head(chapter(), "묶음 “&” <가>"))
    body = child_of(parsed(one.html), "body")
    assert dict(body.items()) == {"data-part": "묶음 “&” <가>", "class": "close-set"}
    assert dict(child_of(chapter().document(), "body").items()) == {}


def test_a_style_sheet_of_its_own_stands_in_the_head() -> None:
    one = replace(chapter(), styles=('@page{@top-left{content:"<가>"}}',))
    assert child_of(parsed(one.html), "head").findtext("style") == '@page{@top-left{content:"<가>"}}'


def test_what_a_book_does_not_hold_is_no_link_and_no_page_number() -> None:
    one = chapter()
    (plain,) = without_dangling_links([one])
    assert "<p>글 둘 셋 끝.</p>" in plain.html
    assert f"<!doctype html>{one.html}" == HTML, "the chapter itself stays as it is"
    (pageless,) = without_dangling_pages([one])
    assert '<a href="book:c?page">셋</a> 끝.</p>' in pageless.html


def test_what_a_book_holds_stays_and_is_not_even_copied() -> None:
    others = [chapter(f'<p id="{id}">글</p>') for id in ("b", "c")]
    assert without_dangling_links([chapter(), *others])[0].body == chapter().body
    (alone,) = without_dangling_links(others[:1])
    assert alone is others[0]


def mark(label: str = "주1") -> str:
    return f'<sup class="note-ref"><a href="#n">{label}</a></sup>'


def test_a_note_stands_behind_its_first_mark_alone_and_has_the_number_of_its_call() -> None:
    notes = Footnotes({"n": Markup("글 <b>둘</b>.")}, "주{number}", "n")
    html = edited(f"가{mark('주7')} 나{mark('주7')}", lambda body: place_footnotes(body, notes))
    note = '<span class="note-body wide alone" data-label="주1">글 <b>둘</b>.</span>'
    assert html == f'가{mark()}<span class="footnote" id="n" data-label="주1">{note}</span> 나{mark()}'


def test_a_note_whose_label_is_a_word_and_a_number_says_so_to_the_style_sheet() -> None:
    notes = Footnotes({"n": Markup("글.")}, "note {number}", "n")
    assert '<span class="footnote worded" id="n"' in edited(f"가{mark()}", lambda body: place_footnotes(body, notes))
    listed = Footnotes({"n": Markup("글.")}, "note {number}", "n", at_end=True)
    assert '<li id="n" class="worded">' in edited(f"가{mark()}", lambda body: place_footnotes(body, listed))


def test_what_nothing_calls_is_a_remark_where_there_is_room_for_it() -> None:
    notes = Footnotes({"n": Markup("글.")}, "주{number}", "n")
    html = edited('가<div class="remarks"></div>나', lambda body: place_footnotes(body, notes))
    remark = '<span class="footnote remark" id="n"><span class="note-body wide alone">글.</span></span>'
    assert html == f'가<div class="remarks">{remark}</div>나'
    assert edited('가<div class="remarks"></div>나', lambda body: place_footnotes(body, Footnotes())) == "가나"


def test_sources_of_lessons_are_notes_each_once() -> None:
    named = '<span class="note-source"><span class="source-lead">출처: </span>신문, 2019</span>'
    html = edited(
        f'<dl class="bodies lessons"><dd>가 {named}</dd><dd>나 {named}</dd></dl>',
        lambda body: place_footnotes(body, Footnotes({}, "주{number}", "p-")),
    )
    assert html.count("신문, 2019") == 1
    assert "출처: " not in html
    assert html.count(">주1</a>") == 2


def test_a_note_that_text_and_graphic_call_stands_with_the_text() -> None:
    notes = Footnotes({"n": Markup("글.")}, "주{number}", "n")
    html = edited(
        f'<figure class="graphic">가{mark()}</figure><p>나{mark()}</p>', lambda body: place_footnotes(body, notes)
    )
    assert html.startswith('<figure class="graphic">가</figure><p>나<sup')


@pytest.mark.parametrize(
    "html",
    [
        "<p>가 &amp; 나 &lt;다&gt; \"라\" '마'</p>",
        '<a href="book:a?b&amp;c" title="&quot;가&quot;">나</a>',
        '<svg viewBox="0 0 1 1"><path d="M0 0h1"></path><a xlink:href="#x">가</a></svg>',
        "<pre>\n\n가\n</pre>",
        '<p>가<br>나<img src="data:," alt=""><!-- 다 --></p>',
        "<table><caption>가</caption><tbody><tr><td>나</td></tr></tbody></table>",
    ],
)
def test_what_is_written_is_read_as_the_same_tree(html: str) -> None:
    once = edited(html)
    assert HtmlTree(parsed(once)) == HtmlTree(parsed(html))
    assert edited(once) == once


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_text_and_attributes_come_back_whatever_they_hold(text: str, value: str) -> None:
    element = Element("p", {"title": value})
    element.text = text
    (read,) = child_of(parsed(f"<!doctype html><body>{serialised(element)}"), "body")
    assert (read.text or "", read.get("title")) == (text, value)


def test_the_name_of_a_file_is_text_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("secret").write_text("비밀", encoding="utf-8")
    assert child_of(parsed("secret"), "body").text == "secret"
