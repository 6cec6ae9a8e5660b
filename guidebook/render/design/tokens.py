"""Design tokens as text: read from `templates/tokens.css`, and written into style sheets in place of `var(--name)`.

Separate from `values`, which types them: here everything is CSS, in and out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import tinycss2

from guidebook.load.folders import shown
from guidebook.model.colour import mix, ramp
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.settings.showing import Palette
from guidebook.model.text import text

TOKENS = "tokens.css"
KRDS = "krds-uiux/resources/css/token/krds_tokens.css"
"""The tokens of the government's design system, below `node_modules`."""
PRINT_FONT = "--print-font"
"""The families that books are set in, the first that has a letter before the others."""
MIXED = ["ident", "ident", "literal", "hash", "literal", "hash", "percentage"]
"""What stands in a `color-mix(in srgb, #rrggbb, #rrggbb 40%)`."""
CITY = "--city-"
"""What tokens that depend on the city's colours begin with: the website keeps them as custom properties."""


class DesignError(Exception):
    """A token that is missing, malformed or defined by itself: a mistake in `templates/` or in our code."""

    def __init__(self, reason: str, file: Path | None = None, line: int = 0) -> None:
        super().__init__(reason)
        self.file, self.line = file, line
        """The style sheet with the mistake, where it is not that of the tokens."""


def design_fault(error: Exception, templates: Path) -> Diagnostic | None:
    """What is to be said of a mistake in a style sheet; nothing of any other error."""
    if not isinstance(error, DesignError):
        return None
    tokens = templates / TOKENS
    file = error.file or tokens
    return Diagnostic(
        Span(shown(file), error.line or _line_of(tokens, str(error).split(" ", 1)[0])),
        "style-sheet",
        text("디자인 파일을 처리할 수 없습니다: {reason}", reason=error),
        text("이 파일의 값을 바로잡은 뒤 다시 실행하세요. 이전에 만든 결과는 그대로 있습니다."),
    )


def _line_of(tokens: Path, name: str) -> int:
    """Where a token is defined; the first line where it is not."""
    lines = tokens.read_text("utf-8").split("\n") if tokens.is_file() else []
    return next((number for number, line in enumerate(lines, start=1) if line.strip().startswith(f"{name}:")), 1)


class TokenValues(Mapping[str, str]):
    """Values of tokens by name that know their hash: there are two thousand, and every value that is looked up asks."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = dict(values)
        self._hash = hash(frozenset(self._values.items()))

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, TokenValues) and self._hash == other._hash and self._values == other._values
        )


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens by name (`--space-75`), as they are declared."""

    own: Mapping[str, str]
    """Of `templates/tokens.css`."""
    krds: Mapping[str, str]
    modes: str
    """CSS for browsers: the colours that change with the reader's mode. Lines are where the file has them."""

    def on_screen(self, css: str) -> str:
        """A style sheet of the website with tokens written in. KRDS's and the city's stay custom properties."""
        return substituted(css, {name: value for name, value in self.own.items() if not name.startswith(CITY)})

    def on_paper(self, css: str) -> str:
        """A style sheet for paper with tokens written in, but for the city's colours and the page's measures."""
        return substituted(css, {**self.krds, **self.own})

    def of_city(self, palette: Palette) -> TokenValues:
        """All tokens, those that depend on the city's colours included."""
        steps = {f"{CITY}primary-{step}": colour for step, colour in ramp(palette.primary).items()}
        given = {f"{CITY}primary": palette.primary, f"{CITY}signal": palette.signal}
        return TokenValues({**self.krds, **steps, **given, **self.own})


def with_typeface(tokens: Tokens, family: str, own: bool) -> Tokens:
    """The tokens with one more family for print: before all others for a language of its `own`, else behind them."""
    families = tokens.own[PRINT_FONT]
    widened = f'"{family}", {families}' if own else f'{families}, "{family}"'
    return replace(tokens, own={**tokens.own, PRINT_FONT: widened})


