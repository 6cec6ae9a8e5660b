"""That the city of thirty pictures is one that may be built."""

from __future__ import annotations

import shutil
from pathlib import Path

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import has_errors
from tests.conftest import CITIES
from tests.look.photographs import COUNT, with_photographs


def test_a_city_with_thirty_pictures_passes_and_shows_them_at_records_of_every_kind(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CITIES / "dasom", content)
    assert with_photographs(content) == COUNT
    catalogue, faults = examine(content)
    assert not has_errors(faults)
    owners = [type(owner).__name__ for owner, _, _ in catalogue.pictures()]
    assert len(owners) == COUNT
    assert {"Program", "Route", "Place", "Town", "Page"} <= set(owners)
