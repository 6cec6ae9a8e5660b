"""The files of content that have a form: records, settings, and the tables beside them, each with its model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guidebook.forms.canonical.keys import Model
from guidebook.load.boundaries import FOLDER, TABLE
from guidebook.load.content import SITE
from guidebook.load.folders import record_files
from guidebook.load.redirects import FILE as REDIRECTS
from guidebook.load.regular_files import Nature, nature, real
from guidebook.model.catalogue import Catalogue
from guidebook.model.settings.merging import MergingTable
from guidebook.model.site import Site


def files_with_form(content: Path, catalogue: Catalogue) -> Iterator[tuple[Path, Model]]:
    """Every such file that is there, in the order of the kinds."""
    folders = [(content / kind.folder, kind) for kind in catalogue.kinds]
    if catalogue.site is not None and catalogue.site.visits_dir is not None:
        folders.append((content / catalogue.site.visits_dir, catalogue.kinds["visit"]))
    alone: tuple[tuple[Path, Model], ...] = (
        (content / SITE, Site),
        (content / FOLDER / TABLE, MergingTable),
        (content / REDIRECTS, None),
    )
    yield from ((path, model) for path, model in alone if nature(path) is Nature.FILE)
    for folder, kind in folders:
        if nature(real(folder)) is Nature.FOLDER:
            yield from ((path, kind.model) for path in record_files(folder, kind.suffix)[0])
