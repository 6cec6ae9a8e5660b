"""Values as a file of content writes them: blocks for parts, one line for short lists, quotes only where needed.

Ours and not a library's writer, because what is written here is read by people: PyYAML and ruamel.yaml wrap long
sentences, sort or quote by rules of their own, and know no comments beside new keys.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

Data = str | Sequence["Data"] | Mapping[str, "Data"]
"""What a file says, all scalars as text."""
STEP = "  "
LINE = 100
"""As long as a list in one line may be."""
LETTERS = "가-힣A-Za-z㉠-㉭一-鿿"
OPENING = "‘“「『〈《("
INNER = f"{LETTERS}{OPENING}0-9 ’”」』〉》).,·…~–—×→%/+!?'_=;@&*-"
UNITS = "%|k?m|cm|kg|ha"
PLAIN = re.compile(rf"[{LETTERS}{OPENING}][{INNER}]*|\d[{INNER}]*[가-힣一-鿿][{INNER}]*|\d[\d.,]*(?:{UNITS})")
"""Words that begin with a letter, a quotation or a bracket; what begins with a digit only if it cannot be a number."""
DAY = r"\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?: \d\d:\d\d)?)?"
NUMBER = re.compile(rf"(?:0|[1-9]\d*)(?:\.\d*[1-9])?|{DAY}|\d{{2,4}}(?:-\d{{3,4}}){{1,2}}")
"""Whole numbers, decimals, days and telephone numbers, which every reader takes for what they are."""
AMOUNT = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
"""A number as a field of numbers may hold it, with zeros at its end."""
READ_OTHERWISE = frozenset({"null", "yes", "no", "on", "off", "y", "n", "true", "false"})
"""Words, in small letters, that other readers of YAML take for something else."""
ENDING = frozenset(",?")
"""Signs that end a value inside brackets, or begin another."""
FLAGS = ("true", "false")


class Amount(str):
    """A number in a field of numbers: without quotes, whose zeros would matter in words."""

    __slots__ = ()


def scalar(value: str, inside: bool = False) -> str:
    """A value that every reader of YAML takes for these very words; `inside` brackets, where a comma ends it."""
    if value in FLAGS or isinstance(value, Amount):
        return value
    words = PLAIN.fullmatch(value) and value.lower() not in READ_OTHERWISE and not (inside and ENDING & set(value))
    if (words or NUMBER.fullmatch(value)) and not value.endswith(" "):
        return value
    return json.dumps(value, ensure_ascii=False)


def key_lines(key: str, value: Data, indent: str = "") -> Iterator[str]:
    """The lines of a key with its value."""
    if isinstance(value, str):
        yield from _text_lines(f"{indent}{key}:", value, indent + STEP)
    elif isinstance(value, Mapping):
        yield f"{indent}{key}:"
        yield from mapping_lines(value, indent + STEP)
    elif all(isinstance(one, str) for one in value):
        yield from _list_lines(f"{indent}{key}:", [str(one) for one in value], indent + STEP)
    else:
        yield f"{indent}{key}:"
        for one in value:
            yield from _entry_lines(one, indent + STEP)


def mapping_lines(values: Mapping[str, Data], indent: str = "") -> Iterator[str]:
    """The lines of a mapping."""
    for key, value in values.items():
        yield from key_lines(key, value, indent)


def _text_lines(start: str, value: str, indent: str) -> Iterator[str]:
    if "\n" in value.strip("\n"):  # several lines stay several lines
        yield f"{start} |{'' if value.endswith(chr(10)) else '-'}"
        yield from (f"{indent}{line}".rstrip() for line in value.rstrip("\n").split("\n"))
    else:
        yield f"{start} {scalar(value)}" if value else start


def _list_lines(start: str, values: Sequence[str], indent: str) -> Iterator[str]:
    line = f"{start} [{', '.join(scalar(value, inside=True) for value in values)}]"
    if len(line) <= LINE:
        yield line
        return
    yield start
    yield from (f"{indent}- {scalar(value)}" for value in values)


def _entry_lines(value: Data, indent: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield f"{indent}- {scalar(str(value))}"
        return
    lines = list(mapping_lines(value, indent + STEP))
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]
