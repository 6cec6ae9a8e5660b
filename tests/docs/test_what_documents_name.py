"""Commands, options, paths and names of files in the documents are those of the program.

What is read: README and `docs/ko/`, code spans, blocks of code and commands in ‘ ’. Where a document names what
everybody writes otherwise (`파일`, `<이름>`), it is looked at that such a thing can stand there, and not at its value.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from guidebook.books.office_files import ORDER, REGISTRATION
from guidebook.cli import COMMANDS, command_line
from guidebook.commands.handbook.making import PAPER_NAME
from guidebook.commands.office_lists import CALENDAR, DUE
from guidebook.load.assets import FOLDER as ASSETS
from guidebook.load.boundaries import FOLDER as MAP
from guidebook.load.content import SITE
from guidebook.load.redirects import FILE as REDIRECTS
from guidebook.model.kinds import KINDS
from guidebook.output.site_archive import NOTE
from guidebook.setup.needs import command_of
from tests.commands.packs import FILES
from tests.conftest import ROOT

DOCUMENTS = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs" / "ko").glob("*.md"))]
PROGRAM = re.compile(r"python3 (?:/\S+/)?build\.py(?P<rest>.*)|^(?P<name>guidebook)(?P<installed> .*)")
BLOCK = re.compile(r"^ *(?P<fence>```+|~~~+)[^\n]*\n(?P<code>.*?)^ *(?P=fence) *$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")
QUOTED = re.compile(r"‘(?P<code>python3 build\.py[^’]*)’")
PLACEHOLDER = re.compile(r"[가-힣…<>{}]")
IN_CHECKOUT = ("content/", "docs/", "templates/", "guidebook/", "tests/", ".ci/", "schemas/", "output/")

OF_SETUP = {
    "doctor": "the set-up answers it before there is a command line",
    "docs": "the installed command alone has it",
}
OPTIONS_OF_OTHERS = {
    "--network": "of docker and podman",
    "--nthreads": "of dask",
    "--nworkers": "of dask",
    "--no-dashboard": "of dask",
    "--no-deps": "of pip",
}
"""Options in code spans that are of other programs."""
MADE = {
    "output/": "what a build makes",
    "output/print/": "what is printed",
    "output/download/": ".ci/pack",
    f"output/print/{DUE}/": "`due`",
    "output/handbook/": "`handbook`",
    f"output/handbook/print/{PAPER_NAME}/": "`handbook`",
    "output/release/": ".ci/release",
    "output/portal/site/": "`portal`",
}
"""Folders that other commands than a build make, each with the command."""
NAMES = {
    *FILES,
    CALENDAR,
    *(f"{name}.{ending}" for name in (DUE, PAPER_NAME, ORDER, REGISTRATION) for ending in ("pdf", "hwpx", "txt")),
    NOTE,
    *("요약.md", "manifest.json", "guidebook.pdf"),
}
"""Files that commands make, by their name alone."""
PACK = re.compile(r"\d\d-\d\d_방문안내서_\d+판(?:\.zip)?")
AS_MADE = re.compile(r"[\w.-]*[가-힣][\w.-]*\.(?:pdf|hwpx|txt|ics|zip|md)")


class Named(NamedTuple):
    """Something in a document."""

    where: str
    words: str


def _without_blocks(text: str) -> str:
    return BLOCK.sub(lambda block: "\n" * block[0].count("\n"), text)


@cache
def spans() -> tuple[Named, ...]:
    """Code spans, with their lines."""
    return tuple(
        Named(f"{path.name}:{number}", found["code"].strip())
        for path in DOCUMENTS
        for number, line in enumerate(_without_blocks(path.read_text(encoding="utf-8")).splitlines(), start=1)
        for found in SPAN.finditer(line)
    )


@cache
def commands() -> tuple[Named, ...]:
    """All that stands behind the name of the program: in spans, in quotes, and in lines of blocks."""
    found = [Named(one.where, _behind_its_name(match)) for one in spans() if (match := PROGRAM.match(one.words))]
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        for block in BLOCK.finditer(text):
            where = f"{path.name}:{text.count(chr(10), 0, block.start()) + 1}"
            for line in block["code"].replace("\\\n", " ").splitlines():
                if match := PROGRAM.search(line):
                    found.append(Named(where, _before_remark(_behind_its_name(match))))
        found += [Named(path.name, one["code"].removeprefix("python3 build.py")) for one in QUOTED.finditer(text)]
    return tuple(found)


def _behind_its_name(match: re.Match[str]) -> str:
    """What stands behind the name of the program, which is that of one of its commands, too."""
    if not match["name"]:
        return match["rest"]
    installed = _before_remark(match["installed"])
    return installed if not fault_of(installed) else f"guidebook {installed}"


def _before_remark(words: str) -> str:
    """A command in a block, without what is said of it behind a gap or `#`."""
    return re.split(r"(?<=\S) {3,}(?=\S)|\s# |\s{2,}#", words.strip() or "")[0] if words.strip() else ""


def _tokens(words: str) -> list[str]:
    said = re.sub(r"^ {3,}.*", "", words)
    return shlex.split(said, comments=True)


def fault_of(words: str) -> str:
    """What is wrong with a command; empty where nothing is."""
    tokens = _tokens(words)
    if tokens and tokens[0] in OF_SETUP:
        return ""
    if tokens[:1] == ["--version"]:
        return ""
    two_words = " ".join(tokens[:2])
    if two_words in COMMANDS:
        tokens = [two_words, *tokens[2:]]
    command: click.Command = command_line
    context = click.Context(command, obj="ko")
    if not tokens or tokens[0].startswith("-"):
        tokens = [command_of(tokens), *tokens]
    while isinstance(command, click.Group) and tokens:
        name = tokens.pop(0)
        if PLACEHOLDER.search(name):
            return ""
        inner = command.get_command(context, name)
        if inner is None:
            return f"no command {name}"
        command, context = inner, click.Context(inner, parent=context, obj="ko")
    return _fault_of_arguments(command, context, tokens)


def _fault_of_arguments(command: click.Command, context: click.Context, tokens: Sequence[str]) -> str:
    options = {name: one for one in command.params for name in (*one.opts, *one.secondary_opts)}
    given, rest = [], list(tokens)
    while rest:
        token = rest.pop(0)
        name, equals, value = token.partition("=")
        if not token.startswith("-"):
            given.append(token)
        elif name in ("-h", "--help") or (token == "--" or command.context_settings.get("ignore_unknown_options")):
            continue
        elif name not in options or not isinstance(options[name], click.Option):
            return f"no option {name}"
        elif not options[name].is_flag:  # type: ignore[attr-defined]
            # An option with a value of its own may stand alone: `--rollback`.
            alone = isinstance(getattr(options[name], "flag_value", None), str)
            if not equals and (not rest or rest[0].startswith("-")):
                if alone:
                    continue
                return f"no value behind {name}"
            if fault := _fault_of_value(options[name], value if equals else rest.pop(0), context):
                return fault
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    if len(given) > len(arguments) and all(one.nargs == 1 for one in arguments):
        return f"too much: {given[len(arguments) :]}"
    pairs = zip(arguments, given, strict=False)
    return next((fault for one, value in pairs if (fault := _fault_of_value(one, value, context))), "")


def _fault_of_value(parameter: click.Parameter, value: str, context: click.Context) -> str:
    if PLACEHOLDER.search(value) or isinstance(parameter.type, click.Path | click.File):
        return ""
    try:
        for one in value.split("|"):
            parameter.type.convert(one, parameter, context)
    except click.ClickException as error:
        return error.format_message()
    return ""


def test_every_command_is_one_of_the_program_with_its_options() -> None:
    assert len(commands()) > 80
    wrong = [f"{one.where}: {one.words.strip()}: {fault}" for one in commands() if (fault := fault_of(one.words))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("check", ""),
        ("", ""),
        ("--site-only", ""),
        ("guidebook --edition office --copies large-print=3", ""),
        ("new 종류 아이디", ""),
        ("--content 폴더 --lang ko|en", ""),
        ("guidebok", "no command"),
        ("guidebook --editions office", "no option --editions"),
        ("guidebook --edition offce", "offce"),
        ("new town-hall", "town-hall"),
        ("import hygeine 목록.xlsx", "no command"),
        ("import table 표.csv --as hotel", "hotel"),
        ("guidebook --visit", "no value"),
        ("check now", "too much"),
    ],
)
def test_what_is_no_command_is_seen(words: str, fault: str) -> None:
    found = fault_of(words)
    assert fault in found
    assert bool(fault) is bool(found)


def _every_option(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from (name for one in command.params for name in one.opts)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from _every_option(inner, context)


def test_every_option_that_is_named_alone_is_one_of_some_command() -> None:
    known = set(_every_option(command_line, click.Context(command_line, obj="ko"))) | {"--help"}
    named = [(one, found[0]) for one in spans() for found in re.finditer(r"^--[a-z][a-z-]+", one.words)]
    assert len(named) > 30
    wrong = [f"{one.where}: {option}" for one, option in named if option not in known | set(OPTIONS_OF_OTHERS)]
    assert not wrong, "\n".join(wrong)
    assert known.isdisjoint(OPTIONS_OF_OTHERS), "it is our own by now"


def _paths() -> list[Named]:
    return [one for one in spans() if one.words.startswith(IN_CHECKOUT) and " " not in one.words]


def _is_there(path: str, built: Path) -> bool:
    if path.startswith("content/"):
        return _may_be_content(path.removeprefix("content/"))
    if path in MADE or re.fullmatch(r"output/print/[^/]+/?", path):
        return True
    root, inner = (built, path.removeprefix("output/")) if path.startswith("output/") else (ROOT, path)
    pattern = re.sub(r"<[^>]*>|…", "*", inner).rstrip("/")
    return any(True for _ in root.glob(pattern)) if "*" in pattern else (root / pattern).exists()


def _may_be_content(path: str) -> bool:
    """Whether a city may have it: what lies in which folder is the program's, which files there are the city's."""
    folder, _, name = path.partition("/")
    if not name:
        return folder in {"", SITE, REDIRECTS, "LICENSE.md", ASSETS, MAP, *(kind.folder for kind in KINDS)}
    kind = KINDS.in_folder(folder)
    return folder in (ASSETS, MAP) or (kind is not None and name.endswith(kind.suffix))


OF_A_LARGER_CITY = {"output/site/en/": "pages in English", "output/site/data/": "data of places and routes"}
"""What the tiny city of the test has nothing for."""


def test_every_path_is_there_or_is_made(built_yeoul: Path) -> None:
    named = _paths()
    assert len(named) > 40
    wrong = [
        f"{one.where}: {one.words}"
        for one in named
        if one.words not in OF_A_LARGER_CITY and not _is_there(one.words, built_yeoul)
    ]
    assert not wrong, "\n".join(wrong)
    assert not _is_there("guidebook/checks/", built_yeoul)
    assert not _is_there("output/site/guidebook/book.pdf", built_yeoul)
    assert not _is_there("content/programmes/", built_yeoul)


def test_every_exception_is_needed() -> None:
    named = {one.words for one in spans()}
    for table in (OPTIONS_OF_OTHERS, OF_A_LARGER_CITY):
        for words in table:
            assert any(one.startswith(words) or f" {words}" in one for one in named), words


def test_every_file_that_is_made_has_the_name_that_documents_say() -> None:
    named = [one for one in spans() if AS_MADE.fullmatch(one.words)]
    assert len(named) > 10
    wrong = [f"{one.where}: {one.words}" for one in named if one.words not in NAMES and not PACK.fullmatch(one.words)]
    assert not wrong, "\n".join(wrong)
