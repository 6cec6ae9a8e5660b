"""The code drawn is the code meant."""

from __future__ import annotations

import re

import segno

from guidebook.render.book.qr import QUIET, qr


def test_the_drawing_has_exactly_the_dark_modules_and_its_quiet_zone() -> None:
    drawn = str(qr("https://example.org/q/coast/", 22, "#1e2124", "주소 & 길"))
    matrix = segno.make("https://example.org/q/coast/", error="m", micro=False).matrix
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawn)} == dark
    assert f'viewBox="0 0 {len(matrix) + 2 * QUIET} {len(matrix) + 2 * QUIET}"' in drawn
    assert "<title>주소 &amp; 길</title>" in drawn
    assert 'width="22mm"' in drawn
