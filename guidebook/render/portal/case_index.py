"""The index that the finder loads once: every case in few words, with what it can be narrowed down by.

Its size is bounded by the number of cases, whatever cities write: titles and summaries are cut.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from guidebook.model.portal.cases import Case, Cases
from guidebook.render.portal.pages import Question

FACETS = ("theme", "province", "city", "year", "budget", "scale")
"""Their order in each case."""
TITLE, SUMMARY = 80, 140
"""Letters at most."""


def case_index(cases: Cases, questions: Sequence[Question]) -> bytes:
    """The file: cities by number, values of facets by their number in `facets`, cases in the order of lists."""
    by_name = {question.name: question for question in questions}
    numbers = {name: {choice.value: at for at, choice in enumerate(by_name[name].choices)} for name in FACETS}
    listed = [
        [
            case.id,
            cut(case.program.title, TITLE),
            cut(case.program.name, TITLE),
            cut(case.program.summary, SUMMARY),
            cut(case.program.facts.when or "", TITLE),
            *([numbers[name][value] for value in case.values(name)] for name in FACETS),
        ]
        for case in cases.all
    ]
    held = {
        "facets": {name: [[choice.value, choice.label] for choice in by_name[name].choices] for name in FACETS},
        "samples": [city.city.id for city in cases.cities if not city.data.official],
        "cases": listed,
    }
    return (json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def cut(words: str, most: int) -> str:
    """The words, with an ellipsis where they are longer than `most`."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def searched(case: Case) -> str:
    """What words are looked for in, as the script puts it together from the index."""
    program, city = case.program, case.of.city
    parts = (cut(program.title, TITLE), cut(program.name, TITLE), cut(program.summary, SUMMARY))
    return " ".join((*parts, city.name, city.province, *program.themes)).lower()
