"""Wrong usage in the reader's words where click's own are put together in English: what is left out, parts by name.

Separate from the catalogue of click's sentences, which translates those that are whole.
"""

from __future__ import annotations

import click

from guidebook.cli.speaking import PIECES
from guidebook.words import catalogue, marked

NO_ARGUMENT = marked("꼭 적어야 하는 인수가 빠졌습니다: {name}.")
NO_OPTION = marked("꼭 적어야 하는 옵션이 빠졌습니다: {name}.")
CHOICES = marked("쓸 수 있는 값: {choices}")


def in_our_words(error: click.ClickException, language: str) -> click.ClickException:
    """The same fault, told without click's English; any other as it is."""
    if not isinstance(error, click.BadParameter) or error.param is None:
        return error
    words = catalogue(language).gettext
    parameter, name = error.param, _name(error.param, error.ctx)
    name = words(PIECES.get(name, name))
    if not isinstance(error, click.MissingParameter):
        return click.BadParameter(error.message, error.ctx, parameter, f"'{name}'")
    missing = NO_OPTION if isinstance(parameter, click.Option) else NO_ARGUMENT
    said = words(missing).format(name=name)
    if isinstance(parameter.type, click.Choice):
        said = f"{said} {words(CHOICES).format(choices=', '.join(map(str, parameter.type.choices)))}"
    return click.UsageError(said, error.ctx)


def _name(parameter: click.Parameter, context: click.Context | None) -> str:
    """An option as it is typed, an argument as the line of the usage has it."""
    if isinstance(parameter, click.Option) or context is None:
        return parameter.opts[-1]
    return parameter.make_metavar(context)
