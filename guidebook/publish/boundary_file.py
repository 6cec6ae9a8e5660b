"""Writes `content/map/towns.geojson`: whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def write_boundaries(path: Path, collection: dict[str, Any]) -> None:
    """One feature a line, so that a change of one town is one line of difference."""
    head = {key: value for key, value in collection.items() if key != "features"}
    features = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in collection["features"]
    )
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_text(f'{opened}, "features": [\n{features}\n]}}\n', encoding="utf-8")
    draft.replace(path)
