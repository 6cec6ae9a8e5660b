"""Numbers as readers see them: thousands set apart, `2,036`. The one place that writes them."""

from __future__ import annotations

from decimal import Decimal


def number(value: Decimal | float, decimals: int | None = None) -> str:
    """`2948` → `2,948`; with as many decimals as are asked for: `1.26` → `1.3`."""
    if decimals is None:
        return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return f"{value:,.{decimals}f}"
