"""A bill of materials (CycloneDX 1.6, JSON) of what the two lock files put in place for those who use the program.

Ours and not a library's: both locks are our own and simple, and a library would be one more dependency to lock for a
file that is written once a release. Its purpose is to be compared with lists of known faults, for which names, versions
and package URLs are what counts. What comes from the operating system (Pango, HarfBuzz) is in no lock and not listed.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

NAME, LICENCE = "jumin-guidebook", "MIT"
PYTHON_LOCK, NODE_LOCK = "requirements.txt", "package-lock.json"
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_BECAUSE = re.compile(r"^\s+#\s+(?:via\s+)?(?P<parent>[A-Za-z0-9._\[\]-]+)")
_MODULE = "node_modules/"


@dataclass(frozen=True, slots=True)
class Part:
    """A package that is put in place, and for whose sake."""

    purl: str
    name: str
    version: str
    parents: tuple[str, ...]
    """The purls of those that need it; our own name where the program does."""
    licence: str = ""
    hashes: tuple[tuple[str, str], ...] = ()
    """Algorithm and digest of each file that may be installed."""
    lock: str = ""


def bill_of_materials(version: str, python_lock: str, node_lock: str) -> bytes:
    """The document: the same for the same locks."""
    parts = _once(sorted((*_of_python(python_lock), *_of_node(node_lock)), key=lambda part: part.purl))
    own = f"pkg:generic/{NAME}@{version}"
    needed: dict[str, list[str]] = {own: []}
    for part in parts:
        for parent in part.parents:
            needed.setdefault(own if parent == NAME else parent, []).append(part.purl)
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid5(NAMESPACE_URL, "\n".join([own, *(part.purl for part in parts)])).urn,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": NAME,
                "version": version,
                "licenses": [{"license": {"id": LICENCE}}],
                "purl": own,
            }
        },
        "components": [_component(part) for part in parts],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(set(needed.get(ref, ())))} for ref in (own, *(part.purl for part in parts))
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _once(parts: Iterable[Part]) -> Sequence[Part]:
    """The parts, those that npm puts in several places as one."""
    known: dict[str, Part] = {}
    for part in parts:
        before = known.get(part.purl, part)
        known[part.purl] = replace(part, parents=tuple(dict.fromkeys((*before.parents, *part.parents))))
    return tuple(known.values())


def _component(part: Part) -> Mapping[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
    }
    if part.licence:
        component["licenses"] = [{"expression": part.licence}]
    if part.hashes:
        digests = [{"alg": algorithm, "content": digest} for algorithm, digest in part.hashes]
        # A release of a package has many files, one for each system: none of them is the component.
        component["externalReferences"] = [{"type": "distribution", "url": part.lock, "hashes": digests}]
    return component


def _of_python(lock: str) -> Iterator[Part]:
    """The packages of a lock as uv writes it: a name, its hashes, and below them for whose sake it is there."""
    entries: list[tuple[re.Match[str], list[str]]] = []
    for line in lock.splitlines():
        if pinned := _PINNED.match(line):
            entries.append((pinned, []))
        elif entries:
            entries[-1][1].append(line)
    purls: dict[str, list[str]] = {NAME: [NAME]}  # a lock may hold several versions: one for each Python
    for one, _ in entries:
        purls.setdefault(_normal(one["name"]), []).append(_python_purl(one))
    for one, lines in entries:
        named = (found["parent"] for line in lines if (found := _BECAUSE.match(line)) and found["parent"] != "via")
        parents = tuple(purl for name in named for purl in purls[_normal(name)])
        hashes = tuple(("SHA-256", digest) for digest in _HASH.findall("\n".join(lines)))
        name = _normal(one["name"])
        yield Part(_python_purl(one), name, one["version"], parents, hashes=hashes, lock=PYTHON_LOCK)


def _python_purl(pinned: re.Match[str]) -> str:
    return f"pkg:pypi/{_normal(pinned['name'])}@{pinned['version']}"


def _normal(name: str) -> str:
    """As the Python index spells it; without extras."""
    return re.sub(r"[-_.]+", "-", name.partition("[")[0]).lower()


def _of_node(lock: str) -> Iterator[Part]:
    """The packages of an npm lock that are no tools of developers."""
    packages: Mapping[str, Mapping[str, Any]] = json.loads(lock)["packages"]
    used = {place: package for place, package in packages.items() if place and not package.get("dev")}
    purls = {place: _purl(_module(place), str(package["version"])) for place, package in used.items()}
    parents: dict[str, list[str]] = {}
    for place, package in ((place, package) for place, package in packages.items() if place in ("", *used)):
        for name in package.get("dependencies", {}):
            found = _resolved(place, name, purls)
            if found:
                parents.setdefault(found, []).append(purls[place] if place else NAME)
    for place, package in used.items():
        algorithm, _, digest = str(package.get("integrity", "")).partition("-")
        hashes = ((algorithm.upper().replace("SHA", "SHA-"), base64.b64decode(digest).hex()),) if digest else ()
        yield Part(
            purls[place],
            _module(place),
            str(package["version"]),
            tuple(parents.get(place, ())),
            str(package.get("license", "")),
            hashes,
            NODE_LOCK,
        )


def _module(place: str) -> str:
    return place.rpartition(_MODULE)[2]


def _purl(name: str, version: str) -> str:
    return f"pkg:npm/{quote(name, safe='/')}@{version}"


def _resolved(place: str, name: str, purls: Mapping[str, str]) -> str:
    """Where Node finds a package: beside who asks, or in a folder above; empty for one that is not installed."""
    steps: Sequence[str] = place.split(f"/{_MODULE}") if place else ()
    for end in range(len(steps), -1, -1):
        above = f"/{_MODULE}".join(steps[:end])
        found = f"{above}/{_MODULE}{name}" if above else f"{_MODULE}{name}"
        if found in purls:
            return found
    return ""
