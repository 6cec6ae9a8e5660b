"""Walks the content folder and loads every record: the one reader of `content/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from guidebook.load.assets import FOLDER as ASSETS
from guidebook.load.assets import load_assets
from guidebook.load.attachments import load_attachments
from guidebook.load.boundaries import FILE, FOLDER, TABLE, load_boundaries
from guidebook.load.bounds import body_faults
from guidebook.load.draft import Draft, reserved_keys
from guidebook.load.files import read_text, unseen_in_body, unseen_in_name
from guidebook.load.folders import record_files, shown, sound_entries, unknown_name
from guidebook.load.front_matter import split
from guidebook.load.merging import load_merging
from guidebook.load.redirects import FILE as REDIRECTS
from guidebook.load.redirects import load_redirects
from guidebook.load.regular_files import Nature, fault_of, nature, real
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import OF_MERGING, OF_REDIRECTS, OF_SITE, Catalogue, SourceMap
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.kinds import KINDS, MARKDOWN, Kind, Kinds
from guidebook.model.record import SLUG, Record
from guidebook.model.site import Site
from guidebook.model.text import text
from guidebook.model.wording.order import natural

SITE = "site.yml"

PROFILES = (".icc", ".icm")
"""Endings of the printing house's profiles, which may lie at the top too; `site.yml` names the one that is used."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, and what is wrong with the rest."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]


@dataclass
class _Collected:
    records: list[Record] = field(default_factory=list)
    maps: dict[tuple[str, str], SourceMap] = field(default_factory=dict)
    declared: set[tuple[str, str]] = field(default_factory=set)
    faults: list[Diagnostic] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    """Key of the kind → name or title → id, of every file that could be parsed."""


def load_content(root: Path, kinds: Kinds = KINDS) -> Loaded:
    """Read everything below `root`. Never raises for bad content; all faults of all files come back at once."""
    collected = _Collected()
    if nature(real(root)) is not Nature.FOLDER:
        missing = Diagnostic(
            Span(shown(root)),
            "no-content",
            text("콘텐츠 폴더를 찾을 수 없습니다."),
            text("--content 뒤에 site.yml이 든 폴더를 적으세요."),
        )
        return Loaded(Catalogue(site=None, kinds=kinds), (missing,))
    site = _site(root, collected)
    for path, kind in _files(root, kinds, collected):
        _record(path, kind, collected)
    if site is not None and site.visits_dir is not None:
        visit = kinds["visit"]
        for path in _visits_elsewhere(root / site.visits_dir, visit, collected):
            _record(path, visit, collected)
    for draft in collected.drafts:
        record, faults = draft.validated(collected.names, kinds)
        collected.faults += faults
        if record is not None:
            collected.records.append(record)
    catalogue = replace(
        _around(root, collected),
        site=site,
        records=tuple(_in_order(collected.records, kinds)),
        kinds=kinds,
        maps=collected.maps,
        declared=frozenset(collected.declared),
    )
    return Loaded(catalogue, tuple(sorted(collected.faults, key=attrgetter("span"))))


def _in_order(records: Iterable[Record], kinds: Kinds) -> Iterator[Record]:
    """The records kind by kind, those of each kind as its entry says."""
    together = sorted(records, key=lambda record: natural(record.id))
    for kind in kinds:
        those = (one for one in together if type(one) is kind.model)
        yield from sorted(those, key=lambda record: [_place(getattr(record, field)) for field in kind.order])


def _place(value: Any) -> Any:
    """What a field of a record is sorted by: words as people sort them."""
    if isinstance(value, tuple):
        return tuple(map(_place, value))
    return natural(value) if isinstance(value, str) else value


def _around(root: Path, collected: _Collected) -> Catalogue:
    """A catalogue of what lies beside the records: map, former ids, pictures, files."""
    assets, faults = load_assets(root, shown(root / ASSETS))
    collected.faults += faults
    attachments, faults = load_attachments(root / ASSETS, shown(root / ASSETS))
    collected.faults += faults
    redirects, places, faults = load_redirects(root, shown(root / REDIRECTS))
    collected.faults += faults
    if places is not None:
        collected.maps[OF_REDIRECTS] = places
    merging, places, faults = load_merging(root, shown(root / FOLDER / TABLE))
    collected.faults += faults
    if places is not None:
        collected.maps[OF_MERGING] = places
    boundaries, faults = load_boundaries(root, shown(root / FOLDER / FILE))
    collected.faults += faults
    if nature(root / FOLDER) is Nature.FOLDER:
        strays, faults = sound_entries(root / FOLDER, (FILE, TABLE))
        collected.faults += [*faults, *(unknown_name(path, (), f"{FILE}, {TABLE}") for path in strays)]
    return Catalogue(
        None, boundaries=boundaries, merging=merging, redirects=redirects, assets=assets, attachments=attachments
    )


