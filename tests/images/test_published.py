"""Pictures: rights and description or a diagnostic, and nothing that a camera noted goes out."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms

from guidebook.books.assembly import layout_engine
from guidebook.books.style_sheets import print_css
from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.images.published import print_pictures, web_pictures
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.new_context import context_of
from guidebook.storage.cached_files import HASH
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths

WHERE = "sites/river-museum.yml"
PICTURE = """pictures:
  - file: boats.jpg
    alt: 강가에 매인 나룻배 세 척
    caption: 강 박물관 앞 나루
    rights: {holder: 마루군, licence: kogl-1}
    people: none
"""


@pytest.fixture
def add(maru: Path) -> Callable[..., Path]:
    """Puts a picture file and its record into the tiny city."""

    def add(octets: bytes, record: str = PICTURE, name: str = "boats.jpg") -> Path:
        (maru / "assets").mkdir(exist_ok=True)
        (maru / "assets" / name).write_bytes(octets)
        path = maru / WHERE
        path.write_text(path.read_text(encoding="utf-8") + record, encoding="utf-8")
        return maru

    return add


def drawn(kind: str = "JPEG", size: tuple[int, int] = (1000, 600), mode: str = "RGB", **options: object) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size, 90 if mode == "L" else None).save(written, kind, **options)
    return written.getvalue()


def codes(content: Path) -> list[tuple[str, int]]:
    _, faults = examine(content)
    return [(fault.code, fault.span.line) for fault in faults if fault.span.file.endswith(WHERE)]


def with_place() -> bytes:
    """A picture that knows where and with what it was taken."""
    exif = Image.Exif()
    exif[0x0110] = "SECRET-CAMERA"
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[2] = (36.0, 30.0, 36.0)
    return drawn(exif=exif.tobytes())


def test_a_picture_is_drawn_once_and_kept(add: Callable[..., Path], tmp_path: Path) -> None:
    catalogue, _ = examine(add(drawn(size=(1300, 900))))
    content = tmp_path / "content"
    first = web_pictures(catalogue, content, tmp_path / "cache")
    kept = {file: file.stat().st_mtime_ns for file in (tmp_path / "cache").rglob("*.*")}
    assert web_pictures(catalogue, content, tmp_path / "cache") == first
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "cache").rglob("*.*")} == kept
    assert sum(file.suffix != HASH for file in kept) == 4 * 3


def test_paper_gets_the_fineness_that_is_set(add: Callable[..., Path], tmp_path: Path) -> None:
    catalogue, _ = examine(add(drawn(size=(4000, 3000))))
    widths = {}
    for dpi in (150, 300):
        made = print_pictures(catalogue, tmp_path / "content", tmp_path / "cache", dpi)["boats.jpg"]
        with Image.open(unquote(urlsplit(made.url).path)) as image:
            assert image.size == (made.width, made.height)
        widths[dpi] = made.width
    assert widths == {150: 685, 300: 1370}  # 116 mm of a page of A5


def test_the_guidebook_shows_the_picture_with_its_rights(add: Callable[..., Path], tmp_path: Path) -> None:
    """The one chapter that holds it, laid out; books of whole cities are made elsewhere."""
    content = add(drawn())
    catalogue, _ = examine(content)
    where = paths(content, tmp_path / "output")
    plain = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    prints = print_pictures(catalogue, content, where.cache, plain.site.printing.dpi)
    context = replace(plain, prints=prints)
    (chapter,) = [one for one in manuscript(context).chapters if prints["boats.jpg"].url in one.html]
    css = stylesheet(print_css(TEMPLATES, "guidebook", context.design), context.site.palette, context.print_format)
    engine, _ = layout_engine(css, where)
    assert engine is not None
    laid_out, faults = engine.lay_out(chapter)
    assert laid_out is not None
    assert [fault for fault in faults if fault.code != "dead-link"] == []
    with pikepdf.open(io.BytesIO(laid_out.pdf)) as pdf:
        sizes = [(int(one.Width), int(one.Height)) for page in pdf.pages for one in page.get_images().values()]
        assert (1000, 600) in sizes
    document = pypdfium2.PdfDocument(laid_out.pdf)
    said = "".join(page.get_textpage().get_text_range() for page in document)
    assert "사진: 마루군, 공공누리 제1유형" in said.replace("\u2060", "").replace("\r\n", " ")


@dataclass(frozen=True)
class Shown:
    """A page with several pictures, and the site that it is a page of."""

    site: Path
    page: str

    def figure(self, name: str) -> str:
        """What the page says of the picture with this name in its description."""
        (found,) = [one for one in re.findall(r"<figure.*?</figure>", self.page, re.DOTALL) if f"사진 {name}" in one]
        return str(found)

    def plain(self, name: str) -> list[Path]:
        """The files of that picture that every browser reads."""
        found = re.findall(r"assets/(picture\.\w+\.jpg)", self.figure(name))
        assert found
        return [self.site / "assets" / file for file in found]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """A site with a place whose pictures are of every kind, in a content folder of its own."""
    folder = tmp_path_factory.mktemp("pictures")
    content, output = folder / "content", folder / "output"
    shutil.copytree(CITIES / "maru", content)
    (content / "assets").mkdir()
    sixteen = io.BytesIO()
    Image.new("I;16", (1000, 600), 30000).save(sixteen, "PNG")
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kinds = {
        "sixteen.png": sixteen.getvalue(),
        "cmyk.jpg": drawn(mode="CMYK"),
        "grey.jpg": drawn(mode="L", size=(1010, 600)),
        "profile.jpg": drawn(icc_profile=srgb, size=(1020, 600)),
        "camera.jpg": with_place(),
        "large.jpg": drawn(size=(8000, 5000)),
        "machine.jpg": drawn(size=(1030, 600)),
    }
    record = "pictures:\n"
    for name, octets in kinds.items():
        (content / "assets" / name).write_bytes(octets)
        one = PICTURE.removeprefix("pictures:\n").replace("boats.jpg", name)
        record += one.replace("나룻배 세 척", f"나룻배 세 척, 사진 {name}")
    path = content / WHERE
    path.write_text(f"{path.read_text(encoding='utf-8')}{record}    ai: true\n", encoding="utf-8")
    assert main(["--content", str(content), "--output", str(output), "--site-only"]) == 0
    page = output / "site" / "sites" / "river-museum" / "index.html"
    return Shown(output / "site", page.read_text(encoding="utf-8"))


def test_a_picture_is_shown_upright_with_its_rights_and_without_what_the_camera_noted(shown: Shown) -> None:
    said = shown.figure("camera.jpg")
    assert re.search('width="600" height="1000" alt="강가에 매인 나룻배 세 척, 사진 camera.jpg"', said)
    assert "강 박물관 앞 나루" in said
    assert "사진: 마루군, 공공누리 제1유형" in said
    files = sorted({shown.site / "assets" / file for file in re.findall(r"assets/(picture\.\w+\.\w+)", said)})
    assert sorted(file.suffix for file in files) == [".avif", ".avif", ".jpg", ".jpg", ".webp", ".webp"]
    for file in files:
        with Image.open(file) as image:
            assert image.size in ((480, 800), (600, 1000))
            assert not image.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
    for file in (shown.site / "assets").glob("picture.*"):
        assert b"SECRET-CAMERA" not in file.read_bytes()


def test_a_page_offers_a_forty_megapixel_picture_in_every_width_and_three_formats(shown: Shown) -> None:
    said = shown.figure("large.jpg")
    sets = re.findall(r'srcset="([^"]+)"', said)
    assert [re.findall(r"(\w+) (\d+)w", one) for one in sets] == [
        [(ending, width) for width in ("480", "800", "1200", "1600")] for ending in ("avif", "webp", "jpg")
    ]
    offered = [entry.split() for one in sets for entry in one.split(", ")]
    for path, width in offered:
        with Image.open(shown.site / "sites" / "river-museum" / path) as image:
            assert image.size == (int(width[:-1]), round(int(width[:-1]) * 5 / 8))
    assert re.search(r'<img [^>]*width="1600" height="1000"', said)
    assert len({path for path, _ in offered}) == 4 * 3


def test_the_site_has_no_file_of_a_picture_that_its_page_does_not_offer(shown: Shown) -> None:
    there = {file.name for file in (shown.site / "assets").glob("picture.*")}
    assert there == set(re.findall(r"assets/(picture\.\w+\.\w+)", shown.page))


def test_sixteen_bits_a_pixel_are_scaled_down_and_not_cut_off(shown: Shown) -> None:
    for file in shown.plain("sixteen.png"):
        with Image.open(file) as image:
            assert abs(image.convert("L").tobytes()[0] - 117) < 3


@pytest.mark.parametrize(("line", "hint"), [("rights", "holder"), ("alt", "무엇이 보이는지"), ("people", "none")])
def test_a_picture_without_its_rights_description_or_people_is_refused_at_its_line(
    add: Callable[..., Path], line: str, hint: str
) -> None:
    record = "".join(row for row in PICTURE.splitlines(keepends=True) if f"    {line}:" not in row)
    _, faults = examine(add(drawn(), record))
    (fault,) = [fault for fault in faults if fault.code == "missing-key"]
    assert (fault.span.file.endswith(WHERE), fault.span.line) == (True, 21)
    assert f"'{line}'" in str(fault.message)
    assert hint in str(fault.hint)


@pytest.mark.parametrize(
    ("octets", "name", "code"),
    [
        (b"not a picture", "boats.jpg", "bad-picture"),
        (drawn()[:400], "boats.jpg", "bad-picture"),
        (drawn("PNG"), "boats.jpg", "disguised-picture"),
        (
            drawn("WEBP", save_all=True, append_images=[Image.new("RGB", (1000, 600), "red")]),
            "boats.webp",
            "moving-picture",
        ),
        (drawn("PNG", (11000, 10000), "1"), "boats.png", "huge-picture"),
        (drawn("GIF", mode="L"), "boats.gif", "bad-picture"),
    ],
    ids=["text", "cut", "disguised", "moving", "huge", "gif"],
)
def test_a_file_that_is_no_good_picture_is_told_once(
    add: Callable[..., Path], octets: bytes, name: str, code: str
) -> None:
    _, faults = examine(add(octets, PICTURE.replace("boats.jpg", name), name))
    told = [fault for fault in faults if fault.span.file.endswith(name)]
    assert [fault.code for fault in told] == [code]
    assert not [fault for fault in faults if fault.code in ("unknown-picture", "unused-picture")]


def test_what_is_wrong_with_a_picture_s_record_is_told_at_its_line(add: Callable[..., Path]) -> None:
    content = add(
        drawn(size=(500, 300)),
        PICTURE.replace("alt: 강가에 매인 나룻배 세 척", "alt: 사진").replace("none", "consented"),
    )
    assert codes(content) == [("small-picture", 21), ("bad-alt", 22), ("no-consent", 25)]


def test_a_turned_picture_is_as_wide_as_it_is_seen(add: Callable[..., Path]) -> None:
    assert codes(add(with_place())) == [("small-picture", 21)]  # 1,000 × 600, shown upright 600 wide


def test_a_missing_file_is_answered_with_the_nearest_and_an_unused_one_is_told(add: Callable[..., Path]) -> None:
    _, faults = examine(add(drawn(), PICTURE.replace("boats.jpg", "boat.jpg")))
    found = {fault.code: str(fault.hint) for fault in faults if "picture" in fault.code}
    assert set(found) == {"unknown-picture", "unused-picture"}
    assert "'boats.jpg'" in found["unknown-picture"]


@pytest.mark.parametrize("name", ["cmyk.jpg", "grey.jpg", "profile.jpg"])
def test_any_mode_becomes_plain_colour(shown: Shown, name: str) -> None:
    for file in shown.plain(name):
        with Image.open(file) as image:
            assert image.mode == "RGB"


def test_a_picture_by_a_machine_says_so(shown: Shown) -> None:
    assert "인공지능 생성 이미지: 마루군" in shown.figure("machine.jpg")
    assert shown.page.count("인공지능 생성 이미지") == 1
