"""What WeasyPrint works out again and again is worked out once while our documents are laid out.

One module per function of WeasyPrint's that is stood in for, and the replacing in one place. The results are the same
(`docs/decisions/0042-shrunk-widths.md`, `docs/decisions/0043-lines-are-split-once.md`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any

from guidebook.layout.memoised.inline_blocks import InlineBlocks
from guidebook.layout.memoised.shrunk_widths import ShrunkWidths
from guidebook.layout.memoised.text_lines import TextLines

STANDING_IN: tuple[tuple[str, Callable[[], Any], tuple[str, ...]], ...] = (
    ("shrink_to_fit", ShrunkWidths, ("layout.absolute", "layout.float", "layout.inline")),
    ("split_first_line", TextLines, ("layout.inline", "layout.preferred")),
    ("inline_block_box_layout", InlineBlocks, ("layout.inline",)),
)
"""The function, what stands in for it, and the modules of `weasyprint` that have imported it."""


@contextmanager
def memoised() -> Iterator[None]:
    """While documents are laid out: nothing that is known is reckoned again."""
    with ExitStack() as stack:
        for name, stand_in, users in STANDING_IN:
            function = stand_in()
            for user in users:
                stack.enter_context(_replaced(import_module(f"weasyprint.{user}"), name, function))
        yield


@contextmanager
def _replaced(module: Any, name: str, function: Any) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, function)
    try:
        yield
    finally:
        setattr(module, name, before)
