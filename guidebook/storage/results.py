"""What another process made or raised, handed over as a file; only the file's name goes through the pipe.

A name is written into a pipe whole or not at all. Of a long result a process that is killed would leave half, and the
process that reads would wait for the rest forever.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from traceback import format_exc
from typing import Any


class OtherProcessError(Exception):
    """The traceback of what was raised in another process."""

    def __str__(self) -> str:
        return "\n" + "".join(self.args)


@dataclass(frozen=True, slots=True)
class _Done:
    result: Any = None
    error: Exception | None = None
    traceback: str = ""


def hand_over(function: Callable[..., Any], *values: Any) -> str:
    """In the other process: do it, and give the name of the file in which the result lies."""
    try:
        done = _Done(function(*values))
    except Exception as error:
        done = _Done(error=error, traceback=format_exc())
    octets = pickle.dumps(done)
    handle, name = tempfile.mkstemp()
    with os.fdopen(handle, "wb") as file:
        file.write(octets)
    return name


def taken_over(name: str) -> Any:
    """The result, whose file is deleted; raises what the function raised."""
    path = Path(name)
    done: _Done = pickle.loads(path.read_bytes())
    if done.error is not None:
        raise done.error from OtherProcessError(done.traceback)
    path.unlink()
    return done.result
