"""What a finished PDF draws, instruction by instruction, with what is in force there: place, colour, resources.

For those who read a file back; forms are entered where they are drawn, so that places are those on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Dictionary, Matrix, Name

COLOURS = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}


@dataclass(frozen=True, slots=True)
class Colour:
    """A space, by its device name or as the instruction names it, and amounts in it."""

    space: str = "DeviceGray"
    amounts: tuple[float, ...] = (0.0,)


@dataclass(frozen=True, slots=True)
class State:
    """What is in force."""

    place: Matrix
    fill: Colour = Colour()
    stroke: Colour = Colour()


@dataclass(frozen=True, slots=True)
class Drawn:
    """One instruction."""

    operator: str
    operands: Any
    state: State
    resources: Any
    instruction: Any


def drawn(page: pikepdf.Page) -> Iterator[Drawn]:
    """Everything that a page draws, with that of its forms."""
    yield from _drawn(page, page.obj.get("/Resources", Dictionary()), State(Matrix()))


def _drawn(source: Any, resources: Any, state: State) -> Iterator[Drawn]:
    saved: list[State] = []
    for instruction in pikepdf.parse_content_stream(source):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            saved.append(state)
        elif operator == "Q" and saved:
            state = saved.pop()
        elif operator == "cm":
            state = replace(state, place=Matrix(*map(float, operands)) @ state.place)
        else:
            state = _coloured(state, operator, operands)
        yield Drawn(operator, operands, state, resources, instruction)
        if operator == "Do":
            form = resources.get("/XObject", Dictionary()).get(str(operands[0]))
            if form is not None and form.get("/Subtype") == Name.Form:
                inner = Matrix(*map(float, form.get("/Matrix", [1, 0, 0, 1, 0, 0]))) @ state.place
                yield from _drawn(form, form.get("/Resources", resources), replace(state, place=inner))


def _coloured(state: State, operator: str, operands: Any) -> State:
    """The state after an operator of colour; the same after any other."""
    kind = operator.lower()
    before = state.stroke if operator.isupper() else state.fill
    if kind in COLOURS:
        colour = Colour(COLOURS[kind], _amounts(operands))
    elif kind == "cs":
        colour = Colour(str(operands[0]).lstrip("/"), ())
    elif kind in ("sc", "scn"):
        colour = replace(before, amounts=_amounts(operands))
    else:
        return state
    return replace(state, stroke=colour) if operator.isupper() else replace(state, fill=colour)


def _amounts(operands: Any) -> tuple[float, ...]:
    return tuple(float(amount) for amount in operands if not isinstance(amount, Name))
