"""Further editions of a visit's pack: folders and numbers of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.books.edition_files import PRINTING, EditionFiles, PrintOrder
from guidebook.render.book.print_instructions import CopierJob
from guidebook.render.context import RenderContext
from tests.commands.printed_files import (
    A4,
    BOOK,
    LOOK,
    TITLES,
    Made,
    check_folios,
    check_links,
    guidebook,
    small_words,
)
from tests.commands.test_pack import FILES
from tests.conftest import CITIES, Change


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The pack of a visit with one edition more."""
    output = tmp_path_factory.mktemp("visit") / "output"
    told = guidebook(CITIES / "maru", output, "--visit", "hansol", "--copies", "12", "--copies", "large-print=3")
    return Made(output / "print" / "hansol", told)


def test_a_visit_s_pack_has_further_editions_in_folders_of_their_own(visit: Made) -> None:
    assert {path.name for path in visit.folder.iterdir()} == {*FILES, "large-print"}
    assert set(visit.files("large-print")) == {f"{BOOK}-{TITLES['large-print']}.pdf", PRINTING, LOOK}
    assert "3부, A4 " in visit.text("large-print")


def test_each_edition_has_its_own_number_of_copies_and_all_stand_on_one_sheet(visit: Made) -> None:
    """Forty for the copier and three in large print: one command, one sheet for who stands at the copier."""
    own, _, large = visit.text("").partition("[큰글자] large-print/")
    assert "12부, A4 " in own
    assert "3부, A4 " in large
    assert "12부" not in large
    assert "인쇄: 12부" in visit.told
    assert "인쇄: 큰글자 3부" in visit.told


def test_editions_and_their_numbers_can_stand_in_the_visit_itself(
    maru: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, int]] = []

    def no_files(
        edition: RenderContext, _: object, __: object, commission: PrintOrder, ___: object
    ) -> tuple[EditionFiles, tuple[()]]:
        made.append((edition.print_format.id, commission.copies))
        job = CopierJob(commission.copies, (1,), False) if edition.print_format.folded else None
        return EditionFiles({PRINTING: b""}, 4, job), ()

    monkeypatch.setattr("guidebook.books.visit_editions.edition_files", no_files)
    change("visits/hansol.yml", "copies: 30\n", "copies: 30\neditions: {large-print: 3, office-plain: 2}\n")
    for asked in (("--copies", "40"), ("--copies", "large-print=5", "--copies", "press=100")):
        guidebook(maru, maru.parent / "out", "--visit", "hansol", *asked)
    assert [dict(made[:4]), dict(made[4:])] == [
        {"screen": 40, "office": 40, "office-plain": 2, "large-print": 3},
        {"screen": 30, "office": 30, "office-plain": 2, "press": 100, "large-print": 5},
    ]


@pytest.mark.parametrize(
    "copies", ["0", "-3", "many", "10001", "4.5", "=3", "screen=3", "large=3", "large-print=0", "٣"]
)
def test_copies_that_nobody_can_print_are_answered_in_korean(tmp_path: Path, copies: str) -> None:
    said = guidebook(CITIES / "maru", tmp_path / "out", f"--copies={copies}", code=2)
    assert "부수는 1부터 10,000까지" in said or "찍는 판: office, office-plain, press, large-print" in said
    assert guidebook(CITIES / "maru", tmp_path / "out", "--copies=4", "--copies=5", code=2).count("두 번") == 1


def test_a_visit_s_large_print_is_large_and_has_numbers_of_its_own(visit: Made) -> None:
    pdf = visit.pdf("large-print")
    assert set(pdf.sizes) == {A4}
    check_folios(pdf, (1, len(pdf.sizes)))
    check_links(pdf)
    assert small_words(pdf.path) == []
