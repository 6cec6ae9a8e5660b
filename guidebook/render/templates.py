"""The Jinja environment: autoescaping, strict undefined names, gettext and our filters."""

from __future__ import annotations

import gettext
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from guidebook.markdown.columns import are_figures, figure_columns
from guidebook.markdown.document import note_ids
from guidebook.model.clock import clock
from guidebook.model.particles import with_particle
from guidebook.model.records.page import Page
from guidebook.model.records.program import Program
from guidebook.model.records.town import Town
from guidebook.model.source import UNTITLED, Note, Source, in_reading_order
from guidebook.model.wording.dates import cited, moment, period_in_english, with_weekday, written
from guidebook.model.wording.file_sizes import size
from guidebook.model.wording.money import in_plain_money
from guidebook.model.wording.numbers import number
from guidebook.model.wording.ranges import between, dash
from guidebook.model.wording.telephone import from_abroad
from guidebook.plan.fees import price_list
from guidebook.plan.local_words import facilities, sights
from guidebook.plan.names.day_names import dates, day_head, night_of, stay_of, time_of, when
from guidebook.plan.names.leg_names import way_of
from guidebook.plan.names.stop_names import group_name, happening, meal_name, meeting, place_name
from guidebook.render.text.labels import choice_of, title_of
from guidebook.render.text.picture_shapes import fit, opening, rows
from guidebook.words import traits


class _CompiledTemplates(BytecodeCache):
    """Keeps compiled templates while the process lives: a build makes an environment for each language and book."""

    def __init__(self) -> None:
        self.buckets: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Look a template up; Jinja itself drops what was compiled from another source."""
        if bucket.key in self.buckets:
            bucket.bytecode_from_string(self.buckets[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was just compiled."""
        self.buckets[bucket.key] = bucket.bytecode_to_string()


_COMPILED: defaultdict[str, _CompiledTemplates] = defaultdict(_CompiledTemplates)
"""By language, for what filters make of constants is compiled too; the website's page shell has a name of its own."""


def compiled_templates(name: str) -> BytecodeCache:
    """The compiled templates of one kind of environment, kept together with all others."""
    return _COMPILED[name]


def compiled() -> dict[str, dict[str, bytes]]:
    """The templates that this process compiled or was given: language → Jinja's key → code."""
    return {language: dict(templates.buckets) for language, templates in _COMPILED.items()}


def give_compiled(kept: Mapping[str, Mapping[str, bytes]]) -> None:
    """Take templates that an earlier process with the same program compiled; Jinja drops those of another source."""
    for language, buckets in kept.items():
        _COMPILED[language].buckets = {**buckets, **_COMPILED[language].buckets}


def strict_environment(folder: Path, kept_as: str) -> Environment:
    """An environment that escapes everything and minds undefined names; what it compiles is known as `kept_as`."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        bytecode_cache=compiled_templates(kept_as),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )


def environment(
    folder: Path, language: str, translations: gettext.NullTranslations, token: Callable[[str], str]
) -> Environment:
    """The environment over `templates/`. Filters are listed here and nowhere else.

    Templates ask for the value of a design token by `token("screen-50")`.
    """
    jinja = strict_environment(folder, language)
    jinja.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    line = partial(source_line, language=language, words=translations.gettext)
    filters: Mapping[str, Any] = {
        "date": partial(written, language=language, words=translations.gettext),
        "weekday": partial(with_weekday, language=language, words=translations.gettext),
        "moment": partial(moment, language=language, words=translations.gettext),
        "clock": clock,
        "number": number,
        "money": in_plain_money,
        "are_figures": are_figures,
        "figure_columns": figure_columns,
        "from_abroad": from_abroad,
        "source": line,
        "particle": with_particle if language == "ko" else lambda noun, _: noun,
        "size": size,
        "numbered": numbered,
        "note_ids": note_ids,
        "choice": partial(choice_of, words=translations.gettext),
    }
    jinja.filters.update({**filters, **_of_schedules(translations.gettext, language)})
    jinja.globals["token"] = token
    jinja.globals["period_in_english"] = period_in_english
    jinja.globals["dash"] = dash(translations.gettext)
    jinja.globals["between"] = partial(between, words=translations.gettext)
    jinja.globals["picture_fit"] = fit
    jinja.globals["picture_opening"] = opening
    jinja.globals["picture_rows"] = rows
    jinja.globals["sights_of"] = sights
    jinja.globals["facilities_of"] = facilities
    jinja.globals["label"] = partial(title_of, words=translations.gettext)
    return jinja


def _of_schedules(words: Callable[[str], str], language: str) -> Mapping[str, Any]:
    """The filters by which schedules name days, ways, groups, meals and prices."""
    return {
        "day_head": partial(day_head, words=words, language=language),
        "dates": partial(dates, words=words, language=language),
        "when": partial(when, words=words, language=language),
        "stay_of": partial(stay_of, words=words),
        "night_of": partial(night_of, words=words),
        "time_of": partial(time_of, words=words),
        "way_of": partial(way_of, words=words),
        "happening": partial(happening, words=words),
        "group_name": partial(group_name, words=words),
        "meeting": partial(meeting, words=words),
        "price_list": partial(price_list, words=words),
        "meal_name": partial(meal_name, words=words),
        "place_name": partial(place_name, words=words),
    }


def numbered(record: Program | Town | Page) -> tuple[Note, ...]:
    """The notes of a record in the order of their numbers."""
    return in_reading_order(record.notes, note_ids(getattr(record, "body", "")))


def source_line(
    source: Source,
    language: str = "ko",
    words: Callable[[str], str] = str,
    short: bool = False,
    doubts: bool = True,
) -> Markup:
    """A source as printed: `마루군, 「…」, 2019. 12. 30.`; linked where it has an address.

    A kept copy says of when it is; a doubtful source that it is one, unless its heading says so and `doubts` is off.
    A `short` one has a title only where it has no date: the whole stands in the list of sources.
    """
    titled = source.title and not (short and source.date)
    quotes = traits(language).quotes
    title = f"{quotes[0]}{source.title}{quotes[1]}"
    if source.title == UNTITLED:
        title = words("제목 미상")
    citation = source.publisher + (f", {title}" if titled else "")
    line = Markup('<a href="{}">{}</a>').format(source.url, citation) if source.url else escape(citation)
    if source.date:
        line += ", " + cited(source.date, language, words)
    if source.kept:
        kept = words("{date} 보존본").format(date=written(source.kept, language, words))
        line += f" ({kept})"
    return line + f" ({words('확인 필요')})" if doubts and source.doubtful else line
