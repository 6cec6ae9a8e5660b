"""Asks a person for what a new record needs, and again at once where an answer cannot be taken.

Separate from `new`, which knows options and files; what an answer is worth is said by `commands/new_answers.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

import click

from guidebook.commands.new_answers import judged, known_records, plain
from guidebook.commands.new_record import NewRecord, Prepared
from guidebook.forms.needed import Needed
from guidebook.words import catalogue


def answers_to(asked: NewRecord, prepared: Prepared, today: str, spoken: str) -> Mapping[str, str]:
    """What a person says to all that is missing."""
    answers: dict[str, str] = {}
    for needed in prepared.missing:
        answers[needed.name] = _answer(asked, prepared, answers, needed, today, spoken)
    return answers


def _answer(
    asked: NewRecord, prepared: Prepared, before: Mapping[str, str], needed: Needed, today: str, spoken: str
) -> str:
    words = catalogue(spoken)
    title, example = needed.label.title.into(words.gettext), plain(needed.label.example)
    listed = _listed(needed, prepared, spoken)
    if listed:
        click.echo(f"{title}: {listed}")
    known = known_records(needed, prepared.catalogue) if prepared.catalogue else None
    example = next(iter(known), example) if known else example
    question = words.gettext("{title}({name}, 예시: {example})").format(title=title, name=needed.name, example=example)
    while True:
        answer: str = click.prompt(question, type=str)
        meant = judged(asked, prepared, before, needed, answer, today)
        if meant.fault is None:
            return meant.value
        click.echo(
            words.gettext("이렇게는 적을 수 없습니다. {message} {hint}").format(
                message=meant.fault.message.into(words.gettext), hint=meant.fault.hint.into(words.gettext)
            )
        )


def _listed(needed: Needed, prepared: Prepared, spoken: str) -> str:
    """The values of which one has to be named, each with what it means."""
    if needed.choices:
        meanings = {one: needed.label.choices.get(one) for one in needed.choices}
        translate = catalogue(spoken).gettext
        return ", ".join(f"{one} {means.into(translate) if means else ''}".strip() for one, means in meanings.items())
    known = known_records(needed, prepared.catalogue) if prepared.catalogue else None
    return ", ".join(f"{id} {name}" for id, name in (known or {}).items())
