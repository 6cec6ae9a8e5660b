"""Emblems of programmes: the sign that a programme is known by on pages, maps and tabs, and the order it gives.

Separate from the programme, because the sign that readers see depends on the settings and on all other programmes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from guidebook.model.records.program import Program

MARKS = tuple("㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭")
"""The signs that new programmes are given, in the order in which they stand."""
_LETTER = "[0-9A-Za-z가-힣]"
SOUND = re.compile(rf"[㉠-㉭]|{_LETTER}(?:[0-9A-Za-z가-힣-]?{_LETTER})?")
"""What a programme may write as its sign: it stands in style sheets too, so nothing in it needs escaping."""

Emblems = Literal["marks", "numbers", "none"]
"""Which emblems a site has: the signs that programmes write, their places as numbers, or none."""


def emblems_of(programs: Sequence[Program], chosen: Emblems) -> Mapping[str, str]:
    """Id of a programme → the emblem that readers see; empty where it has none. The programmes come in their order."""
    if chosen == "numbers":
        return {program.id: str(number) for number, program in enumerate(programs, start=1)}
    return {program.id: (program.mark or "") if chosen == "marks" else "" for program in programs}


def name_among(program: Program, programs: Sequence[Program]) -> str:
    """Its name; with the year of its report where another one has the same name: `강길 내기(2024)`."""
    alone = all(one.name != program.name or one.id == program.id for one in programs)
    return program.name if alone else f"{program.name}({program.as_of})"


def with_emblem(emblem: str, name: str) -> str:
    """A name behind its emblem, where it has one: `㉠ 강길 내기`."""
    return f"{emblem} {name}" if emblem else name
