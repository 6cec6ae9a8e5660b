"""Room for the numbers of lists: as wide as the longest number of each, however closely its chapter is set.

Separate from the style sheet, which knows neither how long a list is nor with which number it begins.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

DIGIT = 0.65
"""Ems of a digit."""
AROUND = 0.6
"""Ems of the full stop and of the room behind it."""
RESET = re.compile(r"counter-reset: list-item (-?\d+)")
"""How a list says on paper before which number it begins (`guidebook/markdown/html.py`)."""


def make_room_for_numbers(root: Element) -> None:
    """Indent each numbered list of two digits or more by its longest number; lists of one digit are as styled."""
    for numbered in root.iter("ol"):
        if "class" in numbered.attrib:  # those number, or number nothing, in their own way
            continue
        style = numbered.get("style", "")
        before = RESET.search(style)
        digits = len(str((int(before[1]) if before else 0) + len(numbered.findall("li"))))
        if digits > 1 and "padding-left" not in style:
            room = f"padding-left: {AROUND + DIGIT * digits:.2f}em"
            numbered.set("style", "; ".join(filter(None, (style, room))))
