"""The style sheet as text: which design tokens ours needs, and no more bytes than it takes.

Separate from `assets`, because it is about CSS alone: strings in, strings out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text

_STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(rf"({_STRING})|\s*([{{}};,])\s*|(\s+)", re.DOTALL)
_USE = re.compile(r"var\(\s*(--[\w-]+)")
_DEFINITION = re.compile(r"(--[\w-]+)\s*:")


@dataclass(frozen=True, slots=True)
class _Block:
    """`selector { … }`: declarations and blocks, in their order."""

    selector: str
    parts: tuple[str | _Block, ...]


def condensed(css: str) -> str:
    """`css` without comments and needless white space; strings stay as they are."""

    def shorter(match: re.Match[str]) -> str:
        return match[1] or match[2] or " "

    tight = _SPACE.sub(shorter, _without_comments(css))
    return tight.replace(";}", "}").strip() + "\n"


def tokens_for(css: str, tokens: str) -> str:
    """The part of `tokens` that `css` uses, directly or through other tokens, under the same selectors."""
    blocks = tuple(part for part in _parts(_without_comments(tokens)) if isinstance(part, _Block))
    values: dict[str, list[str]] = {}
    for name, value in _declarations(blocks):
        values.setdefault(name, []).append(value)
    used: set[str] = set()
    waiting = _USE.findall(_without_comments(css))
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += [needed for value in values.get(name, ()) for needed in _USE.findall(value)]
    return "\n".join(_written(block, frozenset(used)) for block in blocks)


def unknown_tokens(styles: Mapping[str, str], tokens: str) -> Iterator[Diagnostic]:
    """Tokens that our style sheets use and nobody defines: a browser would drop the line in silence."""
    known = set(_DEFINITION.findall(_without_comments(tokens)))
    known.update(*(_DEFINITION.findall(_without_comments(css)) for css in styles.values()))
    for path, css in styles.items():
        for match in _USE.finditer(_blanked(css)):
            if match[1] not in known:
                line = css.count("\n", 0, match.start()) + 1
                column = match.start() - css.rfind("\n", 0, match.start())
                yield Diagnostic(
                    Span(path, line, column),
                    "unknown-token",
                    text("디자인 토큰 '{name}' 값이 정해져 있지 않습니다.", name=match[1]),
                    text("templates/tokens.css나 KRDS에 있는 토큰 이름인지 확인하세요."),
                )


def _without_comments(css: str) -> str:
    return _COMMENT.sub(lambda match: match[1] or " ", css)


def _blanked(css: str) -> str:
    """`css` with its comments as white space, so that positions stay."""
    return _COMMENT.sub(lambda match: match[1] or re.sub(r"[^\n]", " ", match[0]), css)


def _parts(css: str) -> tuple[str | _Block, ...]:
    """What stands in a block or a file, comments gone: declarations, statements and blocks."""
    stack: list[tuple[str, list[str | _Block]]] = [("", [])]
    pending = ""
    for match in re.finditer(rf"{_STRING}|[{{}};]|[^{{}};\"']+", css):
        piece = match[0]
        if piece == "{":
            stack.append((pending.strip(), []))
        elif piece in ";}":
            if pending.strip():
                stack[-1][1].append(pending.strip())
            if piece == "}" and len(stack) > 1:
                selector, parts = stack.pop()
                stack[-1][1].append(_Block(selector, tuple(parts)))
        else:
            pending += piece
            continue
        pending = ""
    return tuple(stack[0][1])


def _declarations(parts: tuple[str | _Block, ...]) -> Iterator[tuple[str, str]]:
    for part in parts:
        if isinstance(part, _Block):
            yield from _declarations(part.parts)
        else:
            name, _, value = part.partition(":")
            yield name.strip(), value.strip()


def _written(block: _Block, used: frozenset[str]) -> str:
    """`block` with the declarations of `used` names only; nothing at all if none is left."""
    kept = [
        _written(part, used) if isinstance(part, _Block) else f"{part};"
        for part in block.parts
        if isinstance(part, _Block) or part.partition(":")[0].strip() in used
    ]
    inside = "".join(kept)
    return f"{block.selector}{{{inside}}}" if inside else ""
