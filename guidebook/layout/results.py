"""What a layout engine knows: chapters laid out in this run, here or in another process, or kept by an earlier one.

Separate from the engine, which lays out what is not known. A chapter may be known by its measures alone, where a
setting was tried and another one taken.
"""

from __future__ import annotations

from guidebook.layout.cache import LayoutCache, packed, unpacked
from guidebook.model.diagnostic import Faults
from guidebook.render.book.chapter import Chapter, Side
from guidebook.render.book.laid_out import LaidOut
from guidebook.storage.steps import Inputs, digest_of, key_of

Place = tuple[Chapter, Side]
"""A chapter, and the side of its first page."""
Result = tuple[LaidOut | None, Faults]


class Results:
    """The chapters that one engine knows."""

    def __init__(self, inputs: Inputs, cache: LayoutCache | None) -> None:
        """`inputs` are what every chapter depends on: the engine, its fonts, its style sheet."""
        self.cache = cache
        self._inputs = inputs
        self._known: dict[Place, Result] = {}
        self._asked: dict[Place, Inputs] = {}
        self._given: dict[str, bytes] = {}

    def find(self, place: Place, drawn: bool) -> Result | None:
        """The chapter if it is known; where it is to be `drawn`, its measures alone are not enough."""
        known = self._known.get(place)
        if not _serves(known, drawn):
            laid_out = self._from_elsewhere(place)
            if laid_out is not None:
                known = self._known[place] = laid_out, ()
        return known if _serves(known, drawn) else None

    def put(self, place: Place, result: Result) -> Result:
        """Keep what laying out a chapter gave; in the cache, too, where it has no faults."""
        laid_out, faults = result
        if laid_out is not None and not faults and self.cache is not None:
            self.cache.keep(self._inputs_of(place), laid_out, noted=place not in self._known)
        self._known[place] = result
        return result

    def give(self, results: dict[str, bytes]) -> None:
        """Keep what another process laid out, by its keys."""
        self._given.update(results)

    def packed(self, place: Place) -> dict[str, bytes]:
        """A chapter that is known without faults, by its key, for another process; else nothing."""
        laid_out, faults = self._known.get(place, (None, ()))
        return {} if laid_out is None or faults else {key_of(self._inputs_of(place)): packed(laid_out)}

    def _from_elsewhere(self, place: Place) -> LaidOut | None:
        if not self._given and self.cache is None:
            return None
        inputs = self._inputs_of(place)
        given = self._given.pop(key_of(inputs), None)
        laid_out = unpacked(given, place[0]) if given is not None else None
        if laid_out is None:
            return self.cache.find(inputs, place[0]) if self.cache else None
        if self.cache is not None:
            self.cache.keep(inputs, laid_out, noted=place not in self._known)
        return laid_out

    def _inputs_of(self, place: Place) -> Inputs:
        if place not in self._asked:
            chapter, side = place
            self._asked[place] = {**self._inputs, "side": side, "text": digest_of(chapter.layout_html())}
        return self._asked[place]


def _serves(known: Result | None, drawn: bool) -> bool:
    return known is not None and not (drawn and known[0] is not None and not known[0].pdf)
