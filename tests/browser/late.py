"""What a page loads, held back until the page has been painted without it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route


class Late:
    """Requests of a page that match `pattern`: they wait until `come`."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._held: list[Route] = []
        self._coming = False
        page.route(pattern, self._asked)

    def _asked(self, route: Route) -> None:
        if self._coming:
            route.continue_()
        else:
            self._held.append(route)

    def come(self) -> int:
        """Let them load, now and from now on; how many had been asked for."""
        self._coming = True
        for route in self._held:
            route.continue_()
        return len(self._held)


@contextmanager
def coming_late(page: Page, pattern: str) -> Iterator[Late]:
    """Hold them back until the block ends or lets them come. Nothing is taken from the browser's cache meanwhile."""
    yield Late(page, pattern)
    page.unroute_all()
