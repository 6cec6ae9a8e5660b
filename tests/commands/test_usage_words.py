"""Whatever is left out or mistyped behind a command is told in Korean: one table of slips over all commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from guidebook.cli import COMMANDS, main
from guidebook.cli.clock import Day
from guidebook.cli.speaking import LazyCommand, SpeakingGroup

ENGLISH = re.compile(r"[A-Za-z]+[ :]\s*[a-z]+ [a-z]+|Missing|Choose|does not|is not|%Y|Invalid|Error|No such|metavar")
"""Three words in a row are no names of options or values, which commas part."""
UNKNOWN, BEYOND = "--no-such-option", "9" * 30


def _commands(
    lazy: dict[str, LazyCommand], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in lazy.items():
        loaded = command.load()
        yield (*above, name), loaded
        if isinstance(loaded, SpeakingGroup):
            yield from _commands(dict(loaded.lazy_commands), (*above, name))


def _slips() -> Iterator[tuple[str, ...]]:
    for names, command in _commands(COMMANDS):
        needed = [one for one in command.params if one.required]
        if not command.context_settings.get("ignore_unknown_options"):
            yield (*names, UNKNOWN)
        if needed:
            yield names
        for parameter in command.params:
            arguments = [part for one in needed for part in _given(one) if one is not parameter]
            if isinstance(parameter.type, click.Choice | Day | click.types.IntParamType | click.types.IntRange):
                wrong = (parameter.opts[-1], "x") if isinstance(parameter, click.Option) else ("x",)
                yield (*names, *arguments, *wrong)
            if isinstance(parameter.type, click.Path):
                option = (parameter.opts[-1],) if isinstance(parameter, click.Option) else ()
                yield from ((*names, *arguments, *option, wrong) for wrong in _wrong_paths(parameter.type))
            if isinstance(parameter.type, click.types.IntRange):
                yield (*names, *arguments, parameter.opts[-1], BEYOND)
            if isinstance(parameter, click.Option) and not parameter.is_flag:
                yield (*names, *arguments, parameter.opts[-1])
            if parameter.required and len(needed) > 1:
                yield (*names, *arguments)
        if not isinstance(command, click.Group) and not any(one.nargs == -1 for one in command.params):
            yield (*names, *(part for one in needed for part in _given(one)), *"1234")


def _wrong_paths(kind: click.Path[str]) -> Iterator[str]:
    here = Path(__file__)
    if not kind.dir_okay:
        yield str(here.parent)
    if not kind.file_okay:
        yield str(here)
    if kind.exists:
        yield str(here / "none")


def _given(parameter: click.Parameter) -> tuple[str, ...]:
    value = str(parameter.type.choices[0]) if isinstance(parameter.type, click.Choice) else "value"
    return (parameter.opts[-1], value) if isinstance(parameter, click.Option) else (value,)


SLIPS = tuple(dict.fromkeys(_slips()))


def test_all_commands_are_in_the_table() -> None:
    assert {slip[0] for slip in SLIPS} == set(COMMANDS)
    assert {slip[1] for slip in SLIPS if slip[0] == "import"} >= {"table", "hygiene", "tourapi", "boundaries"}


@pytest.mark.parametrize("slip", SLIPS, ids=" ".join)
def test_wrong_usage_is_told_in_korean(slip: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(slip) == 2
    said = capfd.readouterr().err
    told = said[said.index("오류: ") :]
    assert not ENGLISH.search(told), told
    usage = said.partition("\n")[0].removeprefix("사용법: ")
    assert not re.search(r"\b[A-Z]{2,}\b", usage.replace(UNKNOWN, "")), usage


def test_choices_are_listed_where_one_is_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "table", "file"]) == 2
    assert "--as. 쓸 수 있는 값: site, restaurant, guide, visit" in capfd.readouterr().err
    assert main(["new"]) == 2
    assert "종류. 쓸 수 있는 값: program, town," in capfd.readouterr().err
    assert main(["new", "castle"]) == 2
    assert "'KIND'" not in capfd.readouterr().err
