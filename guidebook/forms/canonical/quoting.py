"""The first pass: every key and value of one line with the quotes that it needs and no others; brackets in order.

What spans several lines stays as a person wrote it. So does what YAML takes for no text at all (`~`, `yes`, nothing),
because with quotes it would be something else, and what stands before a `#` that may have been meant as its end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from guidebook.forms.canonical import unsafe
from guidebook.forms.canonical.keys import Model, Part, in_order, known, part
from guidebook.forms.yaml_text import AMOUNT, scalar
from guidebook.load.slips import cut_by_comment
from guidebook.load.yaml_positions import RESERVED
from guidebook.load.yaml_spans import BLOCK_STYLES, Listing, Node, Scalar

Edit = tuple[int, int, str]
"""From where to where, and what stands there instead."""


def requoted(source: str, tree: Node, model: Model) -> str:
    """The text with one rule of quotes, and with what stands in brackets in order. Raises UnsafeError."""
    parts: list[str] = []
    last = 0
    for start, end, written in _edits(source, tree, Part(model)):
        parts += (source[last:start], written)
        last = end
    return "".join((*parts, source[last:]))


def _edits(source: str, node: Node, of: Part) -> Iterator[Edit]:
    if node.tagged:
        raise unsafe.tagged(node.start.line)
    if isinstance(node, Scalar) or node.flow:
        yield node.start.at, node.end.at, _written(source, node, of, inside=False)
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _edits(source, item, of)
    else:
        for key, value in node.items:
            if key.tagged:
                raise unsafe.tagged(key.start.line)
            yield key.start.at, key.end.at, _key(source, key, of.model, inside=False)
            yield from _edits(source, value, part(of.model, key.value))


def _written(source: str, node: Node, of: Part, inside: bool = True) -> str:
    """The text of a value that is written in one piece; `inside` brackets."""
    if node.tagged:
        raise unsafe.tagged(node.start.line)
    if isinstance(node, Scalar):
        return _scalar(source, node, inside, of.numbers)
    if isinstance(node, Listing):
        texts = [_written(source, item, of) for item in node.items]
        ends = [(item.start.at, item.end.at) for item in node.items]
        return _between(source, node, texts, ends)
    texts = [_entry(source, key, value, of.model) for key, value in node.items]
    ends = [(key.start.at, max(key.end.at, value.end.at)) for key, value in node.items]
    order = in_order(of.model, [key.value for key, _ in node.items])
    moved = list(order) != sorted(order)
    return _between(source, node, [texts[place] for place in order], ends, moved)


def _between(source: str, node: Node, texts: list[str], ends: list[tuple[int, int]], moved: bool = False) -> str:
    """The texts in their places, with all that stands around them; comments there must not lose their entry."""
    parts: list[str] = []
    last = node.start.at
    for written, (start, end) in zip(texts, ends, strict=True):
        parts += (source[last:start], written)
        last = end
    parts.append(source[last : node.end.at])
    if moved and any("#" in around for around in parts[::2]):
        raise unsafe.comment_in_brackets(node.start.line)
    return "".join(parts)


def _entry(source: str, key: Scalar, value: Node, model: Model) -> str:
    """A key in brackets with its value: without quotes around it, a key needs a space behind its colon."""
    if key.tagged:
        raise unsafe.tagged(key.start.line)
    written = _written(source, value, part(model, key.value))
    between = source[key.end.at : value.start.at]
    if between == ":" and written:
        between = ": "
    return f"{_key(source, key, model)}{between}{written}"


def _key(source: str, key: Scalar, model: Model, inside: bool = True) -> str:
    if known(model, key.value) and "\n" not in source[key.start.at : key.end.at]:
        return key.value
    return _scalar(source, key, inside, numbers=False)


def _scalar(source: str, node: Scalar, inside: bool, numbers: bool) -> str:
    old = source[node.start.at : node.end.at]
    if node.style in BLOCK_STYLES or "\n" in old:
        return old
    if node.value.lower() in RESERVED:
        return json.dumps(node.value, ensure_ascii=False) if node.style else old
    rest = source[node.end.at :].split("\n", 1)[0]
    if rest.startswith("#") or cut_by_comment(rest):
        return old
    return node.value if numbers and AMOUNT.fullmatch(node.value) else scalar(node.value, inside)
