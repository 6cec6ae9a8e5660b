"""Prints the house: who imports whom, room by room, and the layers that the contracts in pyproject.toml ask for.

Run `python -m tests.who_imports_whom` from the checkout. Every line is an arrow from a room to the rooms below it with
the number of imports. It ends with 1, and says so, if an arrow runs up, runs between neighbours or closes a circle.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import grimp

ROOT = Path(__file__).parents[1]
PACKAGE = "guidebook"

Arrows = Counter[tuple[str, str]]
"""Importing room and imported room → number of imports between them."""


def contracts() -> list[dict[str, Any]]:
    """The contracts of import-linter, as pyproject.toml has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    return found


def layers(container: str = PACKAGE) -> list[list[str]]:
    """The layers of a container from the top down, each with the rooms that lie side by side in it."""
    contract = next(entry for entry in contracts() if entry.get("containers") == [container])
    return [[room.strip() for room in layer.split("|")] for layer in contract["layers"]]


def arrows(container: str = PACKAGE) -> Arrows:
    """Imports between the rooms directly below a container."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    depth = container.count(".") + 1
    counted: Arrows = Counter()
    for importer in graph.modules:
        for imported in graph.find_modules_directly_imported_by(importer):
            ends = [name.split(".") for name in (importer, imported)]
            if all(".".join(end[:depth]) == container and len(end) > depth for end in ends):
                rooms = ends[0][depth], ends[1][depth]
                counted[rooms] += rooms[0] != rooms[1]
    return +counted


def wrong_arrows(found: Arrows, order: list[list[str]]) -> list[str]:
    """Arrows that run up or sideways, in words. Rooms that no layer names are left to the contract."""
    level = {room: number for number, layer in enumerate(order) for room in layer}
    ways = [(importer, imported) for importer, imported in found if {importer, imported} <= level.keys()]
    return [f"{importer} → {imported}" for importer, imported in sorted(ways) if level[imported] <= level[importer]]


def circle(found: Arrows) -> list[str]:
    """The rooms of a circle; empty where there is none."""
    below: dict[str, set[str]] = {}
    for importer, imported in found:
        below.setdefault(importer, set()).add(imported)
    try:
        TopologicalSorter(below).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def drawing(order: list[list[str]]) -> str:
    """The layers as ARCHITECTURE.md shows them."""
    return "\n↓\n".join("   ".join(layer) for layer in order)


def main() -> int:
    """Print the house; 1 if an arrow is wrong."""
    found = arrows()
    order = layers()
    for room in (room for layer in order for room in layer):
        below = sorted(imported for importer, imported in found if importer == room)
        print(f"{room:10} → {', '.join(f'{imported} {found[room, imported]}' for imported in below) or '-'}")
    faults = wrong_arrows(found, order)
    ring = circle(found)
    print("\n" + ("Wrong arrows: " + ", ".join(faults) if faults else "No arrow runs up or sideways."))
    print("Circle: " + " → ".join(ring) if ring else "No circle.")
    return int(bool(faults or ring))


if __name__ == "__main__":
    sys.exit(main())
