from __future__ import annotations

from guidebook.model.source import Source, SourceKind
from guidebook.render.templates import source_line


def test_a_source_is_named_dated_and_linked() -> None:
    plain = Source(kind=SourceKind.NEWS, publisher="여울신문", title="장터 <열리다>", date="2025-10")
    assert source_line(plain) == "여울신문, 「장터 &lt;열리다&gt;」, 2025. 10."
    linked = plain.model_copy(update={"url": "https://example.com/a"})
    assert source_line(linked).startswith('<a href="https://example.com/a">여울신문')


def test_what_nobody_vouches_for_says_so() -> None:
    assert source_line(Source(kind=SourceKind.BLOG, publisher="어느 블로그")) == "어느 블로그 (확인 필요)"
    assert source_line(Source(kind=SourceKind.UNKNOWN, publisher="모름"), "en", lambda _: "to be confirmed").endswith(
        "(to be confirmed)"
    )


def test_an_unknown_title_is_not_quoted_like_one() -> None:
    source = Source(kind=SourceKind.UNKNOWN, publisher="모름", title="제목 미상")
    assert source_line(source) == "모름, 제목 미상 (확인 필요)"
