"""`--edition`: the print formats that the checkout's templates have, read when the option is used.

Separate, because `--copies` names formats too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from guidebook.books.print_formats import ALL, USUAL, format_ids
from guidebook.cli.paths import checkout
from guidebook.model.print_format import SCREEN


def edition_ids() -> tuple[str, ...]:
    """Every format, in the order in which they are made."""
    return format_ids(checkout() / "templates")


def printed_ids() -> tuple[str, ...]:
    """Formats that somebody prints."""
    return tuple(id for id in edition_ids() if id != SCREEN)


def chosen(wanted: Sequence[str]) -> tuple[str, ...]:
    """The formats that are made where `wanted` was asked for."""
    return edition_ids() if ALL in wanted else tuple(dict.fromkeys(wanted)) or USUAL


class EditionId(click.ParamType[Any]):
    """The id of a format, or `all`. Wrong ones are told as click tells of choices."""

    name = "edition"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id, if there is such a format."""
        return str(self._choice().convert(value, param, ctx))

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """What `--help` shows: all that can be written."""
        return self._choice().get_metavar(param, ctx)

    def _choice(self) -> click.Choice[str]:
        return click.Choice((*edition_ids(), ALL))
