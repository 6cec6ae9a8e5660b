"""Begins with the files that take longest, so that at the end no core waits for another.

Used with `--dist loadfile --no-loadscope-reorder`, which hands files to the cores in the order of collection.
"""

from __future__ import annotations

import pytest

from tests.content_guard import CITY_TESTS, ROOT

LONGEST = (
    "tests/commands/test_all_visits.py",
    "tests/commands/test_print_visits.py",
    "tests/browser/test_axe.py",
    "tests/load/test_hostile.py",
    "tests/browser/test_pages.py",
    "tests/layout/test_tables.py",
    "tests/layout/test_written_words.py",
    "tests/browser/test_keyboard.py",
    "tests/generated/test_check_means_build.py",
    "tests/test_other_city.py",
    "tests/browser/test_spider.py",
    "tests/commands/test_print_editions.py",
    "tests/importers/test_limits.py",
    "tests/browser/test_questions.py",
    "tests/browser/test_offline.py",
)
"""In this order, behind the pages of the city in `content/`, which is built for them."""
OWN_PAGES = "test_pages.py"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by file; what is not named keeps its place behind."""
    ranks = {ROOT / name: rank for rank, name in enumerate(LONGEST)}

    def rank(item: pytest.Item) -> int:
        own = item.path.name == OWN_PAGES and item.path.is_relative_to(CITY_TESTS)
        return -1 if own else ranks.get(item.path, len(ranks))

    items.sort(key=rank)
