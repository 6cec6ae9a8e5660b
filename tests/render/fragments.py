"""Fragments of HTML, changed as trees and written again."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from guidebook.render.text.html_tree import serialised, with_content


def edited(html: str, *edits: Callable[[Element], object]) -> str:
    """The fragment as it is after these edits."""
    body = with_content(Element("body"), html)
    for edit in edits:
        edit(body)
    return serialised(body).removeprefix("<body>").removesuffix("</body>")
