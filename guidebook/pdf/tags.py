"""Mends what WeasyPrint leaves of a chapter's structure, so that screen readers find lists, heads and links as such.

Works on the tags after they were taken over into the book; what it decides to be decoration is drawn as an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

PRINT = 4
"""The flag of an annotation that is printed as it is shown."""
EMPTY = ("/Span", "/NonStruct", "/Div")
HOMES = {"/LI": "/L", "/LBody": "/LI"}
"""Which element must stand in which."""
ITEMS = ("/LI", "/L", "/Caption")


def mended(book: Pdf, root: Any, pages: Sequence[pikepdf.Page]) -> list[set[int]]:
    """Mend the tree below `root` in place. Gives for each page the ids of marked content that is decoration."""
    for child in root.K:
        _mend(book, child, "", None)
        _strays(child)
    _lead_back(root)
    kept = {element.objgen for child in root.K for element in _elements(child)}
    parents = dict(_pairs(root.ParentTree.Nums))
    decoration: list[set[int]] = []
    for page in pages:
        tagged = parents.get(int(page.obj.get("/StructParents", -1)), Array())
        loose = {number for number, element in enumerate(tagged) if element is None or element.objgen not in kept}
        for number in loose:
            tagged[number] = None
        decoration.append(loose)
        for annotation in page.obj.get("/Annots", Array()):
            annotation.F = PRINT
    return decoration


def _lead_back(root: Any) -> None:
    """Annotations know the element that they stand in."""
    numbers = root.ParentTree.Nums
    places = {int(key): place for place, key in enumerate(list(numbers)[::2])}
    for child in root.K:
        for element in _elements(child):
            for kid in _kids(element):
                if _is_object(kid) and int(kid.Obj.get("/StructParent", -1)) in places:
                    numbers[2 * places[int(kid.Obj.StructParent)] + 1] = element


def _pairs(numbers: Any) -> Iterator[tuple[int, Any]]:
    flat = list(numbers)
    yield from ((int(key), value) for key, value in zip(flat[::2], flat[1::2], strict=True))


def _elements(element: Any) -> Iterator[Any]:
    yield element
    for kid in _kids(element):
        if _is_element(kid):
            yield from _elements(kid)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _is_object(kid: Any) -> bool:
    """Whether a kid refers to an annotation."""
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _mend(book: Pdf, element: Any, section: str, around: list[Any] | None) -> None:
    """One element after all beneath it; `section` is the part of the table, `around` what the link around it gets."""
    kind = str(element.S)
    found: list[Any] = []
    inner = kind if kind in ("/THead", "/TBody", "/TFoot") else section
    kept = []
    for kid in _kids(element):
        if _is_element(kid):
            _mend(book, kid, inner, found if kind == "/Link" else around)
            if _says_nothing(kid):
                continue
        kept.append(kid)
    element.K = Array([*kept, *found])
    if kind == "/TH":
        element.A.Scope = Name.Column if section == "/THead" else Name.Row
    elif kind == "/Table":
        _plain_rows(element)
    elif kind == "/L":
        _list(book, element)
    if kind != "/Link":
        _links(book, element, around)


def _says_nothing(element: Any) -> bool:
    """Whether an element is a drawing without words, or holds nothing at all."""
    kind = str(element.S)
    return (kind == "/Figure" and "/Alt" not in element) or (kind in EMPTY and not _kids(element))


def _plain_rows(table: Any) -> None:
    """In a table of one or two rows, row heads are data: there would be more heads than what they head."""
    cells = [element for element in _elements(table) if str(element.S) in ("/TH", "/TD")]
    heads = [cell for cell in cells if str(cell.S) == "/TH"]
    if 2 * len(heads) > len(cells):
        for cell in heads:
            if cell.A.Scope == Name.Row:
                cell.S = Name.TD
                del cell.A.Scope


def _list(book: Pdf, element: Any) -> None:
    """A list holds items: what else stands in it, such as a row of a definition list, becomes one."""
    for kid in _kids(element):
        if _is_element(kid) and str(kid.S) not in ITEMS:
            parts = list(_nearest(kid, "/LI")) or [_body(book, kid)]
            for place, part in enumerate(parts):
                part.S = Name.Lbl if place == 0 and len(parts) > 1 else Name.LBody
                part.P = kid
                for inner in _kids(part):
                    if _is_element(inner) and str(inner.S) == "/LBody":
                        inner.S = Name.Div
            kid.S = Name.LI
            kid.K = Array(parts)


def _strays(element: Any) -> None:
    """An item outside of a list is none: boxes that only stand side by side are tagged so."""
    for kid in _kids(element):
        if _is_element(kid):
            if str(kid.S) in HOMES and str(element.S) != HOMES[str(kid.S)]:
                kid.S = Name.Div
            _strays(kid)


def _nearest(element: Any, kind: str) -> Iterator[Any]:
    """The elements of a kind beneath an element, but not those beneath one of them."""
    for kid in _kids(element):
        if _is_element(kid):
            yield from [kid] if str(kid.S) == kind else _nearest(kid, kind)


def _body(book: Pdf, element: Any) -> Any:
    """The kids of an element in an element of their own."""
    body = book.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=element, K=element.K))
    for kid in _kids(body):
        if _is_element(kid):
            kid.P = body
    return body


def _links(book: Pdf, element: Any, around: list[Any] | None) -> None:
    """An annotation of a link stands in an element that says so: the one around, or one of its own."""
    kept = []
    for kid in _kids(element):
        if _is_object(kid) and kid.Obj.get("/Subtype") == Name.Link:
            if around is not None:
                around.append(kid)
                continue
            kid = book.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, P=element, K=Array([kid])))
        kept.append(kid)
    element.K = Array(kept)
