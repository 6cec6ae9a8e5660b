"""Pictures of pages for who looks through a proposal: of the folder that is named, however its path is written."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from guidebook.web.page_pictures import page_pictures


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "site" / "index.html").write_text("<title>가</title><p>나", encoding="utf-8")
    return tmp_path / "other" / ".." / "site"


def test_a_folder_may_be_named_by_way_of_another(pages: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests has a loop in this thread
        taken = apart.submit(page_pictures, [(pages, "index.html"), (pages, "none.html")]).result()
    assert taken is not None
    (tmp_path / "page.jpg").write_bytes(taken[pages, "index.html"])
    with Image.open(tmp_path / "page.jpg") as picture:
        assert picture.width > 500
    assert (pages, "none.html") not in taken, "what does not open has no picture, and the others have theirs"
