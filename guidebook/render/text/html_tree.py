"""HTML as a tree: parsed by the parser that the layout engine uses, edited as elements, written out once.

Knows nothing of chapters, so that what edits them need not know how HTML is read and written.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from xml.etree.ElementTree import Element

import tinyhtml5

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements without an end tag."""
RAW = frozenset({"script", "style"})
"""Elements whose text is not escaped."""
LEADING_NEWLINE = frozenset({"listing", "pre", "textarea"})
"""Elements of which the parser drops a newline right behind the start tag."""
PREFIXES = {
    "http://www.w3.org/1999/xlink": "xlink:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
"""Namespaces of attributes that are written with a prefix."""


@dataclass(frozen=True, eq=False)
class HtmlTree:
    """An element with all that it holds, which nobody changes: an edit works on a copy. Equal where its HTML is."""

    root: Element

    @cached_property
    def html(self) -> str:
        """The element as HTML."""
        return serialised(self.root)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all elements."""
        return frozenset(id for element in self.root.iter() if (id := element.get("id")))

    def copy(self) -> Element:
        """A copy to edit."""
        return copy.deepcopy(self.root)

    def __eq__(self, other: object) -> bool:
        """Whether another tree is the same HTML."""
        return isinstance(other, HtmlTree) and (self.root is other.root or self.html == other.html)

    def __hash__(self) -> int:
        """Of the HTML."""
        return hash(self.html)


def parsed(html: str) -> Element:
    """The `html` element of a document; what it lacks of head and body is added, as a browser does."""
    # As a stream: a string would be tried as the name of a file first.
    root: Element = tinyhtml5.parse(io.StringIO(html), namespace_html_elements=False)
    return root


def with_content(element: Element, html: str) -> Element:
    """The element with a fragment of HTML as its content."""
    body = child_of(parsed(f"<!doctype html><body>{html}"), "body")
    element.text = body.text
    element.extend(body)
    return element


def child_of(element: Element, name: str) -> Element:
    """The child with this name, which has to be there."""
    return next(child for child in element if child.tag == name)


def local_name(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def serialised(element: Element, omitted: frozenset[str] = frozenset()) -> str:
    """The element as HTML, without the attributes named in `omitted` and without the text behind it."""
    return "".join(_written(element, omitted))


def _written(element: Element, omitted: frozenset[str]) -> Iterator[str]:
    name = local_name(element)
    if not name:
        yield f"<!--{element.text}-->"
        return
    attributes = (_attribute(key, value) for key, value in element.items() if key not in omitted)
    yield f"<{name}{''.join(attributes)}>"
    if name in VOID:
        return
    text = element.text or ""
    if name in LEADING_NEWLINE and text.startswith("\n"):
        yield "\n"
    yield text if name in RAW else escape(text, quote=False)
    for child in element:
        yield from _written(child, omitted)
        yield escape(child.tail or "", quote=False)
    yield f"</{name}>"


def _attribute(key: str, value: str) -> str:
    namespace, _, name = key.rpartition("}")
    return f' {PREFIXES.get(namespace.lstrip("{"), "")}{name}="{escape(value, quote=True)}"'


def parents_in(root: Element) -> dict[Element, Element]:
    """The parent of every element below `root`."""
    return {child: parent for parent in root.iter() for child in parent}


def replace_element(parent: Element, element: Element, others: Sequence[Element]) -> None:
    """Put other elements in the place of one; the text behind it stays there."""
    place = list(parent).index(element)
    parent.remove(element)
    for offset, other in enumerate(others):
        parent.insert(place + offset, other)
    tail, element.tail = element.tail, None
    others[-1].tail = tail


def remove_element(parent: Element, element: Element) -> None:
    """Take an element out, but leave the text behind it."""
    place = list(parent).index(element)
    _append_text(parent, place, element.tail)
    element.tail = None
    parent.remove(element)


def unwrap_element(parent: Element, element: Element) -> None:
    """Put what an element holds in its place."""
    place, children = list(parent).index(element), list(element)
    parent.remove(element)
    _append_text(parent, place, element.text)
    for offset, child in enumerate(children):
        parent.insert(place + offset, child)
    _append_text(parent, place + len(children), element.tail)


def _append_text(parent: Element, place: int, text: str | None) -> None:
    """Add text before the child at `place`, or behind the last one."""
    if not text:
        return
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def merged(attributes: Sequence[tuple[str, str]], changed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Attributes with some of them set to new values."""
    return tuple({**dict(attributes), **changed}.items())
