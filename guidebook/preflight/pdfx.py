"""Whether a finished file is what a printing house can take: our own rules of PDF/X-4.

There is no free checker of PDF/X; `docs/decisions/0015-press-files-by-our-own-rules.md` says what is looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.pdf.content_stream import INLINE_IMAGE
from guidebook.model.print_format import BLEED
from guidebook.model.text import text
from guidebook.preflight.document import MM, Finding
from guidebook.preflight.graphics import Colour, Painting, paintings
from guidebook.preflight.inks import forbidden_content, unembedded_fonts

MARGIN = 8.0
"""Millimetres that the media box reaches beyond the trim box at least, so that a cutter sees the marks."""
TOLERANCE = 0.01
"""Millimetres that a box may be off."""
ROUNDING = 0.99
"""Share of the resolution asked for that is enough: the size of an image was rounded to whole pixels."""
NAMESPACES = {
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
SHOWS_TEXT = ("Tj", "TJ", "'", '"')


def pdfx_rules(pdf: Pdf) -> Iterator[Finding]:
    """What would be wrong with the file at the printing house."""
    yield from _boxes_are_right(pdf)
    yield from _metadata_is_complete(pdf)
    yield from _output_intent_is_cmyk(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        page_content = tuple(paintings(page))
        yield from _colours_are_ink(number, page_content)
        yield from _marks_are_whole(number, page, page_content)
    for name in sorted(forbidden_content(pdf)):
        yield "not-for-press", text("인쇄소용 파일에 있어서는 안 되는 것이 있습니다: {thing}", thing=name)
    for font in sorted(unembedded_fonts(pdf)):
        yield "font-not-embedded", text("글꼴 '{font}'{이} 파일에 들어 있지 않습니다.", font=font)


def fine_enough(pdf: Pdf, dpi: int, file: str) -> Iterator[Diagnostic]:
    """A warning for every image whose resolution on paper is lower, wherever it is painted. `file`: its name."""
    for number, page in enumerate(pdf.pages, start=1):
        for painting in paintings(page):
            if painting.operator != "Do":
                continue
            image = painting.resources.XObject[str(painting.operands[0])]
            resolution = _resolution(image, painting) if image.get("/Subtype") == Name.Image else math.inf
            if resolution < dpi * ROUNDING:
                yield Diagnostic(
                    Span(file),
                    "coarse-picture",
                    text(
                        "{page}쪽의 그림 해상도가 인쇄하기에 낮습니다: {found}dpi(기준 {wanted}dpi).",
                        page=number,
                        found=math.floor(resolution),
                        wanted=dpi,
                    ),
                    text("더 큰 사진으로 바꾸거나, 더 작게 넣으세요."),
                    Severity.WARNING,
                )


def _resolution(image: pikepdf.Object, painting: Painting) -> float:
    """Pixels an inch in the direction in which there are fewer."""
    a, b, c, d = painting.state.transformation.shorthand[:4]
    wide, high = math.hypot(a, b) / 72, math.hypot(c, d) / 72
    return min(int(image.Width) / wide, int(image.Height) / high) if wide and high else math.inf


def _boxes_are_right(pdf: Pdf) -> Iterator[Finding]:
    for number, page in enumerate(pdf.pages, start=1):
        boxes = {name: page.obj.get(name) for name in ("/TrimBox", "/BleedBox", "/MediaBox")}
        missing = [name for name, box in boxes.items() if box is None]
        if missing:
            yield "bad-box", text("{page}쪽에 {box} 크기가 없습니다.", page=number, box=missing[0].lstrip("/"))
            continue
        trim, bleed, media = ([float(side) for side in box or ()] for box in boxes.values())
        if any(abs(beyond - BLEED) > TOLERANCE for beyond in _beyond(bleed, trim)):
            yield "bad-box", text("{page}쪽의 재단 여분이 3mm가 아닙니다.", page=number)
        if min(_beyond(media, trim)) < MARGIN - TOLERANCE:
            yield "bad-box", text("{page}쪽의 재단선 바깥 여백이 너무 좁습니다.", page=number)
        if [float(side) for side in page.obj.get("/CropBox", media)] != media:
            yield "bad-box", text("{page}쪽의 일부만 보이게 하는 CropBox가 있습니다.", page=number)


def _beyond(outer: list[float], inner: list[float]) -> list[float]:
    """Millimetres by which a box reaches beyond another on each side."""
    return [(inner[side] - outer[side]) * (1 if side < 2 else -1) / MM for side in range(4)]


def _marks_are_whole(number: int, page: pikepdf.Page, page_content: tuple[Painting, ...]) -> Iterator[Finding]:
    """There are lines in registration colour, all of them on the sheet, none in the bleed."""
    ends = [painting for painting in page_content if painting.operator in ("m", "l") and _is_registration(painting)]
    points = [end.state.transformation.transform((float(end.operands[0]), float(end.operands[1]))) for end in ends]
    sheet, bleed = (
        [float(side) for side in box.as_list()] for box in (page.mediabox, page.obj.get("/BleedBox", page.mediabox))
    )
    if not points:
        yield "bad-marks", text("{page}쪽에 재단선이 없습니다.", page=number)
    elif not all(_inside(point, sheet) for point in points):
        yield "bad-marks", text("{page}쪽의 재단선이 종이 밖으로 나갑니다.", page=number)
    elif any(_inside(point, bleed) for point in points):
        yield "bad-marks", text("{page}쪽의 재단선이 재단 여분 안으로 들어옵니다.", page=number)


def _is_registration(painting: Painting) -> bool:
    space = painting.resources.get("/ColorSpace", Dictionary()).get("/" + painting.state.stroke.space)
    return isinstance(space, pikepdf.Array) and space[0] == Name.Separation and space[1] == Name.All


def _inside(point: tuple[float, float], box: list[float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _colours_are_ink(number: int, page_content: tuple[Painting, ...]) -> Iterator[Finding]:
    used = {colour.space for painting in page_content for colour in (painting.state.fill, painting.state.stroke)}
    inline = any(painting.operator == INLINE_IMAGE for painting in page_content)
    if used & {"DeviceRGB", "CalRGB", "Lab"} or inline:
        yield "screen-colour", text("{page}쪽에 화면용 색상(RGB)이 남아 있습니다.", page=number)
    if any(_is_rich_black(painting.state.fill) for painting in page_content if painting.operator in SHOWS_TEXT):
        yield "mixed-black", text("{page}쪽의 검은 글자가 여러 잉크로 섞여 있습니다.", page=number)


def _is_rich_black(colour: Colour) -> bool:
    """Whether a dark colour without a hue takes more than black ink."""
    if colour.space != "DeviceCMYK" or len(colour.components) != 4:
        return False
    *inks, black = colour.components
    dark = black >= 0.9 or (black >= 0.4 and min(inks) >= 0.4)
    return dark and max(inks) > 0 and max(inks) - min(inks) < 0.25


def _output_intent_is_cmyk(pdf: Pdf) -> Iterator[Finding]:
    intents = [intent for intent in pdf.Root.get("/OutputIntents", []) if intent.get("/S") == Name.GTS_PDFX]
    profile = intents[0].get("/DestOutputProfile") if len(intents) == 1 else None
    named = len(intents) == 1 and bool(str(intents[0].get("/OutputConditionIdentifier", "")))
    if profile is None or not named or int(profile.get("/N", 0)) != 4 or profile.read_bytes()[16:20] != b"CMYK":
        yield "no-output-intent", text("인쇄할 용지와 잉크의 프로파일이 파일에 없거나 네 가지 잉크의 것이 아닙니다.")


def _metadata_is_complete(pdf: Pdf) -> Iterator[Finding]:
    xmp = _xmp_values(pdf)
    trapped = str(pdf.docinfo.get("/Trapped", "")).lstrip("/")
    for entry, present in (
        ("PDF 1.6", pdf.pdf_version <= "1.6"),
        ("GTS_PDFXVersion", xmp.get("pdfxid:GTS_PDFXVersion") == "PDF/X-4"),
        ("Trapped", trapped in ("True", "False") and xmp.get("pdf:Trapped") == trapped),
        ("DocumentID", xmp.get("xmpMM:DocumentID", "").startswith("uuid:")),
        ("VersionID", bool(xmp.get("xmpMM:VersionID"))),
        ("RenditionClass", bool(xmp.get("xmpMM:RenditionClass"))),
        ("CreateDate", all(xmp.get(f"xmp:{name}") for name in ("CreateDate", "ModifyDate", "MetadataDate"))),
        ("Title", bool(str(pdf.docinfo.get("/Title", "")))),
        ("ID", "/ID" in pdf.trailer),
    ):
        if not present:
            yield "no-identity", text("인쇄소용 파일에 {wanted} 정보가 없거나 다릅니다.", wanted=entry)


def _xmp_values(pdf: Pdf) -> dict[str, str]:
    """The simple values of the XMP packet by prefixed name."""
    if "/Metadata" not in pdf.Root:
        return {}
    prefixes = {f"{{{address}}}": f"{prefix}:" for prefix, address in NAMESPACES.items()}
    try:
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
    except ElementTree.ParseError:
        return {}
    values: dict[str, str] = {}
    for element in packet.iter():
        namespace, _, name = element.tag.rpartition("}")
        if f"{namespace}}}" in prefixes:
            values[prefixes[f"{namespace}}}"] + name] = (element.text or "").strip()
    return values
