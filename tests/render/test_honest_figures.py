"""What would mislead is not shown: bars under a total that is not their sum, a telephone that nobody vouches for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.export.downloads import data_files
from guidebook.plan.spot import spot_of_place
from guidebook.plan.visiting import plan_visit
from guidebook.render.book.program import program_chapter
from guidebook.render.book.tour import places_chapter
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.visit.messages import message
from guidebook.render.web.search_knowledge import knowledge
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES

APART = re.compile(r'<p class="small counted-apart">(.*?)</p>', re.S)
TOTAL = re.compile(r'<p class="total">(.*?)</p>', re.S)
DOUBTED = "043-222-2100"
"""Only a blog has it."""


def edition(content: Path) -> RenderContext:
    return context_of(examine(content)[0].public(), TEMPLATES, PACKAGES)


def compared(content: Path) -> dict[str, str]:
    """The chapter, the page of a report and the page of all figures."""
    made = edition(content)
    pages = {page.path: page.body for page in site_pages(made)}
    chapter = program_chapter(made, made.catalogue.programs[0]).html.replace("\u2060", "")
    return {"book": chapter} | {path: pages[path] for path in pages if path in ("programs/river-path/", "figures/")}


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def write(content: Path, file: str, old: str, new: str) -> None:
    path = content / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")


def test_bars_never_stand_over_a_total_that_is_not_their_sum(maru: Path) -> None:
    made = compared(maru)
    assert len(made) == 3
    for name, html in made.items():
        assert not TOTAL.search(html), name
        (line,) = APART.findall(html)
        assert plain(line) == "막대의 합이 아니라 따로 집계한 수치: 보고의 합 5km (2024~2026년)", name
        # It is not theirs who counted the bars: their names come before it.
        assert html.index("table-source") < html.index("counted-apart"), name


def test_of_a_total_that_nobody_dates_it_is_not_said_why_it_differs(maru: Path) -> None:
    write(maru, "programs/river-path.md", "text: 5km, when: 2024~2026년", "text: 5km")
    for name, html in compared(maru).items():
        (line,) = APART.findall(html)
        assert plain(line) == "막대의 합과 다른 수치: 보고의 합 5km", name


def test_a_total_that_is_the_sum_of_its_bars_stands_under_them(maru: Path) -> None:
    write(maru, "programs/river-path.md", "value: 5, text: 5km", "value: 4, text: 4km")
    for name, html in compared(maru).items():
        assert not APART.search(html), name
        assert [plain(line) for line in TOTAL.findall(html)] == ["보고의 합 4km"], name


def everything(content: Path) -> str:
    """All pages, what search knows, the chapter of places, the data files and the letters."""
    made = edition(content)
    catalogue, words = made.catalogue, made.words
    visits = examine(content)[0].visits
    assert visits
    files = data_files(catalogue, made.site, words)
    letters = [message(visit, plan_visit(visit, catalogue), made.site, words) for visit in visits]
    return "\n".join(
        (
            *(page.body for page in site_pages(made)),
            repr(knowledge(made)),
            places_chapter(made).html,
            *(file.octets.decode() for file in files),
            *letters,
        )
    )


def test_a_doubted_telephone_is_nowhere_and_a_sure_one_is(maru: Path) -> None:
    assert DOUBTED in (maru / "sites" / "reed-village.yml").read_text(encoding="utf-8")
    assert DOUBTED not in everything(maru)
    write(maru, "sites/reed-village.yml", "kind: blog", "kind: official")
    assert everything(maru).count(DOUBTED) >= 5


@pytest.mark.parametrize("confirm", [(), ("phone",)])
def test_a_telephone_that_looks_wrong_is_doubted_whoever_has_it(confirm: tuple[str, ...]) -> None:
    catalogue = examine(CITIES / "maru")[0]
    museum = catalogue.place("river-museum")
    assert museum is not None
    asked = spot_of_place(museum.model_copy(update={"confirm": confirm}), catalogue)
    assert (asked.phone is None) == bool(confirm)


def test_a_guide_of_whom_it_is_doubtful_who_answers_has_no_telephone() -> None:
    guide = next(guide for guide in examine(CITIES / "dasom")[0].guides if guide.ask and guide.ask.phone)
    assert guide.telephone
    assert guide.model_copy(update={"confirm": ("ask",)}).telephone is None
