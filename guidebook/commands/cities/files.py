"""The files of a new city's repository, from `templates/city/`: their names, and what is filled into them.

Separate from `new_city`, which judges what is asked for and puts the files in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.forms.yaml_text import scalar
from guidebook.importers.areas.romanised import id_of, romanised

FOLDER = "city"
HIDDEN = ("ci", "editorconfig", "forgejo", "github", "gitignore", "gitlab-ci.yml")
"""What gets a dot before its name in a city's repository, and has none here, where it must not work."""
PROGRAMS = (".ci/run",)
"""Files that can be run."""
TOWN = "content/towns/example-town.yml"
KINDS = {"읍": "eup", "면": "myeon"}
PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the new city."""

    id: str
    name: str
    name_en: str
    kind: str


EXAMPLE = Town("example-town", "예시동", "Example-dong", "dong")


def towns_of(names: tuple[str, ...]) -> tuple[Town, ...]:
    """The towns with these names, each with an id of its own."""
    towns: dict[str, Town] = {}
    for number, name in enumerate(names, start=1):
        id = id_of(name) or f"town-{number}"
        id = id if id not in towns else f"{id}-{number}"
        towns[id] = Town(id, name, romanised(name) or f"Town {number}", KINDS.get(name[-1:], "dong"))
    return tuple(towns.values())


def files_of(templates: Path, values: Mapping[str, str], towns: tuple[Town, ...]) -> Iterator[tuple[str, str]]:
    """Name and text of each file; the example of a town is replaced by a file for each town there is."""
    folder = templates / FOLDER
    every = {**values, "town": towns[0].id}
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            continue
        name = path.relative_to(folder).as_posix()
        written = path.read_text(encoding="utf-8")
        if name == TOWN:
            yield from (_of_town(town, order, written, every) for order, town in enumerate(towns, start=1))
        else:
            yield (f".{name}" if name.split("/")[0] in HIDDEN else name), filled(written, every)


def filled(written: str, values: Mapping[str, str]) -> str:
    """The text with values in the places that name them."""
    return PLACE.sub(lambda place: values[place[1]], written)


def _of_town(town: Town, order: int, written: str, values: Mapping[str, str]) -> tuple[str, str]:
    own = {"town_name": scalar(town.name), "town_name_en": scalar(town.name_en), "town_kind": town.kind}
    return f"content/towns/{town.id}.yml", filled(written, {**values, **own, "town_order": str(order)})
