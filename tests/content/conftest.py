"""The city's own content, read once."""

from __future__ import annotations

import pytest

from guidebook.load.content import Loaded, load_content
from guidebook.model.catalogue import Catalogue
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load_content(ROOT / "content")


@pytest.fixture(scope="session")
def content(loaded: Loaded) -> Catalogue:
    return loaded.catalogue
