"""Whether a finished file is what a printing house can take, read from the file: our own rules of PDF/X-4.

There is no free checker of PDF/X; `docs/decisions/0015-press-files-by-our-own-rules.md` says what is looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.print_format import BLEED
from guidebook.model.text import Text, text
from guidebook.pdf.imposition import MM
from guidebook.preflight.content_stream import Colour, Drawn, drawn
from guidebook.preflight.inks import forbidden_things, unembedded_fonts

Fault = tuple[str, Text]

SHEET = 8.0
"""Millimetres that the sheet reaches beyond the trim at least, so that a cutter sees the marks."""
EXACT = 0.01
"""Millimetres that a box may be off."""
NEARLY = 0.99
"""A picture this near to the resolution asked for has it: its size was rounded to whole pixels."""
SCHEMES = {
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
SHOWS_TEXT = ("Tj", "TJ", "'", '"')


def press_rules(pdf: Pdf) -> Iterator[Fault]:
    """What would be wrong with the file at the printing house."""
    yield from _boxes_are_right(pdf)
    yield from _it_says_what_it_is(pdf)
    yield from _paper_and_ink_are_named(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        everything = tuple(drawn(page))
        yield from _colours_are_ink(number, everything)
        yield from _marks_are_whole(number, page, everything)
    for thing in sorted(forbidden_things(pdf)):
        yield "not-for-press", text("인쇄소용 파일에 있어서는 안 되는 것이 있습니다: {thing}", thing=thing)
    for font in sorted(unembedded_fonts(pdf)):
        yield "font-not-embedded", text("글꼴 '{font}'이 파일에 들어 있지 않습니다.", font=font)


def fine_enough(pdf: Pdf, dpi: int, file: str) -> Iterator[Diagnostic]:
    """A warning for every picture that has fewer pixels an inch on paper, wherever it is shown. `file`: its name."""
    for number, page in enumerate(pdf.pages, start=1):
        for one in drawn(page):
            if one.operator != "Do":
                continue
            image = one.resources.XObject[str(one.operands[0])]
            reached = _resolution(image, one) if image.get("/Subtype") == Name.Image else math.inf
            if reached < dpi * NEARLY:
                yield Diagnostic(
                    Span(file),
                    "coarse-picture",
                    text(
                        "{page}쪽의 그림이 인쇄하기에 거칩니다: {found}dpi입니다(기준 {wanted}dpi).",
                        page=number,
                        found=math.floor(reached),
                        wanted=dpi,
                    ),
                    text("더 큰 사진으로 바꾸거나, 더 작게 보이게 하세요."),
                    Severity.WARNING,
                )


def _resolution(image: pikepdf.Object, one: Drawn) -> float:
    """Pixels an inch in the direction in which there are fewer."""
    a, b, c, d = one.state.place.shorthand[:4]
    wide, high = math.hypot(a, b) / 72, math.hypot(c, d) / 72
    return min(int(image.Width) / wide, int(image.Height) / high) if wide and high else math.inf


def _boxes_are_right(pdf: Pdf) -> Iterator[Fault]:
    for number, page in enumerate(pdf.pages, start=1):
        boxes = {name: page.obj.get(name) for name in ("/TrimBox", "/BleedBox", "/MediaBox")}
        missing = [name for name, box in boxes.items() if box is None]
        if missing:
            yield "bad-box", text("{page}쪽에 {box} 크기가 없습니다.", page=number, box=missing[0].lstrip("/"))
            continue
        trim, bleed, media = ([float(side) for side in box or ()] for box in boxes.values())
        if any(abs(beyond - BLEED) > EXACT for beyond in _beyond(bleed, trim)):
            yield "bad-box", text("{page}쪽의 재단 여분이 3mm가 아닙니다.", page=number)
        if min(_beyond(media, trim)) < SHEET - EXACT:
            yield "bad-box", text("{page}쪽의 재단선 둘레가 너무 좁습니다.", page=number)
        if [float(side) for side in page.obj.get("/CropBox", media)] != media:
            yield "bad-box", text("{page}쪽을 잘라 보이게 하는 CropBox가 있습니다.", page=number)


def _beyond(outer: list[float], inner: list[float]) -> list[float]:
    """Millimetres by which a box reaches beyond another on each side."""
    return [(inner[side] - outer[side]) * (1 if side < 2 else -1) / MM for side in range(4)]


def _marks_are_whole(number: int, page: pikepdf.Page, everything: tuple[Drawn, ...]) -> Iterator[Fault]:
    """Lines in the colour of all plates: some are there, all on the sheet, none in the bleed."""
    ends = [one for one in everything if one.operator in ("m", "l") and _is_registration(one)]
    points = [one.state.place.transform((float(one.operands[0]), float(one.operands[1]))) for one in ends]
    sheet, bleed = (
        [float(side) for side in box.as_list()] for box in (page.mediabox, page.obj.get("/BleedBox", page.mediabox))
    )
    if not points:
        yield "bad-marks", text("{page}쪽에 재단선이 없습니다.", page=number)
    elif not all(_inside(point, sheet) for point in points):
        yield "bad-marks", text("{page}쪽의 재단선이 종이 밖으로 나갑니다.", page=number)
    elif any(_inside(point, bleed) for point in points):
        yield "bad-marks", text("{page}쪽의 재단선이 재단 여분 안으로 들어옵니다.", page=number)


def _is_registration(one: Drawn) -> bool:
    space = one.resources.get("/ColorSpace", Dictionary()).get("/" + one.state.stroke.space)
    return isinstance(space, pikepdf.Array) and space[0] == Name.Separation and space[1] == Name.All


def _inside(point: tuple[float, float], box: list[float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _colours_are_ink(number: int, everything: tuple[Drawn, ...]) -> Iterator[Fault]:
    used = {space for one in everything for space in (one.state.fill.space, one.state.stroke.space)}
    inline = any(isinstance(one.instruction, pikepdf.ContentStreamInlineImage) for one in everything)
    if used & {"DeviceRGB", "CalRGB", "Lab"} or inline:
        yield "screen-colour", text("{page}쪽에 화면의 색(RGB)이 남아 있습니다.", page=number)
    if any(_is_mixed_black(one.state.fill) for one in everything if one.operator in SHOWS_TEXT):
        yield "mixed-black", text("{page}쪽의 검은 글자가 여러 잉크로 섞여 있습니다.", page=number)


def _is_mixed_black(colour: Colour) -> bool:
    """Whether a dark colour without a hue takes more than black ink."""
    if colour.space != "DeviceCMYK" or len(colour.amounts) != 4:
        return False
    *inks, black = colour.amounts
    dark = black >= 0.9 or (black >= 0.4 and min(inks) >= 0.4)
    return dark and max(inks) > 0 and max(inks) - min(inks) < 0.25


def _paper_and_ink_are_named(pdf: Pdf) -> Iterator[Fault]:
    intents = [one for one in pdf.Root.get("/OutputIntents", []) if one.get("/S") == Name.GTS_PDFX]
    profile = intents[0].get("/DestOutputProfile") if len(intents) == 1 else None
    named = len(intents) == 1 and bool(str(intents[0].get("/OutputConditionIdentifier", "")))
    if profile is None or not named or int(profile.get("/N", 0)) != 4 or profile.read_bytes()[16:20] != b"CMYK":
        yield "no-output-intent", text("인쇄할 용지와 잉크의 프로파일이 파일에 없거나 네 가지 잉크의 것이 아닙니다.")


def _it_says_what_it_is(pdf: Pdf) -> Iterator[Fault]:
    said = _said(pdf)
    trapped = str(pdf.docinfo.get("/Trapped", "")).lstrip("/")
    for wanted, present in (
        ("PDF 1.6", pdf.pdf_version <= "1.6"),
        ("GTS_PDFXVersion", said.get("pdfxid:GTS_PDFXVersion") == "PDF/X-4"),
        ("Trapped", trapped in ("True", "False") and said.get("pdf:Trapped") == trapped),
        ("DocumentID", said.get("xmpMM:DocumentID", "").startswith("uuid:")),
        ("VersionID", bool(said.get("xmpMM:VersionID"))),
        ("RenditionClass", bool(said.get("xmpMM:RenditionClass"))),
        ("CreateDate", all(said.get(f"xmp:{name}") for name in ("CreateDate", "ModifyDate", "MetadataDate"))),
        ("Title", bool(str(pdf.docinfo.get("/Title", "")))),
        ("ID", "/ID" in pdf.trailer),
    ):
        if not present:
            yield "no-identity", text("인쇄소용 파일에 {wanted} 정보가 없거나 다릅니다.", wanted=wanted)


def _said(pdf: Pdf) -> dict[str, str]:
    """The simple values of the XMP packet by prefixed name."""
    if "/Metadata" not in pdf.Root:
        return {}
    prefixes = {f"{{{address}}}": f"{prefix}:" for prefix, address in SCHEMES.items()}
    try:
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
    except ElementTree.ParseError:
        return {}
    found: dict[str, str] = {}
    for element in packet.iter():
        scheme, _, name = element.tag.rpartition("}")
        if f"{scheme}}}" in prefixes:
            found[prefixes[f"{scheme}}}"] + name] = (element.text or "").strip()
    return found
