"""What other forms, and people, write without quotes: the right value, or a sentence that says what is wrong.

Sveltia writes every text in quotes as we ask it to; Decap and older versions do not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.load.content import load_content

VISIT, PLACE = "visits/hansol.yml", "restaurants/ferry-table.yml"


def change(content: Path, file: str, old: str, new: str) -> None:
    path = content / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "value"),
    [
        (VISIT, 'start: "10:00"', "start: 10:00", "start", "10:00"),
        (VISIT, 'start: "10:00"', "start: 09:30", "start", "09:30"),
        (VISIT, "edition_at: 2026-12-01 16:30", 'edition_at: "2026-12-01 16:30"', "revision_at", "2026-12-01 16:30"),
        (VISIT, "people: 28", 'people: "28"', "people", 28),
        (VISIT, "date: 2026-12-03", "date: '2026-12-03'", "date", "2026-12-03"),
        (PLACE, "phone: 043-222-3000", 'phone: "043-222-3000"', "phone", "043-222-3000"),
        (PLACE, "dishes: [민물고기 조림]", "dishes:\n  - 041", "dishes", ("041",)),
    ],
)
def test_the_right_value(maru: Path, file: str, old: str, new: str, field: str, value: object) -> None:
    change(maru, file, old, new)
    loaded = load_content(maru)
    record = loaded.catalogue.visits[0] if file == VISIT else loaded.catalogue.restaurants[0]
    assert getattr(record, field) == value


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (VISIT, 'start: "10:00"', "start: 600", "error[bad-time]"),
        (VISIT, 'start: "10:00"', 'start: "10:00:00"', "error[bad-time]"),
        (VISIT, 'start: "10:00"', "start: 오전 10시", "error[bad-time]"),
        (VISIT, "  phone: 043-222-0101", "  phone: 43-222-0101", "error[bad-phone]"),
        (VISIT, "  phone: 043-222-0101", "  phone: 432220101", "error[bad-phone]"),
        (PLACE, "phone: 043-222-3000", "phone: 0432223000", "error[bad-phone]"),
        (VISIT, "date: 2026-12-03", "date: 2026-12-03T00:00:00.000Z", "error[bad-date]"),
        (VISIT, "people: 28", "people: 28.0명", "error[bad-number]"),
        (VISIT, "people: 28", "people:", "error[empty-value]"),
        (VISIT, "route: river-day", "route:\n  - river-day", "error[wrong-type]"),
        (
            "routes/river-day.md",
            "{site: reed-village, stay: 45}",
            "{site: no-village, stay: 45}",
            "error[unknown-site]",
        ),
    ],
)
def test_a_clear_diagnostic(
    maru: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, said: str
) -> None:
    change(maru, file, old, new)
    line = (maru / file).read_text(encoding="utf-8").split(new.split("\n")[0])[0].count("\n") + 1
    assert main(["check", "--content", str(maru)]) == 1
    out = capsys.readouterr().out
    told = [one for one in out.splitlines() if said in one]
    assert told, out
    assert any(f"{file}:{number}:" in told[0] for number in (line, line + 1))
    assert "도움말:" in out
