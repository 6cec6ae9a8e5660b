"""A site in every language of the interface: with pages in English and without, with a known address and without."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.words import LOCALES
from tests.conftest import CITIES

LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
ADDRESS = "https://example.go.kr/village/"
HOME = """---
order: 1
title: A village guide
summary: Villages by a river.
---
Text in English.

[Naru](town:{town})
"""
TOUR = """---
order: 2
title: Day trips
name: Day trips
summary: Ways through the villages.
---
More text in English.
"""


def built(content: Path, output: Path, language: str) -> Path:
    assert main(["--lang", language, "--site-only", "--content", str(content), "--output", str(output)]) == 0
    return output / "site"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("city", "english", "address"),
    [("maru", True, None), ("maru", False, ADDRESS), ("yeoul", True, ADDRESS), ("yeoul", False, None)],
)
def test_a_site_is_whole_in_every_language(
    city: str, english: bool, address: str | None, language: str, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CITIES / city, content)
    if address:
        with (content / "site.yml").open("a", encoding="utf-8") as file:
            file.write(f"base_url: {address}\n")
    if english:
        town = min(path.stem for path in (content / "towns").iterdir())
        (content / "pages" / "en.md").write_text(HOME.format(town=town), encoding="utf-8")
        (content / "pages" / "en-tour.md").write_text(TOUR, encoding="utf-8")
    site = built(content, tmp_path / "output", language)
    assert (site / "en" / "index.html").is_file() == english
    assert (site / "en" / "tour" / "index.html").is_file() == english
    if english:
        page = (site / "en" / "tour" / "index.html").read_text(encoding="utf-8")
        assert '<html lang="en"' in page
        assert "Day trips" in (site / "en" / "index.html").read_text(encoding="utf-8"), "the menu of English pages"


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_larger_site_is_whole_in_every_language(language: str, tmp_path: Path) -> None:
    built(CITIES / "dasom", tmp_path / "output", language)
