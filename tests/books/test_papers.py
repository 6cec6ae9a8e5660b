"""PDFs of the website, made in this process and in others: the same files, and the same steps noted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.books.site_papers import make_site_papers
from guidebook.commands.examine import examine
from guidebook.render.new_context import context_of
from guidebook.storage.steps import Redone
from guidebook.storage.workers import Workers
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths


def steps(redone: list[Redone]) -> set[tuple[str, str]]:
    return {(one.step, one.subject) for one in redone}


@pytest.mark.usefixtures("no_waiting")
def test_other_processes_make_the_same_files(tmp_path: Path) -> None:
    catalogue, _ = examine(CITIES / "maru")
    made = []
    for most in (1, 2):
        own = replace(paths(CITIES / "maru"), cache=tmp_path / str(most), redone=[])
        with Workers(most) as workers:
            papers, faults = make_site_papers(context_of(catalogue.public(), TEMPLATES, PACKAGES), own, workers)
            assert papers is not None
            assert workers.start(0) == (most > 1)
            made.append((papers.files, faults, papers.told(), papers.verdict(), steps(own.redone)))
    assert made[0] == made[1]
