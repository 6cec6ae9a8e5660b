"""A kind of record that the engine does not have: a model of its fields, one entry, one template; all else follows."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from guidebook.check import check
from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.model.kinds import KINDS, MARKDOWN, Kind, Kinds, Listing
from guidebook.model.label import Label
from guidebook.model.picture import Picture
from guidebook.model.record import Searchable, Slug, Words
from guidebook.model.source import Note
from guidebook.model.text import Text
from guidebook.render.book.guidebook import manuscript
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import JOINER
from guidebook.render.web.navigation import menu, trail_of
from guidebook.render.web.page import SitePage
from guidebook.render.web.page_shell import page_shell
from guidebook.render.web.search import indexed, search_index
from guidebook.render.web.search_knowledge import knowledge
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES, ROOT
from tests.paths import PACKAGES


class Festival(Searchable):
    """`content/festivals/<id>.md`."""

    name: Annotated[Words, Label(Text("이름"), "축제의 이름", "등불 축제", "축제 쪽과 목록")]
    summary: Annotated[Words, Label(Text("요약"), "어떤 축제인지", "강에 등불을 띄웁니다.", "축제 목록")]
    town: Annotated[Slug, Label(Text("읍면동"), "열리는 읍면동", "gaon", "축제 쪽")]
    month: Annotated[int, Field(ge=1, le=12), Label(Text("달"), "열리는 달", "10", "축제 쪽", unit="월")]
    notes: Annotated[tuple[Note, ...], Label(Text("주석"), "본문에 붙이는 주석", shown="축제 쪽")] = ()
    pictures: Annotated[tuple[Picture, ...], Label(Text("사진"), "본문에 넣을 사진", shown="축제 쪽")] = ()
    body: Annotated[str, Label(Text("본문"), "마크다운으로 적는 글", shown="축제 쪽")] = ""


FESTIVAL = Kind(
    key="festival",
    model=Festival,
    folder="festivals",
    label=Text("축제"),
    order=("month",),
    suffix=MARKDOWN,
    title="name",
    pages="festivals/",
    template="festival",
    listing=Listing("festivals/", Text("축제"), menu=True),
    linked=True,
    indexed="name",
    searched=7,
    permanent=True,
    named_by=("festival",),
)
TEMPLATE = """{% set town = catalogue.town(record.town) %}
<header class="page-head"><h1>{{ record.name }}</h1>
<p>{{ label(record, "month") }} {{ record.month }}
<a href="{{ link("town", record.town) }}">{{ town.name }}</a></p></header>
{{ prose }}
"""
LANTERNS = """---
name: 등불 축제
summary: 강에 등불을 띄웁니다.
search: [유등]
town: gaon
month: 10
---
## 등불 띄우기

