"""Results of steps are found under exactly the inputs they were kept under, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.storage.steps import StepCache, changed, digest_of, key_of

INPUTS = st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=4)


def swap(one: Path, other: Path) -> None:
    """Each file under the other's name, as a cache that was put together wrongly has them."""
    between = one.with_name("between")
    one.rename(between)
    other.rename(one)
    between.rename(other)


@given(INPUTS, INPUTS)
def test_two_sets_of_inputs_share_a_key_only_if_they_are_one(one: dict[str, str], other: dict[str, str]) -> None:
    assert (key_of(one) == key_of(other)) == (one == other)


@given(st.lists(st.text()), st.lists(st.text()))
def test_parts_are_delimited(one: list[str], other: list[str]) -> None:
    assert (digest_of(*one) == digest_of(*other)) == (one == other)


def test_a_result_is_found_again(tmp_path: Path) -> None:
    StepCache(tmp_path).keep("join", "책", {"a": "1"}, b"result\n")
    assert StepCache(tmp_path).find("join", {"a": "1"}) == b"result\n"
    assert StepCache(tmp_path).find("join", {"a": "2"}) is None
    assert StepCache(tmp_path).find("other", {"a": "1"}) is None


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: b"", lambda kept: kept.replace(b"r", b"x")])
def test_what_is_damaged_is_not_found(tmp_path: Path, damage: object) -> None:
    StepCache(tmp_path).keep("join", "책", {}, b"result")
    (path,) = (tmp_path / "join").iterdir()
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert StepCache(tmp_path).find("join", {}) is None


@pytest.mark.parametrize("other", [("join", {"a": "2"}), ("layout", {"a": "1"})])
def test_what_was_kept_under_another_key_or_of_another_step_is_not_found(
    tmp_path: Path, other: tuple[str, dict[str, str]]
) -> None:
    both = (("join", {"a": "1"}), other)
    for step, inputs in both:
        StepCache(tmp_path).keep(step, "책", inputs, f"{step} {inputs}".encode())
    swap(*(tmp_path / step / key_of(inputs) for step, inputs in both))
    for step, inputs in both:
        assert StepCache(tmp_path).find(step, inputs) is None


def test_it_is_told_which_inputs_changed(tmp_path: Path) -> None:
    for inputs in ({"a": "1", "b": "1"}, {"a": "1", "b": "2", "c": "3"}):
        cache = StepCache(tmp_path)
        cache.keep("join", "책", inputs, b"")
    (redone,) = cache.redone
    assert (redone.changed, redone.first) == (("b", "c"), False)
    assert changed({"a": "1"}, {}) == ("a",)


def test_where_nothing_can_be_kept_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = StepCache(tmp_path / "file")
    cache.keep("join", "책", {}, b"result")
    cache.trim()
    assert cache.find("join", {}) is None


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    cache = StepCache(tmp_path)
    for number in range(3):
        cache.keep("join", "책", {"number": str(number)}, bytes(1000))
        path = tmp_path / "join" / key_of({"number": str(number)})
        os.utime(path, ns=(number * 10**9, number * 10**9))
    assert cache.find("join", {"number": "0"}) is not None, "this uses it"
    cache.trim(limit=2200)
    left = [number for number in range(3) if cache.find("join", {"number": str(number)}) is not None]
    assert left == [0, 2]
