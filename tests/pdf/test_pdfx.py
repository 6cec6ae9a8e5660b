"""The file for the printing house, read back by other programs than made it, and broken on purpose."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from guidebook.model.diagnostic import Severity
from guidebook.pdf.icc import OutputProfile
from guidebook.pdf.imposition import MM
from guidebook.pdf.joining import join
from guidebook.pdf.pdfx import pdfx_file
from guidebook.preflight.pdfx import fine_enough, pdfx_rules
from tests.books.test_assembly import METADATA, chapter, press
from tests.design import BLACKS, INK
from tests.pdf.engines import apart, by_ghostscript, by_pdfium

BEYOND = 12 * MM
"""From the edge of the sheet to the trim."""


@pytest.fixture(scope="module")
def made(bled: bytes, profile: OutputProfile) -> bytes:
    return pdfx_file(bled, profile, METADATA, BLACKS)


@pytest.fixture
def pdf(made: bytes) -> Iterator[Pdf]:
    with pikepdf.open(io.BytesIO(made)) as opened:
        yield opened


def sides(box: pikepdf.Object) -> list[float]:
    return [float(side) / MM for side in box.as_list()]


def test_the_sheet_reaches_beyond_bleed_and_trim(pdf: Pdf) -> None:
    for page in pdf.pages:
        trim = sides(page.obj.TrimBox)
        assert trim == pytest.approx([0, 0, 148, 210], abs=0.01)
        assert sides(page.obj.BleedBox) == pytest.approx([-3, -3, 151, 213], abs=0.01)
        assert sides(page.obj.MediaBox) == pytest.approx([-12, -12, 160, 222], abs=0.01)
        assert "/CropBox" not in page.obj


def test_marks_are_seen_outside_the_bleed_and_nowhere_else(made: bytes) -> None:
    seen = by_ghostscript(made).convert("L")
    wide, high = seen.size
    near, far = round(BEYOND - 8 * MM), round(BEYOND - 5 * MM)
    for strip in ((near, 0, far, high), (wide - far, 0, wide - near, high)):
        darker = [row for row in range(high) if min(seen.crop((strip[0], row, strip[2], row + 1)).tobytes()) < 200]
        places = [round(BEYOND), round(high / 2), round(high - BEYOND)]
        assert all(any(abs(row - place) <= 2 for row in darker) for place in places), "two cuts and a cross"
    gap = (round(BEYOND - 3.9 * MM), 40, round(BEYOND - 3.2 * MM), high - 40)
    assert min(seen.crop(gap).tobytes()) > 250


def test_what_the_page_draws_beyond_its_bleed_is_not_seen(bled: bytes, profile: OutputProfile) -> None:
    with pikepdf.open(io.BytesIO(bled)) as book:
        book.pages[0].contents_add(b"0 0 0 rg -100 -100 900 900 re f")
        octets = io.BytesIO()
        book.save(octets)
    seen = by_pdfium(pdfx_file(octets.getvalue(), profile, METADATA, BLACKS)).convert("L")
    assert seen.getpixel((4, 4)) == 255
    assert set(seen.crop((40, 45, 44, 49)).tobytes()) <= set(range(80))


def test_every_plate_prints_the_marks(pdf: Pdf) -> None:
    space = pdf.pages[0].obj.Resources.ColorSpace.Registration
    assert [str(part) for part in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
    assert [int(ink) for ink in space[3].C1] == [1, 1, 1, 1]


def test_nothing_is_left_that_only_screens_need(pdf: Pdf, made: bytes) -> None:
    assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents"}
    for page in pdf.pages:
        assert not {"/Annots", "/StructParents", "/Tabs"} & set(page.obj.keys())
        assert not re.search(rb"\b(BDC|EMC)\b", page.Contents.read_bytes())
    assert not [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == "/StructElem"]
    assert made.startswith(b"%PDF-1.6")


def test_it_says_which_paper_and_which_standard(pdf: Pdf, profile: OutputProfile) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == profile.condition
    assert intent.DestOutputProfile.read_bytes() == profile.octets
    said = pdf.Root.Metadata.read_bytes().decode()
    for passage in ("PDF/X-4</pdfxid:GTS_PDFXVersion>", "<pdf:Trapped>False<", "<xmp:CreateDate>2026-01-05T", "제목"):
        assert passage in said
    assert "GTS_PDFXVersion" not in "".join(str(key) for key in pdf.docinfo)
    assert str(pdf.docinfo["/Trapped"]) == "/False"
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260105")


def identity(octets: bytes) -> str:
    with pikepdf.open(io.BytesIO(octets)) as opened:
        found = re.search(r"uuid:([0-9a-f-]{36})<", opened.Root.Metadata.read_bytes().decode())
    assert found
    return found[1]


def test_the_same_book_gives_the_same_bytes_and_another_paper_another_file(
    bled: bytes, made: bytes, profile: OutputProfile
) -> None:
    assert pdfx_file(bled, profile, METADATA, BLACKS) == made
    other = pdfx_file(bled, replace(profile, octets=profile.octets + b"\0"), METADATA, BLACKS)
    assert identity(other) != identity(made)


def test_the_date_is_the_contents(bled: bytes, profile: OutputProfile) -> None:
    later = pdfx_file(bled, profile, replace(METADATA, date="2027-02-03"), BLACKS)
    with pikepdf.open(io.BytesIO(later)) as opened:
        assert "2027-02-03" in opened.Root.Metadata.read_bytes().decode()
        assert str(opened.docinfo["/ModDate"]) == "D:20270203000000+09'00'"


def test_our_rules_find_nothing_wrong(pdf: Pdf) -> None:
    assert [(code, str(message)) for code, message in pdfx_rules(pdf)] == []


def drawn_first(pdf: Pdf, content: bytes) -> None:
    pdf.pages[0].contents_add(content, prepend=True)


def resources(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj.Resources


def described(pdf: Pdf, old: bytes, new: bytes) -> None:
    said = pdf.Root.Metadata.read_bytes()
    assert old in said
    pdf.Root.Metadata.write(said.replace(old, new))


def form(pdf: Pdf, content: bytes) -> pikepdf.Object:
    made = pdf.make_stream(content)
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    return made


def sh(pdf: Pdf) -> None:
    resources(pdf).Shading = Dictionary(S=Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB))


def image(pdf: Pdf, space: pikepdf.Object) -> None:
    next(one for one in resources(pdf).XObject.values() if one.Subtype == Name.Image).ColorSpace = space


def font(pdf: Pdf) -> None:
    del next(iter(resources(pdf).Font.values())).DescendantFonts[0].FontDescriptor.FontFile2


def nested_red(pdf: Pdf) -> None:
    outer = form(pdf, b"/In Do")
    outer.Resources = Dictionary(XObject=Dictionary(In=form(pdf, b"1 0 0 rg 0 0 9 9 re f")))
    resources(pdf).XObject.Out = outer
    drawn_first(pdf, b"q /Out Do Q")


def profiled(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.N = 3
    image(pdf, Array([Name.ICCBased, stream]))


def marks(pdf: Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    assert old in content
    page.obj.Contents = pdf.make_stream(content.replace(old, new))


FIRST_LINE = f"{-4 * MM:.4f} 0.0000 m".encode()

BROKEN: list[tuple[str, str, Callable[[Pdf], object]]] = [
    ("trim", "bad-box", lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox")),
    ("bleed", "bad-box", lambda pdf: setattr(pdf.pages[0].obj, "BleedBox", pdf.pages[0].obj.TrimBox)),
    ("media", "bad-box", lambda pdf: setattr(pdf.pages[0].obj, "MediaBox", pdf.pages[0].obj.BleedBox)),
    ("crop", "bad-box", lambda pdf: setattr(pdf.pages[0].obj, "CropBox", pdf.pages[0].obj.TrimBox)),
    ("cut marks", "bad-marks", lambda pdf: marks(pdf, FIRST_LINE, b"-500 0 m")),
    ("marks in bleed", "bad-marks", lambda pdf: marks(pdf, FIRST_LINE, b"-1 0 m")),
    ("no marks", "bad-marks", lambda pdf: marks(pdf, b"/Registration CS", b"/DeviceCMYK CS")),
    ("rg", "screen-colour", lambda pdf: drawn_first(pdf, b"1 0 0 rg")),
    ("RG", "screen-colour", lambda pdf: drawn_first(pdf, b"1 0 0 RG")),
    ("cs", "screen-colour", lambda pdf: drawn_first(pdf, b"/DeviceRGB cs")),
    ("form", "screen-colour", nested_red),
    ("inline", "screen-colour", lambda pdf: drawn_first(pdf, b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI")),
    ("image", "not-for-press", lambda pdf: image(pdf, Name.DeviceRGB)),
    ("profile", "not-for-press", profiled),
    ("shading", "not-for-press", sh),
    ("lab", "not-for-press", lambda pdf: resources(pdf).ColorSpace.__setitem__("/L", Array([Name.Lab, Dictionary()]))),
    ("group", "not-for-press", lambda pdf: setattr(pdf.pages[0].obj, "Group", Dictionary(CS=Name.DeviceRGB))),
    ("text", "mixed-black", lambda pdf: marks(pdf, b"0 0 0 1 k", b".74 .67 .63 .72 k")),
    ("intent", "no-output-intent", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    ("screen's intent", "no-output-intent", lambda pdf: setattr(pdf.Root.OutputIntents[0].DestOutputProfile, "N", 3)),
    ("empty intent", "no-output-intent", lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(b"")),
    ("standard", "no-identity", lambda pdf: described(pdf, b"PDF/X-4", b"PDF/X-3")),
    ("trapped", "no-identity", lambda pdf: described(pdf, b"<pdf:Trapped>False", b"<pdf:Trapped>True")),
    ("document", "no-identity", lambda pdf: described(pdf, b"uuid:", b"")),
    ("version", "no-identity", lambda pdf: described(pdf, b"<xmpMM:VersionID>1", b"<xmpMM:VersionID>")),
    ("date", "no-identity", lambda pdf: described(pdf, b"xmp:CreateDate", b"xmp:Nothing")),
    ("no XMP", "no-identity", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    ("torn XMP", "no-identity", lambda pdf: described(pdf, b"</rdf:RDF>", b"")),
    ("title", "no-identity", lambda pdf: pdf.docinfo.__delitem__("/Title")),
    ("link", "not-for-press", lambda pdf: setattr(pdf.pages[0].obj, "Annots", Array())),
    ("action", "not-for-press", lambda pdf: setattr(pdf.Root, "Then", Dictionary(S=Name.URI, URI=String("x")))),
    ("script", "not-for-press", lambda pdf: setattr(pdf.Root, "Names", Dictionary(JavaScript=Dictionary()))),
    ("file", "not-for-press", lambda pdf: setattr(pdf.Root, "Names", Dictionary(EmbeddedFiles=Dictionary()))),
    ("transfer", "not-for-press", lambda pdf: resources(pdf).ExtGState.__setitem__("/T", Dictionary(TR=Dictionary()))),
    (
        "PostScript",
        "not-for-press",
        lambda pdf: setattr(resources(pdf), "XObject", Dictionary(P=Dictionary(Subtype=Name.PS))),
    ),
    ("font", "font-not-embedded", font),
]


@pytest.mark.parametrize(("code", "breaks"), [pytest.param(code, breaks, id=id) for id, code, breaks in BROKEN])
def test_our_rules_find_what_is_broken(pdf: Pdf, code: str, breaks: Callable[[Pdf], object]) -> None:
    breaks(pdf)
    assert code in {found for found, _ in pdfx_rules(pdf)}


def test_our_rules_find_a_locked_file(pdf: Pdf) -> None:
    octets = io.BytesIO()
    pdf.save(octets, encryption=pikepdf.Encryption(owner="a", user="", R=6))
    with pikepdf.open(octets) as locked:
        assert {"not-for-press", "no-identity"} == {code for code, _ in pdfx_rules(locked)}


def placed(points: float, nested: bool) -> Pdf:
    """A picture of 300 pixels that is so large on the page, directly or in a form that is doubled and halved."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(600, 600))
    picture = pdf.make_stream(Image.new("L", (300, 300)).tobytes())
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 300, 300
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    held = Dictionary(XObject=Dictionary(I=picture))
    if nested:
        inner = form(pdf, f"q {points} 0 0 {points} 0 0 cm /I Do Q".encode())
        inner.Matrix, inner.Resources = Array([2, 0, 0, 2, 0, 0]), held
        page.obj.Resources = Dictionary(XObject=Dictionary(F=inner))
        page.obj.Contents = pdf.make_stream(b"q 9 0 0 9 0 0 cm Q .5 0 0 .5 0 0 cm /F Do")
    else:
        page.obj.Resources = held
        page.obj.Contents = pdf.make_stream(f"q 0 {points} {-points} 0 99 0 cm /I Do Q".encode())
    return pdf


