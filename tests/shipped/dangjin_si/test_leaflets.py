"""The leaflets of the city's five routes."""

from __future__ import annotations

from guidebook.model.catalogue import Catalogue
from tests.books.test_leaflets import shares_used
from tests.shipped.dangjin_si.conftest import Built


def test_they_have_two_to_four_pages_none_nearly_empty(built: Built, content: Catalogue) -> None:
    assert len(content.routes) == 5
    for route in content.routes:
        used = shares_used((built.output / "site" / "guidebook" / f"{route.id}.pdf").read_bytes())
        assert 2 <= len(used) <= 4
        assert min(used) > 0.5, route.id
