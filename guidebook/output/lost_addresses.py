"""Tells of printed addresses that the last output had and the new one lacks: a record was renamed or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guidebook.load.folders import shown
from guidebook.load.redirects import FILE
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import text
from guidebook.output.manifest import is_ours
from guidebook.render.addresses import PERMANENT
from guidebook.render.web.page import SitePage


def lost_addresses(output: Path, pages: Sequence[SitePage], content: Path) -> tuple[Diagnostic, ...]:
    """A warning for every `q/<id>/` of what lies in `output` that is not among `pages`."""
    folder = output / "site" / PERMANENT
    if not folder.is_dir() or not is_ours(output):
        return ()
    now = {page.path.removeprefix(PERMANENT).rstrip("/") for page in pages if page.path.startswith(PERMANENT)}
    lost = sorted({entry.name for entry in folder.iterdir() if entry.is_dir()} - now)
    return tuple(
        Diagnostic(
            Span(shown(content / FILE)),
            "lost-address",
            text("책에 인쇄된 주소 q/{id}/가 사라집니다.", id=id),
            text("파일 이름을 바꾸었다면 redirects.yml에 ‘{id}: 새이름’을 적으세요.", id=id),
            Severity.WARNING,
        )
        for id in lost
    )
