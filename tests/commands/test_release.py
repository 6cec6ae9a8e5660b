"""A release: refused where the tag promises something else; else the same files for the same content, all digested."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from guidebook.commands.forge.release import DIGESTS, NOTES, Promised, lay_out, promised
from guidebook.commands.forge.sbom import bill_of_materials
from tests.commands.forge_runs import Repository, clean, repository
from tests.conftest import ROOT

CHANGES = """# Changelog

## Unreleased

- Later.

## 1.2.3 (2026-11-20)

### Added
- `new city`: a city of its own.

## 1.2.2 (2026-10-01)

- Earlier.
"""
NODE_LOCK = {
    "packages": {
        "": {"dependencies": {"@a/fonts": "1.0.0", "forms": "2.0.0"}, "devDependencies": {"axe": "4.0.0"}},
        "node_modules/@a/fonts": {
            "version": "1.0.0",
            "license": "MIT AND OFL-1.1",
            "integrity": "sha512-" + "AAAA" * 21 + "AA==",
        },
        "node_modules/forms": {"version": "2.0.0", "license": "MIT", "dependencies": {"deep": "^3.0.0"}},
        "node_modules/forms/node_modules/deep": {"version": "3.0.0", "license": "ISC"},
        "node_modules/axe": {"version": "4.0.0", "dev": True},
    }
}
PYTHON_LOCK = f"""ruamel.yaml==0.18.10 ; python_version < '4' \\
    --hash=sha256:{"a" * 64} \\
    --hash=sha256:{"b" * 64}
    # via jumin-guidebook (pyproject.toml)
zopfli==0.4.3 \\
    --hash=sha256:{"c" * 64}
    # via
    #   ruamel-yaml
    #   jumin-guidebook (pyproject.toml)
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    (tmp_path / "requirements.txt").write_text(PYTHON_LOCK, encoding="utf-8")
    (tmp_path / "package-lock.json").write_text(json.dumps(NODE_LOCK), encoding="utf-8")
    return tmp_path


def built(output: Path) -> Path:
    for place in ("site", "handbook/site"):
        (output / place / "guidebook").mkdir(parents=True)
        (output / place / "index.html").write_text("<!doctype html>", encoding="utf-8")
        (output / place / "guidebook" / "guidebook.pdf").write_bytes(b"%PDF-1.7")
    paper = output / "handbook" / "print" / "도입-검토서"
    paper.mkdir(parents=True)
    for ending in ("pdf", "hwpx", "txt"):
        (paper / f"도입-검토서.{ending}").write_bytes(b"paper")
    return output


def test_the_notes_of_a_version_are_cut_from_the_list_of_changes(checkout: Path) -> None:
    promise, faults = promised(checkout, "v1.2.3", "1.2.3")
    assert faults == ()
    assert promise == Promised("1.2.3", "### Added\n- `new city`: a city of its own.", "2026-11-20")


@pytest.mark.parametrize("tag", ["v1.2.4", "1.2.3", "v1.2", "", "v1.2.3-rc1", "main", "v1.2.3\n"])
def test_another_tag_is_refused(checkout: Path, tag: str) -> None:
    promise, (fault,) = promised(checkout, tag, "1.2.3")
    assert (promise, fault.code) == (None, "other-version")


@pytest.mark.parametrize(
    "changes", ["# Changelog\n", "# Changelog\n\n## 1.2.3 (2026-11-20)\n\n## 1.2.2\n\n- Earlier.\n"]
)
def test_a_version_of_which_nobody_wrote_is_refused(checkout: Path, changes: str) -> None:
    (checkout / "CHANGELOG.md").write_text(changes, encoding="utf-8")
    promise, (fault,) = promised(checkout, "v1.2.3", "1.2.3")
    assert (promise, fault.code) == (None, "no-notes")


def test_the_files_are_digested_and_the_same_each_time(checkout: Path) -> None:
    promise, _ = promised(checkout, "v1.2.3", "1.2.3")
    assert promise is not None
    output, into = built(checkout / "output"), checkout / "output" / "release"
    names, faults = lay_out(promise, checkout, output, into)
    assert faults == ()
    first = {path.name: path.read_bytes() for path in into.iterdir()}
    assert sorted(first) == list(names)
    parts = ("site.zip", "guidebook.pdf", "handbook-site.zip", "handbook.pdf", "adoption.pdf", "adoption.hwpx")
    assert set(first) == {NOTES, DIGESTS, *(f"jumin-guidebook-1.2.3-{part}" for part in (*parts, "sbom.cdx.json"))}
    assert all(name.isascii() for name in first), "forges change other letters in names"
    for line in first[DIGESTS].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(first[name]).hexdigest() == digest
    assert len(first[DIGESTS].splitlines()) == len(first) - 1
    with zipfile.ZipFile(into / "jumin-guidebook-1.2.3-site.zip") as archive:
        assert archive.namelist() == ["guidebook/guidebook.pdf", "index.html"]
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 11, 20)}
    lay_out(promise, checkout, output, into)
    assert {path.name: path.read_bytes() for path in into.iterdir()} == first