@pytest.mark.parametrize("nested", [False, True], ids=["turned", "nested"])
@pytest.mark.parametrize(("points", "found"), [(72, None), (72.3, None), (144, 150), (96, 225)])
def test_a_coarse_picture_is_told_by_page_and_measure(nested: bool, points: float, found: int | None) -> None:
    told = list(fine_enough(placed(points, nested), 300, "press.pdf"))
    if found is None:
        assert told == []
        return
    (fault,) = told
    assert (fault.code, fault.severity, fault.span.file) == ("coarse-picture", Severity.WARNING, "press.pdf")
    assert dict(fault.message.values) == {"page": "1", "found": str(found), "wanted": "300"}


@pytest.mark.parametrize("page", [0, 1])
def test_two_engines_draw_the_same_sheet(made: bytes, page: int) -> None:
    one, other = by_pdfium(made, page), by_ghostscript(made, page)
    assert apart(one, other) < 2, "the same sheet"
    assert apart(one, by_ghostscript(made, 1 - page)) > 3, "the measure can tell two sheets apart"


def test_no_colour_of_a_city_mixes_its_black(profile: OutputProfile) -> None:
    steps = (0, 16, 32, 48, 72, 96)
    colours = [f"#{red:02x}{green:02x}{blue:02x}" for red in steps for green in steps for blue in steps]
    words = "".join(f'<span style="color:{colour}">가</span> ' for colour in colours)
    laid_out, faults = press("@page{bleed:3mm}").lay_out(chapter(f'<h1 id="a">가</h1><p>{words}</p>'))
    assert laid_out is not None, faults
    made = pdfx_file(join((laid_out,), METADATA, INK, bleed=True)[0].pdf, profile, METADATA, BLACKS)
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert [code for code, _ in pdfx_rules(opened)] == []
