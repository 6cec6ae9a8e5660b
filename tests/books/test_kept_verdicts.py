"""What a file has passed is not checked again, whoever asks; what it has not passed is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from guidebook.books.kept_books import KeptBooks
from guidebook.model.diagnostic import Faults
from guidebook.model.text import text
from guidebook.preflight.document import Check, Document, Expected, Finding
from guidebook.preflight.file import file_is_light
from guidebook.storage.steps import StepCache

EXPECTED = Expected("t", "ko", "", ())


def one_page() -> bytes:
    octets = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(octets)
    return octets.getvalue()


ONE_PAGE = one_page()


class Asked:
    """Checks that note that they were asked."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.first, self.second, self.failing = self._check("first"), self._check("second"), self._check("bad", True)

    def _check(self, name: str, fails: bool = False) -> Check:
        def check(_: Document) -> Iterator[Finding]:
            self.names.append(name)
            if fails:
                yield "bad", text("나쁩니다.")

        check.__qualname__ = name
        return check


@pytest.fixture
def books(tmp_path: Path) -> KeptBooks:
    return KeptBooks(StepCache(tmp_path), "program")


def verdict(books: KeptBooks, expected: Expected, *checks: Check) -> Faults:
    return books.preflight(ONE_PAGE, "a.pdf", expected, checks)


def test_only_what_a_file_has_not_passed_is_checked(books: KeptBooks) -> None:
    asked = Asked()
    assert not verdict(books, EXPECTED, asked.first, asked.second)
    assert not verdict(books, EXPECTED, asked.second)
    assert asked.names == ["first", "second"]
    assert verdict(books, EXPECTED, asked.first, asked.failing)
    assert verdict(books, EXPECTED, asked.first, asked.failing)
    assert asked.names == ["first", "second", "bad", "bad"]


def test_a_file_that_must_say_something_else_is_checked_anew(books: KeptBooks) -> None:
    asked = Asked()
    verdict(books, EXPECTED, asked.first)
    verdict(books, replace(EXPECTED, title="u"), asked.first)
    assert asked.names == ["first", "first"]


def test_another_weight_is_asked_for_alone(books: KeptBooks) -> None:
    asked = Asked()
    assert not verdict(books, EXPECTED, asked.first, file_is_light)
    told = verdict(books, replace(EXPECTED, limit=10), asked.first, file_is_light)
    assert [fault.code for fault in told] == ["too-heavy"]
    assert asked.names == ["first"]


def test_two_that_wait_do_not_do_the_same_twice(books: KeptBooks) -> None:
    asked = Asked()
    waiting = [
        books.verdict(ONE_PAGE, "a.pdf", EXPECTED, checks) for checks in ((asked.first, asked.second), (asked.first,))
    ]
    assert [one.result() for one in waiting] == [(), ()]
    assert asked.names == ["first", "second"]
