"""Design tokens as typed values, for what Python draws: maps, cards, icons, forms.

Whoever draws declares a dataclass of what it needs: the class says with which prefix its tokens begin, each field is
a token and its type the unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, TypeVar, get_args, get_origin, get_type_hints

import tinycss2

from guidebook.model.measures import Colour, Family, Millimetres, Pixels, Points, Size
from guidebook.model.site import Palette
from guidebook.render.design.tokens import CITY, DesignError, Tokens, substituted

UNITS: Mapping[Any, str] = {Points: "pt", Millimetres: "mm"}


class Look(Protocol):
    """A dataclass whose fields are tokens: `ink` with the prefix `drawn-map` is `--drawn-map-ink`."""

    PREFIX: ClassVar[str]


L = TypeVar("L", bound=Look)


@dataclass(frozen=True, slots=True)
class Design:
    """The tokens with the colours of one city."""

    tokens: Tokens
    palette: Palette

    def text(self, name: str) -> str:
        """The value of a token as CSS: `design.text("screen-50")` is `50rem`."""
        return self._text(name, self.tokens.of_city(self.palette))

    def colour(self, name: str) -> Colour:
        """The colour that a token is."""
        return Colour(_typed(name, self.text(name), Colour))

    @property
    def greys(self) -> frozenset[str]:
        """The greys of the design, which a press prints with black alone."""
        return frozenset(self.colour(name[2:]) for name in self.tokens.own if name.startswith("--gray-"))

    def look(self, kind: type[L]) -> L:
        """The tokens of a dataclass."""
        values = self.tokens.of_city(self.palette)
        types = get_type_hints(kind)
        types.pop("PREFIX")
        named = {field: token_of(kind, field) for field in types}
        return kind(**{field: _typed(name, self._text(name, values), types[field]) for field, name in named.items()})

    def city(self) -> Mapping[str, str]:
        """The custom properties that the website has of the city's colours, in their order."""
        derived = [name for name in self.tokens.own if name.startswith(CITY)]
        return {name: self.text(name[2:]) for name in (f"{CITY}primary", *derived, f"{CITY}signal")}

    def _text(self, name: str, values: Mapping[str, str]) -> str:
        if f"--{name}" not in values:
            raise DesignError(f"--{name} is not in templates/tokens.css")
        written = substituted(f"var(--{name})", values)
        if "var(" in written:
            raise DesignError(f"--{name} needs what nobody defines: {written}")
        return written


def token_of(kind: type[Look], field: str) -> str:
    """The name of the token that a field of such a dataclass is."""
    return f"{kind.PREFIX}-{field.replace('_', '-')}"


def _typed(name: str, written: str, kind: Any) -> Any:
    """The value of a token in the type that its field asks for."""
    if get_origin(kind) is tuple:
        return tuple(_typed(name, part, get_args(kind)[0]) for part in written.split())
    if kind is Size:
        lengths = _typed(name, written, tuple[Points, ...])
        if len(lengths) == 2:
            return Size(*lengths)
    value = tinycss2.parse_one_component_value(written, skip_comments=True)
    if kind is Colour and value.type == "hash" and len(value.value) == 6:
        return Colour(written)
    if kind is Family:
        return Family(written.replace('"', ""))
    if kind is Pixels and value.type == "dimension" and value.unit == "px" and value.is_integer:
        return Pixels(value.int_value)
    if kind in UNITS and value.type == "dimension" and value.unit == UNITS[kind]:
        return value.value
    raise DesignError(f"--{name} is no {kind.__name__}: {written}")
