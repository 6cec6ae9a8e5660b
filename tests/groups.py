"""A visit whose delegation divides into two groups that meet again, in a copy of the tiny city 마루군."""

from __future__ import annotations

from pathlib import Path

VISIT = "visits/hansol.yml"
STOPS = """groups:
  - {name: 가조, people: 18}
  - {name: 나조}
stops:
  - {hall: gaon, text: 강길 이야기, stay: 60}
  - {site: river-museum, stay: 50, guide: museum-guide, group: 가조}
  - {site: reed-village, stay: 30, leg: 20, group: 나조}
  - {text: 나루 마을길, town: naru, stay: 30, leg: 10, group: 나조}
  - {restaurant: ferry-table, text: 점심, stay: 60, lunch: true}
  - {text: 마무리, town: naru, stay: 30}
coaches:
  - {people: 18, group: 가조}
  - {people: 10, group: 나조}
"""
"""All at the hall; then one stop, and two; all at lunch."""


def divided(content: Path) -> Path:
    """Let the city's visit divide."""
    visit = (content / VISIT).read_text(encoding="utf-8")
    assert "route: river-day\n" in visit
    (content / VISIT).write_text(visit.replace("route: river-day\n", STOPS), encoding="utf-8")
    return content
