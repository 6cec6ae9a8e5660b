"""Goes through everything that a finished PDF paints and gives its colours to someone who knows inks.

Separate from `inks`, because it knows PDF and nothing of colour: operators, resources, forms and patterns nested
however deep, groups, images.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import pikepdf
from pikepdf import Dictionary, Name, Operator, Pdf

from guidebook.pdf.images_in_ink import Inked, repainted

Channels = tuple[float, ...]
SETS_COLOUR = {"g": ("gray", False), "G": ("gray", True), "rg": ("rgb", False), "RG": ("rgb", True)}
SETS_COLOUR |= {"k": ("cmyk", False), "K": ("cmyk", True)}
"""Operators that choose space and colour at once: the space, and whether it is for strokes."""
OF_SPACE = {"cs": False, "CS": True, "sc": False, "scn": False, "SC": True, "SCN": True}
"""Operators that choose a space, or a colour in the space chosen before; whether it is for strokes."""
INITIAL: dict[str, Channels] = {"gray": (0,), "rgb": (0, 0, 0), "cmyk": (0, 0, 0, 1)}
DEVICE = {"/DeviceRGB": "rgb", "/CalRGB": "rgb", "/DeviceGray": "gray", "/CalGray": "gray", "/DeviceCMYK": "cmyk"}


class Paint(Inked, Protocol):
    """Someone who knows inks."""

    space: Name
    """The device space that everything is to be in."""

    def flat(self, space: str, channels: Channels) -> Sequence[Any]:
        """The operands, in `space`, for a colour of the space `rgb`, `gray` or `cmyk`."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The spaces in force; empty for one that is no device space by another name: patterns, separations."""

    fill: str = "gray"
    stroke: str = "gray"

    def with_space(self, space: str, stroke: bool) -> _Chosen:
        """The same with another space for strokes or fills."""
        return replace(self, stroke=space) if stroke else replace(self, fill=space)


def repaint(pdf: Pdf, paint: Paint) -> None:
    """Everything in `paint`'s inks, in place. Shadings, soft masks, separations and Lab colours stay as they are."""
    walk = _Walk(paint)
    for page in pdf.pages:
        resources = page.obj.get("/Resources", Dictionary())
        page.obj.Contents = pdf.make_stream(walk.rewritten(page, resources))
        walk.group(page.obj)
        walk.enter(resources)
    walk.clear()


@dataclass(slots=True)
class _Walk:
    """One way through a file, that meets everything once."""

    paint: Paint
    seen: set[tuple[int, int]] = field(default_factory=set)
    entered: list[Any] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    """The spaces that instructions still ask for."""

    def rewritten(self, source: Any, resources: Any) -> bytes:
        """The content of a page, form or pattern with its colours in ink."""
        kept: list[Any] = []
        chosen = _Chosen()
        saved: list[_Chosen] = []
        for found in pikepdf.parse_content_stream(source):
            instruction: Any = found
            name, operands = str(found.operator), found.operands
            if name == "q":
                saved.append(chosen)
            elif name == "Q":
                chosen = saved.pop() if saved else _Chosen()
            elif name in SETS_COLOUR:
                space, stroke = SETS_COLOUR[name]
                chosen = chosen.with_space(space, stroke)
                instruction = self.ink(space, stroke, operands)
            elif name in OF_SPACE:
                chosen, instruction = self.of_space(chosen, instruction, resources)
            kept.append(instruction)
        return pikepdf.unparse_content_stream(kept)

    def of_space(self, chosen: _Chosen, instruction: Any, resources: Any) -> tuple[_Chosen, Any]:
        """What is chosen after an operator of spaces, and what stands in its place."""
        name, operands = str(instruction.operator), instruction.operands
        stroke = OF_SPACE[name]
        if name in ("cs", "CS"):
            space = family(operands[0], resources)
            chosen = chosen.with_space(space, stroke)
            if not space:
                self.named.add(str(operands[0]))
            operands = INITIAL.get(space, ())
        space = chosen.stroke if stroke else chosen.fill
        return chosen, self.ink(space, stroke, operands) if space else instruction

    def ink(self, space: str, stroke: bool, operands: Any) -> tuple[Any, Operator]:
        """The instruction that sets a colour in ink."""
        sets = "g" if self.paint.space == Name.DeviceGray else "k"
        channels = tuple(float(channel) for channel in operands)
        return self.paint.flat(space, channels), Operator(sets.upper() if stroke else sets)

    def enter(self, resources: Any) -> None:
        """Everything that resources hold."""
        self.entered.append(resources)
        held = (*resources.get("/XObject", Dictionary()).values(), *resources.get("/Pattern", Dictionary()).values())
        for thing in held:
            if not isinstance(thing, pikepdf.Stream) or thing.objgen in self.seen:
                continue
            self.seen.add(thing.objgen)
            if thing.get("/Subtype") == Name.Image:
                repainted(thing, self.paint)
            else:
                own = thing.get("/Resources", resources)  # an old form without any looks into its page's
                thing.write(self.rewritten(thing, own))
                self.group(thing)
                self.enter(own)

    def group(self, painted: Any) -> None:
        """Let the transparency of a page or form be reckoned in ink."""
        if "/CS" in painted.get("/Group", Dictionary()):
            painted.Group.CS = self.paint.space

    def clear(self) -> None:
        """Take out the spaces that no instruction names any more."""
        for resources in self.entered:
            spaces = resources.get("/ColorSpace", Dictionary())
            for name in list(spaces.keys()):
                if name not in self.named:
                    del spaces[name]
            if "/ColorSpace" in resources and not len(spaces.keys()):
                del resources["/ColorSpace"]


def family(space: Any, resources: Any) -> str:
    """`rgb`, `gray` or `cmyk` for device spaces and those defined by such; empty for all others."""
    if isinstance(space, Name):
        space = resources.get("/ColorSpace", Dictionary()).get(str(space), space)
    kind = str(space[0] if isinstance(space, pikepdf.Array) else space)
    if kind == "/ICCBased":
        return {1: "gray", 3: "rgb", 4: "cmyk"}.get(int(space[1].N), "")
    return DEVICE.get(kind, "")
