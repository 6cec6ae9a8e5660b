"""Scales the lengths of a style sheet, token by token.

Strings, URLs, comments and names are tokens of their own and stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import tinycss2
from tinycss2.ast import DimensionToken, Node, PercentageToken

UNITS = frozenset({"pt", "mm"})
"""The units in which what grows with the type is written."""
TYPE_SIZES = frozenset({"font", "font-size"})
"""Properties that say how large type is."""
RAISED = frozenset({*TYPE_SIZES, "line-height"})
"""Properties that are scaled further where type would be too small."""


@lru_cache(maxsize=32)
def scaled(css: str, factor: float, least: float = 0) -> str:
    """The style sheet with every length times `factor`, and where `least` is given no type of fewer points.

    Where type is raised to the least size, so is the height of its lines. Type in per cent is then set as large as that
    around it.
    """
    tokens = tinycss2.parse_component_value_list(css)
    _scale_block(tokens, factor, least)
    return str(tinycss2.serialize(tokens))


def _content(node: Node) -> list[Node] | None:
    """What a block or function holds; None for any other token."""
    content: list[Node] | None = getattr(node, "content", None) or getattr(node, "arguments", None)
    return content if isinstance(content, list) else None


def _scale_block(nodes: Sequence[Node], factor: float, least: float) -> None:
    """Scale the declarations of one block, then those of the blocks within it."""
    declarations = list(_declarations(nodes))
    sizes = [size * factor for name, value in declarations if name in TYPE_SIZES for size in _type_size(value)]
    raised = max([1.0, *(least / size for size in sizes if size > 0)])
    for name, value in declarations:
        for token in _lengths(value):
            _set_value(token, round(token.value * factor * (raised if name in RAISED else 1), 2))
        if least and name == "font-size":
            for token in value:
                if isinstance(token, PercentageToken) and 0 < token.value < 100:
                    _set_value(token, 100)
    for node in nodes:
        if node.type == "{} block":
            _scale_block(node.content, factor, least)


def _declarations(nodes: Sequence[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Name and value of each declaration of a block; what is before a block of its own has no name."""
    statement: list[Node] = []
    for node in [*nodes, None]:
        if node is not None and node != ";" and node.type != "{} block":
            statement.append(node)
            continue
        bare = [node for node in statement if node.type not in ("whitespace", "comment")]
        named = len(bare) > 1 and bare[0].type == "ident" and bare[1] == ":"
        yield (bare[0].lower_value if named else ""), statement
        statement = []


def _lengths(nodes: Sequence[Node]) -> Iterator[DimensionToken]:
    """The lengths among tokens and within functions and brackets."""
    for node in nodes:
        if isinstance(node, DimensionToken) and node.lower_unit in UNITS:
            yield node
        elif (inner := _content(node)) is not None:
            yield from _lengths(inner)


def _type_size(nodes: Sequence[Node]) -> list[float]:
    """The points of a size of type, which in `font` stands before the height of the line; empty where it has none."""
    return [token.value for token in _lengths(nodes) if token.lower_unit == "pt"][:1]


def _set_value(token: DimensionToken | PercentageToken, value: float) -> None:
    token.value, token.representation = value, f"{value:g}"
    token.int_value = int(value) if value == int(value) else None
