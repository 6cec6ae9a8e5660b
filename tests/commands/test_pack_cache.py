"""Of a private visit nothing stays in the cache, unless that was asked for; what it shares with others does."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pypdfium2

from guidebook.commands.pack import PackRequest, make_pack
from guidebook.commands.unless_unchanged import check_unless_unchanged
from guidebook.layout.cache import STEP
from guidebook.storage.paths import Paths
from tests.paths import ROOT

VISIT = "hansol"


def words_kept(folder: Path) -> list[str]:
    """The text of every chapter that is kept."""
    told = []
    for path in sorted((folder / STEP).iterdir()):
        octets = msgspec.msgpack.decode(path.read_bytes().partition(b"\n")[2])["pdf"]
        document = pypdfium2.PdfDocument(octets)
        told.append("\n".join(page.get_textpage().get_text_bounded() for page in document))
        document.close()
    return told


def test_nothing_of_a_visit_stays_but_the_reports_it_shares_with_others(maru: Path, tmp_path: Path) -> None:
    places = Paths.within(ROOT, maru, tmp_path / "output", tmp_path / "cache")
    assert check_unless_unchanged(places, "2026-11-28"), "something is told of the visit"
    assert (places.cache / "visits" / "run").is_dir()
    assert not places.shared_steps.exists()
    assert make_pack(PackRequest(places, VISIT)).packed is not None
    assert not (places.cache / "visits").exists()
    shared = words_kept(places.shared_steps)
    files = [path for path in places.cache.rglob("*") if path.is_file() and "fonts" not in path.parts]
    assert not [path for path in files if "한솔".encode() in path.read_bytes()]
    assert any("주민이 강길을 내다" in words for words in shared), "the report is there"
    assert not any("한솔" in words for words in shared)
    assert {path.name for path in places.cache.iterdir()} == {"fonts", "steps", "digests", "pictures"} & {
        path.name for path in places.cache.iterdir()
    }

    assert make_pack(PackRequest(places, VISIT, keep=True)).packed is not None
    kept = words_kept(places.cache / "visits")
    assert any("한솔" in words for words in kept)
    assert words_kept(places.shared_steps) == shared
    assert all(path.stat().st_mode & 0o077 == 0 for path in (places.cache / "visits").rglob("*") if path.is_file())
