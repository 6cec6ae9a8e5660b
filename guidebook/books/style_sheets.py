"""The style sheet of a book, read from `templates/print` with what it imports."""

from __future__ import annotations

from pathlib import Path

from guidebook.render.design.sheets import whole_sheet
from guidebook.render.design.values import Design


def print_css(templates: Path, name: str, design: Design) -> str:
    """The style sheet `templates/print/<name>.css` with what it imports and with design tokens written in."""
    return design.tokens.on_paper(whole_sheet(templates / "print" / f"{name}.css"))
