"""What other sites filter the programmes by: themes, years, amounts. Numbers only where the words leave no doubt."""

from __future__ import annotations

from guidebook.export.json_values import Json
from guidebook.model.catalogue import Catalogue
from guidebook.model.records.program import Program
from guidebook.model.wording.amounts import people_of, won_of

MOST_YEARS = 60
"""Of one programme: a period that is longer is told by its first and last year."""


def filter_values(program: Program, catalogue: Catalogue) -> dict[str, Json]:
    """The values by their names in the file."""
    return {
        "themes": program.themes,
        "years": years_of(program),
        "won": won_of(program.facts.cost),
        "people": people_of(program.facts.scale),
        "page": catalogue.kinds.address("program", program.id),
    }


def years_of(program: Program) -> tuple[int, ...]:
    """The years of the programme, as far as they are known; without a period the one that the facts speak of."""
    known = int(program.as_of)
    if program.start is None:
        return (int(program.end[:4]) if program.end else known,)
    first = int(program.start[:4])
    last = max(first, int(program.end[:4]) if program.end else known)
    return tuple(range(first, last + 1)) if last - first < MOST_YEARS else (first, last)
