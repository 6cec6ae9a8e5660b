"""Cut slices: what is kept, and that a slice does not show from what it was cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.layout.typefaces import PRETENDARD, WEIGHTS, unpacked_octets
from guidebook.web import font_cutting, webfonts
from guidebook.web.font_cutting import MANY, cut_slice, cut_slices

PACKAGES = Path(__file__).parents[2] / "node_modules"
FONTS = [(PACKAGES / PRETENDARD.format(name=name)).read_bytes() for _, name in WEIGHTS]


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_slice_is_the_same_file_whichever_part_of_its_font_it_is_cut_from(data: st.DataObject) -> None:
    font = data.draw(st.sampled_from(FONTS))
    characters = webfonts._read(font).characters
    one = st.one_of(st.sampled_from(characters), st.sampled_from("AVToyWr1,.()「」가각힣·…"))
    held = sorted(data.draw(st.frozensets(one, min_size=1, max_size=40)))
    others = data.draw(st.frozensets(one, max_size=80))
    whole = unpacked_octets(font)
    part = cut_slice(whole, sorted(others.union(held)), packed=False)
    assert cut_slice(part, held) == cut_slice(whole, held)


def test_only_what_is_new_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unpack() -> bytes:
        return unpacked_octets(FONTS[0])

    slices = [(letter,) for letter in "가나다라마바사"]
    assert len(slices) >= MANY
    made = cut_slices(tmp_path, FONTS[0], slices, unpack)
    done: list[tuple[str, ...]] = []

    def noted(font: bytes, characters: tuple[str, ...], *, packed: bool = True) -> bytes:
        done.append(tuple(characters))
        return cut_slice(font, characters, packed=packed)

    monkeypatch.setattr(font_cutting, "cut_slice", noted)
    new = ("아",)
    assert cut_slices(tmp_path, FONTS[0], [*slices, new], unpack)[:-1] == made
    assert done == [new]
    assert cut_slices(None, FONTS[0], slices, unpack) == made
