"""Pictures: no file without its rights and a description; people on them only with consent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from guidebook.model.record import Part, Words


class Licence(StrEnum):
    """What a picture may be used under. Types 3 and 4 of KOGL allow no change: never cropped, nothing laid over."""

    KOGL_0 = "kogl-0"
    KOGL_1 = "kogl-1"
    KOGL_2 = "kogl-2"
    KOGL_3 = "kogl-3"
    KOGL_4 = "kogl-4"
    CC_BY = "cc-by-4.0"
    CC_BY_SA = "cc-by-sa-4.0"
    CC0 = "cc0"
    OWN = "own"
    PERMISSION = "permission"


class Rights(Part):
    """Whose the picture is and why we may show it."""

    holder: Words
    licence: Licence
    source: Words | None = None
    """Where it was published first, in words."""


class People(StrEnum):
    """Who can be known again on it."""

    NONE = "none"
    CROWD = "crowd"
    CONSENTED = "consented"


class Picture(Part):
    """A picture of a record; the file lies in `content/assets/`."""

    file: Words
    alt: Words
    """What is seen, in a sentence, for those who do not see it."""
    caption: Words | None = None
    rights: Rights
    people: People
    consent: Words | None = None
    """Where the consent is kept, never a name: `2026. 10. 동의서, 자치팀 보관`. Not published."""
    ai: bool = False
    """Made by a machine; said beneath it."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture file as its own bytes tell."""

    file: str
    """Its path as shown in diagnostics."""
    width: int
    height: int
