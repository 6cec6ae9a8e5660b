"""What may be nowhere in a PDF/X-4 file, looked for in every object of it, painted or not.

Separate from `pdfx`, which reads what pages paint and what the file says of itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

SCREEN_SPACES = ("/DeviceRGB", "/CalRGB", "/Lab")
"""Colour spaces of screens and of measuring."""
FORBIDDEN_KEYS = frozenset(
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
"""Keys of interactive content, of embedded files, of substitutes of images and of transfer functions of ink."""
ACTIONS = frozenset({"/GoTo", "/GoToR", "/URI", "/Launch", "/JavaScript", "/Named", "/SubmitForm"})
RESOURCES = frozenset({"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading"})
"""Dictionaries of resources: their keys are free names and mean nothing."""


def forbidden_content(pdf: Pdf) -> set[str]:
    """Names of what PDF/X-4 or we do not allow: RGB, annotations, actions, scripts, encryption, …"""
    names = {"Encrypt"} if pdf.is_encrypted else set()
    for element in (pdf.trailer.Root, *pdf.objects):
        names.update(_forbidden(element))
    return names


def unembedded_fonts(pdf: Pdf) -> set[str]:
    """Fonts that the printing house would have to have itself."""
    missing: set[str] = set()
    for font in pdf.objects:
        if not isinstance(font, Dictionary) or font.get("/Type") != Name.Font or "/CIDToGIDMap" in font:
            continue
        descriptor = font.get("/DescendantFonts", Array([font]))[0].get("/FontDescriptor", Dictionary())
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            missing.add(str(font.get("/BaseFont", "/Type3")).lstrip("/"))
    return missing


def _forbidden(element: Any, free_keys: bool = False) -> Iterator[str]:
    """What is forbidden in one object and in the direct objects inside it; `free_keys`: its keys mean nothing."""
    if isinstance(element, Name) and str(element) in SCREEN_SPACES:
        yield str(element).lstrip("/")
    elif isinstance(element, Array):
        if len(element) == 2 and element[0] == Name.ICCBased and int(element[1].N) == 3:
            yield "ICCBased RGB"
        for inner in element:
            yield from _forbidden_inside(inner)
    elif isinstance(element, Dictionary | Stream):
        if element.get("/Subtype") == Name.PS:
            yield "PostScript"
        if str(element.get("/S", "")) in ACTIONS:
            yield "Action"
        for key, inner in element.items():
            if key in FORBIDDEN_KEYS and not free_keys and inner not in (Name.Identity, Name.Default):
                yield key.lstrip("/")
            yield from _forbidden_inside(inner, key in RESOURCES)


def _forbidden_inside(inner: pikepdf.Object, free_keys: bool = False) -> Iterator[str]:
    """The same of a direct object; an indirect one is an object of the file and is asked by itself."""
    if not isinstance(inner, pikepdf.Object) or not inner.is_indirect:
        yield from _forbidden(inner, free_keys)
