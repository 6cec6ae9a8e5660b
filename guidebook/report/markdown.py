"""Words in Markdown as a forge shows it: as they are, whatever they hold, and without numbers to call."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from guidebook.model.text import Text, printable

SIGNS = re.compile(r"([\\`*_{}\[\]()#+!|~$-])")
"""What Markdown, or a forge's own dialect of it, takes for more than a sign."""
NUMBER = re.compile(
    r"(?<!\d)(?:\+|0|1)\d{0,3}[ .)\-]{0,2}\d{2,4}[ .\-]{0,2}\d{4}(?!\d)|(?<!\d)\d{6}[ -]{0,3}\d{7}(?!\d)"
)
MAIL = re.compile(r"[\w.+%-]{1,64}@[\w.-]{1,255}")


def lines(sentence: Text, say: Callable[[str], str]) -> str:
    """A sentence of ours in one line, which may show a number as an example; what is filled in is somebody else's."""
    return "<br>".join(_safe(line.strip()) for line in _with_discreet(sentence).into(say).split("\n"))


def plain(words: str) -> str:
    """Somebody else's words, whatever they hold."""
    return _safe(_discreet(words))


def _with_discreet(sentence: Text) -> Text:
    """The sentence, and those that are filled into it, with nothing to call or write to in what is filled in."""
    values = ((name, _with_discreet(one) if isinstance(one, Text) else _discreet(one)) for name, one in sentence.values)
    return replace(sentence, values=tuple(values))


def _discreet(words: str) -> str:
    """The words without numbers to call and addresses to write to."""
    return MAIL.sub("(전자우편)", NUMBER.sub("(번호)", words))


def _safe(words: str) -> str:
    """The words as a forge shows them as they are: no markup, no links, nobody who is told of it."""
    safe = printable(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return SIGNS.sub(r"\\\1", safe).replace("://", ":&#47;&#47;").replace("@", "&#64;")
