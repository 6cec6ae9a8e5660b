"""The pack as one file with a name that says whose it is, in the folder of the pack itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from guidebook.export.zipped import zipped
from guidebook.model.outcome import Packed
from guidebook.model.records.visit import Visit


def archive_name(visit: Visit) -> str:
    """Month and day of the visit and the revision: `11-26_방문안내서_2판.zip`."""
    return f"{visit.date[5:]}_방문안내서_{visit.revision}판.zip"


def with_archive(folder: Path, visit: Visit, packed: Packed) -> Packed:
    """Write all files of the pack in `folder` into one beside them."""
    name = archive_name(visit)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (folder / name).write_bytes(zipped(files, visit.revision_at))
    return replace(packed, files=tuple(sorted((*packed.files, name))), archive=name)
