"""What a delegation may ask, each question under the name of its topic."""

from __future__ import annotations

from collections.abc import Iterable

from guidebook.model.records.program import Question
from guidebook.render.context import RenderContext
from guidebook.render.text.labels import choice_of


def asked(context: RenderContext, questions: Iterable[Question]) -> list[tuple[str, str]]:
    """Pairs of topic and question, as they are printed."""
    return [(choice_of(question, "topic", context.words.gettext), question.text) for question in questions]
