"""Definition lists: a term in one line, then its meaning in lines that begin with `: `."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

MARK = ": "


def read_definitions(reader: MarkdownIt) -> None:
    """Read a line whose next one begins with `: ` as a term."""
    reader.block.ruler.before("paragraph", "definitions", _definitions, {"alt": []})
    reader.block.ruler.before("paragraph", "meaning", _meaning, {"alt": ["paragraph", "list", "blockquote"]})


def _is_meaning(state: StateBlock, line: int, end: int) -> bool:
    if line >= end or not state.blkIndent <= state.sCount[line] < state.blkIndent + 4:
        return False
    start = state.bMarks[line] + state.tShift[line]
    return state.src.startswith(MARK, start) and bool(state.src[start + 1 : state.eMarks[line]].strip())


def _is_term(state: StateBlock, line: int, end: int) -> bool:
    """Whether the line is one of text whose meaning follows."""
    return (
        line < end
        and not state.isEmpty(line)
        and state.sCount[line] >= state.blkIndent
        and not _is_meaning(state, line, end)
        and _is_meaning(state, line + 1, end)
    )


def _meaning(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Inside a definition list the next meaning or term ends the paragraph of the meaning before."""
    if not silent or state.ddIndent < 0 or state.sCount[start] >= state.blkIndent:
        return False
    return any(
        line < end and state.src.startswith(MARK, state.bMarks[line] + state.tShift[line])
        for line in (start, start + 1)
    )


def _definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent or not _is_term(state, start, end):
        return False
    opening = state.push("dl_open", "dl", 1)
    opening.map = [start, start]
    line = start
    while _is_term(state, line, end):
        _text(state, "dt", line)
        line += 1
        while _is_meaning(state, line, end):
            line = _read_meaning(state, line, end)
        line = _next_term(state, line, end)
    state.push("dl_close", "dl", -1)
    while line > start and state.isEmpty(line - 1):
        line -= 1
    opening.map = [start, line]
    state.line = line
    return True


def _next_term(state: StateBlock, line: int, end: int) -> int:
    following = state.skipEmptyLines(line)
    return following if _is_term(state, following, end) else line


def _text(state: StateBlock, tag: str, line: int) -> None:
    state.push(f"{tag}_open", tag, 1).map = [line, line + 1]
    inline = state.push("inline", "", 0)
    inline.content = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    inline.map, inline.children = [line, line + 1], []
    state.push(f"{tag}_close", tag, -1)


def _read_meaning(state: StateBlock, start: int, end: int) -> int:
    """Read one meaning with all that stands below its text; returns the line after it."""
    saved_state = (
        state.tShift[start],
        state.sCount[start],
        state.blkIndent,
        state.ddIndent,
        state.tight,
        state.parentType,
    )
    text = state.bMarks[start] + state.tShift[start] + len(MARK)
    text += len(state.src[text : state.eMarks[start]]) - len(state.src[text : state.eMarks[start]].lstrip())
    opening = state.push("dd_open", "dd", 1)
    position = len(state.tokens)
    state.tShift[start] = text - state.bMarks[start]
    state.blkIndent = state.ddIndent = state.sCount[start] + len(MARK)
    state.sCount[start] = state.blkIndent
    state.tight, state.parentType = True, "paragraph"
    state.md.block.tokenize(state, start, end)
    line = state.line
    state.tShift[start], state.sCount[start], state.blkIndent, state.ddIndent, state.tight, state.parentType = (
        saved_state
    )
    paragraphs = [token for token in state.tokens[position:] if token.type in ("paragraph_open", "paragraph_close")]
    if len(paragraphs) == 2 and len(state.tokens) == position + 3:
        for token in paragraphs:
            token.hidden = True
    state.push("dd_close", "dd", -1)
    opening.map = [start, line]
    return line
