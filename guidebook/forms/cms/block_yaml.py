"""A configuration as YAML that programs read alike: blocks, with every text in the quotes of JSON.

Separate from `yaml_text`, which writes content for people, all of it text; here numbers and flags stay what they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any


def block_yaml(values: Mapping[str, Any]) -> str:
    """The text of the file."""
    return "\n".join(_mapping(values, "")) + "\n"


def _mapping(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _value(f"{indent}{key}:", value, indent + "  ")


def _value(start: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield start
        yield from _mapping(value, indent)
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        yield start
        for one in value:
            lines = list(_mapping(one, indent + "  "))
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]
    else:
        yield f"{start} {json.dumps(value, ensure_ascii=False)}"
