"""Makes the context that everything is rendered with: the catalogue, its language, the templates and the words.

Separate from the value itself, which the templates' own filters know.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from guidebook.model.catalogue import Catalogue
from guidebook.model.print_format import SCREEN, parsed
from guidebook.plan.local_words import city_words
from guidebook.render.context import RenderContext
from guidebook.render.design.tokens import read_tokens
from guidebook.render.design.values import Design
from guidebook.render.templates import environment


def context_of(catalogue: Catalogue, templates: Path, packages: Path, language: str | None = None) -> RenderContext:
    """The catalogue ready to be rendered with the files in `templates` and the design tokens of `packages`.

    Without `language` it is in the city's own.
    """
    assert catalogue.site is not None, "a catalogue without errors has a site"
    spoken = language or catalogue.site.language
    words = city_words(catalogue, spoken)
    design = Design(read_tokens(templates, packages), catalogue.site.palette)
    drawn = environment(templates, spoken, words, design.text)
    on_screen = parsed(SCREEN, (templates / "print" / "formats" / f"{SCREEN}.toml").read_text(encoding="utf-8"))
    context = RenderContext(catalogue, catalogue.site, drawn, words, spoken, design, on_screen)
    if not catalogue.english:
        return context
    return replace(context, english=context if spoken == "en" else context_of(catalogue, templates, packages, "en"))
