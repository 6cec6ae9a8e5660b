"""Begins with the files that take longest, so that at the end no core waits for another.

Used with `--dist loadfile --no-loadscope-reorder`, which hands files to the cores in the order of collection.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content_guard import CITY_TESTS, ROOT

LONGEST = (
    "tests/commands/test_all_visits.py",
    "tests/books/test_visit_booklet.py",
    "tests/layout/test_tables.py",
    "tests/browser/test_axe.py",
    "tests/commands/test_print_visits.py",
    "tests/commands/test_ci_pack.py",
    "tests/generated/test_check_means_build.py",
    "tests/browser/test_portal.py",
    "tests/commands/test_unchanged.py",
    "tests/commands/test_foreign_visits.py",
    "tests/commands/test_ci_review.py",
    "tests/browser/test_pictures.py",
    "tests/serve/test_serving.py",
    "tests/cms/test_editing.py",
    "tests/test_cities_of_three_kinds.py",
    "tests/commands/test_print_editions.py",
    "tests/setup/test_life_of_a_city.py",
    "tests/books/test_papers.py",
    "tests/commands/test_pack.py",
    "tests/serve/test_in_a_browser.py",
    "tests/web/test_body_files.py",
    "tests/layout/test_written_words.py",
    "tests/publishing/test_lost_page.py",
    "tests/load/test_hostile.py",
    "tests/serve/test_booklet.py",
    "tests/setup/test_wheel.py",
    "tests/commands/test_languages.py",
    "tests/test_other_city.py",
    "tests/browser/test_spider.py",
    "tests/browser/test_keyboard.py",
    "tests/books/test_lines.py",
    "tests/output/test_swap.py",
    "tests/importers/reading/test_limits.py",
    "tests/books/test_large_print.py",
    "tests/browser/test_search.py",
    "tests/test_recipes.py",
    "tests/serve/test_made_again.py",
    "tests/books/test_picture_pages.py",
    "tests/browser/test_in_a_folder.py",
    "tests/browser/test_layout.py",
    "tests/browser/test_offline.py",
    "tests/books/test_assembly.py",
    "tests/books/test_many_bars.py",
    "tests/commands/test_print_booklets.py",
    "tests/browser/test_policy.py",
    "tests/commands/test_other_processes.py",
    "tests/markdown/test_cases.py",
    "tests/browser/test_breaks.py",
    "tests/setup/test_healing.py",
    "tests/test_front_door.py",
    "tests/books/test_leaflets.py",
    "tests/commands/test_print_parts.py",
    "tests/markdown/test_whole.py",
    "tests/browser/test_tour.py",
    "tests/books/test_visit_papers.py",
    "tests/load/test_assets.py",
    "tests/test_imports.py",
    "tests/setup/test_first_run.py",
    "tests/books/test_many_programmes.py",
)
"""In this order, behind the pages of the city in `content/`, which is built for them."""
OWN_PAGES, OWN_PACK = "test_pages.py", "test_heard.py"
"""Of that city: what begins, and what is made of a visit, for which the city has to be built."""
BUILT = 8.5
"""The place in that order at which it is."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by file; what is not named keeps its place behind."""
    ranks: dict[Path, float] = {ROOT / name: rank for rank, name in enumerate(LONGEST)}
    own = {OWN_PAGES: -1.0, OWN_PACK: BUILT}

    def rank(item: pytest.Item) -> float:
        of_city = own.get(item.path.name) if item.path.is_relative_to(CITY_TESTS) else None
        return ranks.get(item.path, len(ranks)) if of_city is None else of_city

    items.sort(key=rank)
