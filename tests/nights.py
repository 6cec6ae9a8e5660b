"""A route of two days with a night, and a visit that follows it, in a copy of the tiny city 마루군."""

from __future__ import annotations

from pathlib import Path

ROUTE = "routes/river-night.md"
VISIT = "visits/hansol.yml"
STOPS = """  - {hall: gaon, text: 강길 이야기, program: river-path, stay: 60}
  - {site: river-museum, stay: 50, guide: museum-guide}
  - {restaurant: ferry-table, text: 점심, stay: 60, lunch: true}
  - {text: 강가 여관, town: naru, stay: 0, leg: 30, night: true}
  - {site: reed-village, stay: 45, start: "10:15"}
  - {hall: naru, text: 주민과 이야기, stay: 40}
"""
"""Three stops, a night, two stops on the day after."""


def with_a_night(content: Path) -> Path:
    """Add the route, and let the city's visit follow it."""
    (content / ROUTE).write_text(
        "---\ntitle: 강길 하룻밤\nsummary: 강길을 걷고 하룻밤 묵습니다.\norder: 2\nlength: two-days\n"
        f'start: "10:00"\nprograms: [river-path]\nstops:\n{STOPS}---\n강가에서 하룻밤을 묵습니다.\n',
        encoding="utf-8",
    )
    visit = (content / VISIT).read_text(encoding="utf-8")
    visit = visit.replace("route: river-day", "route: river-night").replace('end: "16:00"', 'end: "13:00"')
    (content / VISIT).write_text(visit, encoding="utf-8")
    return content
