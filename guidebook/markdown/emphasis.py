"""Where `*`, `_` and `~~` begin and end, so that a particle may follow at once: `**마을(Village)**의`, `_이유_는`.

CommonMark judges by spaces and punctuation, which fails where words are not parted from their particles.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

LONGEST = 300
"""Letters of an address up to a mark inside it, which begins nothing there: `https://example.go.kr/_a_/b`."""
_ENDS = frozenset(",.;:!?)]}/·…、。〉》」』’”%")
"""What no emphasis begins with."""
_CJK = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]")


def emphasise_korean(reader: MarkdownIt) -> None:
    """Use the rules of this module for `*`, `_` and `~~`."""
    reader.inline.ruler.at("emphasis", _emphasis)
    reader.inline.ruler.at("strikethrough", _deletion)


def _emphasis(state: StateInline, silent: bool) -> bool:
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    length, opens, closes = _run(state)
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = mark
        state.delimiters.append(Delimiter(ord(mark), length, len(state.tokens) - 1, -1, opens, closes))
    state.pos += length
    return True


def _deletion(state: StateInline, silent: bool) -> bool:
    if silent or not state.src.startswith("~~", state.pos):
        return False
    length, opens, closes = _run(state)
    token = state.push("text", "", 0)
    token.content = "~" * length
    if length == 2:
        state.delimiters.append(Delimiter(ord("~"), 0, len(state.tokens) - 1, -1, opens, closes))
    state.pos += length
    return True


def _run(state: StateInline) -> tuple[int, bool, bool]:
    """How many marks stand here, whether they can begin and whether they can end something."""
    start = end = state.pos
    mark = state.src[start]
    while end < state.posMax and state.src[end] == mark:
        end += 1
    before, after = state.src[start - 1] if start else " ", state.src[end] if end < state.posMax else " "
    opens, closes = flanks(before, after, mark)
    if mark == "*" and before.isalnum():  # names that are hidden in part: 김*수, 이*영; 김**, 이**
        opens = opens and end - start > 1 and after not in _ENDS
    if "://" in state.src[max(start - LONGEST, 0) : start].rpartition(" ")[2]:
        opens = False
    return end - start, opens, closes


def flanks(before: str, after: str, mark: str) -> tuple[bool, bool]:
    """Whether a run of marks between these letters can begin emphasis, and whether it can end it."""
    opens, closes = not after.isspace(), not before.isspace()
    if mark == "_":  # inside a word it is a letter of its name: file_name
        opens = opens and not before.isalnum()
        closes = closes and (not after.isalnum() or bool(_CJK.match(after)))
    if before.isdigit() and after.isdigit():  # 5*3
        return False, False
    return opens, closes
