"""Tells from an address whether a place is in the city, and in which of its towns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidebook.model.records.town import Town


@dataclass(frozen=True, slots=True)
class Locality:
    """The city as addresses name it."""

    city: str
    """With its kind: 마루군."""
    towns: Sequence[Town]
    legal_dongs: Mapping[str, str]
    """Legal dong → name of the town."""

    def holds(self, address: str) -> bool:
        """Whether it is an address of the city; one that begins with a town (the city's own lists do) is."""
        parts = re.sub(r"^\(?\d{5,6}\)?\s*", "", address).split()[:2]
        return any(self._is_city(part) for part in parts) or bool(parts and self._is_town(parts[0]))

    def town(self, address: str) -> str | None:
        """The id of the town: by its own name, or by the legal dong in the brackets; None where neither is there."""
        words = re.split(r"[\s(),]+", address)
        for town in self.towns:
            if town.name in words:
                return town.id
        bracketed = re.split(r"[\s,]+", " ".join(re.findall(r"\(([^)]*)", address)))
        name = next((self.legal_dongs[word] for word in bracketed if word in self.legal_dongs), None)
        return next((town.id for town in self.towns if town.name == name), None)

    def _is_city(self, part: str) -> bool:
        # 가람 다솜 보름동, 가람다솜시 보름동, 다솜시보름동; but not 마루길 in 마루군's name
        return part == self.city[:-1] or part.startswith(self.city) or part.endswith(self.city)

    def _is_town(self, part: str) -> bool:
        return part in self.legal_dongs or any(part == town.name for town in self.towns)
