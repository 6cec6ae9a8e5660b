"""Trees of documents kept between runs: parsing HTML takes thirty times as long as reading its tree back.

Separate from the parser, which knows no cache. What is kept is read with pickle, as safe as the compiled templates that
lie beside it: both are the program's own, in a folder that only its owner can write to.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from xml.etree.ElementTree import Element

from guidebook.render.text.html_tree import parsed
from guidebook.storage.program import ProgramSteps
from guidebook.storage.steps import digest_of

STEP = "tree"
"""The name of the step."""
TOO_DEEP = b""
"""Kept of a document so deeply nested that its tree cannot be written."""


def kept_tree(html: str, subject: str, steps: ProgramSteps) -> Element:
    """The `html` element of a document, as `parsed` gives it, and nobody else's; `subject` is what it is called."""
    octets = steps.kept(STEP, subject, {"html": digest_of(html)}, bytes, lambda: _written(parsed(html)))
    if octets == TOO_DEEP:
        return parsed(html)
    root: Element = pickle.loads(octets)
    return root


def parsing_once(subject: str, steps: ProgramSteps) -> Callable[[str], Element]:
    """A parser that takes the trees of documents of this name from `steps`."""
    return lambda html: kept_tree(html, subject, steps)


def _written(root: Element) -> bytes:
    try:
        return pickle.dumps(root)
    except RecursionError:
        return TOO_DEEP
