"""Sources of places, guides, restaurants, routes, lists, pages and the city: a reader can find each again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from pydantic import BaseModel

from guidebook.model.catalogue import Catalogue
from guidebook.model.source import Source, SourceKind

OF_THE_CITYS_SITE = "min3076/dangjin2023"
UNREAD = "제목 미상"
"""What stands for a title that nobody read."""


def sources_in(value: object) -> Iterator[Source]:
    """Every source somewhere in a record."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from sources_in(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from sources_in(one)


@pytest.fixture(scope="module")
def sources(content: Catalogue) -> list[Source]:
    written = [page for page in content.pages if page.id in {"about", "overview", "tour", "terms"}]
    records = (content.sites, content.guides, content.restaurants, content.routes, content.lists, written)
    return [*chain.from_iterable(map(sources_in, chain(*records))), *sources_in(content.site)]


def test_every_source_has_a_title_or_an_address(sources: list[Source]) -> None:
    assert len(sources) > 100
    assert [source for source in sources if source.title is None and source.url is None] == []


def test_only_blogs_and_the_like_have_no_title_that_was_read_and_no_address(sources: list[Source]) -> None:
    unread = [source for source in sources if source.title == UNREAD]
    assert unread
    assert all(source.doubtful and source.url is None for source in unread)


def test_copies_of_the_citys_site_say_of_when_they_are(sources: list[Source]) -> None:
    kept = [source for source in sources if source.via and OF_THE_CITYS_SITE in source.via]
    assert len(kept) >= 8
    for source in kept:
        assert source.kept == "2023-04"
        assert "보존본" not in (source.title or "")


def test_a_report_of_the_press_or_an_office_that_was_read_is_linked(sources: list[Source]) -> None:
    known = {"당진시", "중도일보", "디트뉴스24", "전국매일신문", "아시아뉴스통신", "동양일보"}
    for source in sources:
        if source.kind in (SourceKind.NEWS, SourceKind.OFFICIAL) and source.publisher in known:
            assert source.url or source.kept, source
