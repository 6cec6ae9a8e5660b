"""The text of restaurants that an import proposes: new files, and single lines of files that are there.

All other lines of a file stay as the editor left them, comments included. A file whose lines are set in a way that
this module does not know would come out wrong: `sound` tells, and then it is not written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from guidebook.importers.hygiene import record_id
from guidebook.importers.proposal import FIELDS, Proposed, current_values, imported_values
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.sourced import FieldSource

PLAIN = ("name", "kind", "address", "phone")
"""Fields at the top of a record; the rest belong to its designation."""
MARK = "import hygiene: "
"""How `via` of an import's own source begins, by which it is found again."""
VALUE = re.compile(r"""( *\w+:) +("(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^\s"'#&*|>{\[](?:(?! #).)*?)( +#.*|\s*)""")
"""A line with a value of one line: its key, the value, a comment."""
REMARK = re.compile(r"\s*(#|$)")
"""A line that says nothing to the program."""


def file_name(proposed: Proposed) -> str:
    """The file of a new record."""
    return f"{record_id(proposed.key)}.yml"


def new_file(proposed: Proposed, source: Mapping[str, str], today: str) -> str:
    """The text of a new record."""
    values = dict(proposed.values)
    lines = [_line(name, values[name]) for name in PLAIN if name in values]
    if proposed.town:
        lines.insert(1, _line("town", proposed.town))
    lines += ["designation:", *_designation(values, today), *_imported(proposed.key, values)]
    lines += ["sources:", *_source(source, _covers(values))]
    return "\n".join(lines) + "\n"


def changed_file(old: str, proposed: Proposed, source: Mapping[str, str], today: str) -> str:
    """The text of a record with the changes put in; what a person changed stays, and so do all other lines."""
    assert proposed.into is not None, "a change has a record"
    changes = {name: listed for name, _, listed in proposed.changes if name in FIELDS}
    values = {**current_values(proposed.into), **changes}
    agreed = {name: listed for name, listed in proposed.values.items() if values.get(name) == listed}
    taken = {**imported_values(proposed.into), **agreed}
    blocks = _blocks(old)
    for name in PLAIN:
        if name in changes:
            _put(blocks, name, _with_values(blocks.get(name, []), {name: changes[name]}, ""))
    block = blocks.get("designation", [])
    if block and re.fullmatch(r"\w+: *(#.*)?", block[0]):
        held = {name: listed for name, listed in changes.items() if name not in PLAIN}
        inside = _with_values(block, {**held, "checked_on": today}, "  ")
    else:
        inside = ["designation:", *_designation(values, today)]
    _put(blocks, "designation", inside)
    _put(blocks, "imported", _imported(proposed.key, taken))
    blocks["sources"] = _with_source(blocks["sources"], source, _seen(proposed.into, taken, values))
    return "\n".join(line for block in blocks.values() for line in block).rstrip("\n") + "\n"


def sound(new: str, proposed: Proposed, path: Path) -> bool:
    """Whether the text is the record as it was, with the changes, and has every other source that it had."""
    assert proposed.into is not None, "a change has a record"
    data, places, faults = parse(new, path.name)
    if data is None or faults:
        return False
    record, faults = validate(Restaurant, {**data, "id": proposed.into.id}, places)
    if record is None or faults:
        return False
    apart = {*PLAIN, "designation", "imported", "sources"}
    expected = current_values(proposed.into) | {name: to for name, _, to in proposed.changes if name in FIELDS}
    return (
        current_values(record) == expected
        and record.model_dump(exclude=apart) == proposed.into.model_dump(exclude=apart)
        and _other_sources(record) == _other_sources(proposed.into)
    )


def quoted(value: str) -> str:
    """A scalar that YAML reads as this very text."""
    if re.fullmatch(r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9 ().·/-]*", value) and not value.endswith(" "):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _line(name: str, value: str, indent: str = "") -> str:
    return f"{indent}{name}: {quoted(value)}"


def _designation(values: Mapping[str, str], today: str) -> list[str]:
    held = {name: values[name] for name in FIELDS if name in values and name not in PLAIN}
    return [_line(name, value, "  ") for name, value in {**held, "checked_on": today}.items()]


def _imported(key: str, values: Mapping[str, str]) -> list[str]:
    lines = [f"    - {quoted(f'{name}={values[name]}')}" for name in FIELDS if name in values]
    return ["imported:", f"  key: {quoted(key)}", "  values:", *lines]


def _source(source: Mapping[str, str], covers: Sequence[str], indent: str = "  ") -> list[str]:
    first, *others = (_line(name, value) for name, value in source.items())
    others.append(f"covers: [{', '.join(covers)}]")
    return [f"{indent}- {first}", *(f"{indent}  {line}" for line in others)]


def _covers(values: Mapping[str, str]) -> list[str]:
    return [name for name in ("kind", "address", "phone") if name in values] + ["designation"]


def _seen(record: Restaurant, taken: Mapping[str, str], values: Mapping[str, str]) -> list[str]:
    """What the list covers: not what a person took out, nor what a person changed and gave a source of its own."""
    others = {name for one in _other_sources(record) for name in one.covers}
    return _covers(
        {name: was for name, was in taken.items() if name in values and (values[name] == was or name not in others)}
    )


def _other_sources(record: Restaurant) -> list[FieldSource]:
    return [source for source in record.sources if not (source.via or "").startswith(MARK)]


def _blocks(old: str) -> dict[str, list[str]]:
    """The file's lines by the key at whose block they stand; lines before the first key under an empty name."""
    blocks: dict[str, list[str]] = {"": []}
    name = ""
    for line in old.rstrip("\n").split("\n"):
        found = re.match(r"([a-z_]+):", line)
        if found:
            name = found[1]
            blocks[name] = []
        blocks[name].append(line)
    return blocks


def _with_values(block: Sequence[str], values: Mapping[str, str], indent: str) -> list[str]:
    """The block with these values in their lines, comments kept; what has no line yet gets one behind the others."""
    lines, left = list(block), dict(values)
    for place, line in enumerate(lines):
        found = VALUE.fullmatch(line)
        name = found[1].strip(" :") if found else ""
        if found and name in left:
            lines[place] = f"{found[1]} {quoted(left.pop(name))}{found[3].rstrip()}"
    end = next((place for place in range(len(lines), 0, -1) if not REMARK.match(lines[place - 1])), 0)
    return [*lines[:end], *(_line(name, value, indent) for name, value in left.items()), *lines[end:]]


def _put(blocks: dict[str, list[str]], name: str, lines: Sequence[str]) -> None:
    """Replace a block, or put a new one before the sources."""
    if name in blocks:
        kept = [line for line in blocks[name] if line.startswith("#") and line not in lines]
        blocks[name] = [*lines, *kept]
        return
    sources = blocks.pop("sources")
    blocks[name] = list(lines)
    blocks["sources"] = sources


def _with_source(block: Sequence[str], source: Mapping[str, str], covers: Sequence[str]) -> list[str]:
    """The block of sources with the list's own in place of the one of the last import, else at the end."""
    indent = next((found[1] for line in block if (found := re.match(r"( *)- ", line))), "  ")
    entries: list[list[str]] = [[]]
    for line in block:
        if line.startswith(f"{indent}- "):
            entries.append([])
        entries[-1].append(line)
    written = _source(source, covers, indent)
    own = next((entry for entry in entries[1:] if any(MARK in line for line in entry)), None)
    if own is None:
        return [*block, *written]
    own[:] = [*written, *(line for line in own if REMARK.match(line))]
    return [line for entry in entries for line in entry]
