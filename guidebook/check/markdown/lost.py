"""The last rule over bodies: every letter and digit of the source is in the published HTML, in the same order.

Rules name the ways in which words can be lost that we know. This one knows none, and finds the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from guidebook.check.markdown.bodies import Body, bodies
from guidebook.markdown.cleaner import clean
from guidebook.markdown.document import reader
from guidebook.markdown.html import Setting
from guidebook.markdown.notes import REFERENCE
from guidebook.markdown.pictures import FIGURES
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.kinds import Kinds
from guidebook.model.text import text

CODE = "lost-text"
_HAVE_RULES = ("html_block", "html_inline", "image")
"""What has rules of its own and is taken out by the cleaner."""
_TAG = re.compile(r"<[^<>]*>")
_LETTERS = re.compile(r"[^\W_]+")


def nothing_is_lost(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What is read is what was written, and what is published is what was read."""
    for body in bodies(catalogue):
        if any(token.type in _HAVE_RULES for run in body.document.tokens for token in (run, *(run.children or ()))):
            continue
        line = _first_loss(body)
        if line is None and not _is_published(body, catalogue.kinds):
            line = 1
        if line is not None:
            yield Diagnostic(
                body.at(line),
                CODE,
                text("이 줄부터 적은 대로 나오지 않는 글이 있습니다."),
                text("이 줄의 기호와 들여쓰기를 확인해 일반 문단, 목록, 표로 고쳐 적으세요."),
            )


def _first_loss(body: Body) -> int | None:
    """The line of the first letter that was not read in its place."""
    read = _letters("".join(_as_written(body.document.tokens)))
    position = 0
    for number, line in enumerate(body.lines, start=1):
        letters = _letters(line)
        if read[position : position + len(letters)] != letters:
            return number
        position += len(letters)
    return None


def _letters(content: str) -> str:
    return "".join(_LETTERS.findall(content)).casefold()


def _as_written(tokens: tuple[Token, ...] | list[Token]) -> Iterator[str]:
    """All that the reader took from the source and in its order, with what only steers it."""
    links: list[str] = []
    for token in tokens:
        if token.type == "caption_open":
            yield "표"
        elif token.type == "list_item_open":
            checked = (token.meta or {}).get("checked")
            yield token.info + ("x" if checked else "")
        elif token.type == "fence":
            yield token.info + token.content
        elif token.type == "link_open":
            automatic = token.markup == "autolink"
            links.append("" if automatic else f"{token.attrs.get('href', '')}{token.attrs.get('title', '')}")
        elif token.type == "link_close":
            yield links.pop()
        elif token.type == FIGURES:
            yield from (f"{picture.alt}{picture.address}{picture.title}" for picture in token.meta["pictures"])
        elif token.type == "text_special":
            yield token.markup
        elif token.type == REFERENCE or not token.children:
            yield token.content
        else:
            yield from _as_written(token.children)


def _is_published(body: Body, kinds: Kinds) -> bool:
    """Whether cleaned HTML still has every word and every link."""
    markdown, tokens = reader(), body.document.tokens
    links = sum(token.type == "link_open" for run in tokens for token in run.children or ())
    setting = Setting(lambda kind, id, heading="": "book:x", kinds, {})
    html = clean(markdown.renderer.render(tokens, markdown.options, {"setting": setting}))
    letters = _letters("".join(_contents(tokens)))
    return _letters(unescape(_TAG.sub("", html))) == letters and html.count("<a href=") == links


def _contents(tokens: tuple[Token, ...] | list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children:
            yield from _contents(token.children)
        else:
            yield token.content


RULES = (nothing_is_lost,)
