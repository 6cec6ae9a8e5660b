"""The handbook from beginning to end: gather the documents, build website and book of them, and the paper beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.books.office_files import office_files
from guidebook.commands.build import build_everything
from guidebook.commands.build_request import BuildRequest
from guidebook.commands.examine import examine
from guidebook.commands.handbook.gathering import DOCUMENTS, gather
from guidebook.commands.handbook.pages import title_of
from guidebook.commands.kept_templates import kept_templates
from guidebook.load.folders import shown
from guidebook.markdown.office import office_document
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.outcome import Outcome
from guidebook.model.text import Text, text
from guidebook.output.swap import PRINT, replace_output
from guidebook.render.new_context import context_of
from guidebook.storage.paths import Paths

STAGES = 5
PAPER = "adoption"
"""The document that is a paper of its own beside being a page: what a computing section asks before it agrees."""
PAPER_NAME = "도입-검토서"


@dataclass(frozen=True, slots=True)
class Handbook:
    """The website with its book, the files of the paper, and what is wrong."""

    outcome: Outcome
    folder: str = ""
    files: tuple[str, ...] = ()


def make_handbook(paths: Paths, language: str | None, begin: Callable[[Text], None] = lambda _: None) -> Handbook:
    """All of it into the output folder; on any error that folder stays as it was. No content of a city is read."""
    begin(text("문서 모으기"))
    gathered, faults = gather(paths.checkout, paths.cache / "handbook")
    if gathered is None:
        return Handbook(Outcome(faults))
    paths = replace(paths, content=gathered.content)
    outcome = build_everything(BuildRequest(paths, language), begin)
    outcome = replace(outcome, diagnostics=(*faults, *gathered.told(outcome.diagnostics)))
    if has_errors(outcome.diagnostics):
        return Handbook(outcome)
    names, more = _paper(paths, language)
    outcome = replace(outcome, diagnostics=(*outcome.diagnostics, *gathered.told(more)))
    return Handbook(outcome, f"{shown(paths.output.absolute())}/{PRINT}/{PAPER_NAME}", names)


def _paper(paths: Paths, language: str | None) -> tuple[tuple[str, ...], Faults]:
    """The paper as PDF, HWPX and text, on one page; the names of its files."""
    catalogue, _ = examine(paths.content)
    context = context_of(catalogue, paths.templates, paths.packages, language)
    source = (paths.checkout / DOCUMENTS / f"{PAPER}.md").read_text("utf-8")
    title, body = title_of(source) or "", source.partition("\n")[2]
    document = office_document(title, context.site.publisher.named(context.language), body)
    files: dict[str, bytes] = {}

    @kept_templates(paths)
    def make(staging: Path) -> Faults:
        made, told = office_files(context, {PAPER_NAME: document}, f"{context.site.published} 00:00", paths)
        files.update(made)
        folder = staging / PRINT / PAPER_NAME
        folder.mkdir(parents=True)
        for name, octets in made.items():
            (folder / name).write_bytes(octets)
        return told

    faults = replace_output(paths.output, make, paths.checkout, paths.content, (f"{PRINT}/{PAPER_NAME}",))
    return tuple(sorted(files)), faults
