"""Cut slices: what they hold, that it is as in the font, and what is kept of them."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.layout.typefaces import PRETENDARD, WEIGHTS, code_points_of, further_faces, unpacked_octets
from guidebook.web import font_cutting
from guidebook.web.font_cutting import cut_slice, cut_slices
from tests.paths import PACKAGES

PACKED = [(PACKAGES / PRETENDARD.format(name=name)).read_bytes() for _, name in WEIGHTS]
FURTHER = [path for _, _, path in further_faces(PACKAGES)]
FONTS = range(len(PACKED) + len(FURTHER))
KERNED = "AVToyWr1,.()「」가각힣·…"
SHAPED = {"kern": True} | dict.fromkeys(("calt", "ccmp", "clig", "liga", "locl", "rlig"), False)
"""What is kept when a font is cut, and what is not."""
NOTICES = {13, 14}
"""The names of a font that are its licence and where that stands."""


@cache
def font_of(number: int) -> bytes:
    """A font as TrueType, unpacked when a test asks for it: that takes seconds."""
    own = number - len(PACKED)
    return FURTHER[own].read_bytes() if own >= 0 else unpacked_octets(PACKED[number])


def outlines(font: TTFont, character: str) -> tuple[int, int, object]:
    """The advance and side bearing of a glyph, and its outline with that of its parts."""
    name = font.getBestCmap()[ord(character)]
    points, ends, flags = font["glyf"][name].getCoordinates(font["glyf"])
    return *font["hmtx"][name], (list(points), list(ends), [flag & 1 for flag in flags])


def advances(font: bytes, text: str) -> list[int]:
    """How far the pen goes on after each glyph of a text, kerning counted in."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font))), buffer, SHAPED)
    return [place.x_advance for place in buffer.glyph_positions]


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_slice_holds_its_characters_as_they_are_in_the_font(data: st.DataObject) -> None:
    font = font_of(data.draw(st.sampled_from(FONTS)))
    whole = TTFont(io.BytesIO(font), lazy=True)
    has = "".join(map(chr, sorted(whole.getBestCmap())))
    one = st.one_of(st.sampled_from(has), st.sampled_from([mark for mark in KERNED if mark in has]))
    held = sorted(data.draw(st.frozensets(one, min_size=1, max_size=40)))
    cut = cut_slice(font, held)
    assert cut_slice(bytes(bytearray(font)), held) == cut  # another object of the same octets
    with TTFont(io.BytesIO(cut)) as slice_:
        assert slice_.flavor == "woff2"
        assert sorted(slice_.getBestCmap()) == [ord(character) for character in held]
        assert [outlines(slice_, character) for character in held] == [outlines(whole, each) for each in held]
        names = {name.nameID: name.toUnicode() for name in slice_["name"].names}
        assert names.keys() >= NOTICES
        assert all(names[id] == whole["name"].getDebugName(id) for id in names)
        assert not {"fpgm", "prep", "cvt "} & set(slice_.keys())
    for left, right in pairwise(held):
        assert advances(unpacked_octets(cut), left + right) == advances(font, left + right)


def test_only_what_is_new_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unpack() -> bytes:
        return font_of(0)

    slices = [(letter,) for letter in "가나다라마바사"]
    made = cut_slices(tmp_path, PACKED[0], slices, unpack)
    done: list[tuple[str, ...]] = []

    def noted(font: bytes, characters: tuple[str, ...]) -> bytes:
        done.append(tuple(characters))
        return cut_slice(font, characters)

    monkeypatch.setattr(font_cutting, "cut_slice", noted)
    new = ("아",)
    assert cut_slices(tmp_path, PACKED[0], [*slices, new], unpack)[:-1] == made
    assert done == [new]
    assert cut_slices(None, PACKED[0], slices, unpack) == made


@pytest.mark.parametrize("number", FONTS)
def test_the_characters_of_a_font_are_those_that_its_tables_name(number: int, tmp_path: Path) -> None:
    file = tmp_path / "글꼴.ttf"
    file.write_bytes(font_of(number))
    assert code_points_of(file) == TTFont(io.BytesIO(font_of(number)), lazy=True).getBestCmap().keys()
