"""The shipped content is what the schemas for text editors allow."""

from __future__ import annotations

from jsonschema import Draft202012Validator

from guidebook.forms.json_schema import json_schema
from tests.forms.test_editor_files import written
from tests.paths import ROOT


def test_no_schema_refuses_what_is_read() -> None:
    files = list(written(ROOT / "content"))
    for file, path, value in files:
        faults = [fault.message for fault in Draft202012Validator(json_schema(file)).iter_errors(value)]
        assert not faults, path
    assert len(files) > 70
