"""Which characters of a site lie together, and what an edit moves."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guidebook.web.font_slices import COMMON, NEIGHBOURS, SIZE, slices

LETTERS = [chr(0xAC00 + number) for number in range(60)]
PAGES = st.lists(st.frozensets(st.sampled_from(LETTERS), max_size=12), min_size=40, max_size=48)


@settings(max_examples=20)
@given(PAGES)
def test_every_character_lies_in_one_slice_and_common_ones_in_the_first(pages: list[frozenset[str]]) -> None:
    made = slices(LETTERS, pages)
    assert sorted(character for held in made for character in held) == sorted(LETTERS)
    common = {letter for letter in LETTERS if sum(letter in page for page in pages) >= COMMON * len(pages)}
    assert not common or set(made[0]) == common
    shown = frozenset().union(*pages)
    assert all(len(held) <= SIZE for held in made if not common.issuperset(held) and shown.intersection(held))
    assert made == slices(frozenset(LETTERS), [frozenset(sorted(page)) for page in pages])


@settings(max_examples=20)  # each draws some fifty pages
@given(PAGES, st.data())
def test_a_word_that_is_added_moves_no_slice_of_pages_that_do_not_have_it(
    pages: list[frozenset[str]], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(pages) - 1))
    added = data.draw(st.frozensets(st.sampled_from(LETTERS), min_size=1, max_size=2))
    edited = [page | added if at == number else page for at, page in enumerate(pages)]
    counts = [{one: sum(one in page for page in some) for one in LETTERS} for some in (pages, edited)]
    frequent = [{one for one in LETTERS if count[one] >= COMMON * len(pages)} for count in counts]
    rich = [len(some[number].difference(frequent[0])).bit_length() for some in (pages, edited)]
    assume(frequent[0] == frequent[1] and rich[0] == rich[1])
    touched = [at for at, page in enumerate(pages) if at == number or page & added]
    near = {at // NEIGHBOURS for at in touched}
    those = frozenset().union(*(page for at, page in enumerate(pages) if at // NEIGHBOURS in near), added)
    before, after = slices(LETTERS, pages), slices(LETTERS, edited)
    assert {held for held in before if those.isdisjoint(held)} <= set(after)
