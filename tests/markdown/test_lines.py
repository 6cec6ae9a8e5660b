"""Every block of a body knows the line on which it begins, so that what only layout finds names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from hypothesis import given, settings

from guidebook.model.source import Note
from guidebook.render.text.prose import prose
from tests.markdown.bodies import NOTES, bodies

WORD = re.compile(r"낱말\d+끝")
PLACED = {"p", "li", "table", "tr", "pre", "blockquote", "h2", "h3", "dl", "dt", "dd", "ul", "ol", "caption"}


def link(kind: str, id: str, heading: str = "") -> str:
    return f"../{kind}/{id}/#{heading}"


def elements(body: str, *, lines: bool) -> Iterator[ElementTree.Element]:
    notes = tuple(Note(id=id, text=id) for id in NOTES)
    html = str(prose(body, notes, link, lines=lines).html)
    return ElementTree.fromstring(f"<body>{html.replace('<br>', '<br/>').replace('<hr>', '<hr/>')}</body>").iter()


@settings(max_examples=60)
@given(bodies())
def test_the_text_of_a_block_begins_on_its_line(body: str) -> None:
    source = body.split("\n")
    for element in elements(body, lines=True):
        if element.tag in PLACED - {"caption", "p"} or "data-line" in element.attrib:
            line = int(element.attrib["data-line"])
            first = WORD.search("".join(element.itertext()))
            assert first
            if element.tag == "table":  # its caption stands above it
                first = WORD.search("".join(element.find("thead").itertext()))  # type: ignore[union-attr]
            assert first
            offset = 1 if source[line - 1].lstrip(" >-0123456789.").startswith(("```", "~~~")) else 0
            assert first[0] in source[line - 1 + offset], (line, first[0])


@settings(max_examples=20)
@given(bodies())
def test_the_website_carries_no_lines(body: str) -> None:
    assert not any("data-line" in element.attrib for element in elements(body, lines=False))
