"""How much of a picture is unpacked is known before it is: by its own head, and by all that were read before it."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path
from struct import pack

import pytest

from guidebook.load import assets
from guidebook.load.assets import load_assets
from tests.conftest import ROOT


def bomb(width: int, height: int, colours: int = 1) -> bytes:
    """A PNG of a few kilobytes that says, and holds, so many pixels: bits, greys, RGB or RGBA."""
    depth, kind, per_pixel = {1: (1, 0, 0.125), 2: (8, 0, 1), 3: (8, 2, 3), 4: (8, 6, 4)}[colours]
    packer = zlib.compressobj(9)
    row = bytes(1 + int(width * per_pixel + 0.99))
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()

    def chunk(name: bytes, octets: bytes) -> bytes:
        return pack(">I", len(octets)) + name + octets + pack(">I", zlib.crc32(name + octets))

    head = pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def put(content: Path, *pictures: bytes) -> Path:
    (content / "assets").mkdir(parents=True, exist_ok=True)
    for number, octets in enumerate(pictures):
        (content / "assets" / f"{number}.png").write_bytes(octets)
    return content


def codes(content: Path) -> list[str]:
    return [fault.code for fault in load_assets(content, "assets")[1]]


@pytest.mark.parametrize("size", [(9990, 9990), (50_001, 1000), (60_000, 60_000), (2_000_000_000, 1)])
def test_a_picture_of_too_many_pixels_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda _: pytest.fail("unpacked"))
    octets = bomb(8, 8).replace(pack(">II", 8, 8), pack(">II", *size))
    at = octets.index(b"IHDR")
    octets = octets[: at + 17] + pack(">I", zlib.crc32(octets[at : at + 17])) + octets[at + 21 :]
    (fault,) = codes(put(tmp_path, octets))
    assert fault in ("huge-picture", "bad-picture")


def test_pictures_together_have_a_bound_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "MOST_PIXELS_IN_ALL", 25_000)
    content = put(tmp_path, *[bomb(100, 100)] * 4)
    read, faults = load_assets(content, "assets")
    assert [name for name, asset in read.items() if asset] == ["0.png", "1.png"]
    assert [(fault.span.file, fault.code) for fault in faults] == [
        ("assets/2.png", "huge-picture"),
        ("assets/3.png", "huge-picture"),
    ]


def test_a_picture_that_ends_in_its_middle_takes_room_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "MOST_PIXELS_IN_ALL", 25_000)
    whole = bomb(100, 100, 3)
    cut = whole[: whole.index(b"IDAT") + 10]
    assert codes(put(tmp_path, *[cut] * 4)) == ["bad-picture"] * 2 + ["huge-picture"] * 2


def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path) -> None:
    content = put(tmp_path, b"")
    with (content / "assets" / "0.png").open("wb") as file:
        file.truncate(assets.MOST_OCTETS + 1)
    assert codes(content) == ["huge-picture"]


def test_the_largest_pictures_that_may_be_fit_into_little_memory(tmp_path: Path) -> None:
    """Read and drawn, four of them at once, in a process that is asked how much it held at its most.

    Not through `getrusage`, which tells of the process that started it, too.
    """
    content = put(tmp_path, *[bomb(7000, 7000, colours) for colours in (1, 2, 3, 4)])
    code = (
        "import re, sys; from pathlib import Path\n"
        "from guidebook.load.assets import load_assets\n"
        "from guidebook.images import published\n"
        "content = Path(sys.argv[1]); assets, faults = load_assets(content, 'assets')\n"
        "class Catalogue:\n"
        "    def __init__(self): self.assets = assets\n"
        "    def pictures(self):\n"
        "        for name in assets: yield None, 0, type('Picture', (), {'file': name})\n"
        "published.print_pictures(Catalogue(), content, content / 'cache', 150)\n"
        "print(len(faults), re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(content)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    faults, kilobytes = map(int, ran.stdout.split())
    assert (faults, kilobytes < 1_000_000) == (0, True), kilobytes
