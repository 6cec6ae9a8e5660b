"""Attachments: files to download from a body, with kind, size and permanent address."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

FILES = "files/"
"""The folder of the website where they lie."""

KINDS: Mapping[str, str] = {
    ".pdf": "PDF",
    ".hwpx": "HWPX",
    ".hwp": "HWP",
    ".xlsx": "XLSX",
    ".docx": "DOCX",
    ".pptx": "PPTX",
    ".csv": "CSV",
    ".txt": "TXT",
    ".zip": "ZIP",
}
"""Ending of the name → kind. Nothing that a browser would run or draw as a page of the site is among them."""

_PLAIN = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of `content/assets/` that is what its name says."""

    file: str
    """Its path as shown in diagnostics."""
    name: str
    """As the editor named it, composed (NFC), and as readers keep it."""
    stored: str
    """The same as the disk spells it."""
    kind: str
    octets: int

    @property
    def path(self) -> str:
        """Below the site's root. It holds letters that every server and archive keeps, and outlives a new content."""
        stem, _, ending = self.name.rpartition(".")
        if _PLAIN.fullmatch(stem):
            return f"{FILES}{stem}.{ending.lower()}"
        return f"{FILES}{hashlib.sha256(self.name.encode()).hexdigest()[:12]}.{ending.lower()}"
