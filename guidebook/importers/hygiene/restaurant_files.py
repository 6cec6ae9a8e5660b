"""The text of restaurants that an import proposes: new files, and single values of files that are there.

Everything else in a file stays as the editor left it, comments included. Of a file that is written in a way that
cannot be patched nothing is changed, and `sound` reads every change back before it is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from guidebook.forms.canonical.writing import as_orderly_as, in_form
from guidebook.forms.yaml_text import scalar
from guidebook.importers.hygiene.proposal import FIELDS, Proposed, current_values, imported_values
from guidebook.importers.hygiene.proposing import record_id
from guidebook.importers.yaml_patch import UnpatchableError, YamlPatch, is_block
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.sourced import FieldSource

PLAIN = ("name", "kind", "address", "phone")
"""Fields at the top of a record; the rest belong to its designation."""
MARK = "import hygiene: "
"""How `via` of an import's own source begins, by which it is found again."""


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
    lines += ["sources:", *(f"  {line}" for line in _entry(_source(source, _covers(values))))]
    return in_form("\n".join(lines) + "\n", Restaurant)


def changed_file(old: str, proposed: Proposed, source: Mapping[str, str], today: str) -> str | None:
    """The text of a record with the changes put in; what a person changed stays. None where it cannot be patched."""
    assert proposed.into is not None, "a change has a record"
    changes = {name: listed for name, _, listed in proposed.changes if name in FIELDS}
    values = {**current_values(proposed.into), **changes}
    agreed = {name: listed for name, listed in proposed.values.items() if values.get(name) == listed}
    taken = {**imported_values(proposed.into), **agreed}
    try:
        patch = YamlPatch(old)
        plain = {name: scalar(changes[name]) for name in PLAIN if name in changes}
        for name, written in patch.replace_scalars(patch.root, plain).items():
            patch.replace_block(name, [f"{name}: {written}"], before="sources")
        _change_designation(patch, changes, values, today)
        patch.replace_block("imported", _imported(proposed.key, taken), before="sources")
        _change_source(patch, _source(source, _seen(proposed.into, taken, values)))
    except UnpatchableError:
        return None
    return as_orderly_as(old, patch.text().rstrip("\n") + "\n", Restaurant)


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


def _line(name: str, value: str, indent: str = "") -> str:
    return f"{indent}{name}: {scalar(value)}"


def _designation(values: Mapping[str, str], today: str) -> list[str]:
    held = {name: values[name] for name in FIELDS if name in values and name not in PLAIN}
    return [_line(name, value, "  ") for name, value in {**held, "checked_on": today}.items()]


def _imported(key: str, values: Mapping[str, str]) -> list[str]:
    lines = [f"    - {scalar(f'{name}={values[name]}')}" for name in FIELDS if name in values]
    return ["imported:", f"  key: {scalar(key)}", "  values:", *lines]


def _source(source: Mapping[str, str], covers: Sequence[str]) -> list[str]:
    return [*(_line(name, value) for name, value in source.items()), f"covers: [{', '.join(covers)}]"]


def _entry(lines: Sequence[str]) -> list[str]:
    """The lines of an entry of a list."""
    first, *others = lines
    return [f"- {first}", *(f"  {line}" for line in others)]


def _covers(values: Mapping[str, str]) -> list[str]:
    return [name for name in ("kind", "address", "phone") if name in values] + ["designation"]


def _seen(record: Restaurant, taken: Mapping[str, str], values: Mapping[str, str]) -> list[str]:
    """What the list covers: not what a person took out, nor what a person changed and gave a source of its own."""
    others = {name for source in _other_sources(record) for name in source.covers}
    return _covers(
        {name: was for name, was in taken.items() if name in values and (values[name] == was or name not in others)}
    )


def _other_sources(record: Restaurant) -> list[FieldSource]:
    return [source for source in record.sources if not (source.via or "").startswith(MARK)]


def _change_designation(patch: YamlPatch, changes: Mapping[str, str], values: Mapping[str, str], today: str) -> None:
    """Put changed values into the designation, new ones behind them; written in brackets it is set anew."""
    designation = patch.value("designation")
    if designation is None or not is_block(designation, MappingNode):
        patch.replace_block("designation", ["designation:", *_designation(values, today)], before="sources")
        return
    changed = {name: scalar(listed) for name, listed in changes.items() if name not in PLAIN}
    missing = patch.replace_scalars(designation, {**changed, "checked_on": scalar(today)})
    if missing:
        patch.add_lines(designation, [f"{name}: {written}" for name, written in missing.items()])


def _change_source(patch: YamlPatch, lines: Sequence[str]) -> None:
    """Put the list's own source in the place of the one of the last import, else at the end of the sources."""
    sources = patch.value("sources")
    if sources is None or not is_block(sources, SequenceNode):
        raise UnpatchableError
    own = next((entry for entry in sources.value if _is_imported(entry)), None)
    if own is None:
        patch.add_lines(sources, _entry(lines))
    else:
        patch.replace_entry(own, lines)


def _is_imported(entry: Node) -> bool:
    return any(key.value == "via" and str(value.value).startswith(MARK) for key, value in entry.value)
