"""Repairs the structure tree that WeasyPrint writes, so that screen readers find lists, table headers and links.

Works on the tags after they were copied into the book; marked content that it takes for decoration becomes an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

PRINT = 4
"""The flag of an annotation that is printed as it is shown."""
HAIR = 0.01
"""Points: a link narrower than that is nowhere."""
GROUPING = ("/Span", "/NonStruct", "/Div")
PARENTS = {"/LI": "/L", "/LBody": "/LI"}
"""Type of a structure element → the type that its parent must have."""
LIST_CHILDREN = ("/LI", "/L", "/Caption")


def repair_tags(book: Pdf, root: Any, pages: Sequence[pikepdf.Page]) -> list[set[int]]:
    """Repair the tree below `root` in place. Gives for each page the identifiers of content that is decoration."""
    _drop_empty_links(root, pages)
    for child in root.K:
        _repair(book, child, "", None)
        _untag_stray_items(child)
    _link_parents(root)
    kept = {element.objgen for child in root.K for element in _elements(child)}
    parents = dict(_pairs(root.ParentTree.Nums))
    decoration: list[set[int]] = []
    for page in pages:
        tagged = parents.get(int(page.obj.get("/StructParents", -1)), Array())
        untagged = {mcid for mcid, element in enumerate(tagged) if element is None or element.objgen not in kept}
        for mcid in untagged:
            tagged[mcid] = None
        decoration.append(untagged)
        for annotation in page.obj.get("/Annots", Array()):
            annotation.F = PRINT
    return decoration


def _drop_empty_links(root: Any, pages: Sequence[pikepdf.Page]) -> None:
    """Take out annotations without width: of a link that wraps whole, the space before it stays behind as a line."""
    keys: set[int] = set()
    for page in pages:
        annotations = list(page.obj.get("/Annots", Array()))
        empty = [annotation for annotation in annotations if _is_empty_link(annotation)]
        if empty:
            page.obj.Annots = Array([annotation for annotation in annotations if not _is_empty_link(annotation)])
            keys |= {int(annotation.StructParent) for annotation in empty if "/StructParent" in annotation}
    if keys:
        pairs = [(key, value) for key, value in _pairs(root.ParentTree.Nums) if int(key) not in keys]
        root.ParentTree.Nums = Array([item for pair in pairs for item in pair])


def _is_empty_link(annotation: Any) -> bool:
    if annotation.get("/Subtype") != Name.Link:
        return False
    left, _, right, _ = (float(edge) for edge in annotation.Rect)
    return abs(right - left) < HAIR


def _link_parents(root: Any) -> None:
    """Let the parent tree lead from each annotation to the element that it is in."""
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
    """Whether a kid is a reference to an annotation."""
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _repair(book: Pdf, element: Any, section: str, around: list[Any] | None) -> None:
    """Repair an element after its kids; `section` is its part of a table, `around` collects for the link around it."""
    kind = str(element.S)
    annotations: list[Any] = []
    inner = kind if kind in ("/THead", "/TBody", "/TFoot") else section
    kept = []
    for kid in _kids(element):
        if _is_object(kid) and _is_empty_link(kid.Obj):
            continue
        if _is_element(kid):
            _repair(book, kid, inner, annotations if kind == "/Link" else around)
            if _is_decoration(kid):
                continue
        kept.append(kid)
    element.K = Array([*kept, *annotations])
    if kind == "/TH":
        element.A.Scope = Name.Column if section == "/THead" else Name.Row
    elif kind == "/Table":
        _plain_rows(element)
    elif kind == "/L":
        _list(book, element)
    if kind != "/Link":
        _links(book, element, around)


def _is_decoration(element: Any) -> bool:
    """Whether an element is a drawing without words, or holds nothing at all."""
    kind = str(element.S)
    return (kind == "/Figure" and "/Alt" not in element) or (kind in (*GROUPING, "/Link") and not _kids(element))


def _plain_rows(table: Any) -> None:
    """In a table of one or two rows, row headers are data: there would be more headers than cells."""
    cells = [element for element in _elements(table) if str(element.S) in ("/TH", "/TD")]
    headers = [cell for cell in cells if str(cell.S) == "/TH"]
    if 2 * len(headers) > len(cells):
        for cell in headers:
            if cell.A.Scope == Name.Row:
                cell.S = Name.TD
                del cell.A.Scope


def _list(book: Pdf, element: Any) -> None:
    """A list holds items: what else stands in it, such as a row of a definition list, becomes one."""
    for kid in _kids(element):
        if _is_element(kid) and str(kid.S) not in LIST_CHILDREN:
            bodies = list(_nearest(kid, "/LI")) or [_body(book, kid)]
            for position, body in enumerate(bodies):
                body.S = Name.Lbl if position == 0 and len(bodies) > 1 else Name.LBody
                body.P = kid
                for inner in _kids(body):
                    if _is_element(inner) and str(inner.S) == "/LBody":
                        inner.S = Name.Div
            kid.S = Name.LI
            kid.K = Array(bodies)


def _untag_stray_items(element: Any) -> None:
    """An item outside of a list becomes a `Div`: WeasyPrint tags boxes that only stand side by side as items."""
    for kid in _kids(element):
        if _is_element(kid):
            if str(kid.S) in PARENTS and str(element.S) != PARENTS[str(kid.S)]:
                kid.S = Name.Div
            _untag_stray_items(kid)


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
