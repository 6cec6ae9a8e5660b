"""Rewrites every colour that a finished PDF paints with, in pages, forms, patterns, transparency groups and images.

Separate from `inks`, because it knows PDF and nothing of colour; what a colour becomes, a `ColourConversion` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from guidebook.model.pdf.content_stream import Instruction, read, with_state, write
from guidebook.pdf.images_in_ink import ImageConversion, convert_image

Channels = tuple[float, ...]
SETS_COLOUR = {"g": ("gray", False), "G": ("gray", True), "rg": ("rgb", False), "RG": ("rgb", True)}
SETS_COLOUR |= {"k": ("cmyk", False), "K": ("cmyk", True)}
"""Operators that choose space and colour at once: the space, and whether it is for strokes."""
OF_SPACE = {"cs": False, "CS": True, "sc": False, "scn": False, "SC": True, "SCN": True}
"""Operators that choose a space, or a colour in the space chosen before; whether it is for strokes."""
INITIAL: dict[str, Channels] = {"gray": (0,), "rgb": (0, 0, 0), "cmyk": (0, 0, 0, 1)}
DEVICE = {"/DeviceRGB": "rgb", "/CalRGB": "rgb", "/DeviceGray": "gray", "/CalGray": "gray", "/DeviceCMYK": "cmyk"}


class ColourConversion(ImageConversion, Protocol):
    """What the colours of a file become."""

    space: Name
    """The device space that everything is to be in."""

    def flat(self, space: str, channels: Channels) -> Sequence[Any]:
        """The operands, in `space`, for a colour of the space `rgb`, `gray` or `cmyk`."""


@dataclass(frozen=True, slots=True)
class _Spaces:
    """The colour spaces in force; empty for one that is not defined by a device space: patterns, separations."""

    fill: str = "gray"
    stroke: str = "gray"

    def chosen(self, space: str, stroke: bool) -> _Spaces:
        """The same with another space for strokes or fills."""
        return replace(self, stroke=space) if stroke else replace(self, fill=space)


def repaint(pdf: Pdf, conversion: ColourConversion) -> None:
    """Convert all colours, in place. Shadings, soft masks, separations and Lab colours stay as they are."""
    walk = _Walk(conversion)
    for page in pdf.pages:
        resources = page.obj.get("/Resources", Dictionary())
        page.obj.Contents = pdf.make_stream(walk.rewritten(page, resources))
        walk.group(page.obj)
        walk.enter(resources)
    walk.clear()


@dataclass(slots=True)
class _Walk:
    """One pass over a file, which converts each object once."""

    conversion: ColourConversion
    converted: set[tuple[int, int]] = field(default_factory=set)
    entered: list[Any] = field(default_factory=list)
    """Dictionaries of resources."""
    named: set[str] = field(default_factory=set)
    """The colour spaces that instructions still name."""

    def rewritten(self, source: Any, resources: Any) -> bytes:
        """The content stream of a page, form or pattern with its colours in ink."""

        def chosen(spaces: _Spaces, instruction: Instruction) -> _Spaces:
            operator, operands = instruction
            if operator in SETS_COLOUR:
                return spaces.chosen(*SETS_COLOUR[operator])
            if operator in ("cs", "CS"):
                return spaces.chosen(family(operands[0], resources), OF_SPACE[operator])
            return spaces

        return write(
            self.in_ink(instruction, spaces) for instruction, spaces in with_state(read(source), _Spaces(), chosen)
        )

    def in_ink(self, instruction: Instruction, spaces: _Spaces) -> Instruction:
        """What stands in the place of an instruction; `spaces` are those in force after it."""
        operator, operands = instruction
        if operator in SETS_COLOUR:
            space, stroke = SETS_COLOUR[operator]
            return self.ink(space, stroke, operands)
        if operator not in OF_SPACE:
            return instruction
        stroke = OF_SPACE[operator]
        space = spaces.stroke if stroke else spaces.fill
        if operator in ("cs", "CS"):
            if not space:
                self.named.add(str(operands[0]))
            operands = INITIAL.get(space, ())
        return self.ink(space, stroke, operands) if space else instruction

    def ink(self, space: str, stroke: bool, operands: Any) -> Instruction:
        """The instruction that sets a colour in ink."""
        operator = "g" if self.conversion.space == Name.DeviceGray else "k"
        channels = tuple(float(channel) for channel in operands)
        return Instruction(operator.upper() if stroke else operator, self.conversion.flat(space, channels))

    def enter(self, resources: Any) -> None:
        """Convert the images, forms and patterns of a dictionary of resources, however deep."""
        self.entered.append(resources)
        x_objects, patterns = (resources.get(key, Dictionary()).values() for key in ("/XObject", "/Pattern"))
        for stream in (*x_objects, *patterns):
            if not isinstance(stream, pikepdf.Stream) or stream.objgen in self.converted:
                continue
            self.converted.add(stream.objgen)
            if stream.get("/Subtype") == Name.Image:
                convert_image(stream, self.conversion)
            else:
                own = stream.get("/Resources", resources)  # an old form without any looks into its page's
                stream.write(self.rewritten(stream, own))
                self.group(stream)
                self.enter(own)

    def group(self, painted: Any) -> None:
        """Let the transparency group of a page or form blend in the target space."""
        if "/CS" in painted.get("/Group", Dictionary()):
            painted.Group.CS = self.conversion.space

    def clear(self) -> None:
        """Remove the colour spaces that no instruction names any more."""
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
