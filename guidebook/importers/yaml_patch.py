"""Replaces single values in the text of a YAML file and leaves every other byte as a person wrote it.

ruamel.yaml says where each value begins and ends. Its own writer is not used: it sets anew what was not touched
(spaces in `[a,b]`, the indent of lists, wrapped lines, blank lines at the top).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


class UnpatchableError(Exception):
    """A value is written in a way that cannot be replaced by one line or block."""


class YamlPatch:
    """Changes to one mapping of YAML, which `text` puts in. Raises UnpatchableError for what is no block mapping."""

    def __init__(self, old: str) -> None:
        try:
            root = YAML().compose(old)
        except YAMLError as error:
            raise UnpatchableError from error
        if not is_block(root, MappingNode):
            raise UnpatchableError
        self._old = old
        self.root: MappingNode = root
        self._edits: list[tuple[int, int, str]] = []

    def value(self, name: str) -> Node | None:
        """The value of a key of the file."""
        return next((value for key, value in self.root.value if key.value == name), None)

    def text(self) -> str:
        """The file with all changes."""
        new = self._old
        in_order = sorted(enumerate(self._edits), key=lambda edit: (edit[1][0], edit[0]), reverse=True)
        for _, (start, end, written) in in_order:  # at one place, what was asked for first stands first
            new = new[:start] + written + new[end:]
        return new

    def replace_scalars(self, mapping: Node, written: Mapping[str, str]) -> Mapping[str, str]:
        """Put values, as YAML writes them, in the place of others. Gives those whose keys are not in the mapping."""
        missing = dict(written)
        for key, value in mapping.value:
            if key.value in missing:
                if not isinstance(value, ScalarNode) or value.style in ("|", ">") or _lines(value) > 1:
                    raise UnpatchableError
                self._edits.append((value.start_mark.index, value.end_mark.index, missing.pop(key.value)))
        return missing

    def add_lines(self, collection: Node, lines: Sequence[str]) -> None:
        """Add lines behind the last entry of a block mapping or sequence, indented like its entries."""
        indent = " " * collection.start_mark.column
        end = self._old.find("\n", self._end(collection))
        end = len(self._old) if end < 0 else end
        self._edits.append((end, end, "".join(f"\n{indent}{line}" for line in lines)))

    def replace_block(self, name: str, lines: Sequence[str], before: str) -> None:
        """Put lines in the place of a key and its value; where the key is not there, before the key `before`."""
        keys = {key.value: (key, value) for key, value in self.root.value}
        if name in keys:
            key, value = keys[name]
            self._replace(key.start_mark.index, self._end(value), lines)
        else:
            start = keys[before][0].start_mark.index
            self._edits.append((start, start, "".join(f"{line}\n" for line in lines)))

    def replace_entry(self, entry: Node, lines: Sequence[str]) -> None:
        """Put lines in the place of an entry of a block sequence, behind its hyphen."""
        indent = " " * entry.start_mark.column
        first, *others = lines
        self._replace(entry.start_mark.index, self._end(entry), [first, *(f"{indent}{line}" for line in others)])

    def remove_entry(self, entry: Node) -> None:
        """Take an entry of a block sequence out, with its hyphen; whole lines of comments inside it stay."""
        start = self._old.rfind("\n", 0, entry.start_mark.index)
        end = self._old.find("\n", self._end(entry))
        end = len(self._old) if end < 0 else end
        comments = [line for line in self._old[start:end].split("\n") if line.lstrip().startswith("#")]
        self._edits.append((start, end, "".join(f"\n{line}" for line in comments)))

    def _replace(self, start: int, end: int, lines: Sequence[str]) -> None:
        """Replace a span by lines; whole lines of comments inside it stay behind them."""
        comments = [line for line in self._old[start:end].split("\n") if line.lstrip().startswith("#")]
        self._edits.append((start, end, "\n".join([*lines, *comments])))

    def _end(self, node: Node) -> int:
        """Where the last value inside the node ends: a block itself ends only where the next key begins."""
        if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        return len(self._old[: node.end_mark.index].rstrip())


def is_block(node: Node | None, kind: type[MappingNode | SequenceNode]) -> bool:
    """Whether the node is of that kind and written as a block, not in brackets."""
    return isinstance(node, kind) and not node.flow_style and bool(node.value)


def _lines(node: Node) -> int:
    return int(node.end_mark.line - node.start_mark.line) + 1
