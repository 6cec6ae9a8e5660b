"""What `check` takes for a picture can be drawn: any format, any kind of pixels, any damage."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile, PngImagePlugin

from guidebook.commands.examine import examine
from guidebook.images.published import print_pictures, web_pictures
from guidebook.load.assets import load_assets
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from tests.conftest import CITIES
from tests.images.test_published import PICTURE, WHERE

Draw = Callable[[bytes, str], tuple[Diagnostic, ...]]

ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "TIFF": ".tif"}
MODES = {
    "JPEG": ("L", "RGB", "CMYK"),
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"),
    "WEBP": ("RGB", "RGBA"),
    "TIFF": ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "LAB", "YCbCr", "I;16", "F", "I"),
}
BROKEN_PROFILE = Path(__file__).parent / "pictures" / "broken-profile.jpg"


@pytest.fixture(scope="module")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """Checks a file and, if nothing is wrong with it, draws all that site and book show of it. Gives the faults."""
    root = tmp_path_factory.mktemp("pictures")
    content = root / "content"
    shutil.copytree(CITIES / "maru", content)

    def draw(octets: bytes, name: str) -> tuple[Diagnostic, ...]:
        shutil.rmtree(content / "assets", ignore_errors=True)
        (content / "assets").mkdir()
        (content / "assets" / name).write_bytes(octets)
        assets, faults = load_assets(content, "assets")
        assert (assets[name] is None) == bool(faults)
        assert len(faults) <= 1
        shown = replace(catalogues[name.rpartition(".")[2]], assets=assets)
        web, _ = web_pictures(shown, content, root / "cache")
        prints = print_pictures(shown, content, root / "cache", 300)
        assert set(web) == set(prints) == ({name} if not faults else set())
        return faults

    catalogues: dict[str, Catalogue] = {}
    place = (content / WHERE).read_text(encoding="utf-8")
    for ending in ENDINGS.values():
        (content / WHERE).write_text(place + PICTURE.replace("boats.jpg", f"boats{ending}"), encoding="utf-8")
        catalogues[ending[1:]] = examine(content)[0]
    return draw


def profiles() -> dict[str, bytes]:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    return {"none": b"", "sRGB": srgb, "other colours": lab, "cut": srgb[:200], "no profile": b"not a profile" * 20}


PROFILES = profiles()


def picture(kind: str, mode: str, size: tuple[int, int], profile: str = "none", orientation: object = 1) -> bytes:
    image = Image.new("RGB", size, (200, 90, 30))
    if mode in ("RGBA", "LA"):
        image.putalpha(Image.linear_gradient("L").resize(size))
    if mode in ("I;16", "F", "I", "LAB"):
        image = Image.new(mode, size)
    options: dict[str, object] = {"icc_profile": PROFILES[profile]} if PROFILES[profile] else {}
    if isinstance(orientation, int) and kind != "TIFF":
        exif = Image.Exif()
        exif[0x0112] = orientation
        options["exif"] = exif.tobytes()
    elif isinstance(orientation, bytes):
        options["exif"] = orientation
    written = io.BytesIO()
    image.convert(mode).save(written, kind, **options)
    return written.getvalue()


FILES = st.sampled_from(sorted(MODES)).flatmap(
    lambda kind: st.tuples(
        st.just(kind),
        st.builds(
            picture,
            st.just(kind),
            st.sampled_from(MODES[kind]),
            st.tuples(st.integers(1, 40), st.integers(1, 40)),
            st.sampled_from(sorted(PROFILES)),
            st.integers(0, 9),
        ),
    )
)
DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.sampled_from(["set", "cut", "drop", "double"]), st.integers(0, 255)))


def damaged(octets: bytes, damage: list[tuple[float, str, int]]) -> bytes:
    changed = bytearray(octets)
    for share, deed, value in damage:
        place = int(share * len(changed))
        if deed == "set" and place < len(changed):
            changed[place] = value
        elif deed == "cut" and value < 30:
            del changed[place:]
        elif deed == "drop":
            del changed[place : place + value % 9]
        elif deed == "double":
            changed[place:place] = changed[place : place + value]
    return bytes(changed)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES, DAMAGE)
@example(("JPEG", picture("JPEG", "RGB", (4, 4), "no profile")), [])
@example(("JPEG", picture("JPEG", "CMYK", (4, 4), "sRGB")), [])
@example(("JPEG", picture("JPEG", "RGB", (4, 4), orientation=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff")), [])
def test_what_is_checked_can_be_drawn(
    draw: Draw, file: tuple[str, bytes], damage: list[tuple[float, str, int]]
) -> None:
    kind, octets = file
    draw(damaged(octets, damage), f"boats{ENDINGS[kind]}")


@pytest.mark.long
@settings(max_examples=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES, DAMAGE)
def test_what_is_checked_can_be_drawn_often(
    draw: Draw, file: tuple[str, bytes], damage: list[tuple[float, str, int]]
) -> None:
    kind, octets = file
    draw(damaged(octets, damage), f"boats{ENDINGS[kind]}")


@pytest.mark.parametrize("kind", sorted(MODES))
def test_undamaged_pictures_are_drawn_whatever_their_pixels(draw: Draw, kind: str) -> None:
    told = {mode: draw(picture(kind, mode, (30, 20)), f"boats{ENDINGS[kind]}") for mode in MODES[kind]}
    assert {mode for mode, faults in told.items() if faults} <= {"F", "I"}, "numbers of a measuring device"


def test_a_broken_profile_is_ignored(draw: Draw) -> None:
    assert draw(BROKEN_PROFILE.read_bytes(), "boats.jpg") == ()


def test_the_first_of_a_camera_s_pictures_is_taken(draw: Draw) -> None:
    written = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(
        written, "MPO", save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")]
    )
    assert draw(written.getvalue(), "boats.jpg") == ()


def test_the_first_page_of_a_tiff_is_taken(draw: Draw) -> None:
    written = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(
        written, "TIFF", save_all=True, append_images=[Image.new("L", (6, 4)), Image.new("L", (6, 4))]
    )
    octets = written.getvalue()
    assert draw(octets, "boats.tif") == ()
    assert draw(octets[:-40], "boats.tif") == (), "a damaged directory of a page that is not shown"


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_an_animation_is_told(draw: Draw, kind: str) -> None:
    written = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(
        written, kind, save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")]
    )
    assert [fault.code for fault in draw(written.getvalue(), f"boats{ENDINGS[kind]}")] == ["moving-picture"]


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@pytest.mark.parametrize("name", [b"zTXt", b"iCCP"])
def test_text_that_unpacks_to_hundreds_of_megabytes_is_told(draw: Draw, name: bytes) -> None:
    whole = picture("PNG", "RGB", (30, 20))
    packed = zlib.compress(bytes(PngImagePlugin.MAX_TEXT_CHUNK * 100), 9)
    head, rest = whole[:33], whole[33:]
    bomb = head + chunk(name, b"Comment\0\0" + packed) + rest
    assert [fault.code for fault in draw(bomb, "boats.png")] == ["bad-picture"]


@pytest.mark.parametrize("octets", [b"", b"\0", b"GIF89a", picture("PNG", "L", (3, 3))[:20]])
def test_what_is_no_picture_is_told_once(draw: Draw, octets: bytes) -> None:
    assert [fault.code for fault in draw(octets, "boats.png")] == ["bad-picture"]


def test_what_other_libraries_let_pass_is_still_told(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint does when it is imported
    cut = picture("JPEG", "RGB", (400, 400))[:-400]
    assert [fault.code for fault in draw(cut, "boats.jpg")] == ["bad-picture"]


@pytest.mark.parametrize("size", [(1, 1), (2, 20), (20, 2), (1600, 160)])
def test_the_smallest_and_the_longest_are_drawn(draw: Draw, size: tuple[int, int]) -> None:
    assert draw(picture("PNG", "RGB", size), "boats.png") == ()


def test_a_strip_is_told(draw: Draw) -> None:
    assert [fault.code for fault in draw(picture("PNG", "1", (10, 20_000)), "boats.png")] == ["long-picture"]


@pytest.mark.parametrize("orientation", [0, 1, 6, 8, 9, 300])
def test_the_size_told_is_the_size_drawn(tmp_path: Path, orientation: int) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.jpg").write_bytes(picture("JPEG", "RGB", (30, 20), orientation=orientation))
    assets, _ = load_assets(tmp_path, "assets")
    asset = assets["a.jpg"]
    assert asset is not None
    assert (asset.width, asset.height) == ((20, 30) if orientation in (6, 8) else (30, 20))
