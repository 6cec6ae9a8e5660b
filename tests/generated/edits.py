"""Edits of a content folder, as many people might make them, good and bad; what `check` refuses is taken back.

What stays is content that nobody of us wrote and that `check` finds clean: it must build.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import has_errors
from guidebook.model.kinds import KINDS
from guidebook.model.record import fields_by_key
from guidebook.model.site import Site
from tests.generated.bodies import block
from tests.generated.words import odd_words
from tests.test_any_content import damage

Edit = Callable[[Path, random.Random], str]
"""Changes files below a content folder and says what it did."""

_SCALAR = re.compile(r"^(?P<key>\s*(?:- )?[a-z_]+): (?P<value>[^\[{|>].*)$")
_ITEM = re.compile(r"^\s*- ")
_NAMED = re.compile(r"\b(?:id|label|name|title): ")


def _records(content: Path) -> list[Path]:
    return sorted(path for path in content.rglob("*") if path.suffix in (".md", ".yml") and path.parent.name != "map")


def replace_field(content: Path, dice: random.Random) -> str:
    """Other words in a field that is there."""
    path = dice.choice(_records(content))
    lines = path.read_text(encoding="utf-8").split("\n")
    places = [at for at, line in enumerate(lines) if _SCALAR.match(line)]
    if not places:
        return ""
    at = dice.choice(places)
    found = _SCALAR.match(lines[at])
    assert found is not None
    lines[at] = f"{found['key']}: {json.dumps(odd_words(dice), ensure_ascii=False)}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"{path.name}:{at + 1}: {lines[at]}"


def add_field(content: Path, dice: random.Random) -> str:
    """A field that the record can have and has not, with whatever fits it."""
    path = dice.choice(_records(content))
    kind = KINDS.in_folder(path.parent.name)
    if kind is None and path.name != "site.yml":
        return ""
    model = kind.model if kind else Site
    written = path.read_text(encoding="utf-8")
    missing = [key for key in fields_by_key(model) if key not in ("id", "body") and f"\n{key}:" not in f"\n{written}"]
    if not missing:
        return ""
    words = json.dumps(odd_words(dice), ensure_ascii=False)
    value = dice.choice(
        (words, f"[{words}]", f"[{words}, {words}]", "true", "3", "12:00", "2026-12-05", f"{{text: {words}}}")
    )
    line = f"{dice.choice(missing)}: {value}"
    after = "---\n" if path.suffix == ".md" else ""
    path.write_text(f"{after}{line}\n{written.removeprefix(after)}", encoding="utf-8")
    return f"{path.name}: {line}"


def add_block(content: Path, dice: random.Random) -> str:
    """A piece of Markdown between two others."""
    path = dice.choice([path for path in _records(content) if path.suffix == ".md"])
    front, mark, body = path.read_text(encoding="utf-8").partition("\n---\n")
    parts = body.split("\n\n")
    written = block(dice)
    parts.insert(dice.randint(0, len(parts)), written)
    path.write_text(front + mark + "\n\n".join(parts), encoding="utf-8")
    return f"{path.name}: {written}"


def double_item(content: Path, dice: random.Random) -> str:
    """An item of a list once more."""
    path = dice.choice(_records(content))
    lines = path.read_text(encoding="utf-8").split("\n")
    places = [at for at, line in enumerate(lines) if _ITEM.match(line)]
    if not places:
        return ""
    at = dice.choice(places)
    lines.insert(at, lines[at])
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"{path.name}:{at + 1}: doubled {lines[at]}"


def many_items(content: Path, dice: random.Random) -> str:
    """An item of a list many times, as bars and steps come in: with all of its lines, each under a name of its own."""
    path = dice.choice(_records(content))
    lines = path.read_text(encoding="utf-8").split("\n")
    places = [at for at, line in enumerate(lines) if _ITEM.match(line)]
    if not places:
        return ""
    at = dice.choice(places)
    deep = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > deep:
        end += 1
    count = dice.choice((9, 14, 40, 70))
    for number in range(count):
        lines[end:end] = [_NAMED.sub(rf"\g<0>{number}-", line) for line in lines[at:end]]
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"{path.name}:{at + 1}: {count} times {lines[at]}"


def remove_line(content: Path, dice: random.Random) -> str:
    """A line less."""
    path = dice.choice(_records(content))
    lines = path.read_text(encoding="utf-8").split("\n")
    at = dice.randrange(len(lines))
    gone = lines.pop(at)
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"{path.name}:{at + 1}: removed {gone}"


def copy_record(content: Path, dice: random.Random) -> str:
    """A record once more under another name."""
    path = dice.choice([path for path in _records(content) if path.name != "site.yml"])
    copy = path.with_stem(f"{path.stem}-{dice.randint(2, 99)}")
    copy.write_bytes(path.read_bytes())
    return f"{copy.name}: copied"


def damage_octets(content: Path, dice: random.Random) -> str:
    """A careless edit or a broken merge."""
    damage(content, dice)
    return "damaged"


EDITS: tuple[Edit, ...] = (
    *(replace_field,) * 3,
    *(add_field,) * 3,
    *(add_block,) * 4,
    double_item,
    *(many_items,) * 2,
    remove_line,
    copy_record,
    damage_octets,
)
"""With how often each is made."""


def rewrite(content: Path, dice: random.Random, edits: int) -> list[str]:
    """Edit a folder so often, keep what `check` accepts, and tell what was kept."""
    kept: list[str] = []
    for _ in range(edits):
        before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
        told = dice.choice(EDITS)(content, dice)
        _, diagnostics = examine(content)
        if has_errors(diagnostics):
            for path in [path for path in content.rglob("*") if path.is_file() and path not in before]:
                path.unlink()
            for path, octets in before.items():
                path.write_bytes(octets)
        elif told:
            kept.append(told)
    return kept
