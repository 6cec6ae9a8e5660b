"""Which pages of a finished file are known: a digest of each page with all that it draws and how its text is tagged.

What was found of a page holds for every page that is the same, in whatever file it lies. Separate from the checks,
because it tells what they read and not what is right. It is taken from the finished file alone: whoever made it may be
wrong about what changed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Any

import pikepdf

_REFERENCE = re.compile(rb'"(\d+) (\d+) R"')
"""A reference in qpdf's JSON; a string begins with `u:` or `b:` there, a name with `/` or `n:`."""
_PLACE_AMONG_TAGS = re.compile(rb'("/StructParents?": ?)\d+')
"""The number under which the tree of tags knows a page or link; how its text is tagged is told apart."""
_PAGES = (pikepdf.Name.Page, pikepdf.Name.Pages)
_Id = tuple[int, int]
"""The number of an object and its generation."""


def page_digests(pdf: pikepdf.Pdf, tagging: Iterable[str]) -> tuple[str, ...]:
    """One digest for each page; `tagging` tells for each how its text is tagged.

    It rests on what the page draws, on its annotations and on the file's output intent, to which colours are held, but
    on no number of an object, and on no other page.
    """
    graph = _Graph(pdf)
    intents = graph.digest_of(pdf.Root.get("/OutputIntents", pikepdf.Array()))
    return tuple(
        hashlib.sha256(b"\n".join((intents, graph.digest_of(page.obj), tags.encode()))).hexdigest()
        for page, tags in zip(pdf.pages, tagging, strict=True)
    )


class _Graph:
    """Digests of objects with all that they refer to, each taken once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._known: dict[_Id, bytes] = {}
        self._entered: set[_Id] = set()

    def digest_of(self, element: Any) -> bytes:
        """The digest of an object and of all that it refers to, but for pages."""
        json = _PLACE_AMONG_TAGS.sub(rb"\1", element.to_json(dereference=True))
        digest = hashlib.sha256(_REFERENCE.sub(self._referred, json))
        if isinstance(element, pikepdf.Stream):
            digest.update(b"\0" + element.read_raw_bytes())
        return digest.hexdigest().encode()

    def _referred(self, reference: re.Match[bytes]) -> bytes:
        id = int(reference[1]), int(reference[2])
        if id not in self._known:
            element = self._pdf.get_object(id)
            if isinstance(element, pikepdf.Dictionary) and element.get("/Type") in _PAGES:
                self._known[id] = b"page"
            elif id in self._entered:  # it leads back to itself, and is told by its number: rather new than known
                return reference[0]
            elif not isinstance(element, pikepdf.Object):  # a number or nothing, written as an object of its own
                self._known[id] = repr(element).encode()
            else:
                self._entered.add(id)
                self._known[id] = self.digest_of(element)
        return self._known[id]
