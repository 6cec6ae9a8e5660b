"""In the city's printed book a line ends where a word ends."""

from __future__ import annotations

from guidebook.model.catalogue import Catalogue
from guidebook.render.addresses import GUIDEBOOK_PDF
from guidebook.render.map.kept import keeping_maps
from guidebook.render.new_context import context_of
from guidebook.storage.program import program_steps
from tests.books.test_lines import broken_words
from tests.conftest import ROOT
from tests.paths import PACKAGES, TEMPLATES, paths
from tests.shipped.dangjin_si.conftest import Built


def test_no_word_is_broken_between_lines(content: Catalogue, built: Built) -> None:
    plain = context_of(content, TEMPLATES, PACKAGES)
    edition = keeping_maps(plain, program_steps(paths(ROOT / "content")))
    assert broken_words(edition, (built.output / "site" / GUIDEBOOK_PDF).read_bytes()) == []
