"""What plain `mkdocs` shows: the pages of a build, with links to the PDFs that the last build left."""

from __future__ import annotations

from guidebook.books.site_papers import linked_to_earlier
from guidebook.commands.examine import examine
from guidebook.model.diagnostic import Diagnostic, has_errors, without_notes
from guidebook.render.new_context import context_of
from guidebook.storage.paths import Paths
from guidebook.web.composition import compose_site
from guidebook.web.site import SiteInput


def preview(paths: Paths, language: str | None) -> SiteInput | tuple[Diagnostic, ...]:
    """The website, or what is wrong with the content."""
    catalogue, found = examine(paths.content)
    diagnostics = without_notes(found)  # as in a build: they concern visits
    if has_errors(diagnostics):
        return diagnostics
    context = context_of(catalogue.public(), paths.templates, paths.packages, language)
    return compose_site(linked_to_earlier(context, catalogue, paths.output), paths)
