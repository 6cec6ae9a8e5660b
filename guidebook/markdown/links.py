"""What a link leads to: a record, a heading of this body, a file to take home, or an address."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

from guidebook.model.kinds import KINDS, Kinds

_ASSET = re.compile(r"(?:\.\./)?assets/(?P<name>.+)$")
"""From the content folder, or from the file that links; the latter is what previews of editors follow."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads. `address` is how it was written."""

    address: str
    kind: str = ""
    """Of the record, e.g. `town`; empty where it leads to none."""
    id: str = ""
    heading: str = ""
    """The id of a heading: of the record, or of this body where no record is named."""
    file: str = ""
    """The name of a file in `content/assets/`, composed (NFC)."""

    @property
    def is_relative(self) -> bool:
        """Whether it leads to another page of the website by its path."""
        return not (
            self.kind or self.heading or self.file or _SCHEME.match(self.address) or self.address.startswith("//")
        )

    @property
    def scheme(self) -> str:
        """`https`, `tel`, …; empty where there is none."""
        found = _SCHEME.match(self.address)
        return found[1].lower() if found else ""

    @classmethod
    def of(cls, address: str, kinds: Kinds = KINDS) -> Target:
        """What the written address means, where records of these kinds may be linked to."""
        kind, colon, rest = address.partition(":")
        if colon and kind in kinds.linked:
            id, _, heading = rest.partition("#")
            return cls(address, kind, id, unquote(heading))
        if address.startswith("#"):
            return cls(address, heading=unquote(address[1:]))
        found = _ASSET.match(address)
        if found:
            return cls(address, file=unicodedata.normalize("NFC", unquote(found["name"])))
        return cls(address)
