"""Whatever lies in a city's folder: the portal tells what is wrong, and never ends in an error of ours."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.portal.cities import load_portal
from guidebook.load.portal.feed import read_feed
from guidebook.load.portal.json_places import line_of
from tests.portal.conftest import THREE

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
DATA = json.loads((THREE / "maru" / "programs.json").read_text(encoding="utf-8"))


def told_of(octets: bytes, name: str = "programs.json") -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        root = shutil.copytree(THREE, Path(folder) / "three")
        (root / "maru" / name).write_bytes(octets)
        found, faults = load_portal(root / "cities.yml")
        assert (found is None) is bool(faults)
        lines = octets.decode("utf-8", "replace").count("\n") + 1
        assert all(1 <= fault.span.line <= lines for fault in faults if fault.span.file.endswith(f"maru/{name}"))
        return [fault.code for fault in faults]


@given(JSON)
def test_any_json_is_told_to_be_wrong(value: Any) -> None:
    assert told_of(json.dumps(value).encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_told_to_be_wrong(octets: bytes) -> None:
    assert told_of(octets)
    read_feed(octets.decode("utf-8", "replace"), "feed.xml", "https://maru.example.org/")


@given(JSON, st.randoms(use_true_random=False))
def test_good_data_with_one_value_changed_is_read_or_told(value: Any, dice: random.Random) -> None:
    data = json.loads(json.dumps(DATA))
    place = data
    while True:
        key = dice.choice(list(place) if isinstance(place, dict) else list(range(len(place))))
        if isinstance(place[key], dict | list) and place[key] and dice.random() < 0.8:
            place = place[key]
            continue
        place[key] = value
        break
    told_of(json.dumps(data, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass"))


@given(st.recursive(st.integers(0, 9), lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=8), st.data())
def test_the_line_of_a_value_is_that_of_the_value(value: Any, data: st.DataObject) -> None:
    """Each value on a line of its own: the line is the number of values before it and of brackets around it."""
    path: list[str | int] = []
    held = {"top": value}
    inner: Any = held["top"]
    path.append("top")
    while isinstance(inner, list) and data.draw(st.booleans()):
        step = data.draw(st.integers(0, len(inner) - 1))
        path.append(step)
        inner = inner[step]
    marked = json.loads(json.dumps(held))
    place = marked
    for on_the_way in path[:-1]:
        place = place[on_the_way]
    place[path[-1]] = "here"
    written = json.dumps(marked, indent=1)
    expected = next(number for number, line in enumerate(written.split("\n"), start=1) if '"here"' in line)
    assert line_of(written, path) == expected


def test_endless_nesting_ends() -> None:
    deep = b'{"format": ' + b"[" * 100_000 + b"}"
    assert told_of(deep)
    assert line_of(deep.decode(), ("format", 0, 0, 0)) == 1


def test_ten_thousand_cases_are_read(tmp_path: Path) -> None:
    root = shutil.copytree(THREE, tmp_path / "three")
    data = json.loads(json.dumps(DATA))
    one = data["programs"][0]
    data["programs"] = [{**one, "id": f"case-{number}"} for number in range(10_000)]
    (root / "maru" / "programs.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    found, faults = load_portal(root / "cities.yml")
    assert faults == ()
    assert found is not None
    assert len(found.all) == 10_003
    data["programs"] *= 3
    (root / "maru" / "programs.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    found, faults = load_portal(root / "cities.yml")
    assert (found, {fault.code for fault in faults}) == (None, {"bad-data"})
