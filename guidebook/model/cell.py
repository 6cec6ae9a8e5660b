"""Makes cells of spreadsheets harmless: text that a spreadsheet would run as a formula is quoted."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with; East Asian editions take the wide signs too."""


def harmless(cell: str) -> str:
    """The cell as text: an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
