"""A timed visit of the tiny city."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.model.site import Site
from guidebook.model.visit import Visit
from guidebook.plan.itinerary import Itinerary, plan_visit
from tests.conftest import CITIES


@dataclass(frozen=True)
class Planned:
    catalogue: Catalogue
    site: Site
    visit: Visit
    itinerary: Itinerary


def planned(root: Path) -> Planned:
    catalogue = load_content(root).catalogue
    assert catalogue.site is not None
    (visit,) = catalogue.visits
    return Planned(catalogue, catalogue.site, visit, plan_visit(visit, catalogue))


@pytest.fixture
def plan() -> Planned:
    return planned(CITIES / "maru")
