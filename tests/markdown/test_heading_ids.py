"""Ids of headings: unique in a body, whatever digits a heading ends with, also for thousands of equal ones."""

from __future__ import annotations

import pytest

from guidebook.markdown.document import read


def ids(*headings: str) -> list[str]:
    return [title.id for title in read("".join(f"## {heading}\n\n글\n\n" for heading in headings)).titles]


def test_equal_headings_are_numbered_in_order() -> None:
    assert ids("가", "가", "가_1", "가_5", "가_5", "가", "!", "map", "note-1") == [
        "가", "가_1", "가_2", "가_5", "가_6", "가_7", "_1", "map_1", "note-1_1",
    ]  # fmt: skip


@pytest.mark.parametrize("digits", ["9" * 4400, "9" * 12, "²", "0" * 4400, "٣"])
def test_no_digits_of_a_heading_are_too_many(digits: str) -> None:
    named = ids(f"가_{digits}", f"가_{digits}", f"가_{digits}", f"map_{digits}")
    assert len(set(named)) == 4
    assert named[0] == f"가_{digits}"[: len(named[0])]


@pytest.mark.parametrize("words", ["가", "!", "가_1", "map"])
def test_many_equal_headings_have_ids_of_their_own(words: str) -> None:
    assert len(set(ids(*[words] * 4000))) == 4000
