"""The marks that bodies may use beyond plain Markdown; rules and renderer read them alike."""

from __future__ import annotations

import re

NOTE = re.compile(r"\[\^([^\]\s]+)\]")
"""`[^id]`: points at a note of the same record."""

LINK = re.compile(r"\]\((program|town|page):([^)\s]*)\)")
"""`[words](town:songak)`: a link to another record, right on screen and on paper."""

TABLE_CAPTION = re.compile(r"표: (?P<caption>\S.*)$")
"""The paragraph before a table."""

TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?\s*$")
"""The line of dashes under a table's head."""
