"""Colours of finished files in the inks of a copier and of a press."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable
from functools import partial

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageStat

from guidebook.model.colour import WHITE, luminance, neutral
from guidebook.pdf.icc import OutputProfile
from guidebook.pdf.inks import greyed as greyed_with
from guidebook.pdf.inks import separated
from tests.design import BLACKS, DESIGN, TEXT
from tests.pdf.conftest import photograph
from tests.pdf.engines import apart, by_ghostscript, by_pdfium

TEXT_RGB = "0.117647 0.129412 0.141176"
CITY_RGB = "0.043137 0.309804 0.423529"
Inked = Callable[[Pdf], None]
greyed = partial(greyed_with, blacks=BLACKS)


@pytest.fixture
def press(profile: OutputProfile) -> Inked:
    return lambda pdf: separated(pdf, profile.octets, BLACKS)


def page_of(content: str, **resources: pikepdf.Object) -> Pdf:
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(100, 100))
    page.obj.Resources = Dictionary()
    for kind, held in resources.items():
        page.obj.Resources[f"/{kind}"] = held
    page.obj.Contents = pdf.make_stream(content.encode())
    return pdf


def content(pdf: Pdf) -> list[str]:
    return str(pdf.pages[0].Contents.read_bytes().decode()).split("\n")


def painted(pdf: Pdf, inked: Inked) -> bytes:
    inked(pdf)
    octets = io.BytesIO()
    pdf.save(octets)
    return octets.getvalue()


def grey_of(colour: str) -> float:
    channels = " ".join(f"{int(colour[at : at + 2], 16) / 255:.6f}" for at in (1, 3, 5))
    pdf = page_of(f"{channels} rg")
    greyed(pdf)
    return float(content(pdf)[0].split()[0])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{TEXT_RGB} rg", "0 0 0 1 k"),
        (f"{TEXT_RGB} RG", "0 0 0 1 K"),
        ("0 0 0 rg", "0 0 0 1 k"),
        ("1 1 1 rg", "0 0 0 0 k"),
        ("0 g", "0 0 0 1 k"),
        ("1 G", "0 0 0 0 K"),
        (".1 .2 .3 .4 k", "0.1 0.2 0.3 0.4 k"),
        ("/DeviceRGB cs 1 1 1 scn", "0 0 0 1 k\n0 0 0 0 k"),
        ("/DeviceRGB CS 1 1 1 SC", "0 0 0 1 K\n0 0 0 0 K"),
        ("/Screen cs 1 1 1 sc", "0 0 0 1 k\n0 0 0 0 k"),
        ("/DeviceGray CS q /DeviceRGB CS Q 1 SCN", "0 0 0 1 K\nq\n0 0 0 1 K\nQ\n0 0 0 0 K"),
        ("/Spot cs 0.5 scn", "/Spot cs\n0.5 scn"),
        ("/Pattern cs /P scn", "/Pattern cs\n/P scn"),
    ],
)
def test_every_operator_of_colour_is_rewritten(press: Inked, before: str, after: str) -> None:
    spaces = Dictionary(Screen=Array([Name.CalRGB, Dictionary()]), Spot=Array([Name.Separation, Name.Spot]))
    pdf = page_of(before, ColorSpace=spaces)
    press(pdf)
    assert content(pdf) == after.split("\n")


def test_greys_are_black_alone_and_as_dark_in_their_order(press: Inked) -> None:
    used = {DESIGN.written(name[2:]) for name in DESIGN.tokens.own if name.startswith(("--print-", "--drawn-"))}
    shades = sorted((used & BLACKS.greys) - {WHITE}, key=luminance)
    assert len(shades) >= 5
    pdf = page_of("\n".join(f"{' '.join(str(int(c[at : at + 2], 16) / 255) for at in (1, 3, 5))} rg" for c in shades))
    press(pdf)
    inks = [[float(ink) for ink in line.split()[:4]] for line in content(pdf)]
    assert all(ink[:3] == [0, 0, 0] for ink in inks)
    black = [ink[3] for ink in inks]
    assert black[0] == 1
    assert all(dark - light >= 0.1 for dark, light in itertools.pairwise(black))


def test_a_colour_of_the_city_is_in_whole_percents_of_several_inks(press: Inked) -> None:
    pdf = page_of(f"{CITY_RGB} rg")
    press(pdf)
    inks = content(pdf)[0].split()[:4]
    assert sum(float(ink) > 0 for ink in inks) > 1
    assert all(re.fullmatch(r"[01](\.\d\d?)?", ink) for ink in inks)
    assert float(inks[0]) > float(inks[2]), "a blue has more cyan than yellow"


def test_the_copiers_text_is_black_and_paper_white() -> None:
    assert grey_of(TEXT) == grey_of("#000000") == 0
    assert grey_of(WHITE) == 1


def test_on_a_copier_what_is_lighter_stays_lighter() -> None:
    colours = sorted({*BLACKS.greys, "#0b4f6c", "#e8590c", "#e7eef0", "#00ff00", "#ff0000", "#0000ff"}, key=luminance)
    greys = [grey_of(colour) for colour in colours]
    assert greys == sorted(greys)
    assert grey_of("#00ff00") - grey_of("#ff0000") > 0.2, "a mean of channels would make them alike"


def nested(pdf: Pdf) -> pikepdf.Object:
    """A form in a form with a group, and the content of both is red."""
    inner = pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f")
    inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    inner.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    outer = pdf.make_stream(b"1 0 0 RG /In Do")
    outer.Type, outer.Subtype, outer.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    outer.Resources = Dictionary(XObject=Dictionary(In=inner))
    return outer


@pytest.mark.parametrize(("name", "sets", "space"), [("grey", b"g", "/DeviceGray"), ("press", b"k", "/DeviceCMYK")])
def test_forms_patterns_and_groups_are_reached_however_deep(press: Inked, name: str, sets: bytes, space: str) -> None:
    pdf = page_of("/Out Do")
    tiles = pdf.make_stream(b"1 0 0 rg 0 0 1 1 re f")
    tiles.PatternType = 1
    pdf.pages[0].obj.Resources = Dictionary(
        XObject=Dictionary(Out=nested(pdf)),
        Pattern=Dictionary(P=tiles),
        ColorSpace=Dictionary(DefaultRGB=Name.DeviceRGB),
    )
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    (greyed if name == "grey" else press)(pdf)
    outer = pdf.pages[0].obj.Resources.XObject.Out
    inner = outer.Resources.XObject.In
    for stream, operator in ((inner, sets), (tiles, sets), (outer, sets.upper())):
        assert re.search(rb" " + operator + rb"\b", stream.read_bytes())
        assert not re.search(rb"\b(rg|RG)\b", stream.read_bytes())
    assert str(inner.Group.CS) == str(pdf.pages[0].obj.Group.CS) == space
    assert "/ColorSpace" not in pdf.pages[0].obj.Resources


def test_a_space_that_two_pages_share_is_understood_on_both(press: Inked) -> None:
    pdf = page_of("/Screen cs 1 1 1 scn", ColorSpace=Dictionary(Screen=Array([Name.CalRGB, Dictionary()])))
    pdf.pages[0].obj.Resources = pdf.make_indirect(pdf.pages[0].obj.Resources)
    pdf.pages.append(pdf.pages[0])
    press(pdf)
    assert [page.Contents.read_bytes() for page in pdf.pages] == [b"0 0 0 1 k\n0 0 0 0 k"] * 2


def test_a_space_that_is_still_asked_for_stays(press: Inked) -> None:
    spaces = Dictionary(Used=Array([Name.Lab, Dictionary()]), Spare=Array([Name.Lab, Dictionary()]))
    pdf = page_of("/Used cs 50 0 0 scn", ColorSpace=spaces)
    press(pdf)
    assert list(pdf.pages[0].obj.Resources.ColorSpace.keys()) == ["/Used"]


def kinds(octets: bytes) -> list[tuple[str, str, int]]:
    """Space, filter and width of the first page's pictures."""
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        found = [one for one in pdf.pages[0].obj.Resources.XObject.values() if one.Subtype == Name.Image]
        return sorted((str(one.ColorSpace), str(one.Filter), int(one.Width)) for one in found)