def read_tokens(templates: Path, packages: Path) -> Tokens:
    """The tokens of the folder `templates`; KRDS's from `packages` (node_modules)."""
    return parsed_tokens((templates / TOKENS).read_text("utf-8"), (packages / KRDS).read_text("utf-8"))


@lru_cache(maxsize=4)
def parsed_tokens(tokens: str, krds: str) -> Tokens:
    """The tokens that the text of both files declares."""
    rules = _rules(tokens)
    if not rules:
        raise DesignError("no :root with tokens")
    first, *others = rules
    line = others[0].source_line - 1 if others else 0
    modes = "\n" * line + "\n".join(tokens.split("\n")[line:]) if others else ""
    system = {name: value for rule in _rules(krds) for name, value in _declared(rule).items()}
    return Tokens(_declared(first), system, modes)


def substituted(css: str, values: Mapping[str, str]) -> str:
    """`css` with every `var()` that `values` knows written in; what has become plain by that is worked out.

    That is `calc(-1 * 4pt)`, a length with its sign turned, and `color-mix()` of two `#rrggbb`.
    """
    return _substituted(css, values if isinstance(values, TokenValues) else TokenValues(values))


@lru_cache(maxsize=1024)
def _substituted(css: str, values: TokenValues) -> str:
    """Kept by content: a process asks for the same sheets and values with every context that it makes."""
    return str(tinycss2.serialize(_written(tinycss2.parse_component_value_list(css), values, ())))


def _rules(css: str) -> list[Any]:
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return [rule for rule in rules if rule.type != "at-rule" or rule.content]


def _declared(rule: Any) -> dict[str, str]:
    """The custom properties of a rule for `:root`; none of other rules."""
    if rule.type != "qualified-rule" or tinycss2.serialize(rule.prelude).strip() != ":root":
        return {}
    parts = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return {part.name: tinycss2.serialize(part.value).strip() for part in parts if part.type == "declaration"}


def _written(nodes: Sequence[Any], values: Mapping[str, str], within: tuple[str, ...]) -> list[Any]:
    return [piece for node in nodes for piece in _pieces(node, values, within)]


def _pieces(node: Any, values: Mapping[str, str], within: tuple[str, ...]) -> Iterator[Any]:
    """What stands in the place of a piece of CSS; `within` are the tokens in whose value it stands."""
    if node.type == "function":
        name = _named(node)
        if name in within:
            raise DesignError(f"{name} is defined by itself")
        if name in values:
            yield from _written(tinycss2.parse_component_value_list(values[name]), values, (*within, name))
            return
        node.arguments = _written(node.arguments, values, within)
        yield _worked_out(node)
        return
    if node.type in ("() block", "[] block", "{} block"):
        node.content = _written(node.content, values, within)
    yield node


def _named(function: Any) -> str:
    """The custom property that a `var()` without a fallback names; empty for other functions."""
    parts = _significant(function.arguments)
    return parts[0].value if function.lower_name == "var" and len(parts) == 1 and parts[0].type == "ident" else ""


def _worked_out(function: Any) -> Any:
    """The value of a `calc(-1 * length)` or a `color-mix()` of plain colours; else the function as it is."""
    parts = _significant(function.arguments)
    kinds = [part.type for part in parts]
    if function.lower_name == "calc" and kinds == ["number", "literal", "dimension"] and parts[0].value == -1:
        return tinycss2.parse_one_component_value(f"-{tinycss2.serialize(parts[2:])}")
    if function.lower_name == "color-mix" and kinds == MIXED:
        one, other = (f"#{parts[place].value}" for place in (3, 5))
        return tinycss2.parse_one_component_value(mix(one, other, parts[6].value / 100))
    return function


def _significant(nodes: Sequence[Any]) -> list[Any]:
    return [node for node in nodes if node.type not in ("whitespace", "comment")]
