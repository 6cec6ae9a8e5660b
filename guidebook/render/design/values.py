"""Design tokens as typed values, for what Python draws: maps, cards, icons, forms.

Whoever draws declares a dataclass of what it needs: the class says with which prefix its tokens begin, each field is
a token and its type the unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Protocol, TypeVar, get_args, get_origin, get_type_hints

import tinycss2

from guidebook.model.settings.showing import Palette
from guidebook.render.design.tokens import CITY, PRINT_FONT, DesignError, Tokens, TokenValues, substituted

Colour = Annotated[str, "colour"]
"""`#rrggbb`."""
Family = Annotated[str, "family"]
"""Names of typefaces, separated by commas."""
Points = Annotated[float, "pt"]
Millimetres = Annotated[float, "mm"]
Pixels = Annotated[int, "px"]


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a drawing, in points."""

    width: float
    height: float


class Look(Protocol):
    """A dataclass whose fields are tokens: `ink` with the prefix `drawn-map` is `--drawn-map-ink`."""

    PREFIX: ClassVar[str]


L = TypeVar("L", bound=Look)


@dataclass(frozen=True)
class Design:
    """The tokens with the colours of one city."""

    tokens: Tokens
    palette: Palette

    def written(self, name: str) -> str:
        """The value of a token as CSS: `design.written("screen-50")` is `50rem`."""
        if f"--{name}" not in self._values:
            raise DesignError(f"--{name} is not in templates/tokens.css")
        written = substituted(f"var(--{name})", self._values)
        if "var(" in written:
            raise DesignError(f"--{name} needs what nobody defines: {written}")
        return written

    def colour(self, name: str) -> Colour:
        """The colour that a token is."""
        return str(_typed(name, self.written(name), Colour))

    @property
    def families(self) -> tuple[str, ...]:
        """The typefaces that books are set in."""
        return tuple(family.strip().strip('"') for family in self.written(PRINT_FONT.removeprefix("--")).split(","))

    @property
    def greys(self) -> frozenset[str]:
        """The greys of the design, which a press prints with black alone."""
        return frozenset(self.colour(name[2:]) for name in self.tokens.own if name.startswith("--gray-"))

    def look(self, kind: type[L]) -> L:
        """The tokens of a dataclass."""
        if kind not in self._looks:
            types = get_type_hints(kind, include_extras=True)
            types.pop("PREFIX")
            names = {field: token_of(kind, field) for field in types}
            self._looks[kind] = kind(
                **{field: _typed(name, self.written(name), types[field]) for field, name in names.items()}
            )
        look: L = self._looks[kind]
        return look

    def city(self) -> Mapping[str, str]:
        """The custom properties that the website has of the city's colours, in their order."""
        derived = [name for name in self.tokens.own if name.startswith(CITY)]
        return {name: self.written(name[2:]) for name in (f"{CITY}primary", *derived, f"{CITY}signal")}

    @cached_property
    def _values(self) -> TokenValues:
        return self.tokens.of_city(self.palette)

    @cached_property
    def _looks(self) -> dict[type[Look], Any]:
        """Those that were asked for: a site has hundreds of maps."""
        return {}


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
        raise DesignError(f"--{name} is no width and height: {written}")
    meant = get_args(kind)[1]
    value = tinycss2.parse_one_component_value(written, skip_comments=True)
    if meant == "family":
        return written.replace('"', "")
    if meant == "colour" and value.type == "hash" and len(value.value) == 6:
        return written
    if value.type == "dimension" and value.unit == meant and (value.is_integer or meant != "px"):
        return value.int_value if meant == "px" else float(value.value)
    raise DesignError(f"--{name} is no {'colour' if meant == 'colour' else 'length in ' + meant}: {written}")
