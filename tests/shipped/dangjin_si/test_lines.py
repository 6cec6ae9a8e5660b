"""In the city's printed book a line ends where a word ends."""

from __future__ import annotations

from guidebook.publish.leaflets import BOOK
from guidebook.publish.pipeline import edition_of, examine
from tests.conftest import ROOT
from tests.publish.test_lines import broken_words
from tests.shipped.dangjin_si.conftest import Built


def test_no_word_is_broken_between_lines(built: Built) -> None:
    edition = edition_of(examine(ROOT / "content")[0], None, None)
    assert broken_words(edition, (built.output / "site" / BOOK).read_bytes()) == []
