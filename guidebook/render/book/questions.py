"""What a delegation may ask, each question under the name of its topic."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import SubElement

from guidebook.model.records.program import Question
from guidebook.render.context import RenderContext
from guidebook.render.text.html_tree import HtmlTree
from guidebook.render.text.labels import choice_of


def asked(context: RenderContext, questions: Iterable[Question]) -> list[tuple[str, str]]:
    """Pairs of topic and question, as they are printed."""
    return [(choice_of(question, "topic", context.words.gettext), question.text) for question in questions]


def room_to_write(body: HtmlTree, lines: int) -> HtmlTree:
    """The body with ruled lines below its questions; the same where there are none."""
    root = body.copy()
    asking = [section for section in root.iter("section") if section.get("class") == "ask"]
    for section in asking[-1:]:
        for _ in range(lines):
            SubElement(section, "div", {"class": "rule"})
    return HtmlTree(root)
