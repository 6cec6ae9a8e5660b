"""Whether a finished file keeps what screen readers and archives ask of it.

The rules of PDF/A-2b are pikepdf's. There is no maintained checker of PDF/UA that could be part of a build, so what we
rely on for it is written here; the tests ask an independent one.
"""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from guidebook.model.text import text
from guidebook.preflight.document import Document, Finding
from guidebook.preflight.links import links

_PDFUA_METADATA = re.compile(r"<rdf:Description [^>]*xmlns:(?:pdfuaid|pdfaExtension)=.*?</rdf:Description>", re.DOTALL)
"""What PDF/UA adds to the XMP packet: PDF/A allows it with its extension schema, which the checker does not read."""
MOST_FINDINGS = 3
"""How many findings of the PDF/A checker are reported."""
WORD_JOINER = "\u2060"
"""Invisible; holds words together in layout, and has no business in what is copied or read aloud."""
PRINT_FLAG = 4
"""The bit of an annotation's flags that says that it is printed."""


def is_archivable(document: Document) -> Iterator[Finding]:
    """The rules of PDF/A-2b are kept."""
    yield from archive_rules(document.octets, document.new_pages)


def is_accessible(document: Document) -> Iterator[Finding]:
    """Its structure is what a screen reader can follow."""
    yield from reading_rules(document.pdf)


def text_has_no_joiners(document: Document) -> Iterator[Finding]:
    """No word joiner can be copied or heard: in pages, bookmarks, descriptions of links, alternative texts."""
    for page in range(len(document.pdf.pages)):
        if WORD_JOINER in document.words(page):
            yield "joiner", text("{page}쪽에서 복사한 글에 보이지 않는 글자가 섞입니다.", page=page + 1)
    titles = [str(bookmark.get_title()) for bookmark in document.viewer.get_toc()]
    descriptions = [str(link.annotation.get("/Contents", "")) for link in links(document)]
    for words in (*titles, *descriptions, *_alternative_texts(document.pdf)):
        if WORD_JOINER in words:
            yield "joiner", text("'{words}' 책갈피나 대체 텍스트에 보이지 않는 글자가 섞여 있습니다.", words=words)


def archive_rules(octets: bytes, pages: Sequence[int] | None = None) -> Iterator[Finding]:
    """What a validator of PDF/A-2b would find wrong with the file and those of its pages (from 0), or with all."""
    from pikepdf import pdfa  # heavy, and as a rule another process reads files back

    with pikepdf.open(io.BytesIO(octets)) as pdf:
        if "/Metadata" in pdf.Root:
            packet = pdf.Root.Metadata.read_bytes().decode()
            pdf.Root.Metadata.write(_PDFUA_METADATA.sub("", packet).encode())
        if pages is not None:
            _leave(pdf, pages)
        gc.freeze()  # the checker allocates so much that collecting over all older objects would take a third of it
        try:
            report = pdfa.check(pdf, "2b")
        finally:
            gc.unfreeze()
    for finding in report.findings[:MOST_FINDINGS]:
        yield "not-archivable", text("책이 PDF/A-2b 규격에 맞지 않습니다: {finding}", finding=str(finding)[:200])


def _leave(pdf: pikepdf.Pdf, pages: Sequence[int]) -> None:
    """Take the other pages out of the tree of pages; one stays, for a file without any is none.

    Their objects stay as long as links and tags lead to them, and are still held to the limits of all objects.
    """
    stay = {*pages} or {0}
    for page in reversed(range(len(pdf.pages))):
        if page not in stay:
            del pdf.pages[page]


def reading_rules(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """What a screen reader would stumble over: links that nobody hears, stray list items, figures without words, …"""
    broken: dict[str, int] = {}
    if "/StructTreeRoot" not in pdf.Root:
        return
    heard: set[tuple[int, int]] = set()
    for element in pdf.Root.StructTreeRoot.K:
        for rule in _broken_rules(element, "", heard):
            broken[rule] = broken.get(rule, 0) + 1
    for page in pdf.pages:
        annotations = page.obj.get("/Annots", pikepdf.Array())
        if any(not int(annotation.get("/F", 0)) & PRINT_FLAG for annotation in annotations):
            broken["Print"] = broken.get("Print", 0) + 1
        unheard = sum(_is_link(annotation) and annotation.objgen not in heard for annotation in annotations)
        if unheard:
            broken["Link/OBJR"] = broken.get("Link/OBJR", 0) + unheard
    for rule, count in sorted(broken.items()):
        yield "bad-structure", text("책의 태그 구조가 규격에 맞지 않습니다: {rule} {count}곳", rule=rule, count=count)


def _is_link(annotation: Any) -> bool:
    return bool(annotation.get("/Subtype") == pikepdf.Name.Link)


def _broken_rules(element: Any, parent: str, heard: set[tuple[int, int]]) -> Iterator[str]:
    """The rules that a structure element and those below it break; `parent` is the type of the element around it.

    The annotations that stand in link elements, by the numbers of their objects, are added to `heard`.
    """
    kind = str(element.S)
    kids = element.get("/K")
    children = [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    if kind == "/TH" and "/Scope" not in element.get("/A", {}):
        yield "TH/Scope"
    if kind == "/Figure" and "/Alt" not in element:
        yield "Figure/Alt"
    if (kind == "/LI") != (parent == "/L") and kind not in ("/L", "/Caption"):
        yield "L/LI"
    if kind == "/LBody" and parent != "/LI":
        yield "LI/LBody"
    for child in children:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from _broken_rules(child, kind, heard)
        elif isinstance(child, pikepdf.Dictionary) and child.get("/Type") == pikepdf.Name.OBJR:
            if kind == "/Link":
                heard.add(child.Obj.objgen)
            else:
                yield "Link"


def _alternative_texts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary):
            yield from (str(element[key]) for key in ("/Alt", "/ActualText", "/T") if key in element)
