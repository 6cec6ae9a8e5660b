"""The city that every test here publishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.made_site import City, city_in


@pytest.fixture
def city(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> City:
    return city_in(tmp_path, capsys)
