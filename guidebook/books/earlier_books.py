"""The PDFs that the last build left: plain `mkdocs` makes none, and links to these."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from guidebook.render.context import BookFile


def earlier_book(output: Path, place: str) -> BookFile | None:
    """The PDF that lies at `place` of the last build's site, if there is one."""
    file = output / "site" / place
    if not file.is_file():
        return None
    try:
        with pikepdf.open(file) as pdf:
            return BookFile(place, len(pdf.pages), file.stat().st_size)
    except (OSError, pikepdf.PdfError):  # damaged since: the next build makes it anew
        return None
