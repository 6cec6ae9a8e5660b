"""A point that is not in its town is an error at its line, with the town it is really in."""

from __future__ import annotations

import json
from pathlib import Path

from guidebook.check.points import outlines_have_towns, points_lie_in_their_towns
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Severity


def outlined(root: Path, **squares: tuple[float, float]) -> Path:
    """Squares of a tenth of a degree, each from its south-west corner (lat, lon)."""
    features = [
        {
            "properties": {"name": name},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[lon + x, lat + y] for x, y in ((0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1), (0, 0))]],
            },
        }
        for name, (lat, lon) in squares.items()
    ]
    (root / "map").mkdir()
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (root / "map" / "towns.geojson").write_text(text, encoding="utf-8")
    return root


def site(root: Path, lat: float, lon: float, kind: str = "museum") -> None:
    (root / "sites" / "odd.yml").write_text(
        f"name: 별난 곳\nkind: {kind}\ntown: gaon\npoint: {{lat: {lat}, lon: {lon}}}\n"
        "sources:\n  - {kind: official, publisher: 시, title: 누리집 자료, covers: [point]}\n",
        encoding="utf-8",
    )


def test_a_point_in_another_town_is_named_with_that_town(maru: Path) -> None:
    for path in (maru / "sites").iterdir():
        path.unlink()
    outlined(maru, 가온면=(37.0, 127.0), 나루읍=(37.0, 127.1))
    site(maru, 37.05, 127.15)
    found = [one for one in points_lie_in_their_towns(load_content(maru).catalogue) if "odd" in one.span.file]
    assert [(one.code, one.span.line, one.severity) for one in found] == [("point-outside-town", 4, Severity.ERROR)]
    assert "나루읍" in str(found[0].hint)


def test_fifty_metres_are_the_shore_s_and_a_bridge_may_stand_in_the_sea(maru: Path) -> None:
    for path in (maru / "sites").iterdir():
        path.unlink()
    outlined(maru, 가온면=(37.0, 127.0), 나루읍=(37.0, 127.1))
    for lat, kind, faults in ((37.1005, "museum", 0), (37.2, "museum", 1), (37.2, "landmark", 0)):
        site(maru, lat, 127.05, kind)
        found = [one for one in points_lie_in_their_towns(load_content(maru).catalogue) if "odd" in one.span.file]
        assert len(found) == faults


def test_towns_and_outlines_that_do_not_know_each_other_are_named(maru: Path) -> None:
    outlined(maru, 가온면=(37.0, 127.0), 다른면=(37.0, 127.1))
    found = list(outlines_have_towns(load_content(maru).catalogue))
    assert [(one.code, one.severity) for one in found] == [
        ("no-outline", Severity.WARNING),
        ("no-town", Severity.WARNING),
    ]
