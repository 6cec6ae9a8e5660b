"""What a proposal changes, in Markdown for the page of its run."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

from guidebook.model.forge.compared import Review
from guidebook.model.wording.numbers import number
from guidebook.render.office.review import CHANGES, book_lines, remarks
from guidebook.report.markdown import plain

MOST = 100
"""Pages that are named."""


def review_summary(review: Review, translations: gettext.NullTranslations) -> str:
    """A heading, the sentences that hold for the whole, and lists."""
    return "\n".join(_lines(review, translations)).rstrip() + "\n"


def _lines(review: Review, translations: gettext.NullTranslations) -> Iterator[str]:
    words, books = translations.gettext, book_lines(review, translations)
    names = {change: said.into(words) for change, said in CHANGES.items()}
    yield f"## {words('제안의 변경 사항')}"
    yield ""
    yield from (f"> {plain(remark)}" for remark in remarks(review, translations))
    yield ""
    if review.site.pages:
        yield f"### {words('누리집')}: {number(len(review.site.pages))}"
        yield ""
        for page in review.site.pages[:MOST]:
            yield f"- {plain(page.title)} ({plain(page.path)}): {names[page.change]}"
        if len(review.site.pages) > MOST:
            yield "- " + words("외 {count}건").format(count=number(len(review.site.pages) - MOST))
        yield ""
    if books:
        yield f"### {words('책')}: {number(len(books))}"
        yield ""
        yield from (f"- {plain(line)}" for line in books)
        yield ""
    if review.site.files:
        yield f"### {words('자료 파일')}: {number(len(review.site.files))}"
        yield ""
        yield from (f"- {plain(file.path)}: {names[file.change]}" for file in review.site.files[:MOST])
        yield ""
    yield words("내려받은 파일의 review/index.html을 열면 이전과 이후의 그림을 나란히 볼 수 있습니다.")
