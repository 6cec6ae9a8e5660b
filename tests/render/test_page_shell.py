"""What stands around every page: the menu, the foot, and where the page really lives."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.render.new_context import context_of
from guidebook.render.web.page_shell import page_shell
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES, Change
from tests.paths import PACKAGES, TEMPLATES
from tests.sharing import made_once


def test_a_page_for_the_foot_is_not_in_the_menu(maru: Path, change: Change) -> None:
    change("pages/visit.md", "order: 4\n", "order: 4\nfooter: true\n")
    catalogue, _ = examine(maru)
    made = page_shell(context_of(catalogue.public(), TEMPLATES, PACKAGES))
    assert ("visit/", "마루군 찾아오기") in made.links
    assert "visit/" not in dict(made.menu)
    assert "index/" in dict(made.links)


def test_pages_name_the_address_where_they_live_and_redirects_do_not(maru_site: Path) -> None:
    fort = (maru_site / "sites" / "old-fort" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/maru/sites/old-fort/">' in fort
    assert "canonical" not in (maru_site / "q" / "old-fort" / "index.html").read_text(encoding="utf-8")
    report = (maru_site / "programs" / "river-path" / "index.html").read_text(encoding="utf-8")
    assert (
        "마루 기록 모임, 「주민이 강길을 내다」, 마루군 마을자치 길잡이, 2026. 11. 2., https://example.org/maru/programs/river-path/"
        in re.sub("</?span[^>]*>", "", report)
    )


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An official site without an address, to which mistakes can be told."""

    def make(folder: Path) -> None:
        content = folder / "content"
        shutil.copytree(CITIES / "maru", content)
        site = (content / "site.yml").read_text(encoding="utf-8").replace("name: 마루 기록 모임", "name: 마루군", 1)
        more = "official: true\nlicence: kogl-1\nreport: mailto:maru@example.org?subject={page}\n"
        (content / "site.yml").write_text(site + more, encoding="utf-8")
        assert main(["--content", str(content), "--output", str(folder / "output"), "--site-only"]) == 0

    return made_once(tmp_path_factory, "official-site", make) / "output" / "site"


def test_an_official_site_shows_masthead_and_identifier_in_their_order(official: Path) -> None:
    home = (official / "index.html").read_text(encoding="utf-8")
    order = ['class="skip"', "대한민국 공식 전자정부 누리집", "<header", "<main", "<footer", "마루군에서 운영하는"]
    places = [home.index(sign) for sign in order]
    assert places == sorted(places)
    assert '<a href="https://www.kogl.or.kr/info/license.do" rel="license">공공누리 제1유형</a>' in home
    assert "견본" not in home


def test_a_sample_never_looks_official(maru_site: Path) -> None:
    home = (maru_site / "index.html").read_text(encoding="utf-8")
    assert "전자정부" not in home
    assert "에서 운영하는 누리집" not in home
    assert "공공누리" not in home


def test_a_mistake_is_told_with_the_page_it_stands_on(official: Path) -> None:
    fort = (official / "sites" / "old-fort" / "index.html").read_text(encoding="utf-8")
    assert 'href="mailto:maru@example.org?subject=/sites/old-fort/">이 페이지의 오류 알리기</a>' in fort


def test_a_certificate_is_shown_while_it_holds(maru: Path, change: Change) -> None:
    asked = "published: 2026-11-02"
    change("site.yml", asked, f"certificate: {{body: 마루 인증원, number: 가-1, until: 2026-11-02}}\n{asked}")
    change("pages/visit.md", "order: 4\n", "order: 4\nfooter: true\n")
    change("pages/visit.md", "[[routes]]", "[[accessibility]]\n\n[[routes]]")

    def shown() -> str:
        catalogue, _ = examine(maru)
        pages = site_pages(context_of(catalogue.public(), TEMPLATES, PACKAGES))
        return next(str(page.body) for page in pages if page.path == "visit/")

    assert "마루 인증원, 가-1" in shown()
    change("site.yml", "until: 2026-11-02", "until: 2026-11-01")
    assert "마루 인증원" not in shown()
    assert "인증)을 받지 않았습니다" in shown()
