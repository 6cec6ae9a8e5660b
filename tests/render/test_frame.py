"""What stands around every page: the menu, the foot, and where the page really lives."""

from __future__ import annotations

from pathlib import Path

from guidebook.cli import main
from guidebook.publish.pipeline import edition_of, examine
from guidebook.render.frame import frame
from tests.conftest import Change


def test_a_page_for_the_foot_is_not_in_the_menu(maru: Path, change: Change) -> None:
    change("pages/visit.md", "order: 4\n", "order: 4\nfooter: true\n")
    catalogue, _ = examine(maru)
    made = frame(edition_of(catalogue.public(), None, None))
    assert ("visit/", "마루군 찾아오기") in made.links
    assert "visit/" not in dict(made.menu)
    assert "index/" in dict(made.links)


def test_pages_name_the_address_where_they_live_and_signposts_do_not(maru: Path, tmp_path: Path) -> None:
    site, output = maru / "site.yml", tmp_path / "output"
    site.write_text(site.read_text(encoding="utf-8") + "base_url: https://example.org/maru/\n", encoding="utf-8")
    assert main(["--content", str(maru), "--output", str(output), "--site-only"]) == 0
    fort = (output / "site" / "sites" / "old-fort" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/maru/sites/old-fort/">' in fort
    assert "canonical" not in (output / "site" / "q" / "old-fort" / "index.html").read_text(encoding="utf-8")
    report = (output / "site" / "programs" / "river-path" / "index.html").read_text(encoding="utf-8")
    assert (
        "마루 기록 모임, 「주민이 강길을 내다」, 마루군 마을자치 길잡이, 2026. 11. 2., https://example.org/maru/programs/river-path/"
        in report
    )
