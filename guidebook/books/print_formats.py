"""The editions that books come in, read from `templates/print/formats/`: one file each, named after its edition."""

from __future__ import annotations

from pathlib import Path

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.print_format import PrintFormat, parsed
from guidebook.model.text import text

EDITIONS = ("screen", "office", "office-plain", "press", "large-print")
"""In the order in which they are made."""
USUAL = ("screen", "office")
"""What is made where nothing is asked for."""
ALL = "all"


def print_formats(wanted: tuple[str, ...], templates: Path) -> tuple[tuple[PrintFormat, ...], tuple[Diagnostic, ...]]:
    """The profiles asked for, in their order; `all` names every one, nothing the usual ones."""
    names = EDITIONS if ALL in wanted else tuple(name for name in EDITIONS if name in (wanted or USUAL))
    made, faults = [], []
    for name in names:
        path = templates / "print" / "formats" / f"{name}.toml"
        try:
            made.append(parsed(name, path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            faults.append(_unreadable(path, error))
    return tuple(made), tuple(faults)


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    return Diagnostic(
        Span(f"templates/print/formats/{path.name}"),
        "bad-profile",
        text("판의 설정을 읽을 수 없습니다: {error}", error=str(error).replace("\n", " ")[:200]),
        text("guidebook/model/print_format.py에 있는 이름과 값으로 고치세요."),
    )
