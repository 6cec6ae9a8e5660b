"""The registry of kinds: every entry is whole, and nothing of two entries is the same."""

from __future__ import annotations

from collections import Counter

import pytest

from guidebook.model.address import DATA, FIGURES
from guidebook.model.kinds import KINDS, MARKDOWN, YAML, Kind
from guidebook.render.addresses import PERMANENT
from guidebook.render.web.search_knowledge import FILES, OTHER

KEYS = [kind.key for kind in KINDS]


@pytest.mark.parametrize("of", ["key", "model", "folder", "label", "pages", "searched"])
def test_no_two_kinds_share_what_tells_them_apart(of: str) -> None:
    values = [value for kind in KINDS if (value := getattr(kind, of)) is not None]
    assert [value for value, count in Counter(values).items() if count > 1] == []


def test_a_field_names_one_kind() -> None:
    fields = [field for kind in KINDS for field in kind.named_by]
    assert len(fields) == len(set(fields))


@pytest.mark.parametrize("kind", list(KINDS), ids=KEYS)
def test_an_entry_speaks_of_fields_that_the_model_has(kind: Kind) -> None:
    fields = {*kind.model.model_fields, *dir(kind.model)}
    assert {*kind.order, *filter(None, (kind.title, kind.indexed))} <= fields
    assert kind.suffix == (MARKDOWN if "body" in kind.model.model_fields else YAML)


@pytest.mark.parametrize("kind", list(KINDS), ids=KEYS)
def test_what_can_be_reached_has_a_page(kind: Kind) -> None:
    if kind.linked or kind.indexed or kind.searched is not None or kind.template:
        assert kind.pages is not None
        assert kind.title
        assert KINDS.record_at(kind.address("some-id")) == (kind.key, "some-id")
    else:
        with pytest.raises(LookupError, match=kind.key):
            kind.address("some-id")


def test_pages_in_english_lie_in_a_folder_of_their_own() -> None:
    page = KINDS["page"]
    assert [page.address(id) for id in ("about", "en", "en-tour", "energy")] == ["about/", "en/", "en/tour/", "energy/"]
    assert KINDS.record_at("en/tour/") == ("page", "en-tour")


def test_private_records_are_reached_by_nobody() -> None:
    for kind in KINDS:
        if kind.private:
            assert {kind.linked, kind.permanent, kind.book, bool(kind.named_by)} == {False}


def test_every_folder_of_the_site_is_reserved() -> None:
    lists = {listing.path for listing in KINDS.listings}
    folders = {path.split("/")[0] for path in (*lists, FIGURES, DATA, PERMANENT)}
    assert folders <= KINDS.reserved
    assert {kind.pages.rstrip("/") for kind in KINDS if kind.pages} <= KINDS.reserved


def test_search_counts_its_kinds_without_a_gap() -> None:
    numbers = {kind.searched for kind in KINDS if kind.searched is not None}
    assert not numbers & {OTHER, FILES}
    assert numbers | {OTHER, FILES} == set(range(len(numbers) + 2))