def masks(octets: bytes) -> list[bytes]:
    """What lets the ground shine through the first page's pictures."""
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        found = pdf.pages[0].obj.Resources.XObject.values()
        return [bytes(one.SMask.read_bytes()) for one in found if "/SMask" in one]


def test_pictures_are_in_ink_and_photographs_stay_jpeg(bled: bytes, press: Inked) -> None:
    made = painted(pikepdf.open(io.BytesIO(bled)), press)
    assert kinds(made) == [
        ("/DeviceCMYK", "/DCTDecode", 400),
        ("/DeviceCMYK", "/FlateDecode", 40),
        ("/DeviceCMYK", "/FlateDecode", 400),
        ("/DeviceCMYK", "/FlateDecode", 400),
        ("/DeviceGray", "/DCTDecode", 400),
    ]
    assert len(made) < 4 * len(bled)


def test_on_a_copier_no_picture_has_colour(bled: bytes) -> None:
    made = painted(pikepdf.open(io.BytesIO(bled)), greyed)
    assert {space for space, _, _ in kinds(made)} == {"/DeviceGray"}
    red, green, blue = by_pdfium(made).split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_what_shines_through_a_picture_stays(bled: bytes, press: Inked) -> None:
    before = masks(bled)
    assert len(before) == 1
    assert masks(painted(pikepdf.open(io.BytesIO(bled)), press)) == before


