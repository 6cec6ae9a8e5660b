"""Lists of programmes: told apart by their years where there are several, without a column of nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES, Change
from tests.paths import PACKAGES, TEMPLATES


def bodies(content: Path) -> dict[str, str]:
    context = context_of(load_content(content).catalogue.public(), TEMPLATES, PACKAGES)
    return {page.path: page.body for page in site_pages(context)}


@pytest.mark.parametrize(("city", "years"), [("yeoul", {"2023", "2025"}), ("dasom", set())])
def test_the_front_page_gives_the_years_where_there_are_several(city: str, years: set[str]) -> None:
    home = next(body for path, body in bodies(CITIES / city).items() if path in ("", "index.html"))
    assert set(re.findall(r"(\d+)년 자료 기준", home)) == years


def test_a_remark_that_no_programme_has_is_no_column(maru: Path, change: Change) -> None:
    page = maru / "pages" / "visit.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\n## 사업\n\n[[program-table]]\n", encoding="utf-8")
    bare = table_of(bodies(maru))
    assert (bare.count("<th "), "특이사항" in bare) == (2 + 1, False)
    change("programs/river-path.md", "offer:", "claim: 도내 최초\noffer:")
    told = table_of(bodies(maru))
    assert (told.count("<th "), "특이사항" in told, "도내 최초" in told) == (3 + 1, True, True)


def table_of(pages: dict[str, str]) -> str:
    (table,) = re.findall(r'<table class="programs">.*?</table>', "".join(pages.values()), re.DOTALL)
    return str(table)
