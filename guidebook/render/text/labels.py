"""What fields and their choices are called, as the model has it, in the language of a page or book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guidebook.model.kinds import KINDS
from guidebook.model.label import Label, label_of, models_of
from guidebook.model.record import SubRecord
from guidebook.model.site import Site

MODELS: Mapping[str, type[SubRecord]] = MappingProxyType(
    {
        model.__name__: model
        for model in models_of(Site, *(kind.model for kind in KINDS))
        if issubclass(model, SubRecord)
    }
)
"""By their name, for templates that head a table of many records."""


def title_of(part: SubRecord | str, field: str, words: Callable[[str], str]) -> str:
    """What a field is called; `part` is a record or a part of one, or the name of its model."""
    return _label(part, field).title.into(words)


def choice_of(part: SubRecord, field: str, words: Callable[[str], str]) -> str:
    """What the value of a field with choices means."""
    return _label(part, field).choices[getattr(part, field)].into(words)


def _label(part: SubRecord | str, field: str) -> Label:
    return label_of(MODELS[part] if isinstance(part, str) else type(part), field)
