"""The instructions of a PDF's content streams (pages, forms, patterns), and the graphics state in force at each.

Separate, because makers and preflight both read content streams, and neither may know the other. What a state holds
is up to the caller; how `q` saves and `Q` restores it is PDF's own rule (ISO 32000, 8.4.2) and told here once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

import pikepdf

INLINE_IMAGE = "INLINE IMAGE"
"""The operator that stands for an image written into the content stream itself."""
State = TypeVar("State")


class Instruction(NamedTuple):
    """An operator with the operands before it."""

    operator: str
    operands: Any


def read(source: Any, operators: str = "") -> Iterator[Instruction]:
    """The instructions of a page, form or pattern; only those of `operators`, divided by spaces, if any are given."""
    for parsed in pikepdf.parse_content_stream(source, operators):
        yield Instruction(str(parsed.operator), parsed.operands)


def write(instructions: Iterable[Instruction]) -> bytes:
    """The content stream of the instructions."""
    return pikepdf.unparse_content_stream(
        [(operands, pikepdf.Operator(operator)) for operator, operands in instructions]
    )


def with_state(
    instructions: Iterable[Instruction], initial: State, change: Callable[[State, Instruction], State]
) -> Iterator[tuple[Instruction, State]]:
    """Each instruction with the graphics state that is in force after it.

    `change` gives the state after any instruction but `q` and `Q`. A `Q` without its `q` restores nothing.
    """
    state = initial
    saved: list[State] = []
    for instruction in instructions:
        if instruction.operator == "q":
            saved.append(state)
        elif instruction.operator == "Q":
            state = saved.pop() if saved else state
        else:
            state = change(state, instruction)
        yield instruction, state
