"""The rules of reading and keeping find what was broken on purpose; a sound book breaks none."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

from guidebook.commands.examine import examine
from guidebook.pdf.joining import JoinedBook, join
from guidebook.preflight.accessibility import archive_rules, reading_rules
from guidebook.render.new_context import context_of
from tests.books.made import made_guidebook
from tests.books.test_assembly import METADATA, chapter, press
from tests.conftest import CITIES
from tests.design import INK
from tests.paths import PACKAGES, TEMPLATES, paths


@pytest.fixture(scope="module")
def book() -> JoinedBook:
    catalogue, _ = examine(CITIES / "yeoul")
    made, _ = made_guidebook(context_of(catalogue, TEMPLATES, PACKAGES), paths(CITIES / "yeoul"))
    assert made is not None
    return made


def elements(pdf: pikepdf.Pdf, kind: str) -> Iterator[Any]:
    def below(element: Any) -> Iterator[Any]:
        if str(element.S) == kind:
            yield element
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid)

    for top in pdf.Root.StructTreeRoot.K:
        yield from below(top)


def without_scope(pdf: pikepdf.Pdf) -> None:
    del next(elements(pdf, "/TH")).A.Scope


def stray_item(pdf: pikepdf.Pdf) -> None:
    next(elements(pdf, "/LI")).S = pikepdf.Name.Span


def picture_without_words(pdf: pikepdf.Pdf) -> None:
    next(elements(pdf, "/P")).S = pikepdf.Name.Figure


def link_in_a_span(pdf: pikepdf.Pdf) -> None:
    next(
        one for one in elements(pdf, "/Link") if any(isinstance(kid, pikepdf.Dictionary) for kid in one.K)
    ).S = pikepdf.Name.Span


def link_without_its_annotation(pdf: pikepdf.Pdf) -> None:
    link = next(one for one in elements(pdf, "/Link") if any(isinstance(kid, pikepdf.Dictionary) for kid in one.K))
    link.K = pikepdf.Array([kid for kid in link.K if not isinstance(kid, pikepdf.Dictionary)])


def not_printed(pdf: pikepdf.Pdf) -> None:
    annotated = next(page for page in pdf.pages if "/Annots" in page.obj)
    annotated.obj.Annots[0].F = 0


def test_a_sound_book_breaks_no_rule(book: JoinedBook) -> None:
    assert list(archive_rules(book.pdf)) == []
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        assert list(reading_rules(pdf)) == []
        assert next(elements(pdf, "/TH")).A.Scope == pikepdf.Name.Column


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (without_scope, "TH/Scope"),
        (stray_item, "L/LI"),
        (picture_without_words, "Figure/Alt"),
        (link_in_a_span, "Link"),
        (link_without_its_annotation, "Link/OBJR"),
        (not_printed, "Print"),
    ],
)
def test_a_broken_structure_is_told(book: JoinedBook, change: Callable[[pikepdf.Pdf], None], rule: str) -> None:
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        change(pdf)
        told = [dict(message.values)["rule"] for _, message in reading_rules(pdf)]
    assert rule in told


def test_colours_without_a_meaning_cannot_be_archived(book: JoinedBook) -> None:
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        del pdf.Root.OutputIntents
        octets = io.BytesIO()
        pdf.save(octets)
    assert {code for code, _ in archive_rules(octets.getvalue())} == {"not-archivable"}


def test_running_heads_and_folios_are_no_text(book: JoinedBook) -> None:
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        page = pdf.pages[book.page_of["program-market"] - 1]
        inside: list[str] = []
        shown: list[tuple[str, str]] = []
        for run in pikepdf.parse_content_stream(page):
            operator = str(run.operator)
            if operator in ("BDC", "BMC"):
                inside.append(str(run.operands[0]))
            elif operator == "EMC":
                inside.pop()
            elif operator == "TJ":
                shown.append((inside[-1] if inside else "", operator))
    assert all(tag for tag, _ in shown), "every word is tagged or an artifact"
    assert [tag for tag, _ in shown if tag == "/Artifact"]


def test_a_link_that_wraps_whole_leaves_none_behind() -> None:
    link = '<p style="width:60mm">{}<a href="https://example.com/"> 다음줄로넘어가는말입니다</a></p>'
    body = "".join(link.format("가나 " * count + "끝") for count in range(1, 16))
    laid_out, faults = press().lay_out(chapter(f"<h1>하나</h1>{body}"))
    assert laid_out is not None, faults
    with pikepdf.open(io.BytesIO(laid_out.pdf)) as pdf:
        assert any(width(one) == 0 for page in pdf.pages for one in page.obj.Annots), "WeasyPrint leaves some"
    joined, _ = join((laid_out,), METADATA, INK)
    with pikepdf.open(io.BytesIO(joined.pdf)) as pdf:
        annotations = [one for page in pdf.pages for one in page.obj.Annots]
        assert all(width(one) > 1 for one in annotations)
        assert len(list(elements(pdf, "/Link"))) == len(annotations) >= 15
        assert list(reading_rules(pdf)) == []


def width(annotation: Any) -> float:
    return float(annotation.Rect[2]) - float(annotation.Rect[0])
