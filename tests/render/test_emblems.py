"""Emblems of programmes: any sign, numbers by their places, or none; and the order in which programmes stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.commands.examine import examine
from guidebook.export.programs_json import programs_json
from guidebook.model.diagnostic import has_errors
from guidebook.model.records.emblem import SOUND, emblems_of
from guidebook.model.records.program import Program
from guidebook.model.records.report.program_parts import Facts
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.report import report_book
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES
from tests.programmes import with_programmes

SIGN = re.compile(r'class="mark[^"]*"[^>]*>([^<]*)<')


def context_with(content: Path, settings: str) -> RenderContext:
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write(settings)
    catalogue, faults = examine(content)
    assert not has_errors(faults), faults
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def many(folder: Path, settings: str, count: int = 20) -> RenderContext:
    return context_with(with_programmes(CITIES / "dasom", folder / "content", count), settings)


def signs_of(context: RenderContext) -> tuple[set[str], set[str]]:
    """The emblems that pages show, and those of the guidebook."""
    pages = {sign for page in site_pages(context) for sign in SIGN.findall(page.body)}
    book = {sign for chapter in manuscript(context).chapters for sign in SIGN.findall(chapter.html)}
    return pages - {""}, book - {""}


def test_twenty_programmes_are_known_by_their_signs(tmp_path: Path) -> None:
    context = many(tmp_path, "")
    expected = {program.mark for program in context.catalogue.programs}
    pages, book = signs_of(context)
    assert pages == expected
    assert book - {"1", "2", "3", "4", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"} >= expected - {"1", "2", "3", "4"}


def test_numbers_are_the_places_of_programmes_and_parts_are_told_apart_from_them(tmp_path: Path) -> None:
    context = many(tmp_path, "emblems: numbers\n")
    numbers = {str(number) for number in range(1, 21)}
    pages, book = signs_of(context)
    assert pages == numbers
    assert book == numbers | set("ⅠⅡⅢⅣ")
    assert '"mark": "20"' in (programs_json(context.catalogue, context.site, context.words) or b"").decode()
    title = report_book(context, context.catalogue.programs[11]).title
    assert title.startswith("12 ")


def test_without_emblems_nothing_stands_in_their_place(tmp_path: Path) -> None:
    context = many(tmp_path, "emblems: none\n")
    pages, book = signs_of(context)
    assert (pages, book) == (set(), set("1234")), "parts keep their numbers"
    for page in site_pages(context):
        assert 'class="mark' not in page.body, page.path
        assert not re.search("[㉠-㉭]", re.sub(r"<h1.*?</h1>", "", page.body)), page.path
    report = report_book(context, context.catalogue.programs[0])
    assert 'class="emblem"' not in report.chapters[0].html
    assert report.title.startswith(context.catalogue.programs[0].name)
    assert b'"mark"' not in (programs_json(context.catalogue, context.site, context.words) or b"")


@pytest.mark.parametrize("emblems", ["marks", "numbers", "none"])
def test_a_tab_shows_the_emblem_or_the_part(emblems: str, tmp_path: Path) -> None:
    context = many(tmp_path, f"emblems: {emblems}\n", 4)
    shown = [
        re.findall(r'content:"([^"]*)"', "".join(map(str, chapter.styles)))[:1]
        for chapter in manuscript(context).chapters
        if chapter.id.startswith("program-")
    ]
    first = {"marks": "㉠㉡㉢㉣", "numbers": "1234", "none": "1111"}[emblems]
    assert shown == [[sign] for sign in first]


def programme(id: str, **values: object) -> Program:
    given = {"name": id, "name_en": id, "title": id, "summary": "일", "as_of": 2024, "offer": "일", **values}
    return Program.model_validate({"id": id, "facts": Facts(what="일", who="주민"), **given})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"a": {"mark": "㉡"}, "b": {"mark": "㉠"}, "c": {}}, "bac"),
        ({"a": {"mark": "10"}, "b": {"mark": "9"}, "c": {"mark": "가"}}, "bac"),
        ({"a": {"mark": "15"}, "b": {"mark": "㉭"}, "c": {"mark": "A"}}, "bac"),
        ({"a": {"start": "2024-03"}, "b": {"start": "2019"}, "c": {}}, "bac"),
        ({"a": {"mark": "㉠"}, "b": {"order": 2}, "c": {"order": 1, "mark": "㉢"}}, "cba"),
        ({"a": {"title": "나 10"}, "b": {"title": "나 9"}, "c": {"title": "가"}}, "cba"),
    ],
)
def test_programmes_stand_by_order_then_mark_then_period_then_title(
    values: dict[str, dict[str, object]], expected: str, maru: Path
) -> None:
    for path in (maru / "programs").glob("*.md"):
        front = path.read_text(encoding="utf-8")
        path.unlink()
    for id, fields in values.items():
        lines = [f"{key}: {value}" for key, value in {"title": id, **fields}.items()]
        said = re.sub(r"(?m)^(mark|title|start|end): .*\n", "", front)
        (maru / "programs" / f"{id}.md").write_text(
            said.replace("---\n", "---\n" + "\n".join(lines) + "\n", 1), "utf-8"
        )
    (maru / "visits" / "hansol.yml").unlink(missing_ok=True)
    from guidebook.load.content import load_content

    assert "".join(program.id for program in load_content(maru).catalogue.programs) == expected


@given(st.lists(st.from_regex(SOUND, fullmatch=True), unique=True, max_size=30), st.sampled_from(("numbers", "none")))
def test_emblems_follow_the_order_whatever_the_signs_are(signs: list[str], chosen: str) -> None:
    programs = [programme(f"p{number}", mark=sign) for number, sign in enumerate(signs)]
    assert [*emblems_of(programs, "marks").values()] == signs
    others = [*emblems_of(programs, chosen).values()]  # type: ignore[arg-type]
    assert others == ([str(place) for place in range(1, len(signs) + 1)] if chosen == "numbers" else [""] * len(signs))
    assert all(not set(sign) & set("\"'\\<>&{};") for sign in signs)
