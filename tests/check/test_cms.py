"""The settings of the forms: a repository and its server, or a folder of the own computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.load.content import load_content


def faults(content: Path, settings: str) -> list[tuple[str, int]]:
    """Codes with their lines below `cms:`."""
    site = content / "site.yml"
    before = site.read_text(encoding="utf-8")
    site.write_text(before + settings, encoding="utf-8")
    loaded = load_content(content)
    found = (*loaded.diagnostics, *check(loaded.catalogue))
    return [(fault.code, fault.span.line - before.count("\n")) for fault in found]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("cms:\n  backend: local\n", []),
        ("cms:\n  backend: gitlab\n  repo: yeoul/content\n", []),
        ("cms:\n  backend: forgejo\n  host: https://git.example.org\n  repo: yeoul/content\n  app_id: 3f-6c\n", []),
        ("cms:\n  backend: github\n", [("no-repository", 2)]),
        ("cms:\n  backend: gitea\n  repo: yeoul/content\n", [("no-git-server", 2)]),
        ("cms:\n  backend: github\n  repo: yeoul/content\n  app_id: 3f6c\n", [("unused-application", 4)]),
        ("cms:\n  backend: gitea\n  host: http://git.example.org\n", [("bad-url", 3)]),
        ("cms:\n  backend: gitea\n  host: https://git.example.org; script-src *\n", [("bad-url", 3)]),
        ("cms:\n  backend: gitea\n  host: https://git.example.org:99999\n", [("bad-url", 3)]),
        ("cms:\n  backend: gitea\n  host: https://git.example.org:0\n", [("bad-url", 3)]),
        ("cms:\n  backend: gitlab\n  repo: ../../x\n", [("bad-repository", 3)]),
        ("cms:\n  backend: gitlab\n  repo: yeoul/../x\n", [("bad-repository", 3)]),
        ("cms:\n  backend: gitlab\n  repo: yeoul/office/content\n", []),
        ("cms:\n  backend: gitlab\n  host: https://git.example.org:65535\n  repo: yeoul/content\n", []),
        ("cms:\n  backend: github\n  repo: a/b/c\n", [("bad-repository", 3)]),
        (
            "cms:\n  backend: forgejo\n  host: https://git.example.org\n  repo: a/b/c\n",
            [("bad-repository", 4)],
        ),
        ("cms:\n  backend: gitea\n  hots: https://git.example.org\n", [("unknown-key", 3)]),
    ],
)
def test_settings(yeoul: Path, settings: str, expected: list[tuple[str, int]]) -> None:
    assert faults(yeoul, settings) == expected
