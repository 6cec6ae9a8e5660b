"""What a delegation may ask, each question under the name of its topic."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from xml.etree.ElementTree import SubElement

from guidebook.model.records.report.question import Question
from guidebook.render.context import RenderContext
from guidebook.render.text.html_tree import HtmlTree
from guidebook.render.text.labels import choice_of


def asked(context: RenderContext, questions: Iterable[Question]) -> list[tuple[str, str]]:
    """Pairs of topic and question, as they are printed."""
    return [(choice_of(question, "topic", context.words.gettext), question.text) for question in questions]


def room_to_write(body: HtmlTree, lines: int) -> HtmlTree:
    """The body with ruled lines below its questions, or shared out over its rows to write in; else the same."""
    root = body.copy()
    sections = list(root.iter("section"))
    asking = [section for section in sections if section.get("class") == "ask"][-1:]
    room = asking or [section for section in sections if section.get("class") == "sheet-row"]
    for section in room:
        for _ in range(ceil(lines / len(room))):
            SubElement(section, "div", {"class": "rule"})
    return HtmlTree(root)
