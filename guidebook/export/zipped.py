"""A pack as one file to hand on: the same octets for the same files, and Korean names that Windows unpacks rightly.

Nothing is compressed, for what a pack holds is compressed already, and compressors differ from machine to machine.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Mapping

OLDEST = "1980-01-01 00:00"
"""No moment before this one can be written in such a file."""
REGULAR, UNIX = 0o100644 << 16, 3
"""What each file is, and by whose rules that is written."""


def zipped(files: Mapping[str, bytes], moment: str) -> bytes:
    """The files by their names, sorted, all of one moment: `2026-12-02 09:10`."""
    octets = io.BytesIO()
    day, _, time = max(moment, OLDEST).partition(" ")
    year, month, date = map(int, day.split("-"))
    hour, minute = map(int, time.split(":"))
    named = {unicodedata.normalize("NFC", name): content for name, content in files.items()}
    with zipfile.ZipFile(octets, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(named):
            entry = zipfile.ZipInfo(name, (year, month, date, hour, minute, 0))
            entry.create_system, entry.external_attr = UNIX, REGULAR
            archive.writestr(entry, named[name])
    return octets.getvalue()
