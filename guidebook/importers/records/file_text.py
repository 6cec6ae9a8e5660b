"""The text of records that an import proposes: new files, and single values of files that are there.

Everything else in a file stays as the editor left it, comments included. What comes of a patch is read back before it
is written: a file that is written in a way that cannot be patched is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.nodes import MappingNode, SequenceNode

from guidebook.forms.canonical.writing import as_orderly_as
from guidebook.forms.record_text import record_text
from guidebook.forms.yaml_text import key_lines, mapping_lines, scalar
from guidebook.importers.records.entry import Plan
from guidebook.importers.records.own_sources import SOURCES
from guidebook.importers.yaml_patch import UnpatchableError, YamlPatch, is_block
from guidebook.load.yaml_positions import parse


def new_text(plan: Plan) -> str:
    """The text of a new record, with what is left for a person to decide above it and drafts of it below."""
    notes = "".join(f"# {line}\n" for note in plan.entry.notes for line in str(note).split("\n"))
    drafts = "".join(f"# {line}".rstrip() + "\n" for line in plan.entry.comments)
    return notes + record_text(plan.entry.kind, plan.data) + (f"\n{drafts}" if drafts else "")


def changed_text(old: str, plan: Plan, data: Mapping[str, Any]) -> str | None:
    """The text of a file with all that differs from `data`, which it says now; None where it cannot be patched."""
    try:
        new = as_orderly_as(old, _patched(old, data, plan.data), plan.entry.kind.model)
    except UnpatchableError:
        return None
    read, _, faults = parse(new, "")
    return new if read == plan.data and not faults else None


def _patched(old: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    patch, added = YamlPatch(old), list[str]()
    for key, value in after.items():
        if key in before and before[key] == value:
            continue
        if key not in before:
            added += key_lines(key, value)
        elif key == SOURCES:
            _change_sources(patch, before[key], value)
        elif isinstance(value, str):
            patch.replace_scalars(patch.root, {key: scalar(value)})
        elif isinstance(value, Mapping) and isinstance(before[key], Mapping):
            _change_part(patch, key, before[key], value)
        else:
            patch.replace_block(key, list(key_lines(key, value)), before=key)
    if added:
        patch.add_lines(patch.root, added)
    return patch.text().rstrip("\n") + "\n"


def _change_part(patch: YamlPatch, key: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Change values of a part in their places and add new ones behind them."""
    changed = {name: value for name, value in after.items() if before.get(name) != value}
    node = patch.value(key)
    if node is None or not all(isinstance(value, str) for value in changed.values()):
        raise UnpatchableError
    block = is_block(node, MappingNode)
    if not block and any(name not in before for name in changed):
        patch.replace_block(key, list(key_lines(key, after)), before=key)
        return
    missing = patch.replace_scalars(node, {name: scalar(value, not block) for name, value in changed.items()})
    if missing:
        patch.add_lines(node, [f"{name}: {written}" for name, written in missing.items()])


def _change_sources(patch: YamlPatch, before: Sequence[Any], after: Sequence[Any]) -> None:
    """Entries keep their order: what is gone is taken out, what changed is set anew, what is new comes last."""
    node = patch.value(SOURCES)
    if not isinstance(node, SequenceNode) or not is_block(node, SequenceNode) or len(node.value) != len(before):
        patch.replace_block(SOURCES, list(key_lines(SOURCES, after)), before=SOURCES)  # in brackets: set anew
        return
    waiting = list(after)
    for entry, written in zip(node.value, before, strict=True):
        new = next((one for one in waiting if _alike(one, written)), None)
        if new is None:
            patch.remove_entry(entry)
            continue
        waiting.remove(new)
        if new != written:
            patch.replace_entry(entry, list(mapping_lines(new)))
    for new in waiting:
        first, *others = mapping_lines(new)
        patch.add_lines(node, [f"- {first}", *(f"  {line}" for line in others)])


def _alike(one: Mapping[str, Any], other: Any) -> bool:
    """Whether two entries are one source: they differ in nothing but the day and what was seen."""
    apart = {"date", "covers"}
    return {key: value for key, value in one.items() if key not in apart} == {
        key: value for key, value in dict(other).items() if key not in apart
    }
