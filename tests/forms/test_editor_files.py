"""What text editors are told of the content is fresh, refuses nothing that is read, and knows what is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from guidebook.forms.editor_files import editor_files
from guidebook.forms.files import File, files_of
from guidebook.forms.json_schema import json_schema
from guidebook.forms.needed import needed_values
from guidebook.load.front_matter import split
from guidebook.model.kinds import KINDS
from tests.conftest import CITIES, ROOT
from tests.test_new_kind import WITH_FESTIVALS

FILES = [file for file in files_of() if file.name.endswith((".yml", ".md"))]
"""Those whose schemas are made; formats of printing are TOML."""
PORTAL = ROOT / "tests" / "portal" / "three"


def test_the_files_are_what_the_models_say(request: pytest.FixtureRequest) -> None:
    for path, text in editor_files().items():
        if request.config.getoption("--accept"):
            (ROOT / path).parent.mkdir(exist_ok=True)
            (ROOT / path).write_text(text, encoding="utf-8")
        assert (ROOT / path).read_text(encoding="utf-8") == text, f"{path}: pytest --accept writes it anew"
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "schemas").iterdir()} <= editor_files().keys()


def test_no_schema_refuses_what_is_read() -> None:
    read = 0
    for file, path, value in written(PORTAL, *sorted(path for path in CITIES.iterdir() if path.is_dir())):
        faults = [fault.message for fault in Draft202012Validator(json_schema(file)).iter_errors(value)]
        assert not faults, path
        read += 1
    assert read > 60
    assert [path.name for _, path, _ in written(PORTAL)] == ["cities.yml"]


def written(*cities: Path) -> Iterator[tuple[File, Path, Any]]:
    for file in FILES:
        for city in cities:
            for path in sorted(city.glob(file.name.removeprefix("content/").replace("<아이디>", "*"))):
                text = path.read_text(encoding="utf-8")
                parts, _ = split(text, path.name)
                yield file, path, _as_editors_read(parts.front if path.suffix == ".md" and parts else text)


def _as_editors_read(text: str) -> Any:
    """As YAML 1.2 has it: no times, and dates are words."""
    return _plain(YAML(typ="safe").load(text))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, date | datetime) else value


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("guide", "kind: interpreter", "'sources' is a required property"),
        ("guide", "kind: driver\nsources: [{kind: official, publisher: 시, covers: [ask]}]", "'driver' is not one of"),
        ("guide", "kind: interpreter\nsources: [{publisher: 시, covers: [ask]}]", "'kind' is a required property"),
        ("site", "nmae: 강", "'nmae' was unexpected"),
        ("site", "parking: many", "'many' is not of type 'integer'"),
        ("site", "parking: -1", "-1 is less than the minimum"),
        ("restaurant", "phone: 3501234", "3501234 is not of type 'string'"),
        ("restaurant", "phone: '3501234'", "does not match"),
        ("visit", "start: 9시", "does not match"),
        ("visit", "public: ja", "'ja' is not of type 'boolean'"),
    ],
)
def test_a_schema_knows_what_is_not_read(kind: str, text: str, told: str) -> None:
    (file,) = (file for file in FILES if file.model is KINDS[kind].model)
    faults = [fault.message for fault in Draft202012Validator(json_schema(file)).iter_errors(_as_editors_read(text))]
    assert any(told in fault for fault in faults), faults


def test_every_schema_is_one_and_says_what_each_field_is() -> None:
    for file in FILES:
        schema = json_schema(file)
        Draft202012Validator.check_schema(schema)
        for part in (schema, *schema["$defs"].values()):
            for name, field in part["properties"].items():
                assert field["title"], (file.name, name)
                assert "예시: " in field["description"], (file.name, name)


def test_settings_bind_every_yaml_file_to_its_schema() -> None:
    files = editor_files()
    bound = json.loads(files[".vscode/settings.json"])["yaml.schemas"]
    assert {path.removeprefix("./") for path in bound} <= files.keys()
    globs = [str(pattern) for pattern in bound.values()]
    yaml = [path.relative_to(CITIES / "maru") for path in (CITIES / "maru").rglob("*.yml")]
    for path in yaml:
        assert sum(("content" / path).match(pattern) for pattern in globs) == (path.name != "redirects.yml"), path
    assert len(yaml) > 5


def test_a_snippet_has_all_that_a_new_file_needs() -> None:
    snippets = json.loads(editor_files()[".vscode/content.code-snippets"])
    for kind in KINDS:
        body = "\n".join(snippets[f"새 {kind.label}"]["body"])
        for value in needed_values(kind.model):
            assert re.search(rf"^[ -]*{value.path[-1]}: \[?\$", body, re.MULTILINE), value.path
        stops = [int(number) for number in re.findall(r"\$\{?(\d+)", body)]
        assert stops == [*range(1, len(stops)), 0]


def test_a_new_kind_gets_its_schema_by_itself() -> None:
    assert "schemas/festivals.schema.json" in editor_files(WITH_FESTIVALS)
