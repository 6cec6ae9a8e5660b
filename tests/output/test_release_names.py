"""Which releases stay, and which one is gone back to, whatever was published before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.output.release_names import KEPT, Release, before, following, is_hashed, kept, meant, release_of

DIGESTS = st.text("0123456789abcdef", min_size=12, max_size=12)
RELEASES = st.builds(Release, st.integers(1, 999_999_999), DIGESTS)
FOLDERS = st.lists(RELEASES, unique_by=lambda one: one.number, max_size=12)


@given(RELEASES)
def test_a_name_tells_its_release(release: Release) -> None:
    assert release_of(release.name) == release


@pytest.mark.parametrize(
    "name", ["", "1-0a1b2c3d4e5f", "00001-0a1b2c3d4e5f", "0001", ".new-0001-0a1b2c3d4e5f", "0001-0A1B2C3D4E5F"]
)
def test_other_names_are_none(name: str) -> None:
    assert release_of(name) is None


@given(FOLDERS, DIGESTS)
def test_a_new_release_is_the_newest(there: list[Release], digest: str) -> None:
    assert all(following(there, digest).number > one.number for one in there)


@given(FOLDERS, st.data())
def test_what_is_needed_stays_and_the_rest_are_the_newest(there: list[Release], data: st.DataObject) -> None:
    needed = data.draw(st.lists(st.sampled_from(there), max_size=2)) if there else []
    stay = kept(there, *needed, None)
    assert set(needed) <= stay <= set(there)
    assert len(stay) == min(len(there), KEPT)
    gone = set(there) - stay
    assert all(one.number > other.number for one in stay - set(needed) for other in gone)


@given(FOLDERS, st.data())
def test_going_back_never_leads_to_what_is_shown(there: list[Release], data: st.DataObject) -> None:
    if not there:
        return
    shown = data.draw(st.sampled_from(there))
    replaced = data.draw(st.none() | st.sampled_from([one.name for one in there]) | st.just("0001-unknown"))
    goal = before(shown, replaced, there)
    assert goal != shown
    if replaced and replaced != shown.name and release_of(replaced):
        assert goal == release_of(replaced)
    elif goal:
        assert goal.number < shown.number


def test_a_release_is_asked_for_by_number_or_name() -> None:
    there = [Release(1, "a" * 12), Release(12, "b" * 12)]
    assert meant("12", there) == meant("0012", there) == meant("0012-" + "b" * 12, there) == there[1]
    assert meant("2", there) is meant("", there) is meant("../0012", there) is None


def test_hashed_files_are_known_by_their_names() -> None:
    assert is_hashed("assets/site.0a1b2c3d.css")
    assert is_hashed("assets/picture.0a1b2c3d4e5f.webp")
    assert not is_hashed("assets/site.css")
    assert not is_hashed("index.html")
    assert not is_hashed("assets/../index.0a1b2c3d.html")
