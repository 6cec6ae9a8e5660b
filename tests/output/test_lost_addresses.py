"""Printed addresses outlive renamed records: `q/<id>/` leads on, also under a former id, and losing one is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.cli import main
from tests.conftest import Change


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def build(content: Path, output: Path) -> int:
    return main(["--content", str(content), "--output", str(output), "--site-only"])


def redirect_of(page: Path) -> str:
    """Where a written page leads at once, as a file of the site."""
    found = re.search(r'<meta http-equiv="refresh" content="0; url=([^"#]*)', page.read_text(encoding="utf-8"))
    assert found is not None
    return (page.parent / found[1] / "index.html").resolve().as_posix()


def test_every_public_record_has_an_address_that_leads_to_its_page(maru: Path, output: Path) -> None:
    assert build(maru, output) == 0
    site = output / "site"
    there = {
        "river-path": "programs/river-path",
        "gaon": "towns/gaon",
        "visit": "visit",
        "old-fort": "sites/old-fort",
        "ferry-table": "restaurants/ferry-table",
        "river-day": "routes/river-day",
        "museum-guide": "sites/river-museum",
    }
    for id, path in there.items():
        assert redirect_of(site / "q" / id / "index.html") == (site / path / "index.html").resolve().as_posix()
        assert (site / path / "index.html").is_file()
    assert not (site / "q" / "hansol").exists(), "a visit is private"


def test_a_redirect_is_a_page_to_read_where_nothing_redirects(maru: Path, output: Path) -> None:
    assert build(maru, output) == 0
    page = (output / "site" / "q" / "old-fort" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../../sites/old-fort/">옛 성터 페이지로 이동</a>' in page
    assert '<meta name="robots" content="noindex">' in page


def test_redirects_are_in_no_sitemap(maru: Path, output: Path) -> None:
    site = maru / "site.yml"
    site.write_text(site.read_text(encoding="utf-8") + "base_url: https://example.org/maru/\n", encoding="utf-8")
    assert build(maru, output) == 0
    assert "/q/" not in (output / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_losing_a_printed_address_is_told_and_a_line_brings_it_back(
    maru: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(maru, output) == 0
    (maru / "sites" / "old-fort.yml").rename(maru / "sites" / "fortress.yml")
    capsys.readouterr()
    assert build(maru, output) == 0
    said = capsys.readouterr().err
    assert "warning[lost-address] 책에 인쇄된 주소 q/old-fort/가 사라집니다." in said
    assert "‘old-fort: 새이름’" in said
    (maru / "redirects.yml").write_text("old-fort: fortress\n", encoding="utf-8")
    assert build(maru, output) == 0
    assert "lost-address" not in capsys.readouterr().err
    site = output / "site"
    for path in ("q/old-fort", "sites/old-fort", "q/fortress"):
        assert (
            redirect_of(site / path / "index.html") == (site / "sites" / "fortress" / "index.html").resolve().as_posix()
        )


def test_what_still_uses_a_former_id_is_told_the_new_one(
    maru: Path, output: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    (maru / "sites" / "reed-village.yml").rename(maru / "sites" / "reeds.yml")
    (maru / "redirects.yml").write_text("reed-village: reeds\n", encoding="utf-8")
    assert build(maru, output) == 1
    said = capsys.readouterr().err
    assert "error[unknown-site] 'reed-village' 장소를 찾을 수 없습니다." in said
    assert "'reed-village' 아이디는 'reeds'(갈대 체험마을) 아이디로 바뀌었습니다." in said


@pytest.mark.parametrize("nothing", ["", "\n", "# 아직 없습니다\n"])
def test_a_table_of_redirects_with_nothing_left_in_it_is_none(maru: Path, output: Path, nothing: str) -> None:
    (maru / "redirects.yml").write_text(nothing, encoding="utf-8")
    assert build(maru, output) == 0


def test_a_page_cannot_take_the_address_of_a_list_not_even_as_a_former_one(
    maru: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (maru / "redirects.yml").write_text("towns: visit\n", encoding="utf-8")
    assert build(maru, output) == 1
    assert "redirects.yml:1:1: error[reserved-id] 'towns' 이름은 누리집이 쓰는 주소입니다." in capsys.readouterr().err
    (maru / "redirects.yml").unlink()
    (maru / "pages" / "visit.md").rename(maru / "pages" / "routes.md")
    assert build(maru, output) == 1
    assert "routes.md:2:1: error[reserved-id]" in capsys.readouterr().err
