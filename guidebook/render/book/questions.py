"""What a delegation may ask, each question under the name of its topic."""

from __future__ import annotations

from collections.abc import Iterable

from guidebook.model.records.program import Question, Topic
from guidebook.render.context import RenderContext


def asked(context: RenderContext, questions: Iterable[Question]) -> list[tuple[str, str]]:
    """Pairs of topic and question, as they are printed."""
    words = context.words.gettext
    topics = {
        Topic.ORDINANCE: words("조례"),
        Topic.BUDGET: words("예산"),
        Topic.STAFF: words("인력"),
        Topic.CONFLICT: words("갈등"),
        Topic.GIVEN_UP: words("포기한 것"),
    }
    return [(topics[question.topic], question.text) for question in questions]
