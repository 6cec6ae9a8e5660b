"""The page that shows a proposal: what changed on the website and in books, with pictures before and after."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidebook.model.forge.compared import Change, Review, Shown
from guidebook.model.settings.showing import Palette
from guidebook.model.text import text
from guidebook.model.wording.numbers import number
from guidebook.render.design.tokens import Tokens, substituted
from guidebook.render.templates import environment

FOLDER, PAGE, STYLE = "review", "index.html", "review.css"
CHANGES = {Change.NEW: text("새로 생김"), Change.CHANGED: text("바뀜"), Change.GONE: text("없어짐")}
"""What each change is called."""


@dataclass(frozen=True, slots=True)
class _Part:
    title: str
    shown: tuple[Mapping[str, Any], ...]
    rest: tuple[str, ...]


def review_page(
    review: Review, templates: Path, design: Tokens, language: str, translations: gettext.NullTranslations
) -> Mapping[str, bytes]:
    """File name → octets, beside which the pictures lie."""
    values = design.of_city(Palette())
    jinja = environment(templates, language, translations, lambda name: values[f"--{name}"])
    changes = {change.value: said.into(translations.gettext) for change, said in CHANGES.items()}
    html = jinja.get_template(f"{FOLDER}/{PAGE}.j2").render(
        language=language, changes=changes, remarks=remarks(review, translations), parts=_parts(review, translations)
    )
    css = (templates / FOLDER / STYLE).read_text("utf-8")
    return {PAGE: html.encode(), STYLE: substituted(css, values).encode()}


def remarks(review: Review, translations: gettext.NullTranslations) -> tuple[str, ...]:
    """What holds for the whole, a sentence each."""
    words = translations.gettext
    told = []
    if not (review.site.pages or review.books or review.site.files or review.site.everywhere):
        told.append(words("누리집과 책에서 바뀐 것이 없습니다."))
    if review.site.everywhere:
        told.append(words("모든 페이지에 공통인 부분(머리글, 메뉴, 바닥글, 디자인)이 바뀌었습니다. 홈에서 확인하세요."))
    if not review.pictured:
        told.append(words("크로미엄이 없어 누리집 페이지의 그림은 넣지 못했습니다."))
    if review.more_pages:
        told.append(words("바뀐 페이지가 많아 {count}개는 이름만 적었습니다.").format(count=number(review.more_pages)))
    if review.more_leaves:
        told.append(
            words("책에서 바뀐 쪽이 많아 {count}쪽은 그림을 넣지 않았습니다.").format(count=number(review.more_leaves))
        )
    return tuple(told)


def _parts(review: Review, translations: gettext.NullTranslations) -> Iterator[_Part]:
    words = translations.gettext
    pictured = tuple(_shown(one) for one in review.pages if one.before or one.after)
    rest = tuple(
        _line(one.title, one.path, one.change, translations) for one in review.pages if not (one.before or one.after)
    )
    yield _Part(words("누리집"), pictured, rest)
    yield _Part(words("책"), tuple(_shown(one) for one in review.leaves), book_lines(review, translations))
    files = tuple(_line("", file.path, file.change, translations) for file in review.site.files)
    yield _Part(words("자료 파일"), (), files)


def book_lines(review: Review, translations: gettext.NullTranslations) -> tuple[str, ...]:
    """Of each book which pages changed."""
    return tuple(
        f"{book.path}: {CHANGES[book.change].into(translations.gettext)}{_which(book.leaves, translations)}"
        for book in review.books
    )


def _which(leaves: tuple[Any, ...], translations: gettext.NullTranslations) -> str:
    numbers = [str(leaf.after) for leaf in leaves if leaf.after is not None]
    named = translations.gettext("{numbers}쪽").format(numbers=", ".join(numbers))
    return f" ({named})" if numbers else ""


def _line(title: str, path: str, change: Change, translations: gettext.NullTranslations) -> str:
    named = f"{title} ({path})" if title and title != path else path
    return f"{named}: {CHANGES[change].into(translations.gettext)}"


def _shown(one: Shown) -> Mapping[str, Any]:
    link = one.path if one.change is not Change.GONE else ""
    return {
        "title": one.title,
        "path": one.path,
        "link": link,
        "change": one.change.value,
        "before": one.before,
        "after": one.after,
    }
