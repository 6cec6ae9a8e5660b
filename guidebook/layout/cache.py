"""The layout cache: chapters on their pages as results of a step, so that only changed chapters are laid out again.

Separate from the cache of steps, because a chapter itself is not kept: whoever asks has it at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec

from guidebook.render.book.chapter import Chapter
from guidebook.render.book.laid_out import Bookmark, LaidOut
from guidebook.storage.steps import Inputs, StepCache

STEP = "layout"
"""The name of the step."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a chapter."""

    pdf: bytes
    pages: int
    anchors: Mapping[str, tuple[int, float, float]]
    bookmarks: tuple[Bookmark, ...]
    used: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LayoutCache:
    """Chapters in the cache of steps."""

    steps: StepCache
    shared: StepCache | None = None
    """Where chapters are kept that are the same for every visit, if `steps` are those of one."""
    is_shared: Callable[[Chapter], bool] = lambda _: False

    @property
    def is_new(self) -> bool:
        """Whether no chapter was ever kept."""
        return not (self.steps.folder / STEP).is_dir()

    def find(self, inputs: Inputs, chapter: Chapter) -> LaidOut | None:
        """The chapter as it was laid out with these inputs; None where it was not, or what is kept is damaged."""
        octets = self._place(chapter).find(STEP, inputs)
        return None if octets is None else unpacked(octets, chapter)

    def keep(self, inputs: Inputs, laid_out: LaidOut, noted: bool = True) -> None:
        """Keep a chapter, whole or not at all; `noted` where it is to be told why it was laid out."""
        place, octets = self._place(laid_out.chapter), packed(laid_out)
        if noted:
            place.keep(STEP, laid_out.chapter.id, inputs, octets)
        else:
            place.keep_unnoted(STEP, inputs, octets)

    def _place(self, chapter: Chapter) -> StepCache:
        return self.shared if self.shared is not None and self.is_shared(chapter) else self.steps


def packed(laid_out: LaidOut) -> bytes:
    """What laying out a chapter gave, without the chapter."""
    kept = _Kept(laid_out.pdf, laid_out.pages, laid_out.anchors, laid_out.bookmarks, laid_out.used)
    return msgspec.msgpack.encode(kept)


def unpacked(octets: bytes, chapter: Chapter) -> LaidOut | None:
    """The chapter with what laying it out gave; None where that is damaged."""
    try:
        kept = msgspec.msgpack.decode(octets, type=_Kept)
    except msgspec.DecodeError:
        return None
    return LaidOut(chapter, kept.pdf, kept.pages, kept.anchors, kept.bookmarks, kept.used)
