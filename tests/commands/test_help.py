"""The help of each command is in Korean from end to end: names of options and what they take apart."""

from __future__ import annotations

import re

import pytest

from guidebook.cli import main

COMMANDS = (
    "",
    "build",
    "check",
    "guidebook",
    "visits",
    "format",
    "import",
    "publish",
    "import hygiene",
    "import boundaries",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_how_a_command_is_used_is_said_in_korean(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help"]) == 0
    usage, *rest = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"사용법: python3 build\.py[a-z ]* \[옵션\]( 명령 \[인수\]\.\.\.| \[?파일\]?(\.\.\.)?)?", usage)
    assert not [line for line in rest if re.search(r"%[Ymd]|required|<=|INTEGER", line)]
