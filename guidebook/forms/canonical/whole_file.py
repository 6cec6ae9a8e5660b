"""A whole file in form: its YAML alone is written anew; byte order mark, line ends and the body stay as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from guidebook.forms.canonical.keys import Model
from guidebook.forms.canonical.unsafe import UnsafeError
from guidebook.forms.canonical.writing import in_form
from guidebook.load.characters import composed
from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.load.front_matter import split
from guidebook.load.yaml_positions import parse
from guidebook.model.diagnostic import Diagnostic, Faults, Severity, Span, has_errors
from guidebook.model.kinds import MARKDOWN

MARK = "\ufeff"
LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
NOT_TOUCHED = "unsafe-form"


@dataclass(frozen=True, slots=True)
class Look:
    """A file of content, and what its YAML would be in form."""

    path: Path
    old: str = ""
    """The YAML as it is read."""
    new: str | None = None
    """In form; None where it is so already, or cannot be."""
    line: int = 1
    """The first line that is otherwise."""
    faults: Faults = ()
    """Why it is left as it is."""


def look(path: Path, model: Model) -> Look:
    """Look at a file; of what is wrong with it only that is told which prevents it from being read."""
    file = shown(path)
    source, faults = read_text(path, file)
    if source is None:
        return Look(path, faults=faults)
    first_line, fenced = 1, path.suffix == MARKDOWN
    if fenced:
        halves, faults = split(source, file)
        if halves is None:
            return Look(path, faults=faults)
        source, first_line = halves.front, 2
    if all(line.strip()[:1] in ("", "#") for line in source.split("\n")):
        return Look(path)  # nothing but comments, as a list of redirects may be
    _, _, faults = parse(source, file, first_line)
    if has_errors(faults):
        return Look(path, faults=tuple(fault for fault in faults if fault.severity is Severity.ERROR))
    try:
        # The line break before the fence ends the last value as every other.
        new = in_form(f"{source}\n", model).removesuffix("\n") if fenced else in_form(source, model, closed=True)
    except UnsafeError as error:
        place = Span(file, error.line + first_line)
        return Look(path, faults=(Diagnostic(place, NOT_TOUCHED, error.message, error.hint),))
    if new == source:
        return Look(path)
    pairs = zip(new.split("\n"), source.split("\n"), strict=False)
    line = next((at for at, (one, other) in enumerate(pairs) if one != other), source.count("\n"))
    return Look(path, source, new, line + first_line)


def file_in_form(looked: Look, octets: bytes) -> str | None:
    """All that stands in the file when its YAML is in form; None where it no longer holds what was looked at."""
    assert looked.new is not None, "something is to be changed"
    content = octets.decode("utf-8", "surrogateescape")
    bare = content.lstrip(MARK)
    lines = LINES.findall(bare)
    before, behind = [content[: len(content) - len(bare)]], []
    if looked.path.suffix == MARKDOWN:
        count = looked.old.count("\n") + 1
        before, behind, lines = [*before, lines[0]], lines[count + 1 :], lines[1 : count + 1]
    line_end = "\r\n" if any(line.endswith("\r\n") for line in lines) else "\n"
    new = looked.new.replace("\n", line_end) + (line_end if behind else "")
    stands = composed("".join(lines).replace("\r\n", "\n").replace("\r", "\n"))
    if stands.removesuffix("\n") != looked.old.removesuffix("\n"):
        return None
    return "".join((*before, new, *behind))
