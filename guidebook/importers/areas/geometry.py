"""The polygons of a GeoJSON geometry, mended where that is safe; what was mended or left out is said in words."""

from __future__ import annotations

import math
from typing import Any

from guidebook.model.text import Text, text

Ring = list[tuple[float, float]]
DEEPEST = 8
"""Geometry collections inside each other."""


def polygons_of(geometry: Any, depth: int = 0) -> tuple[list[list[Ring]], list[Text]]:
    """Polygons as lists of closed rings, the outer first, and remarks. Which way a ring runs does not matter."""
    if geometry is None:
        return [], [text("도형이 비어 있어(null) 읽지 않았습니다.")]
    kind = geometry.get("type")
    if kind == "Polygon":
        return _polygons([geometry.get("coordinates")])
    if kind == "MultiPolygon":
        return _polygons(geometry.get("coordinates"))
    if kind == "GeometryCollection" and depth < DEEPEST:
        polygons: list[list[Ring]] = []
        remarks: list[Text] = []
        for inner in geometry.get("geometries") or ():
            more, inner_remarks = polygons_of(inner, depth + 1)
            polygons += more
            remarks += [remark for remark in inner_remarks if remark not in remarks]
        return polygons, remarks
    return [], [text("면(Polygon)이 아닌 도형({kind})은 읽지 않았습니다.", kind=str(kind)[:40])]


def _polygons(written: Any) -> tuple[list[list[Ring]], list[Text]]:
    polygons: list[list[Ring]] = []
    remarks: dict[Text, None] = {}
    for polygon in written if isinstance(written, list) else ():
        rings: list[Ring] = []
        for number, points in enumerate(polygon if isinstance(polygon, list | tuple) else ()):
            ring, remark = _ring(points)
            remarks |= {remark: None} if remark else {}
            if ring:
                rings.append(ring)
            elif number == 0:
                break  # holes of nothing
        polygons += [rings] if rings else []
    if not polygons and not remarks:
        remarks[text("좌표가 없어 읽지 않았습니다.")] = None
    return polygons, list(remarks)


def _ring(points: Any) -> tuple[Ring, Text | None]:
    """The ring, closed. It is empty where it encloses nothing or holds what is no number."""
    try:
        ring = [(float(point[0]), float(point[1])) for point in points if not isinstance(point[0], str | bool)]
    except (TypeError, ValueError, LookupError, OverflowError):
        return [], text("숫자가 아닌 좌표가 있는 경계선을 뺐습니다.")
    if not all(math.isfinite(x) and math.isfinite(y) for x, y in ring) or len(ring) < len(points):
        return [], text("숫자가 아닌 좌표가 있는 경계선을 뺐습니다.")
    remark = None
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
        remark = text("닫히지 않은 경계선을 닫았습니다.")
    if len(set(ring)) < 3:
        return [], text("꼭짓점이 셋보다 적은 경계선을 뺐습니다.")
    return ring, remark