def page_with(picture: Image.Image, kind: str) -> Pdf:
    """A page that a picture fills, as a JPEG of its mode."""
    octets = io.BytesIO()
    picture.save(octets, "JPEG", quality=95)
    pdf = page_of("q 100 0 0 100 0 0 cm /I Do Q")
    image = pdf.make_stream(octets.getvalue())
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, *picture.size
    image.ColorSpace, image.BitsPerComponent, image.Filter = Name(kind), 8, Name.DCTDecode
    if picture.mode == "CMYK":
        image.Decode = Array([1, 0] * 4)
    pdf.pages[0].obj.Resources.XObject = Dictionary(I=image)
    return pdf


def placed(picture: Image.Image, kind: str, inked: Inked) -> tuple[str, Image.Image]:
    """Its space and its pixels, once it is in ink."""
    pdf = page_with(picture, kind)
    inked(pdf)
    image = pdf.pages[0].obj.Resources.XObject.I
    assert isinstance(image, pikepdf.Stream)
    return str(image.ColorSpace), pikepdf.PdfImage(image).as_pil_image()


@pytest.mark.parametrize("draw", [by_pdfium, by_ghostscript])
def test_a_photograph_in_four_inks_is_no_negative(press: Inked, draw: Callable[[bytes], Image.Image]) -> None:
    seen = draw(painted(page_with(photograph(), "/DeviceRGB"), press))
    asked = photograph().resize(seen.size)
    assert apart(seen, asked) < 25, "measured: 16, for inks cannot reach every colour of a screen"
    assert apart(seen, asked.point(lambda level: 255 - level)) > 80, "measured: 100 for the negative"


def test_a_four_ink_picture_is_left_to_the_press_and_turned_the_right_way_round_for_a_copier(press: Inked) -> None:
    dark = Image.new("CMYK", (100, 100), (0, 0, 0, 230))
    assert placed(dark, "/DeviceCMYK", press)[0] == "/DeviceCMYK"
    space, copied = placed(dark, "/DeviceCMYK", greyed)
    assert space == "/DeviceGray"
    assert ImageStat.Stat(copied).mean[0] < 60


def test_a_grey_photograph_is_black_alone_and_darker_for_the_paper_that_shows_through(press: Inked) -> None:
    middle = Image.new("RGB", (100, 100), (128, 128, 128))
    space, printed = placed(middle, "/DeviceRGB", press)
    assert space == "/DeviceGray"
    assert 90 < ImageStat.Stat(printed).mean[0] < 128
    _, copied = placed(middle.convert("L"), "/DeviceGray", greyed)
    assert ImageStat.Stat(copied).mean[0] == pytest.approx(128, abs=1)


def test_pictures_on_a_copier_are_as_light_as_they_were() -> None:
    _, copied = placed(photograph(), "/DeviceRGB", greyed)
    for at in ((20, 20), (200, 150), (380, 290)):
        pixel = photograph().getpixel(at)
        assert isinstance(pixel, tuple)
        light = luminance("#" + "".join(f"{int(channel):02x}" for channel in pixel))
        shade = copied.getpixel(at)
        assert isinstance(shade, int)
        assert luminance(f"#{shade:02x}{shade:02x}{shade:02x}") == pytest.approx(light, abs=0.015)


@pytest.mark.parametrize("name", ["grey", "press"])
@pytest.mark.parametrize("page", [0, 1])
def test_two_engines_draw_the_same_page(bled: bytes, press: Inked, name: str, page: int) -> None:
    made = painted(pikepdf.open(io.BytesIO(bled)), greyed if name == "grey" else press)
    one, other = by_pdfium(made, page), by_ghostscript(made, page)
    assert apart(one, other) < 2, "the same page"
    assert apart(one, by_ghostscript(made, 1 - page)) > 4, "the measure can tell two pages apart"


def test_the_press_draws_nearly_what_the_screen_shows(bled: bytes, press: Inked) -> None:
    made = painted(pikepdf.open(io.BytesIO(bled)), press)
    assert apart(by_ghostscript(made), by_ghostscript(bled)) < 6


def test_neutral_is_what_has_no_colour() -> None:
    assert neutral("#808080")
    assert not neutral(TEXT), "greys of the ramp are slightly blue: Blacks names them"
    assert not neutral("#0b4f6c")
