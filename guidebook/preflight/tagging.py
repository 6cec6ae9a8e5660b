"""To which block of text each piece of a page belongs, as the tree of tags has it.

Separate from the rules of lines, because a page is known again only where its text is tagged alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

INLINE = ("/Span", "/Link", "/Em", "/Strong", "/Code", "/Quote")
BLOCKS = ("/P", "/LI", "/Lbl", "/LBody", "/TD", "/TH", "/Caption", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
CELLS = ("/TD", "/TH")


@dataclass(frozen=True, slots=True)
class Owner:
    """A block: a paragraph, a heading, a cell."""

    id: tuple[int, int]
    """The number of its object."""
    in_table: bool


def owners_of(elements: Sequence[Any]) -> dict[int, Owner]:
    """For each marked content identifier of a page the block that it belongs to, given its structure elements.

    Words of a drawing belong to none: they stand where they were put, and what lies beneath one does not go on with it.
    """
    found = {mcid: _block(element) for mcid, element in enumerate(elements) if element is not None}
    blocks = {mcid: block for mcid, block in found.items() if block is None or str(block.get("/S")) != "/Figure"}
    owners: dict[tuple[int, int], Owner] = {}
    for block in blocks.values():
        if block is not None and block.objgen not in owners:
            owners[block.objgen] = Owner(block.objgen, _in_table(block))
    return {mcid: owners[block.objgen] for mcid, block in blocks.items() if block is not None}


def told(owners: Mapping[int, Owner]) -> str:
    """How the text of a page is tagged, without numbers of objects: which pieces are of one block, which in cells."""
    first: dict[Owner, int] = {}
    return " ".join(f"{mcid}:{first.setdefault(one, mcid)}{'t' * one.in_table}" for mcid, one in owners.items())


def _block(element: Any) -> Any:
    """The block around an element; a raised sign, which has no tag of its own, is of the line that it stands on."""
    inner = element
    while inner is not None and _inline(inner):
        inner = inner.get("/P")
    around = inner
    while around is not None and str(around.get("/S")) == "/NonStruct":
        around = around.get("/P")
    holds = around is not None and str(around.get("/S")) in BLOCKS
    return around if holds else inner


def _inline(element: Any) -> bool:
    """Whether an element is part of a line; so is what has no tag of its own within such a part."""
    kind = str(element.get("/S"))
    return kind in INLINE or (kind == "/NonStruct" and "/P" in element and str(element.P.get("/S")) in INLINE)


def _in_table(element: Any) -> bool:
    """Whether an element is a cell or in one."""
    around = element
    while around is not None and str(around.get("/S")) not in CELLS:
        around = around.get("/P")
    return around is not None
