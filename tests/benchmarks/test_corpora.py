"""What peers are given: the same on every machine, clean to our own rules, and the same words in every idiom."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from tests.benchmarks import books, city, corpora, sites, suites
from tests.benchmarks.peers import Peers

WRITERS: dict[str, Callable[[Path, int], None]] = {
    "records": city.with_records,
    "pages": city.with_pages,
    "book": city.with_book,
    "visits": city.with_visits,
}
DIGESTS = {
    "shops": "7688195d196d24f6",
    "written_pages": "db27d5154951cc01",
    "chapters": "6f0d5bb38aa3f3a3",
    "visits": "13adc6e3ea48ffe2",
}
"""Of the first 30 of each; whoever changes a corpus changes every figure that was ever measured with it."""


@pytest.mark.parametrize("name", DIGESTS)
def test_a_corpus_is_the_same_everywhere_and_a_large_one_begins_with_a_small_one(name: str) -> None:
    made: Callable[[int], Iterator[object]] = getattr(corpora, name)
    assert hashlib.sha256(repr(list(made(30))).encode()).hexdigest()[:16] == DIGESTS[name]
    assert list(made(40))[:30] == list(made(30))


def test_no_two_restaurants_have_a_name_in_common() -> None:
    shops = list(corpora.shops(4_000))
    assert len({shop.name for shop in shops}) == len({shop.phone for shop in shops}) == 4_000


def test_written_pages_are_as_long_as_is_said() -> None:
    for text in corpora.written_pages(40):
        size = len(city.markdown(text.parts).encode())
        assert corpora.PAGE_OCTETS <= size < 1.5 * corpora.PAGE_OCTETS


@pytest.mark.parametrize("name", WRITERS)
def test_our_own_rules_find_nothing_to_blame(name: str, tmp_path: Path) -> None:
    WRITERS[name](tmp_path / "content", 13)
    catalogue, faults = examine(tmp_path / "content", "2026-11-28")
    assert {fault.code for fault in faults} <= {"estimated-legs"}
    counted = {"records": catalogue.restaurants, "pages": catalogue.pages, "visits": catalogue.visits}
    assert len(counted.get(name, catalogue.pages)) >= 13


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_all_typesetters_are_given_the_same_words() -> None:
    texts = list(corpora.chapters(4))
    reader = _Words()
    reader.feed(re.sub(r"<style>.*?</style>", "", books.html(texts)))
    told = "".join(reader.said)
    plain = books.typst(texts).replace("\\", "")
    for text in texts:
        for part in text.parts:
            for words in (text.title, part.heading, *part.paragraphs, *(cell for row in part.rows for cell in row)):
                assert words in told
                assert words in plain


def test_marks_of_typst_are_taken_as_they_are() -> None:
    assert books.typst([corpora.Text("a", "#1 *별* [표]", 0, ())]).endswith("= \\#1 \\*별\\* \\[표\\]\n")


def test_every_generator_is_given_every_document(tmp_path: Path) -> None:
    documents = [*sites.records(13), *sites.written(6)]
    peers = Peers(tmp_path, dict.fromkeys(("MkDocs", "Hugo", "Zensical", "Material for MkDocs"), "1"), {})
    made = sites.sites(tmp_path / "sources", documents, peers)
    assert [site.program for site in made] == ["MkDocs", "Hugo", "Zensical", "Material for MkDocs"]
    for site in made:
        bodies = {file.stem: file.read_text(encoding="utf-8") for file in site.texts.rglob("*.md")}
        assert all(bodies[document.name].endswith(document.body) for document in documents)


def test_what_cannot_be_run_is_left_out(tmp_path: Path) -> None:
    assert sites.sites(tmp_path / "sources", sites.written(1), Peers(tmp_path, {}, {})) == []


def test_lock_files_name_no_registry() -> None:
    here = Path(corpora.__file__).parent
    for name in ("requirements.txt", "package-lock.json"):
        lock = (here / name).read_text(encoding="utf-8")
        assert "resolved" not in lock
        addresses = re.sub(r'"funding": (\{.*?\}|\[.*?\]|"[^"]*")', "", lock, flags=re.DOTALL)
        assert "://" not in addresses
    assert "sha256" in (here / "requirements.txt").read_text(encoding="utf-8")


def test_every_size_has_peers_to_be_compared_with() -> None:
    for sizes in suites.all_sizes().values():
        assert sizes.pages
        assert sizes.chapters
        assert sizes.runs >= 1
