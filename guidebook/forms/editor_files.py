"""The files by which a text editor knows the content: schemas, settings and snippets of Visual Studio Code.

Generated and committed; a test fails where they are stale. Front matter of Markdown has no schemas in any editor that
keeps them for YAML, so that Markdown files get snippets with all required fields, and `check` judges them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from guidebook.forms.files import File, files_of
from guidebook.forms.json_schema import json_schema
from guidebook.forms.needed import Needed, needed_values
from guidebook.forms.record_text import in_order, nested
from guidebook.forms.yaml_text import mapping_lines
from guidebook.model.kinds import KINDS, MARKDOWN, Kinds
from guidebook.model.record import Record, SubRecord

SCHEMAS = "schemas"
CODE = ".vscode"
NAMED = "<아이디>"
READ_BY_EDITORS = (".yml", MARKDOWN)
"""What editors keep schemas or snippets for; formats of printing are TOML."""


def editor_files(kinds: Kinds = KINDS) -> Mapping[str, str]:
    """All of them: path from the top of the repository → text."""
    files = [file for file in files_of(kinds) if file.name.endswith(READ_BY_EDITORS)]
    schemas = {_schema_path(file): _json(json_schema(file)) for file in files}
    return {
        **schemas,
        f"{CODE}/settings.json": _json(_settings(files)),
        f"{CODE}/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        f"{CODE}/content.code-snippets": _json(dict(_snippets(files))),
    }


def _schema_path(file: File) -> str:
    """`content/sites/<아이디>.yml` → `schemas/sites.schema.json`."""
    folder, _, name = file.name.removeprefix("content/").rpartition("/")
    called = folder if name.startswith(NAMED) else name.removesuffix(".yml")
    return f"{SCHEMAS}/{called}.schema.json"


def _settings(files: list[File]) -> Mapping[str, Any]:
    yaml = (file for file in files if not file.name.endswith(MARKDOWN))
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "yaml.schemas": {f"./{_schema_path(file)}": file.name.replace(NAMED, "*") for file in yaml},
    }


def _snippets(files: list[File]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """One a kind of record: what a new file needs at least, with a stop of the cursor at each value."""
    for file in files:
        if not issubclass(file.model, Record):
            continue
        markdown = file.name.endswith(MARKDOWN)
        body = _stops(file.model)
        yield (
            f"새 {file.title}",
            {
                "scope": "markdown" if markdown else "yaml",
                "prefix": f"새-{file.title}".replace(" ", "-"),
                "description": f"{file.name.removeprefix('content/')}에 꼭 적는 항목",
                "body": ["---", *body, "---", "$0"] if markdown else [*body, "$0"],
            },
        )


def _stops(model: type[SubRecord]) -> list[str]:
    """The lines of a new file. Where the cursor stops stands nothing: an example left there would be published."""
    needed = {f"값{number}번": value for number, value in enumerate(needed_values(model), 1)}
    held = {name: _stop(number, value) for number, (name, value) in enumerate(needed.items(), 1)}
    values = in_order(model, nested({value.path: name for name, value in needed.items()}))
    return re.sub(r"값\d+번", lambda found: held[found[0]], "\n".join(mapping_lines(values))).split("\n")


def _stop(number: int, needed: Needed) -> str:
    """`$1`, or `${1|one,other|}` where only some values are allowed."""
    stop = f"${{{number}|{','.join(needed.choices)}|}}" if needed.choices else f"${number}"
    return f"[{stop}]" if needed.shape.many else stop


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
