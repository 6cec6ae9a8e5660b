"""Lines that no file of content may have, told before anything is written: then a preview promises what is kept.

Separate from judging by the model, because only the whole text of a file shows them: its notes and sources too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidebook.importers.records.entry import Entry, Plan
from guidebook.importers.records.judging import at_cell
from guidebook.load.bounds import MAX_LINE, line_fault
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import text

ENOUGH = 40
"""Letters of a value by which a line is known to hold it."""
_SHORTER = text("--publisher와 --source를 짧게 적어 다시 실행하세요.")


def may_have_faults(plan: Plan) -> bool:
    """Whether the file has to be looked at: all that is said of most records is shorter than one line may be."""
    said = "\n".join((repr(plan.data), *map(str, plan.entry.notes), *plan.entry.comments))
    return len(said) > MAX_LINE // 2 or line_fault(said, "") is not None


def line_faults(files: Iterable[tuple[Plan, str]]) -> Iterator[Diagnostic]:
    """The faults, each at the cell that is too long; of a source that all rows share, once."""
    said: set[str] = set()
    for plan, content in files:
        entry = plan.entry
        for line in content.split("\n") if line_fault(content, "") else ():
            fault = line_fault(line, "")
            if fault is None:
                continue
            name = _name(entry, line)
            if name is not None:
                yield at_cell(replace(fault, span=entry.places[name]), entry)
            elif entry.answer is None and _is_of_source(entry, line):
                if line not in said:
                    yield replace(fault, span=entry.place, hint=_SHORTER)
                said.add(line)
            else:
                yield replace(fault, span=entry.place)


def _name(entry: Entry, line: str) -> str | None:
    """The field whose value stands in the line, if it has a place."""
    for name, value in entry.values.items():
        items = [value] if isinstance(value, str) else value
        if name in entry.places and any(len(item) >= ENOUGH and item[:ENOUGH] in line for item in items):
            return name
    return None


def _is_of_source(entry: Entry, line: str) -> bool:
    return any(words[:ENOUGH] in line for words in (entry.origin.title, entry.origin.publisher))
