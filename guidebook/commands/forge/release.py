"""A release: what a tag promises is there, and is laid out with notes, bill of materials and digests.

What is released was built before, by the commands that everybody has: the website and guidebook of the shipped content,
the handbook with its paper. Nothing is built here, so that nothing is released that is not what people build.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.commands.forge.sbom import NAME, NODE_LOCK, PYTHON_LOCK, bill_of_materials
from guidebook.commands.handbook.making import PAPER_NAME
from guidebook.export.zipped import zipped
from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.load.regular_files import Nature, nature
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.text import text

VERSION, CHANGES = "guidebook/__init__.py", "CHANGELOG.md"
NOTES, DIGESTS = "NOTES.md", "SHA256SUMS"
_TAG = re.compile(r"v\d+\.\d+\.\d+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Promised:
    """What a tag stands for."""

    version: str
    notes: str
    day: str
    """That of the version in the list of changes: all files of archives are of it."""


def promised(checkout: Path, tag: str, version: str) -> tuple[Promised | None, Faults]:
    """The version of a tag with its notes; nothing where the program has another, or nobody wrote what changed."""
    changes = checkout / CHANGES
    if not _TAG.fullmatch(tag) or tag != f"v{version}":
        wrong = Diagnostic(
            Span(shown(checkout / VERSION)),
            "other-version",
            text("태그 '{tag}'{가} 프로그램의 버전({version})과 다릅니다.", tag=tag, version=version),
            text("버전을 올려 커밋한 다음 ‘v{version}’처럼 그 버전을 태그로 붙이세요.", version=version),
        )
        return None, (wrong,)
    source, faults = read_text(changes, shown(changes))
    head, notes = _section(source or "", version)
    if faults or not notes:
        missing = Diagnostic(
            Span(shown(changes)),
            "no-notes",
            text("변경 이력에 {version} 버전의 글이 없습니다.", version=version),
            text("‘## {version} (2026-12-01)’처럼 적은 제목 아래에 변경 사항을 적으세요.", version=version),
        )
        return None, (*faults, missing)
    day = _DAY.search(head)
    return Promised(version, notes, day[0] if day else ""), ()


def _section(changes: str, version: str) -> tuple[str, str]:
    """The heading of a version and what stands below it."""
    match = re.search(
        rf"^## +\[?v?{re.escape(version)}\]?(?P<head>(?: [^\n]*)?)\n(?P<notes>.*?)(?=^## |\Z)", changes, re.M | re.S
    )
    return (match["head"], match["notes"].strip()) if match else ("", "")


def lay_out(promise: Promised, checkout: Path, output: Path, into: Path) -> tuple[tuple[str, ...], Faults]:
    """All files of the release into a new folder, and their names; nothing where one of them was not built."""
    handbook = output / "handbook"
    wanted = {
        "guidebook.pdf": output / "site" / "guidebook" / "guidebook.pdf",
        "handbook.pdf": handbook / "site" / "guidebook" / "guidebook.pdf",
        **{f"adoption.{end}": handbook / "print" / PAPER_NAME / f"{PAPER_NAME}.{end}" for end in ("pdf", "hwpx")},
    }
    sites = {"site.zip": output / "site", "handbook-site.zip": handbook / "site"}
    missing = tuple(_missing([*wanted.values(), *(site / "index.html" for site in sites.values())]))
    if missing:
        return (), missing
    locks = ((checkout / lock).read_text("utf-8") for lock in (PYTHON_LOCK, NODE_LOCK))
    files = {
        **{name: path.read_bytes() for name, path in wanted.items()},
        **{name: _archive(site, promise.day) for name, site in sites.items()},
        "sbom.cdx.json": bill_of_materials(promise.version, *locks),
    }
    named = {f"{NAME}-{promise.version}-{name}": octets for name, octets in files.items()}
    named[NOTES] = (promise.notes + "\n").encode()
    named[DIGESTS] = _digests(named)
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    for name, octets in named.items():
        (into / name).write_bytes(octets)
    return tuple(sorted(named)), ()


def _missing(paths: list[Path]) -> Iterator[Diagnostic]:
    for path in paths:
        if nature(path) is not Nature.FILE:
            yield Diagnostic(
                Span(shown(path)),
                "not-built",
                text("릴리스에 넣을 파일이 없습니다."),
                text("먼저 ‘python3 build.py’를 실행하고, 이어서 ‘python3 build.py handbook’을 실행하세요."),
            )


def _archive(site: Path, day: str) -> bytes:
    """The website, as any web server takes it."""
    paths = (path for path in site.rglob("*") if nature(path) is Nature.FILE)
    return zipped(
        {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}, f"{day} 00:00" if day else ""
    )


def _digests(files: Mapping[str, bytes]) -> bytes:
    """A line a file, as `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()
