"""Who can show a place: offices and kinds of guides, never a person's name."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from guidebook.model.record import Part, Phone, Slug, Words
from guidebook.model.records.sourced import Sourced


class GuideKind(StrEnum):
    """주민자치 활동가, 문화관광해설사."""

    ACTIVIST = "activist"
    INTERPRETER = "interpreter"


class Asking(Part):
    """How to ask for a guide."""

    department: Words
    phone: Phone | None = None


class Guide(Sourced):
    """`content/guides/<id>.yml`. Stands at one site or in one town."""

    own: ClassVar[frozenset[str]] = frozenset({"kind", "site", "town", "ask"})

    kind: GuideKind
    site: Slug | None = None
    town: Slug | None = None
    shows: Words | None = None
    """What they show, in a few words."""
    ask: Asking | None = None
    """Left out where nobody knows."""
