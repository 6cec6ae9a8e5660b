"""`manifest.json`: every published file with its size and SHA-256, so that anyone can tell whether a copy is whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guidebook.load.folders import shown
from guidebook.load.regular_files import read_octets
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text

NAME = "manifest.json"
FOLDERS = ("site", "admin")
"""The folders of `output/` that a build makes. `print/` is private: what lies there stands in no list."""
MOST_OCTETS = 50_000_000
"""Of a manifest, which has some 150 bytes for each file."""
GENERATOR = "jumin-guidebook"
"""By this word a manifest, and the output beside it, is known as our own."""


def write_manifest(tree: Path) -> None:
    """Describe the folders of `tree` in its manifest."""
    files = [{"path": path, "size": size, "sha256": digest} for path, (size, digest) in _facts(tree).items()]
    listed = json.dumps({"generator": GENERATOR, "files": files}, ensure_ascii=False, indent=1)
    (tree / NAME).write_text(listed + "\n", encoding="utf-8")


def is_ours(output: Path) -> bool:
    """Whether `output` carries a manifest of ours."""
    return _listed(output) is not None


def published_files(output: Path, folder: str) -> Mapping[str, tuple[int, str]] | None:
    """The files of one folder of the output by the manifest: path below it → size and SHA-256. None without one."""
    listed = _listed(output)
    if listed is None:
        return None
    return {path.removeprefix(f"{folder}/"): facts for path, facts in listed.items() if path.startswith(f"{folder}/")}


def digest_of(files: Mapping[str, tuple[int, str]]) -> str:
    """One digest of a set of files, by which the same site is known again."""
    lines = "".join(f"{digest} {size} {path}\n" for path, (size, digest) in sorted(files.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def foreign_paths(output: Path) -> tuple[str, ...]:
    """Paths of the manifest that no build writes there: of other folders, or leading out of them."""
    listed = _listed(output) or {}
    return tuple(path for path in listed if path.split("/")[0] not in FOLDERS or ".." in path.split("/"))


def verify(output: Path) -> tuple[Diagnostic, ...]:
    """Compare `output` with its manifest: files that are missing, changed or not listed."""
    listed = _listed(output)
    manifest = shown(output / NAME)
    again = text("'python3 build.py'로 다시 만드세요.")
    if listed is None:
        message = text("이 폴더의 파일 목록(manifest.json)이 없거나 읽을 수 없습니다.")
        return (Diagnostic(Span(manifest), "manifest-unreadable", message, again),)
    present = _facts(output)
    faults = [
        Diagnostic(Span(manifest), "file-missing", text("'{path}' 파일이 없습니다.", path=path), again)
        for path in listed.keys() - present.keys()
    ]
    faults += [
        Diagnostic(Span(shown(output / path)), "file-changed", text("만든 뒤에 바뀐 파일입니다."), again)
        for path in listed.keys() & present.keys()
        if listed[path] != present[path]
    ]
    faults += [
        Diagnostic(
            Span(shown(output / path)),
            "file-unlisted",
            text("목록에 없는 파일입니다."),
            text("직접 넣은 파일이라면 다른 폴더로 옮기세요. 다시 만들면 지워집니다."),
        )
        for path in present.keys() - listed.keys()
    ]
    return tuple(sorted(faults, key=lambda diagnostic: (diagnostic.span, str(diagnostic.message))))


def _facts(tree: Path) -> dict[str, tuple[int, str]]:
    """From the path of every file to its size and hash, sorted."""
    paths = [path for folder in FOLDERS for path in (tree / folder).rglob("*") if path.is_file()]
    return {
        name: (path.stat().st_size, _digest(path))
        for name, path in sorted((path.relative_to(tree).as_posix(), path) for path in paths)
    }


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _listed(output: Path) -> Mapping[str, tuple[int, str]] | None:
    try:
        written: Any = json.loads(read_octets(output / NAME, MOST_OCTETS))
        if written["generator"] != GENERATOR:
            return None
        return {str(entry["path"]): (int(entry["size"]), str(entry["sha256"])) for entry in written["files"]}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