def _site(root: Path, collected: _Collected) -> Site | None:
    path = root / SITE
    if nature(path) is Nature.MISSING:
        collected.faults.append(
            Diagnostic(
                Span(shown(path)),
                "no-site",
                text("누리집 설정 파일(site.yml)이 없습니다."),
                text("다른 콘텐츠 폴더의 site.yml을 복사해 고쳐 쓰세요."),
            )
        )
        return None
    source, faults = read_text(path, shown(path))
    collected.faults += faults
    if source is None:
        return None
    data, places, faults = parse(source, shown(path))
    collected.faults += faults
    collected.maps[OF_SITE] = places
    if data is None:
        return None
    site, faults = validate(Site, data, places)
    collected.faults += faults
    return site


def _files(root: Path, kinds: Kinds, collected: _Collected) -> Iterator[tuple[Path, Kind]]:
    """The files that are records; anything else that looks like content is a fault."""
    names = (SITE, REDIRECTS, *(nature_of_entry.folder for nature_of_entry in kinds), FOLDER, ASSETS)
    paths, faults = sound_entries(root, (SITE, REDIRECTS))
    collected.faults += faults
    for entry in paths:
        found, nature_of_entry = nature(entry), kinds.in_folder(entry.name)
        if found is Nature.FILE and entry.suffix in PROFILES:
            continue
        if nature_of_entry is None and entry.name not in (FOLDER, ASSETS):
            collected.faults += unseen_in_name(entry.name, shown(entry))
            allowed = ", ".join((*names, *(f"*{ending}" for ending in PROFILES)))
            collected.faults.append(unknown_name(entry, names, allowed))
        elif found is not Nature.FOLDER:
            collected.faults.append(fault_of(found, shown(entry)))
        elif nature_of_entry is not None:
            yield from ((path, nature_of_entry) for path in _records(entry, nature_of_entry, collected))


def _records(folder: Path, kind: Kind, collected: _Collected) -> tuple[Path, ...]:
    paths, faults = record_files(folder, kind.suffix)
    collected.faults += faults
    return paths


def _visits_elsewhere(folder: Path, kind: Kind, collected: _Collected) -> Iterator[Path]:
    """The visits of the second folder, which lies outside a public repository."""
    if nature(real(folder)) is Nature.FOLDER:
        yield from _records(folder, kind, collected)
    else:
        collected.faults.append(
            Diagnostic(
                collected.maps[OF_SITE].value(("visits_dir",)),
                "no-visits-dir",
                text("방문 자료를 둘 '{path}' 폴더가 없습니다.", path=shown(folder)),
                text("폴더를 만들거나 visits_dir를 고치세요. content 폴더에서 본 경로를 적습니다."),
            )
        )


def _record(path: Path, kind: Kind, collected: _Collected) -> None:
    file, id = shown(path), path.stem
    collected.declared.add((kind.key, id))
    if not re.match(SLUG, id):
        collected.faults += unseen_in_name(path.name, file)
        collected.faults.append(
            Diagnostic(
                Span(file),
                "bad-id",
                text("파일 이름 '{id}'에 쓸 수 없는 글자가 있습니다.", id=id),
                text("영문 소문자, 숫자, 붙임표(-)만 쓰세요. 파일 이름이 곧 주소가 됩니다."),
            )
        )
        return
    source, faults = read_text(path, file)
    collected.faults += faults
    if source is None:
        return
    body, body_line, first_line = None, 1, 1
    if path.suffix == MARKDOWN:
        halves, faults = split(source, file)
        collected.faults += faults
        if halves is None:
            return
        source, body, body_line, first_line = halves.front, halves.body, halves.body_line, 2
    data, places, faults = parse(source, file, first_line)
    collected.faults += faults
    if data is None:
        return
    places = replace(places, body_line=body_line)
    collected.faults += unseen_in_body(body or "", file, body_line)
    too_much = tuple(body_faults(body or "", places))
    collected.faults += [*too_much, *reserved_keys(data, places)]
    collected.maps[kind.key, id] = places
    # Nobody else reads a body that is too much.
    collected.drafts.append(Draft(kind.model, id, data, "" if too_much else body, places))
    if isinstance(name := data.get("name") or data.get("title"), str):
        collected.names.setdefault(kind.key, {})[name] = id
