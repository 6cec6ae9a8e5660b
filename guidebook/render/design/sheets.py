"""A style sheet of `templates/print` with the sheets that it imports in their place.

Its `@import`s are the list of what a kind of document is set with: designers read and change it there.
"""

from __future__ import annotations

from pathlib import Path

import tinycss2

from guidebook.render.design.tokens import DesignError


def whole_sheet(file: Path) -> str:
    """The text of `file`, and in the place of each `@import "other.css";` that of the other, which lies beside it."""
    pieces = []
    for rule in tinycss2.parse_stylesheet(file.read_text("utf-8")):
        if rule.type == "error":
            raise DesignError(f"{file.name}: {rule.message}", file, rule.source_line)
        if rule.type == "at-rule" and rule.lower_at_keyword == "import":
            pieces.append(whole_sheet(file.parent / _address(rule.prelude, file)))
        else:
            pieces.append(rule.serialize())
    return "".join(pieces)


def _address(prelude: list[tinycss2.ast.Node], file: Path) -> str:
    parts = [part for part in prelude if part.type not in ("whitespace", "comment")]
    if len(parts) != 1 or parts[0].type not in ("string", "url"):
        raise DesignError(f"{file.name}: @import takes one address and nothing else", file)
    return str(parts[0].value)
