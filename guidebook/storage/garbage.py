"""How often Python looks for objects that hold each other in circles: seldom, in each of our processes.

Separate from `workers`, because the command line says it before anything is imported.
"""

from __future__ import annotations

import gc

SELDOM = 50_000, 20, 100
"""What is read or laid out lives until its pages are done: looking through it every 700 objects took a tenth of all."""


def collect_seldom() -> None:
    """From now on, until this process ends."""
    gc.set_threshold(*SELDOM)
