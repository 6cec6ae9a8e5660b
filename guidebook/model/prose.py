"""The marks that bodies may use beyond plain Markdown; rules and renderer read them alike."""

from __future__ import annotations

import re

NOTE = re.compile(r"\[\^([^\[\]\s]{1,80})\]")
"""`[^id]`: points at a note of the same record."""

TABLE_CAPTION = re.compile(r"표 ?[:：] ?(?P<caption>\S.*)$")
"""The paragraph before a table; offices also write `표 : 제목`."""

TABLE_RULE = re.compile(r"^\s*(?:\|\s*)?:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*(?:\|\s*)?$")
"""The line of dashes under a table's head."""

BLOCK = re.compile(r"\[\[([^\[\]]*)\]\]$")
"""A line that asks for something made from the records: `[[routes]]`."""
