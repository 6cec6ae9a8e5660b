"""Compiled templates, kept between runs: compiling all of them takes longer than rendering a small city with them.

Separate from the environment, which is pure, and from the commands, which all draw with the same templates.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from guidebook.render.templates import compiled, give_compiled
from guidebook.storage.paths import Paths
from guidebook.storage.program import program_of
from guidebook.storage.steps import StepCache, digest_of

STEP = "templates"
"""The name of the step."""
Compiled = dict[str, dict[str, bytes]]


@contextmanager
def kept_templates(paths: Paths) -> Iterator[None]:
    """What is rendered inside compiles only templates that no earlier run with this program compiled.

    The source of a template is no input: Jinja keeps its checksum with the code, and drops what does not fit. What
    failed inside is not kept.
    """
    steps = StepCache(paths.shared_steps)  # templates tell nothing of a visit
    inputs = {"program": program_of(paths.checkout, paths.cache), "python": digest_of(sys.version)}
    octets = steps.find(STEP, inputs)
    if octets is not None:
        give_compiled(msgspec.msgpack.decode(octets, type=Compiled))
    before = compiled()
    yield
    if compiled() != before:
        steps.keep(STEP, str(paths.templates), inputs, msgspec.msgpack.encode(compiled()))
