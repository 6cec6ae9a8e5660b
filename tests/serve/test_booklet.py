"""The booklet of a visit beside the pages: made anew with the visit, and gone with the preview."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.cli.paths import CACHE_VARIABLE
from tests.own_cache import STEPS, furnished
from tests.serve.running import serving, whole

pytestmark = pytest.mark.usefixtures("no_waiting")


def test_a_booklet_is_made_anew_and_nothing_of_it_stays(maru: Path, tmp_path: Path) -> None:
    cache = furnished(tmp_path / "cache", STEPS)
    visit = maru / "visits" / "hansol.yml"
    a_day = visit.read_text(encoding="utf-8")
    visit.write_text(a_day.replace("route: river-day\n", "stops: [{hall: gaon, stay: 60}]\n"), encoding="utf-8")
    options = ("--visit", "hansol.yml", "--visit", "nobody")
    with serving(maru, tmp_path / "output", *options, **{CACHE_VARIABLE: str(cache)}) as preview:
        first = preview.until(lambda state: whole({**state, "errors": ""}) and not state["books"]["nobody"]["busy"])
        assert first["books"]["hansol"]["pages"] > 8
        assert not first["books"]["nobody"]["version"]
        assert "&#39;nobody&#39;" in preview.page("/_editor/over")
        assert preview.ask("/_editor/books/hansol/1.png").status == 200
        words = visit.read_text(encoding="utf-8")
        before = first["books"]["hansol"]["version"]
        visit.write_text(words.replace("한솔시", "한빛시"), encoding="utf-8")
        after = preview.until(lambda state: state["books"]["hansol"]["version"] != before)
        assert after["pages"] == first["pages"]
        (own,) = (cache / "serve").iterdir()
        assert own.stat().st_mode & 0o077 == 0
    assert list((cache / "serve").iterdir()) == []
    assert not (cache / "visits").exists()
    assert not (tmp_path / "output").exists()