def test_what_was_not_built_is_told_and_nothing_is_laid_out(checkout: Path) -> None:
    promise, _ = promised(checkout, "v1.2.3", "1.2.3")
    assert promise is not None
    output = built(checkout / "output")
    (output / "handbook" / "site" / "guidebook" / "guidebook.pdf").unlink()
    shutil.rmtree(output / "site")
    names, faults = lay_out(promise, checkout, output, output / "release")
    assert names == ()
    assert [fault.code for fault in faults] == ["not-built"] * 3
    assert not (output / "release").exists()


def _bill(*locks: str) -> dict[str, Any]:
    return dict(json.loads(bill_of_materials("1.2.3", *locks)))


def test_the_bill_names_what_is_put_in_place_and_for_whose_sake() -> None:
    bill = _bill(PYTHON_LOCK, json.dumps(NODE_LOCK))
    parts = {part["purl"]: part for part in bill["components"]}
    yaml, zopfli = "pkg:pypi/ruamel-yaml@0.18.10", "pkg:pypi/zopfli@0.4.3"
    fonts, forms, deep = "pkg:npm/%40a/fonts@1.0.0", "pkg:npm/forms@2.0.0", "pkg:npm/deep@3.0.0"
    assert set(parts) == {yaml, zopfli, fonts, forms, deep}, "tools of developers are not put in place"
    needed = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    own = "pkg:generic/jumin-guidebook@1.2.3"
    assert needed == {own: [fonts, forms, yaml, zopfli], yaml: [zopfli], forms: [deep], zopfli: [], fonts: [], deep: []}
    assert parts[fonts]["licenses"] == [{"expression": "MIT AND OFL-1.1"}]
    assert parts[fonts]["externalReferences"][0]["hashes"] == [{"alg": "SHA-512", "content": "00" * 64}]
    assert len(parts[yaml]["externalReferences"][0]["hashes"]) == 2


def test_the_bill_of_our_own_locks_is_whole() -> None:
    """The form was held once against the schema of CycloneDX 1.6; here stands what may change with the locks."""
    locks = [(ROOT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "package-lock.json")]
    bill = _bill(*locks)
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    refs = [part["bom-ref"] for part in bill["components"]]
    assert len(refs) == len(set(refs)) > 60
    assert len(re.findall(r"^[\w.-]+==", locks[0], re.MULTILINE)) == sum(ref.startswith("pkg:pypi/") for ref in refs)
    named = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    own = bill["metadata"]["component"]["bom-ref"]
    assert set(named) == {own, *refs}
    reached, waiting = set(), [own]
    while waiting:
        ref = waiting.pop()
        waiting += [other for other in named[ref] if other not in reached]
        reached.update(named[ref])
    assert reached == set(refs), "nothing is there without a reason"
    for part in bill["components"]:
        (reference,) = part.get("externalReferences", [{"hashes": []}])
        assert all(re.fullmatch("[0-9a-f]{64}|[0-9a-f]{128}", one["content"]) for one in reference["hashes"])


@pytest.fixture
def tagged(tmp_path: Path) -> Repository:
    made = repository(tmp_path)
    shutil.copy(ROOT / "CHANGELOG.md", made.folder / "CHANGELOG.md")
    made.save("버전")
    return made


def test_the_script_builds_nothing_for_another_tag(tagged: Repository) -> None:
    run = tagged.run(script="release", CI_COMMIT_TAG="v99.0.0")
    assert run.code == 1
    assert "other-version" in run.log
    assert not (tagged.folder / "output").exists()


def test_the_script_asks_builds_and_lays_out_in_this_order(tmp_path: Path) -> None:
    """With a program that only writes down what it is asked."""
    made = repository(tmp_path)
    asked = tmp_path / "asked"
    (made.folder / "build.py").write_text(
        f"import sys\nopen({str(asked)!r}, 'a').write(' '.join(sys.argv[1:]) + chr(10))\n", encoding="utf-8"
    )
    path = f"{tmp_path / 'bin'}:/usr/bin:/bin"
    subprocess.run(
        ["bash", str(made.folder / ".ci" / "release")],
        env={**clean(), "PATH": path, "GITHUB_REF_NAME": "v1.2.3"},
        check=True,
    )
    assert asked.read_text(encoding="utf-8").splitlines() == [
        "forge release v1.2.3 --check",
        "",
        "handbook",
        "forge release v1.2.3",
    ]
