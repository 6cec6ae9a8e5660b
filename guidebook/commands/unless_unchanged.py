"""The commands that do nothing where nothing changed: check and build answer from their last run.

Light for the same reason as `last_run.py`: what does the work is imported only where there is work.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec

from guidebook.commands.build_request import BuildRequest
from guidebook.commands.last_run import LastRun, Watched
from guidebook.load.regular_files import real
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.outcome import Outcome
from guidebook.model.text import Text
from guidebook.output.manifest import FOLDERS, NAME
from guidebook.storage.digests import state_of
from guidebook.storage.paths import Paths
from guidebook.storage.steps import StepCache

RULES = (".git", ".gitignore", ".git/info/exclude")
"""What tells in a folder whether a repository would take in the private visits below it."""
UNFINISHED = (".staging", ".journal", ".previous")
"""What a run that was stopped leaves in the output folder: then there is something to do."""


def check_unless_unchanged(paths: Paths, today: str | None) -> Faults:
    """What is wrong with the content, its visits held against the day and against their last packs."""
    # What it says names delegations, so it is kept with what is made for a visit.
    last = LastRun(replace(paths, private=True), "check", {"today": today or ""})
    with suppress(msgspec.DecodeError):
        if (kept := last.result()) is not None:
            return msgspec.msgpack.decode(kept, type=Faults)
    from guidebook.commands.examine import elsewhere, examine_visits
    from guidebook.commands.format_content import form_notes

    catalogue, found = examine_visits(paths.content, paths.output, today)
    faults = (*found, *form_notes(paths, catalogue))
    read = elsewhere(catalogue, paths.content)
    packs = {"packs": str(paths.output / "print")}
    _keep(last, faults, Watched({**packs, **_trees(read)}, _rules(paths.content, read)), "")
    return faults


def build_unless_unchanged(request: BuildRequest, begin: Callable[[Text], None] = lambda _: None) -> Outcome:
    """The website and the guidebook; where nothing changed since the last build, the output is left as it is."""
    paths = request.paths
    options = {"language": request.language or "", "site_only": str(request.site_only)}
    last = LastRun(paths, "build", options)
    with suppress(msgspec.DecodeError):
        if (kept := last.result(_state(paths.output))) is not None:
            return replace(msgspec.msgpack.decode(kept, type=Outcome), unchanged=True, stages=())
    from guidebook.commands.build import build_everything
    from guidebook.layout.typefaces import package_files
    from guidebook.render.design.tokens import KRDS
    from guidebook.web.admin import program_files

    outcome = build_everything(request, begin)
    StepCache(paths.steps).trim()
    if not has_errors(outcome.diagnostics) and not _tells_of_a_visit(outcome):
        fonts = {f"fonts/{path.name}": str(path) for path in package_files(paths.packages)}
        forms = {f"forms/{path.relative_to(paths.packages)}": str(path) for path in program_files(paths.packages)}
        files = {**_rules(paths.content, outcome.elsewhere), **fonts, **forms, "krds": str(paths.packages / KRDS)}
        _keep(last, outcome, Watched(_trees(outcome.elsewhere), files), _state(paths.output))
    return replace(outcome, changed=last.changed)


def _tells_of_a_visit(outcome: Outcome) -> bool:
    """Whether a warning concerns a visit: it may name people, and is not kept with what is published."""
    folders = {"visits", *(Path(folder).name for folder in outcome.elsewhere)}
    return any(Path(diagnostic.span.file).parent.name in folders for diagnostic in outcome.diagnostics)


def _keep(last: LastRun, result: Outcome | Faults, further: Watched, state: str) -> None:
    with suppress(UnicodeEncodeError):  # names of files may be no Unicode; then nothing is kept
        last.keep(msgspec.msgpack.encode(result), further, state)


def _state(output: Path) -> str:
    """The state of what a build made; empty where a run was stopped in the middle."""
    if any(os.path.lexists(output / name) for name in UNFINISHED):
        return ""
    return state_of({name: output / name for name in (*FOLDERS, NAME)})


def _trees(folders: Sequence[str]) -> dict[str, str]:
    return {f"visits {folder}": folder for folder in folders}


def _rules(content: Path, folders: Sequence[str]) -> dict[str, str]:
    """The files of rules in all folders around those of visits."""
    return {str(path): str(path) for folder in (str(content), *folders) for path in _rules_around(Path(folder))}


def _rules_around(folder: Path) -> Iterator[Path]:
    for place in (real(folder), *real(folder).parents):
        yield from (place / name for name in RULES)
