"""“Did you mean …?”: the known word that is most like one that nobody knows, as advice in a diagnostic.

Separate, because loading and all rules ask it; the sentence to fall back on belongs to whoever asks.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

from guidebook.model.text import Text, text


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word that is most like `word`; None where none is as like it as `cutoff`, of 0 to 1."""
    return next(iter(difflib.get_close_matches(word, tuple(known), n=1, cutoff=cutoff)), None)


def suggested_name(word: str, known: Iterable[str], otherwise: Text) -> Text:
    """Advice with a name: a key of YAML, a value from a list, a town."""
    near = closest(word, known)
    return text("'{near}' 이름을 뜻하셨나요?", near=near) if near else otherwise


def suggested_file(name: str, known: Iterable[str], otherwise: Text) -> Text:
    """Advice with the name of a file: capitals make no difference."""
    by_fold = {_folded(file): file for file in known}
    near = closest(_folded(name), by_fold)
    return text("'{near}' 파일을 뜻하셨나요?", near=by_fold[near]) if near else otherwise


def suggested_id(word: str, titles: Mapping[str, str], otherwise: Text) -> Text:
    """Advice with an id, by the id or by its title. `titles` maps id → title."""
    id = closest(word, titles)
    if id is None:
        title = closest(word, titles.values())
        id = next((key for key, known in titles.items() if known == title), None)
    return text("'{id}'({title}){을} 뜻하셨나요?", id=id, title=titles[id]) if id else otherwise


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
