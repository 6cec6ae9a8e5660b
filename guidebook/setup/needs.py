"""Which command needs what, so that the first run installs that and no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Needs(NamedTuple):
    """What has to be in place before a command starts, beside the packages that every command needs."""

    dev: bool = False
    front_end: bool = False
    pdf: bool = False
    tests: bool = False
    """The programs that only tests start: a browser, Java, Ghostscript, nginx."""
    browser: bool = False
    """Chromium alone, for pictures of pages."""
    press: bool = False
    """What a file for the press is made for, if the city has none of its own."""


PACKAGES_ONLY = Needs()
BUILD = Needs(front_end=True, pdf=True)
SITE = Needs(front_end=True)
TEST = Needs(dev=True, front_end=True, pdf=True, tests=True)
REVIEW = Needs(dev=True, front_end=True, pdf=True, browser=True)
COMMANDS = {
    **dict.fromkeys(("build", "serve", "guidebook", "forge", "handbook"), BUILD),
    "portal": SITE,
    "review": REVIEW,
    "test": TEST,
}


def command_of(arguments: Sequence[str]) -> str:
    """The first word; where there is none, or an option stands in its place, it is a build, as for the command line."""
    return arguments[0] if arguments and not arguments[0].startswith("-") else "build"


def needs_of(arguments: Sequence[str]) -> Needs:
    """What the command line needs; a command that set-up does not know can do with the packages."""
    command = command_of(arguments)
    needs = COMMANDS.get(command, PACKAGES_ONLY)
    if command == "test":
        return needs  # its options are pytest's
    if {"--help", "-h", "--version"} & set(arguments):
        return PACKAGES_ONLY
    if list(arguments[:2]) in (["forge", "asked"], ["forge", "base"]):
        return PACKAGES_ONLY  # it may say no: then nothing more is installed
    press = command == "guidebook" and bool({"press", "all", "--edition=press", "--edition=all"} & set(arguments))
    return needs._replace(pdf=needs.pdf and "--site-only" not in arguments, press=press)
