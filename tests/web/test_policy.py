"""Every built page begins with the policy and holds nothing that the policy would have to forgive."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.config import load_config

from guidebook.cli import mkdocs_hook
from guidebook.render.web.policy import DIRECTIVES, POLICY
from tests.conftest import ROOT
from tests.web.conftest import with_english


class Inline(HTMLParser):
    """What of a page is inline, and what its head begins with."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a browser would refuse."""
        values = dict(attrs)
        self.tags.append((tag, values))
        data = values.get("type") == "application/ld+json"
        if tag == "style" or (tag == "script" and "src" not in values and not data):
            self.faults.append(f"<{tag}>")
        self.faults += [name for name in values if name == "style" or name.startswith("on")]
        self.faults += [value for value in values.values() if value and value.strip().lower().startswith("javascript:")]


@pytest.fixture
def of_reports(yeoul: Path, tmp_path: Path) -> Path:
    """The website of a city that has reports alone."""
    with_english(yeoul, tmp_path / "output")
    return tmp_path / "output" / "site"


@pytest.mark.parametrize("city", ["site", "of_reports"])
def test_no_built_page_has_inline_code_or_styles(city: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(city)
    pages = sorted(site.rglob("*.html"))
    assert {"404.html", "en/index.html"} <= {page.relative_to(site).as_posix() for page in pages}
    for page in pages:
        seen = Inline()
        seen.feed(page.read_text(encoding="utf-8"))
        assert seen.faults == [], page
        html, head, policy = seen.tags[:3]
        assert (html[0], head[0], policy[0]) == ("html", "head", "meta")
        assert policy[1] == {"http-equiv": "Content-Security-Policy", "content": POLICY}, page


def test_the_policy_forgives_nothing() -> None:
    assert DIRECTIVES["default-src"] == "'none'"
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert "*" not in POLICY
    assert "data:" not in DIRECTIVES["script-src"] + DIRECTIVES["style-src"]


@pytest.mark.parametrize(("command", "policy"), [("build", POLICY), ("serve", "")])
def test_only_the_server_that_reloads_pages_goes_without(command: str, policy: str, maru: Path) -> None:
    mkdocs_hook.on_startup(command, dirty=False)
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(maru), hooks=[])
    assert mkdocs_hook.on_config(config).plugins["guidebook"].policy == policy
    mkdocs_hook.on_startup("build", dirty=False)
