"""A timed visit of the tiny city, and whole cities to make files of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.model.records.visit import Visit
from guidebook.model.site import Site
from guidebook.plan.itinerary import Itinerary
from guidebook.plan.visiting import plan_visit
from tests.conftest import CITIES


@dataclass(frozen=True)
class Planned:
    catalogue: Catalogue
    site: Site
    visit: Visit
    itinerary: Itinerary


@dataclass(frozen=True)
class City:
    catalogue: Catalogue
    site: Site


def planned(root: Path) -> Planned:
    catalogue = load_content(root).catalogue
    assert catalogue.site is not None
    (visit,) = catalogue.visits
    return Planned(catalogue, catalogue.site, visit, plan_visit(visit, catalogue))


def read(root: Path) -> City:
    return published(load_content(root).catalogue)


def published(content: Catalogue) -> City:
    catalogue = content.public()
    assert catalogue.site is not None
    return City(catalogue, catalogue.site)


@pytest.fixture
def plan() -> Planned:
    return planned(CITIES / "maru")


@pytest.fixture(scope="session")
def small() -> City:
    """The tiny city."""
    return read(CITIES / "maru")


@pytest.fixture(scope="session")
def dasom() -> City:
    """The tiny city that has a little of everything."""
    return read(CITIES / "dasom")


@pytest.fixture(scope="session", params=["maru", "dasom"])
def city(request: pytest.FixtureRequest, small: City, dasom: City) -> City:
    """One after the other."""
    return small if request.param == "maru" else dasom
