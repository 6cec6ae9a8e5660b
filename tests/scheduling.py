"""Begins with the files that take longest, so that at the end no core waits for another.

Used with `--dist loadfile --no-loadscope-reorder`, which hands files to the cores in the order of collection.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content_guard import CITY_TESTS, ROOT

LONGEST = (
    "tests/browser/test_axe.py",
    "tests/commands/test_all_visits.py",
    "tests/cms/test_editing.py",
    "tests/layout/test_tables.py",
    "tests/serve/test_serving.py",
    "tests/browser/test_pictures.py",
    "tests/load/test_hostile.py",
    "tests/commands/test_print_visits.py",
    "tests/commands/test_unchanged.py",
    "tests/commands/test_ci_review.py",
    "tests/serve/test_serving.py",
    "tests/commands/test_ci_pack.py",
    "tests/cms/test_editing.py",
    "tests/books/test_papers.py",
    "tests/layout/test_written_words.py",
    "tests/generated/test_check_means_build.py",
    "tests/test_recipes.py",
    "tests/commands/test_other_processes.py",
    "tests/books/test_visit_booklet.py",
    "tests/commands/test_print_editions.py",
    "tests/browser/test_layout.py",
    "tests/browser/test_spider.py",
    "tests/serve/test_in_a_browser.py",
    "tests/commands/test_pack.py",
    "tests/browser/test_keyboard.py",
    "tests/publishing/test_lost_page.py",
    "tests/web/test_body_files.py",
    "tests/output/test_swap.py",
    "tests/serve/test_booklet.py",
    "tests/serve/test_made_again.py",
    "tests/markdown/test_whole.py",
    "tests/books/test_pictures.py",
    "tests/markdown/test_cases.py",
    "tests/commands/test_print_booklets.py",
    "tests/browser/test_tables.py",
    "tests/test_imports.py",
    "tests/test_other_city.py",
    "tests/importers/reading/test_limits.py",
    "tests/publishing/test_nginx.py",
    "tests/web/test_assets.py",
    "tests/browser/test_policy.py",
    "tests/browser/test_offline.py",
    "tests/test_front_door.py",
    "tests/test_command_line.py",
    "tests/browser/test_questions.py",
)
"""In this order, behind the pages of the city in `content/`, which is built for them."""
OWN_PAGES, OWN_PACK = "test_pages.py", "test_heard.py"
"""Of that city: what begins, and what is made of a visit, for which the city has to be built."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by file; what is not named keeps its place behind."""
    ranks: dict[Path, float] = {ROOT / name: rank for rank, name in enumerate(LONGEST)}
    own = {OWN_PAGES: -1.0, OWN_PACK: len(LONGEST) / 2}

    def rank(item: pytest.Item) -> float:
        of_city = own.get(item.path.name) if item.path.is_relative_to(CITY_TESTS) else None
        return ranks.get(item.path, len(ranks)) if of_city is None else of_city

    items.sort(key=rank)
