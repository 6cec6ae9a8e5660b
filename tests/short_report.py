"""The report of the tiny city without what stands in front of its body, for tests that lay it out many times.

Separate, because tests of several folders want it: figures, comparisons, timetable and partners take most of the time.
"""

from __future__ import annotations

from pathlib import Path


def shorten(content: Path) -> Path:
    """Take them out of the only report of a copy of 마루군; its file."""
    report = content / "programs" / "river-path.md"
    before, _, rest = report.read_text(encoding="utf-8").partition("indicators:")
    report.write_text(before + rest[rest.index("towns: [gaon, naru]\nsearch:") :], encoding="utf-8")
    return report
