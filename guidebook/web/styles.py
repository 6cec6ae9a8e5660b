"""Prepares the style sheet: keeps only the design tokens that it uses, and removes comments and white space.

Separate from `assets`, because it is about CSS alone: strings in, strings out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text

TIGHT = frozenset("{};,")
"""Beside these, white space has no meaning."""
PAIRS = {"{} block": ("{", "}"), "[] block": ("[", "]"), "() block": ("(", ")")}
BLANK = ("comment", "whitespace")


def condensed(css: str) -> str:
    """`css` without comments and needless white space; strings stay as they are."""
    pieces: list[str] = []
    for piece in _pieces(tinycss2.parse_component_value_list(css)):
        if piece == " ":
            if pieces and pieces[-1] not in (" ", *TIGHT):
                pieces.append(piece)
            continue
        if piece in TIGHT and pieces and pieces[-1] == " ":
            pieces.pop()
        if piece == "}" and pieces and pieces[-1] == ";":
            pieces.pop()
        pieces.append(piece)
    return "".join(pieces).strip() + "\n"


def tokens_for(css: str, tokens: str) -> str:
    """The part of `tokens` that `css` uses, directly or through other tokens, under the same selectors."""
    rules = tinycss2.parse_stylesheet(tokens, skip_comments=True, skip_whitespace=True)
    needed: dict[str, set[str]] = {}
    for declaration in _declarations(rules):
        needed.setdefault(declaration.name, set()).update(name for _, name in _uses(declaration.value))
    used: set[str] = set()
    waiting = [name for _, name in _uses(tinycss2.parse_component_value_list(css))]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += needed.get(name, ())
    return "\n".join(_with_used(rule, used) for rule in rules)


def unknown_tokens(styles: Mapping[str, str], tokens: str) -> Iterator[Diagnostic]:
    """Tokens that our style sheets use and nobody defines: a browser would drop the line in silence."""
    parsed = {path: tinycss2.parse_component_value_list(css) for path, css in styles.items()}
    known = set(_definitions(tinycss2.parse_component_value_list(tokens)))
    known.update(*(_definitions(nodes) for nodes in parsed.values()))
    for path, nodes in parsed.items():
        for use, name in _uses(nodes):
            if name not in known:
                yield Diagnostic(
                    Span(path, use.source_line, use.source_column),
                    "unknown-token",
                    text("디자인 토큰 '{name}' 값이 정해져 있지 않습니다.", name=name),
                    text("templates/tokens.css나 KRDS에 있는 토큰 이름인지 확인하세요."),
                )


def unknown_pictures(styles: Mapping[str, str], names: Collection[str]) -> Iterator[Diagnostic]:
    """Files that our style sheets show and that do not lie among the site's pictures and fonts, which are `names`."""
    for path, css in styles.items():
        for use in _addresses(tinycss2.parse_component_value_list(css)):
            if not use.value.startswith(("data:", "#")) and use.value.rpartition("/")[2] not in names:
                yield Diagnostic(
                    Span(path, use.source_line, use.source_column),
                    "unknown-style-picture",
                    text("디자인 파일이 쓰는 '{name}' 파일이 없습니다.", name=use.value),
                    text("파일 이름을 확인하고, 그림은 templates/theme/img 폴더에 두세요."),
                )


def _addresses(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.type == "url":
            yield node
        yield from _addresses(getattr(node, "content", None) or getattr(node, "arguments", None) or ())


def _pieces(nodes: Sequence[Node]) -> Iterator[str]:
    """The tokens as text; a run of white space or a comment is one space."""
    for node in nodes:
        if node.type in BLANK:
            yield " "
        elif node.type in PAIRS:
            opening, closing = PAIRS[node.type]
            yield opening
            yield from _pieces(node.content)
            yield closing
        elif node.type == "function":
            yield f"{node.serialize().partition('(')[0]}("
            yield from _pieces(node.arguments)
            yield ")"
        else:
            yield node.serialize()


def _inner(node: Node) -> Sequence[Node]:
    """What a block or function holds; nothing for any other token."""
    return getattr(node, "content", None) or getattr(node, "arguments", None) or ()


def _uses(nodes: Sequence[Node]) -> Iterator[tuple[Node, str]]:
    """Every `var(--name)` with the name, however deep it stands."""
    for node in nodes:
        if node.type == "function" and node.lower_name == "var":
            name = next((part for part in node.arguments if part.type not in BLANK), None)
            if name is not None and name.type == "ident" and name.value.startswith("--"):
                yield node, name.value
        yield from _uses(_inner(node))


def _definitions(nodes: Sequence[Node]) -> Iterator[str]:
    """The name of every custom property that is declared, however deep."""
    significant = [node for node in nodes if node.type not in BLANK]
    for node, following in pairwise([*significant, None]):
        if node.type == "ident" and node.value.startswith("--") and following == ":":
            yield node.value
        yield from _definitions(_inner(node))


def _held(rule: QualifiedRule | AtRule) -> Sequence[Node]:
    """The declarations and rules of a rule."""
    held: Sequence[Node] = tinycss2.parse_blocks_contents(rule.content or (), skip_comments=True, skip_whitespace=True)
    return held


def _declarations(nodes: Sequence[Node]) -> Iterator[Declaration]:
    for node in nodes:
        if isinstance(node, Declaration):
            yield node
        elif isinstance(node, (QualifiedRule, AtRule)):
            yield from _declarations(_held(node))


def _with_used(node: Node, used: set[str]) -> str:
    """A rule with the declarations of `used` names only; nothing at all if none is left."""
    if isinstance(node, Declaration):
        return f"{node.name}:{tinycss2.serialize(node.value).rstrip()};" if node.name in used else ""
    if not isinstance(node, (QualifiedRule, AtRule)):
        return ""
    inside = "".join(_with_used(part, used) for part in _held(node))
    prelude = tinycss2.serialize(node.prelude).rstrip()
    selector = f"@{node.at_keyword}{prelude}" if isinstance(node, AtRule) else prelude
    return f"{selector}{{{inside}}}" if inside else ""