[가온면](town:gaon) 주민이 만든 등불을 띄웁니다.
"""
KIMCHI = LANTERNS.replace("등불 축제", "김장 잔치").replace("month: 10", "month: 3").replace("유등", "김치")
WITH_FESTIVALS = Kinds(*KINDS, FESTIVAL)


@pytest.fixture
def city(maru: Path) -> Path:
    return with_festivals(maru)


def with_festivals(maru: Path) -> Path:
    """마루군 with two festivals, to which its report and a former id lead."""
    (maru / "festivals").mkdir()
    (maru / "festivals" / "lanterns.md").write_text(LANTERNS, encoding="utf-8")
    (maru / "festivals" / "kimchi.md").write_text(KIMCHI, encoding="utf-8")
    with (maru / "programs" / "river-path.md").open("a", encoding="utf-8") as report:
        report.write("\n[등불 축제](festival:lanterns#등불-띄우기) 때 길을 엽니다.\n")
    (maru / "redirects.yml").write_text("old-lanterns: lanterns\n", encoding="utf-8")
    return maru


def examined(content: Path) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    loaded = load_content(content, WITH_FESTIVALS)
    return loaded.catalogue, (*loaded.diagnostics, *check(loaded.catalogue))


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> RenderContext:
    """The city with its festivals, ready to be rendered with one template more."""
    folder = tmp_path_factory.mktemp("festivals")
    shutil.copytree(CITIES / "maru", folder / "content")
    catalogue, diagnostics = examined(with_festivals(folder / "content"))
    assert not has_errors(diagnostics), diagnostics
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates", templates)
    (templates / "pages" / "festival.html.j2").write_text(TEMPLATE, encoding="utf-8")
    return context_of(catalogue.public(), templates, PACKAGES)


@pytest.fixture(scope="module")
def pages(edition: RenderContext) -> dict[str, SitePage]:
    return {page.path: page for page in site_pages(edition)}


def test_its_records_are_read_from_its_folder_in_its_order(city: Path) -> None:
    catalogue, _ = examined(city)
    assert [(festival.id, festival.month) for festival in catalogue.of(Festival)] == [("kimchi", 3), ("lanterns", 10)]
    assert "unknown-file" in {fault.code for fault in load_content(city).diagnostics}, "without the entry it is no kind"


def edited(city: Path, file: str, old: str, new: str) -> None:
    path = city / file
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new), encoding="utf-8")


LANTERN, KIMCHI_FILE, REPORT = "festivals/lanterns.md", "festivals/kimchi.md", "programs/river-path.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "said"),
    [
        (LANTERN, "month: 10", "month: 시월", "bad-number", "정수가 아닙니다"),
        (LANTERN, "month:", "mnth:", "unknown-key", "mnth"),
        (LANTERN, "town: gaon", "town: gaan", "unknown-town", "gaan"),
        (LANTERN, "town:gaon", "town:gaan", "unknown-link", "town:gaan"),
        (REPORT, "festival:lanterns", "festival:lantern", "unknown-link", "festival:lantern"),
        (REPORT, "#등불-띄우기", "#등불", "unknown-heading", "#등불"),
        (REPORT, "festival:lanterns", "../../festivals/lanterns/", "relative-link", "festivals/lanterns/"),
        (KIMCHI_FILE, "김장 잔치", "등불 축제", "same-title", "등불 축제"),
        (KIMCHI_FILE, "[김치]", "['—']", "search-word", "—"),
        (KIMCHI_FILE, "강에", "강에 010-2222-3333", "personal-data", ""),
    ],
)
def test_its_records_are_checked(city: Path, file: str, old: str, new: str, code: str, said: str) -> None:
    edited(city, file, old, new)
    told = {fault.code: str(fault.message) for fault in examined(city)[1]}
    assert said in told[code], told


@pytest.mark.parametrize(
    ("file", "name", "code"),
    [(LANTERN, "festivals/visit.md", "duplicate-id"), ("pages/visit.md", "pages/festivals.md", "reserved-id")],
)
def test_its_ids_and_its_folder_are_its_own(city: Path, file: str, name: str, code: str) -> None:
    (city / file).rename(city / name)
    assert code in {fault.code for fault in examined(city)[1]}


def test_a_name_in_the_place_of_its_id_is_answered_with_the_id(city: Path) -> None:
    edited(city, "festivals/lanterns.md", "town: gaon", "town: 가온면")
    (fault,) = [fault for fault in examined(city)[1] if fault.code == "bad-id"]
    assert "'gaon' 아이디" in str(fault.hint)


def test_each_has_a_page_and_together_they_have_a_list(pages: dict[str, SitePage]) -> None:
    page = pages["festivals/lanterns/"]
    assert "<h1>등불 축제</h1>" in page.body
    assert "<p>달 10" in page.body, "the label of the field"
    assert '<a href="../../towns/gaon/">가온면</a> 주민이 만든 등불' in page.body
    assert [heading.id for heading in page.headings] == ["등불-띄우기"]
    listed = pages["festivals/"]
    assert listed.title == "축제"
    assert listed.body.index('<a href="../festivals/kimchi/">김장 잔치</a>') < listed.body.index("등불 축제")


def test_they_are_linked_from_other_records_on_screen_and_on_paper(
    edition: RenderContext, pages: dict[str, SitePage]
) -> None:
    assert '<a href="../../festivals/lanterns/#등불-띄우기">등불 축제</a>' in pages["programs/river-path/"].body
    (report,) = [chapter for chapter in manuscript(edition).chapters if chapter.id == "program-river-path"]
    assert "등불 축제 때 길을 엽니다" in report.html.replace(JOINER, ""), (
        "the book has no festivals: the link is plain words"
    )


def test_they_stand_in_the_menu_where_their_entry_says(edition: RenderContext, pages: dict[str, SitePage]) -> None:
    assert menu(edition)[-1] == ("festivals/", "축제")
    assert trail_of(edition, "festivals/lanterns/")[-1] == ("festivals/", "축제")
    assert pages["festivals/lanterns/"].section == "festivals/"
    silent = Kinds(*KINDS, replace(FESTIVAL, listing=Listing("festivals/", Text("축제"))))
    unlisted = replace(edition, catalogue=replace(edition.catalogue, kinds=silent))
    assert "festivals/" not in dict(menu(unlisted))


def test_they_are_in_the_index_and_have_permanent_addresses(pages: dict[str, SitePage]) -> None:
    assert '<a href="../festivals/lanterns/">등불 축제</a> <span class="quiet">축제</span>' in pages["index/"].body
    for old in ("q/lanterns/", "q/old-lanterns/"):
        assert pages[old].redirect == "../../festivals/lanterns/"
    assert pages["festivals/old-lanterns/"].redirect == "../../festivals/lanterns/"


def test_search_finds_them_and_says_what_they_are(edition: RenderContext, pages: dict[str, SitePage]) -> None:
    data = json.loads(search_index(indexed(pages.values()), knowledge(edition)))
    assert ["festivals/lanterns/", "등불 축제", 7, "유등"] in data["pages"]
    assert page_shell(edition).kinds[7] == "축제"


def test_the_engine_itself_knows_no_festival() -> None:
    assert "festival" not in {kind.key for kind in KINDS}
    assert not has_errors(load_content(CITIES / "maru").diagnostics)
