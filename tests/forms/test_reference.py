"""The reference of fields is fresh and whole, its examples can be written, and its links lead somewhere."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from guidebook.forms.files import example_of, files_of, written_fields
from guidebook.forms.reference import field_reference
from guidebook.forms.shapes import choices_of, shape_of
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.kinds import KINDS
from guidebook.model.label import label_of, models_of
from guidebook.model.print_format import PrintFormat, parsed
from guidebook.model.record import Record, SubRecord, key_of
from tests.conftest import ROOT

FILE = ROOT / "docs" / "ko" / "fields.md"
MODELS = [model for model in models_of(*(file.model for file in files_of())) if issubclass(model, SubRecord)]
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


def test_the_document_is_what_the_model_says(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        FILE.write_text(field_reference(), encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == field_reference(), "pytest --accept writes it anew"


def test_every_field_says_what_it_is() -> None:
    """All fields in one test, because hundreds of tests that take a moment each take longer."""
    for model, name in FIELDS:
        label, field = label_of(model, name), f"{model.__name__}.{name}"
        assert str(label.title), field
        assert label.help, field
        assert name == "body" or example_of(model, name), field
        assert label.shown, field
        # Keys of files are Latin; nothing else that an editor reads is.
        for words in (str(label.title), label.help, label.shown):
            assert re.search("[가-힣]", words), (field, words)


def test_every_choice_is_explained_and_no_other() -> None:
    for model, name in FIELDS:
        shape = shape_of(model.model_fields[name])
        if not shape.keyed and not label_of(model, name).open:
            assert set(label_of(model, name).choices) == set(choices_of(shape)), f"{model.__name__}.{name}"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_example_can_be_written(model: type[SubRecord]) -> None:
    """All of a model's examples make a file, read as files of content are."""
    names = [name for name in written_fields(model) if example_of(model, name)]
    if model is PrintFormat:
        assert parsed("office", "\n".join(f"{name} = {example_of(model, name)}" for name in names))
        return
    source = "".join(f"{key_of(model, name)}: {example_of(model, name)}\n" for name in names)
    read, places, faults = parse(source, "example.yml")
    assert faults == ()
    record, faults = validate(model, {**(read or {}), **({"id": "gaon"} if issubclass(model, Record) else {})}, places)
    assert [(str(fault.message), fault.span.line) for fault in faults] == []
    assert record is not None
    # What is left out by mistake would be as good as an example.
    assert {name for name in names if getattr(record, name) not in (None, (), {})} == set(names)


def test_an_example_that_does_not_fit_is_seen() -> None:
    read, places, _ = parse("lat: 127.9\nlon: 36.5\n", "example.yml")
    point = next(model for model in MODELS if model.__name__ == "Point")
    assert validate(point, read or {}, places)[0] is None


def test_every_kind_has_its_section_and_every_link_its_heading() -> None:
    text = field_reference()
    for kind in KINDS:
        assert f"`content/{kind.folder}/<아이디>{kind.suffix}`" in text
    headings = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    anchors = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert [anchor for anchor, count in Counter(anchors).items() if count > 1] == []
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(anchors)
    elsewhere = "".join(path.read_text(encoding="utf-8") for path in FILE.parent.glob("*.md"))
    assert set(re.findall(r"fields\.md#([^)]+)\)", elsewhere)) <= set(anchors)


def test_no_cell_ends_a_row_early() -> None:
    rows = [line for line in field_reference().splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {8}


def test_a_field_more_is_a_row_more() -> None:
    """The reference of a kind that the engine does not have is made from its model too."""
    from guidebook.model.kinds import Kinds
    from tests.test_new_kind import FESTIVAL

    added = field_reference(Kinds(*KINDS, FESTIVAL)).splitlines()
    assert "## 축제: `content/festivals/<아이디>.md`" in added
    assert any(line.startswith("| `month` | 달 | 예 | 정수(1~12), 월 | `10` |") for line in added)
