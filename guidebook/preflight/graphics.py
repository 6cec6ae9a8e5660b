"""Everything that a page of a finished PDF paints, with the transformation, colours and resources in force there.

Forms are entered where they are painted, so that places are places on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Dictionary, Matrix, Name

from guidebook.model.pdf.content_stream import Instruction, read, with_state

DEVICE_SPACES = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour space, by its device name or as the instruction names it, and the components of a colour in it."""

    space: str = "DeviceGray"
    components: tuple[float, ...] = (0.0,)


@dataclass(frozen=True, slots=True)
class State:
    """What this room asks of the graphics state."""

    transformation: Matrix
    fill: Colour = Colour()
    stroke: Colour = Colour()


@dataclass(frozen=True, slots=True)
class Painting:
    """One instruction, the state after it, and the resources that its operands name."""

    operator: str
    operands: Any
    state: State
    resources: Any


def paintings(page: pikepdf.Page) -> Iterator[Painting]:
    """The instructions of a page and, where they are painted, of its forms."""
    yield from _paintings(page, page.obj.get("/Resources", Dictionary()), State(Matrix()))


def _paintings(source: Any, resources: Any, initial: State) -> Iterator[Painting]:
    for (operator, operands), state in with_state(read(source), initial, _changed):
        yield Painting(operator, operands, state, resources)
        if operator == "Do":
            form = resources.get("/XObject", Dictionary()).get(str(operands[0]))
            if form is not None and form.get("/Subtype") == Name.Form:
                inner = Matrix(*map(float, form.get("/Matrix", [1, 0, 0, 1, 0, 0]))) @ state.transformation
                yield from _paintings(form, form.get("/Resources", resources), replace(state, transformation=inner))


def _changed(state: State, instruction: Instruction) -> State:
    """The state after an operator of transformation or colour; the same after any other."""
    operator, operands = instruction
    if operator == "cm":
        return replace(state, transformation=Matrix(*map(float, operands)) @ state.transformation)
    lower = operator.lower()
    is_stroke = operator.isupper()
    if lower in DEVICE_SPACES:
        colour = Colour(DEVICE_SPACES[lower], _components(operands))
    elif lower == "cs":
        colour = Colour(str(operands[0]).lstrip("/"), ())
    elif lower in ("sc", "scn"):
        colour = replace(state.stroke if is_stroke else state.fill, components=_components(operands))
    else:
        return state
    return replace(state, stroke=colour) if is_stroke else replace(state, fill=colour)


def _components(operands: Any) -> tuple[float, ...]:
    return tuple(float(component) for component in operands if not isinstance(component, Name))
