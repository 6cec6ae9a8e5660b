"""What PDF/A-2b wants of a book beyond what WeasyPrint writes: an output intent, and no empty or forbidden entries."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

UNUSED_RESOURCES = ("/Pattern", "/Shading")
"""Kinds of resources that WeasyPrint declares everywhere and that our books never use."""


def make_archivable(book: Pdf) -> None:
    """Set sRGB as the output intent, and drop empty resource dictionaries of patterns and shadings."""
    profile = book.make_stream((files("pikepdf") / "pdfa" / "data" / "sRGB.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=profile,
    )
    book.Root.OutputIntents = Array([book.make_indirect(intent)])
    seen: set[tuple[int, int]] = set()
    for page in book.pages:
        _clean(page.obj.get("/Resources"), seen)


def _clean(resources: Any, seen: set[tuple[int, int]]) -> None:
    if not isinstance(resources, pikepdf.Dictionary):
        return
    for kind in UNUSED_RESOURCES:
        if kind in resources and not len(resources[kind].keys()):
            del resources[kind]
    for form in resources.get("/XObject", Dictionary()).values():
        if form.objgen not in seen:
            seen.add(form.objgen)
            if "/Interpolate" in form:  # PDF/A wants pixels as they are
                del form["/Interpolate"]
            _clean(form.get("/Resources"), seen)
