"""Whether a finished book keeps what a screen reader and an archive ask of it, read from the file.

The rules of PDF/A-2b are pikepdf's. There is no kept checker of PDF/UA that could be part of a build, so what we rely
on for it is written here; the tests ask an independent one.
"""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import pdfa

from guidebook.model.text import Text, text

_ACCESS = re.compile(r"<rdf:Description [^>]*xmlns:(?:pdfuaid|pdfaExtension)=.*?</rdf:Description>", re.DOTALL)
"""What PDF/UA adds to the description: PDF/A allows it with its schema, the checker does not know schemas."""
SHOWN = 3
"""How many findings of the checker are told."""


def archive_rules(octets: bytes) -> Iterator[tuple[str, Text]]:
    """What a PDF/A-2b reader would find wrong."""
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        if "/Metadata" in pdf.Root:
            described = pdf.Root.Metadata.read_bytes().decode()
            pdf.Root.Metadata.write(_ACCESS.sub("", described).encode())
        gc.freeze()  # the checker makes so much that looking through all else again and again would take a third of it
        try:
            report = pdfa.check(pdf, "2b")
        finally:
            gc.unfreeze()
    for finding in report.findings[:SHOWN]:
        yield "not-archivable", text("책이 PDF/A-2b의 규칙에 맞지 않습니다: {finding}", finding=str(finding)[:200])


def reading_rules(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Text]]:
    """What a screen reader would stumble over: heads without scope, strays in lists, drawings without words, …"""
    broken: dict[str, int] = {}
    if "/StructTreeRoot" not in pdf.Root:
        return
    for element in pdf.Root.StructTreeRoot.K:
        for rule in _broken(element, ""):
            broken[rule] = broken.get(rule, 0) + 1
    for page in pdf.pages:
        if any(not int(one.get("/F", 0)) & 4 for one in page.obj.get("/Annots", pikepdf.Array())):
            broken["Print"] = broken.get("Print", 0) + 1
    for rule, count in sorted(broken.items()):
        yield "bad-structure", text("책의 읽는 구조가 규칙에 맞지 않습니다: {rule} {count}곳", rule=rule, count=count)


def _broken(element: Any, around: str) -> Iterator[str]:
    kind = str(element.S)
    kids = element.get("/K")
    inner = [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    if kind == "/TH" and "/Scope" not in element.get("/A", {}):
        yield "TH/Scope"
    if kind == "/Figure" and "/Alt" not in element:
        yield "Figure/Alt"
    if (kind == "/LI") != (around == "/L") and kind not in ("/L", "/Caption"):
        yield "L/LI"
    if kind == "/LBody" and around != "/LI":
        yield "LI/LBody"
    for kid in inner:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _broken(kid, kind)
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == pikepdf.Name.OBJR and kind != "/Link":
            yield "Link"
