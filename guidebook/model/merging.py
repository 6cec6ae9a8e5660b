"""The table by which areas of a map become towns: which legal dongs an administrative dong is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guidebook.model.record import Part, Words


class MergingTable(Part):
    """`content/map/merge.yml`."""

    towns: Annotated[dict[Words, Annotated[tuple[Words, ...], Field(min_length=1)]], Field(min_length=1)]
    """Name of the town → names of its areas."""
