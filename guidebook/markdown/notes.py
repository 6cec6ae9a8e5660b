"""Parses `[^id]`, the reference to a note of the same record."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from guidebook.model.prose import NOTE

REFERENCE = "note_reference"
"""The type of its token; `meta["id"]` names the note."""


def read_notes(reader: MarkdownIt) -> None:
    """Read `[^id]` before links are looked for."""
    reader.inline.ruler.before("link", "note", _note)


def _note(state: StateInline, silent: bool) -> bool:
    match = NOTE.match(state.src, state.pos) if state.src.startswith("[^", state.pos) else None
    if not match:
        return False
    if not silent:
        token = state.push(REFERENCE, "", 0)
        token.meta = {"id": match[1]}
        token.content = match[0]
    state.pos = match.end()
    return True
