"""A pack as one file: the same octets always, and names that Windows reads rightly."""

from __future__ import annotations

import io
import unicodedata
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from guidebook.export.zipped import zipped

NAMES = st.lists(st.sampled_from("가나다라abc-"), min_size=1, max_size=8).map("".join)
MOMENT = "2026-12-02 09:10"


@given(st.dictionaries(NAMES, st.binary(max_size=50)))
def test_all_comes_out_as_it_went_in_whatever_the_order(files: dict[str, bytes]) -> None:
    octets = zipped(files, MOMENT)
    assert octets == zipped(dict(reversed(files.items())), MOMENT)
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist() == sorted(files)


def test_names_are_composed_and_marked_as_unicode() -> None:
    decomposed = unicodedata.normalize("NFD", "확인표.pdf")
    with zipfile.ZipFile(io.BytesIO(zipped({decomposed: b"", "large-print/책.pdf": b""}, MOMENT))) as archive:
        assert archive.namelist() == ["large-print/책.pdf", "확인표.pdf"]
        assert all(entry.flag_bits & 0x800 for entry in archive.infolist())
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 12, 2, 9, 10, 0)}


def test_a_moment_before_such_files_were_invented_is_the_first_they_know() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"책": b""}, "1979-05-05 10:00"))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
