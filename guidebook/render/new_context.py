"""Makes the context that everything is rendered with: the catalogue, its language, the templates and the words.

Separate from the value itself, which the templates' own filters know.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from guidebook.model.catalogue import Catalogue
from guidebook.model.print_format import SCREEN, parsed
from guidebook.model.records.visit import Visit
from guidebook.model.wording.latin import in_latin
from guidebook.plan.local_words import city_words
from guidebook.render.context import RenderContext
from guidebook.render.design.tokens import PRINT_FONT, read_tokens, with_typeface
from guidebook.render.design.values import Design
from guidebook.render.templates import environment
from guidebook.words import DEFAULT_LANGUAGE, SPARE_LANGUAGE, traits


def context_of(
    catalogue: Catalogue,
    templates: Path,
    packages: Path,
    language: str | None = None,
    quoting: str | None = None,
    korean: Catalogue | None = None,
) -> RenderContext:
    """The catalogue ready to be rendered with the files in `templates` and the design tokens of `packages`.

    Without `language` it is in the city's own. `quoting` is a language of which names may stand in it. What the city
    calls things follows from its Korean names: `korean` has them where the catalogue has others.
    """
    assert catalogue.site is not None, "a catalogue without errors has a site"
    spoken = language or catalogue.site.language
    words = city_words(korean or catalogue, spoken)
    tokens = read_tokens(templates, packages)
    for own, typeface in ((True, traits(spoken).typeface), (False, traits(quoting or spoken).typeface)):
        if typeface and typeface[0] not in tokens.own[PRINT_FONT]:
            tokens = with_typeface(tokens, typeface[0], own)
    design = Design(tokens, catalogue.site.palette)
    drawn = environment(templates, spoken, words, design.written)
    on_screen = parsed(SCREEN, (templates / "print" / "formats" / f"{SCREEN}.toml").read_text(encoding="utf-8"))
    context = RenderContext(catalogue, catalogue.site, drawn, words, spoken, design, on_screen)
    if not catalogue.english:
        return context
    own = spoken == SPARE_LANGUAGE
    return replace(context, english=context if own else context_of(catalogue, templates, packages, SPARE_LANGUAGE))


def contexts_of_visit(
    context: RenderContext, visit: Visit, templates: Path, packages: Path
) -> tuple[RenderContext, RenderContext]:
    """That of the visitors' papers and that of the host's own: one and the same unless the visitors read otherwise.

    In every language but Korean the content has its English names.
    """
    spoken = visit.language or context.language
    if spoken == DEFAULT_LANGUAGE == context.language:
        return context, context
    office = context
    if traits(spoken).typeface and spoken != context.language:
        office = context_of(context.catalogue, templates, packages, context.language, quoting=spoken)
    content = context.catalogue if spoken == DEFAULT_LANGUAGE else in_latin(context.catalogue)
    return context_of(content, templates, packages, spoken, korean=context.catalogue), office
