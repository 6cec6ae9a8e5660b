"""How often Python looks for objects that hold each other in circles: seldom, in each of our processes.

Separate from `workers`, because every command says it, and few need other processes.
"""

from __future__ import annotations

import gc

SELDOM = 50_000, 20, 100
"""What is read or laid out lives until its pages are done: looking through it as often as Python does took a tenth."""


def collect_seldom() -> None:
    """From now on, until this process ends."""
    gc.set_threshold(*SELDOM)
