"""A data file: its name, documentation and bytes."""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.model.text import Text


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of `data/`."""

    path: str
    """Below `data/`: `places.geojson`, `routes/coast.gpx`."""
    media_type: str
    title: Text
    about: Text
    """One or two sentences: what it holds, what it leaves out."""
    fields: tuple[tuple[str, Text], ...]
    """Columns or properties, each with its meaning; empty where the format says it all."""
    octets: bytes
    record: str | None = None
    """The id of the record it is about: a route's GPX. None for files about everything."""
