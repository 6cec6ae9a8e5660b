"""Writes restaurants that an import proposes: new files, and single blocks of files that are there.

All other lines of a file stay as the editor left them, comments included.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from guidebook.importers.hygiene import FIELDS, Proposed, current_values, imported_values

PLAIN = ("name", "kind", "address", "phone")
"""Fields at the top of a record; the rest belong to its designation."""
MARK = "import hygiene: "
"""How `via` of an import's own source begins, by which it is found again."""


def file_name(proposed: Proposed) -> str:
    """`r-20120107590.yml`: by the licence, or by a digest of name and address where the list has no number."""
    bare = re.sub(r"[^a-z0-9]+", "-", proposed.key.lower()).strip("-")
    if not re.fullmatch(r"[\x00-\x7f]+", proposed.key) or not bare or len(bare) > 40:
        bare = hashlib.sha256(proposed.key.encode()).hexdigest()[:10]
    return f"r-{bare}.yml"


def new_file(proposed: Proposed, source: Mapping[str, str], today: str) -> str:
    """The text of a new record."""
    values = dict(proposed.values)
    lines = [f"{name}: {quoted(values[name])}" for name in PLAIN if name in values]
    if proposed.town:
        lines.insert(1, f"town: {proposed.town}")
    return (
        "\n".join(
            (
                *lines,
                *_designation(values, today),
                *_imported(proposed.key, values),
                "sources:",
                *_source(source, values),
            )
        )
        + "\n"
    )


def changed_file(old: str, proposed: Proposed, source: Mapping[str, str], today: str) -> str:
    """The text of a record with the changes put in; what a person changed stays, and so do all other lines."""
    assert proposed.into is not None, "a change has a record"
    values = current_values(proposed.into)
    taken = imported_values(proposed.into)
    for name, _, listed in proposed.changes:
        if name in FIELDS:
            values[name] = taken[name] = listed
    for name, listed in proposed.values.items():
        if values.get(name) == listed:
            taken[name] = listed
    blocks = _blocks(old)
    for name in PLAIN:
        if name in values and name in {change[0] for change in proposed.changes}:
            _put(blocks, name, [f"{name}: {quoted(values[name])}"])
    _put(blocks, "designation", _designation(values, today))
    _put(blocks, "imported", _imported(proposed.key, taken))
    sources = [entry for entry in _entries(blocks["sources"]) if not any(MARK in line for line in entry)]
    blocks["sources"] = ["sources:", *(line for entry in sources for line in entry), *_source(source, taken)]
    return "\n".join(line for block in blocks.values() for line in block).rstrip("\n") + "\n"


def write(path: Path, content: str) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(content, encoding="utf-8")
    draft.replace(path)


def quoted(value: str) -> str:
    """A scalar that YAML reads as this very text."""
    if re.fullmatch(r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9 ().·/-]*", value) and not value.endswith(" "):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _designation(values: Mapping[str, str], today: str) -> list[str]:
    if "grade" not in values:
        return []
    names = ("grade", "number", "start", "end", "cancelled")
    lines = [f"  {name}: {quoted(values[name])}" for name in names if name in values]
    return ["designation:", *lines, f"  checked_on: {today}"]


def _imported(key: str, values: Mapping[str, str]) -> list[str]:
    lines = [f"    - {quoted(f'{name}={values[name]}')}" for name in FIELDS if name in values]
    return ["imported:", f"  key: {quoted(key)}", "  values:", *lines]


def _source(source: Mapping[str, str], values: Mapping[str, str]) -> list[str]:
    lines = [f"{name}: {quoted(value)}" for name, value in source.items()]
    covers = [name for name in ("kind", "address", "phone") if name in values]
    covers += ["designation"] if "grade" in values else []
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:]), f"    covers: [{', '.join(covers)}]"]


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


def _put(blocks: dict[str, list[str]], name: str, lines: Sequence[str]) -> None:
    """Replace a block, keeping comments at its end; a new one goes before the sources."""
    if not lines:
        return
    if name in blocks:
        kept = [line for line in blocks[name][1:] if line.startswith("#")]
        blocks[name] = [*lines, *kept]
        return
    sources = blocks.pop("sources")
    blocks[name] = list(lines)
    blocks["sources"] = sources


def _entries(block: Sequence[str]) -> list[list[str]]:
    entries: list[list[str]] = []
    for line in block[1:]:
        if line.startswith("  - ") or not entries:
            entries.append([])
        entries[-1].append(line)
    return entries
