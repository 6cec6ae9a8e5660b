"""What may be nowhere in a file for the printing house, looked for in every object whether it is drawn or not.

Separate from `proof_press`, which reads what pages draw and say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

SCREEN = ("/DeviceRGB", "/CalRGB", "/Lab")
"""Spaces of screens and measuring."""
LIVE = frozenset(
    {
        "/AA",
        "/AcroForm",
        "/AF",
        "/Annots",
        "/EF",
        "/EmbeddedFiles",
        "/HTP",
        "/JavaScript",
        "/JS",
        "/OPI",
        "/OpenAction",
        "/TR",
        "/TR2",
        "/XFA",
    }
)
"""Keys of what acts, of files inside the file, and of what changes ink behind our back."""
ACTIONS = frozenset({"/GoTo", "/GoToR", "/URI", "/Launch", "/JavaScript", "/Named", "/SubmitForm"})
NAMED = frozenset({"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading"})
"""Dictionaries whose keys are names of our own choice."""


def forbidden_things(pdf: Pdf) -> set[str]:
    """Names of things that PDF/X-4 or we do not allow: RGB, annotations, actions, scripts, encryption, …"""
    found = {"Encrypt"} if pdf.is_encrypted else set()
    for thing in (pdf.trailer.Root, *pdf.objects):
        found.update(_within(thing))
    return found


def unembedded_fonts(pdf: Pdf) -> set[str]:
    """Fonts that the printing house would have to have itself."""
    missing: set[str] = set()
    for font in pdf.objects:
        if not isinstance(font, Dictionary) or font.get("/Type") != Name.Font or "/CIDToGIDMap" in font:
            continue
        described = font.get("/DescendantFonts", Array([font]))[0].get("/FontDescriptor", Dictionary())
        if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            missing.add(str(font.get("/BaseFont", "/Type3")).lstrip("/"))
    return missing


def _within(thing: Any, own_names: bool = False) -> Iterator[str]:
    """The forbidden things of one object and of what is written inside it."""
    if isinstance(thing, Name) and str(thing) in SCREEN:
        yield str(thing).lstrip("/")
    elif isinstance(thing, Array):
        if len(thing) == 2 and thing[0] == Name.ICCBased and int(thing[1].N) == 3:
            yield "ICCBased RGB"
        for inner in thing:
            yield from _direct(inner)
    elif isinstance(thing, Dictionary | Stream):
        if thing.get("/Subtype") == Name.PS:
            yield "PostScript"
        if str(thing.get("/S", "")) in ACTIONS:
            yield "Action"
        for key, inner in thing.items():
            if key in LIVE and not own_names and inner not in (Name.Identity, Name.Default):
                yield key.lstrip("/")
            yield from _direct(inner, key in NAMED)


def _direct(inner: pikepdf.Object, own_names: bool = False) -> Iterator[str]:
    """What is written in place; what is referred to is an object of the file and has its own turn."""
    if not isinstance(inner, pikepdf.Object) or not inner.is_indirect:
        yield from _within(inner, own_names)
