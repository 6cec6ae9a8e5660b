"""Where each key and value of a YAML text begins and ends: what must be known to move or requote it.

Separate from `yaml_positions`, which reads what the text means: this reads how it is written, and only texts in which
the other found nothing wrong, so that there are no aliases, no doubled keys and one document at most.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from guidebook.load.characters import composed

BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text; `at` counts its characters, lines and columns count from 0."""

    at: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A key or a value that is text. One that is empty begins and ends behind the sign that announced it."""

    start: Place
    end: Place
    tagged: bool
    value: str
    style: str
    """The sign it is written with: a quote, `|`, `>`; empty where it stands plain."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. The end of a block is that of its last entry."""

    start: Place
    end: Place
    tagged: bool
    flow: bool
    """Whether it is written in brackets."""
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Keys with their values."""

    start: Place
    end: Place
    tagged: bool
    flow: bool
    items: tuple[tuple[Scalar, Node], ...]


Node = Scalar | Listing | Entries


def spans_of(source: str) -> Node:
    """The tree of a text that `yaml_positions.parse` has read without an error."""
    events = yaml.parse(source, Loader=yaml.CSafeLoader)
    return _node(events, next(event for event in events if isinstance(event, yaml.NodeEvent)))


def _node(events: Iterator[yaml.Event], event: yaml.Event) -> Node:
    start, tagged = _place(event.start_mark), getattr(event, "tag", None) is not None
    if isinstance(event, yaml.ScalarEvent):
        style = str(event.style or "")
        return Scalar(start, _place(event.end_mark), tagged, composed(str(event.value)), style)
    flow = bool(getattr(event, "flow_style", False))
    nodes: list[Node] = []
    inner = next(events)
    while not isinstance(inner, yaml.CollectionEndEvent):
        nodes.append(_node(events, inner))
        inner = next(events)
    end = _place(inner.end_mark) if flow or not nodes else nodes[-1].end
    if isinstance(event, yaml.SequenceStartEvent):
        return Listing(start, end, tagged, flow, tuple(nodes))
    keys = [node for node in nodes[::2] if isinstance(node, Scalar)]
    return Entries(start, end, tagged, flow, tuple(zip(keys, nodes[1::2], strict=True)))


def _place(mark: Any) -> Place:
    """PyYAML's two classes of marks share no type."""
    return Place(mark.index, mark.line, mark.column)
