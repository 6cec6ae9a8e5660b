"""Fields are called on pages and paper as the model calls them."""

from __future__ import annotations

import re

import pytest

from guidebook.model.label import label_of
from guidebook.model.records.guide import Guide, GuideKind
from guidebook.model.records.place_kinds import PLACE_KINDS, PlaceKind
from guidebook.render.text.labels import MODELS, choice_of, title_of
from tests.conftest import ROOT

TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "templates").rglob("*.j2")))
NAMED = sorted(set(re.findall(r'label\("(\w+)", "(\w+)"\)', TEMPLATES)))
OF_RECORDS = sorted(set(re.findall(r'label\([\w.]+, "(\w+)"\)', TEMPLATES)))
CHOSEN = sorted(set(re.findall(r'\| choice\("(\w+)"\)', TEMPLATES)))


@pytest.mark.parametrize(("model", "field"), NAMED)
def test_what_templates_head_tables_with_is_a_field(model: str, field: str) -> None:
    assert title_of(model, field, str) == str(label_of(MODELS[model], field).title)


@pytest.mark.parametrize("field", OF_RECORDS)
def test_what_templates_ask_of_records_is_a_field_of_some(field: str) -> None:
    assert any(field in model.model_fields for model in MODELS.values())


@pytest.mark.parametrize("field", CHOSEN)
def test_what_templates_take_for_a_choice_has_choices(field: str) -> None:
    assert any(field in model.model_fields and label_of(model, field).choices for model in MODELS.values())


def test_titles_and_choices_are_translated() -> None:
    guide = Guide(id="museum-guide", kind=GuideKind.INTERPRETER, site="river-museum", sources=())
    assert choice_of(guide, "kind", str) == "문화관광해설사"
    assert title_of(guide, "ask", {"문의처": "Contact"}.__getitem__) == "Contact"


def test_every_kind_of_place_has_a_word_of_its_own() -> None:
    assert set(PLACE_KINDS) == set(PlaceKind)
    assert len({str(word) for word in PLACE_KINDS.values()}) == len(PlaceKind)
