"""The digest of the program itself, which steps take as an input where any change of code may change their result.

Separate from the rooms that have such steps, which need not know each other.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from guidebook.storage.digests import Digests
from guidebook.storage.paths import Paths
from guidebook.storage.places import code_of
from guidebook.storage.steps import Inputs, StepCache, digest_of

Result = TypeVar("Result")


@lru_cache(maxsize=4)
def program_of(checkout: Path, cache: Path) -> str:
    """One digest of the program's code and of the lock file of its libraries."""
    digests = Digests(cache / "digests")
    code = digests.of_tree(code_of(checkout)) | {"": digests.of_file(checkout / "requirements.txt")}
    return digest_of(*(part for pair in sorted(code.items()) for part in pair))


@dataclass(frozen=True, slots=True)
class ProgramSteps:
    """Steps whose result any change of the program may change; without a cache nothing is kept."""

    steps: StepCache | None = None
    program: str = ""

    def kept(self, step: str, subject: str, inputs: Inputs, kind: type[Result], make: Callable[[], Result]) -> Result:
        """What `make` makes of `inputs`, from the cache where it was made before; `kind` is the type to read it as."""
        if self.steps is None:
            return make()
        named = {"program": self.program, **inputs}
        octets = self.steps.find(step, named)
        if octets is not None:
            with suppress(msgspec.DecodeError, msgspec.ValidationError):
                return msgspec.msgpack.decode(octets, type=kind)
        made = make()
        self.steps.keep(step, subject, named, msgspec.msgpack.encode(made))
        return made


NOT_KEPT = ProgramSteps()


def program_steps(paths: Paths) -> ProgramSteps:
    """The steps that these paths keep."""
    return ProgramSteps(StepCache(paths.steps, paths.redone), program_of(paths.checkout, paths.cache))
