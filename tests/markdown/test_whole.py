"""What `check` passes is published whole: every word in its order, well nested, no mark left, alike on both media."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guidebook.markdown.document import read
from guidebook.model.source import Note
from guidebook.render.book.chapter import link as book_link
from guidebook.render.text.prose import prose
from tests.markdown.bodies import NOTES, bodies
from tests.markdown.conftest import Judge

WORD = re.compile(r"낱말\d+끝")
NOTED = tuple(Note(id=id, text=id) for id in NOTES)
MARKS = re.compile(r"\*\*|~~|__|\]\(|\[\^|\[\[|^ *[-*+] |^#|\|-|`", re.MULTILINE)


def link(kind: str, id: str, heading: str = "") -> str:
    return f"../{kind}/{id}/#{heading}"


def tree(body: str, *, paper: bool = False) -> ElementTree.Element:
    """The published body as an element; parsing fails where anything is not well nested."""
    html = str(prose(body, NOTED, book_link, "program-x-", lines=True).html if paper else prose(body, NOTED, link).html)
    return ElementTree.fromstring(f"<body>{html.replace('<br>', '<br/>').replace('<hr>', '<hr/>')}</body>")


def shape(element: ElementTree.Element) -> object:
    return element.tag, [shape(child) for child in element]


def text_outside_code(element: ElementTree.Element) -> str:
    inner = "" if element.tag in ("code", "pre") else element.text or ""
    return inner + "".join(text_outside_code(child) + (child.tail or "") for child in element)


@settings(max_examples=120)
@given(bodies())
def test_every_construct_is_clean_and_comes_out_whole(judged: Judge, body: str) -> None:
    told = [one for one in judged(body) if one.code not in ("empty-section", "list-number")]
    assert [(one.code, str(one.message), one.span.line) for one in told] == []
    assert_whole(body)


def assert_whole(body: str) -> None:
    web, book = tree(body), tree(body, paper=True)
    words = WORD.findall("".join(web.itertext()))
    # addresses of links are no words on the page
    written = WORD.findall(re.sub(r"\]\([^)]*\)", "]", body))
    assert words == written
    assert not MARKS.search(text_outside_code(web).replace("*낱말", "낱말").replace("끝*", "끝"))
    assert shape(web) == shape(book)


DAMAGE = (
    "\n", "\n\n", " ", "    ", "\t", "*", "**", "_", "__", "`", "```", "~~", "~~~", "|", "[", "]", "(", ")", "](",
    "<", ">", "> ", "- ", "1. ", "3. ", "2026. ", "# ", "## ", ": ", "[^one]", "[^", "\\", "&", "&lt;", "<!--", "<b>",
    "[[routes]]", "---", "===", "|---|", "!", "$", "[ ] ", "표: ", "{", "}", "^", "=",
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A body of the dialect with some marks put in and some letters taken out."""
    body = draw(bodies())
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(body)))
        if draw(st.booleans()):
            body = body[:place] + draw(st.sampled_from(DAMAGE)) + body[place:]
        else:
            body = body[:place] + body[place + draw(st.integers(1, 4)) :]
    return body


@settings(max_examples=150)
@given(damaged())
@example("## 낱말1끝\n\n[낱[말2끝](town:gaon)\n")
@example("```\n](낱말1끝\n```\n\n낱말2끝(Village)의\n")
def test_what_was_damaged_is_told_or_comes_out_whole(judged: Judge, body: str) -> None:
    if not judged(body):
        web, book = tree(body), tree(body, paper=True)
        # What looks like the address of a link is none in code, or where its brackets stand in different paragraphs.
        written = (re.sub(r"\]\([^)]*\)", "]", body), re.sub(r"\]\([^)\n]*\)", "]", body), body)
        # The mark of a note or of a link may have come into the middle of a word, where it is no part of it.
        parted = ("$^", r"\[\^[^]]*\]", r"\[\^[^]]*\]|\[")
        meant = [WORD.findall(re.sub(marks, "", words)) for words in written for marks in parted]
        assert WORD.findall(text_without_marks(web)) in meant
        assert shape(web) == shape(book)


def text_without_marks(element: ElementTree.Element) -> str:
    """The words without the numbers of notes."""
    if element.get("class") == "note-ref":
        return ""
    return (element.text or "") + "".join(text_without_marks(child) + (child.tail or "") for child in element)


@settings(max_examples=150)
@given(st.text(alphabet="가a1 \n\t*_`~|[]()<>#-+:.!\\&^${}=", max_size=80))
@example("[^")
@example("- [ ] ")
def test_any_marks_are_read_and_judged(judged: Judge, body: str) -> None:
    judged(body)
    tree(body)


DEEP = (
    (">", " 글"), ("> ", "글"), ("- ", "글"), ("1. ", "글"), ("[", ""), ("![", ""), ("*", "글"), ("**글", ""),
    ("_", "글"), ("`", ""), ("~~", ""), ("[^", ""), ("](town:", ""), ("<", ""), ("<a ", ""), ("<!--", ""), ("&", ""),
    ("|", ""), ("a", ""), ("`a`|", ""), ("[a](", ""), ("가\n: 나\n", ""), ("- 가\n", ""), ("> 가\n", ""), ("가 ", ""),
    ("| a ", "\n|---|"), ("[a](town:gaon) ", ""), ("\\", ""), ("[^one]", ""), ("{", ""), ("$a", ""), (":a", ""),
    ("==a", ""), ("[[", ""), ("1.", ""), ("3. ", "1."), ("# ", ""), ("&a;", ""), ("`" , "a"), ("a\n", ""), ("\t", "a"),
)  # fmt: skip


@pytest.mark.parametrize(("piece", "end"), DEEP)
def test_no_depth_and_no_length_is_too_much(piece: str, end: str, judged: Judge) -> None:
    judged("## 가\n\n" + piece * 2000 + end)


def test_nested_lists_without_end_are_read(judged: Judge) -> None:
    assert "nesting" in {one.code for one in judged("\n".join(f"{'  ' * depth}- 가" for depth in range(300)))}
    assert read("\n".join(f"{' ' * depth}> 가" for depth in range(300))).tokens
