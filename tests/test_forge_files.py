"""The thin files by which forges call the scripts of `.ci/`: alike on all three, and with nothing for strangers."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook.report.run_summary import DAYS
from tests.conftest import ROOT

GITHUB, FORGEJO, GITLAB = ROOT / ".github" / "workflows", ROOT / ".forgejo" / "workflows", ROOT / ".gitlab" / "ci"
SCRIPTS = ("pack", "review")
"""What runs for strangers, too. A release runs for who may push a tag, and is looked at apart."""
RELEASE = "release"
WORKFLOWS = [folder / f"{script}.yml" for folder in (GITHUB, FORGEJO) for script in SCRIPTS]
ALL = [*WORKFLOWS, *(GITLAB / f"{script}.yml" for script in SCRIPTS), ROOT / ".gitlab-ci.yml"]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def steps(path: Path) -> list[dict[str, Any]]:
    (job,) = read(path)["jobs"].values()
    return list(job["steps"])


def test_every_forge_calls_every_script_and_forgejo_has_all_of_its_own() -> None:
    """Forgejo reads `.github/workflows` only where it has no folder of its own: nothing runs twice, nothing lacks."""
    assert {path.name for path in GITHUB.glob("*.yml")} == {path.name for path in FORGEJO.glob("*.yml")}
    assert {entry["local"] for entry in read(ROOT / ".gitlab-ci.yml")["include"]} == {
        f".gitlab/ci/{path.name}" for path in GITHUB.glob("*.yml")
    }
    for script in (*SCRIPTS, RELEASE):
        for folder in (GITHUB, FORGEJO):
            runs = [step["run"] for step in steps(folder / f"{script}.yml") if "run" in step]
            assert runs[0] == f".ci/{script}"
            assert len(runs) == 1 + (script == RELEASE and folder == GITHUB), "the rest is the script's"
        (job,) = read(GITLAB / f"{script}.yml").values()
        assert job["script"] == [f".ci/{script}"]


@pytest.mark.parametrize("script", sorted((ROOT / ".ci").iterdir()), ids=name_of)
def test_scripts_stop_at_the_first_fault_and_can_be_run(script: Path) -> None:
    assert "\nset -euo pipefail\n" in script.read_text(encoding="utf-8")
    if script.name in (*SCRIPTS, RELEASE):
        assert script.stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_strangers_find_no_secret_and_no_way_to_write(path: Path) -> None:
    code = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
    for word in ("secrets", "pull_request_target", "write", "CI_JOB_TOKEN", "github.token", "id-token"):
        assert word not in code
    assert not re.search(r"run:.*\$\{\{", code), "what an event says is no part of a command"


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_a_run_gets_the_whole_history_and_leaves_no_password(path: Path) -> None:
    first = steps(path)[0]
    assert first["with"] == {"fetch-depth": 0, "persist-credentials": False}
    if path.parent == GITHUB:
        assert read(path)["permissions"] == {"contents": "read"}
        used = [step["uses"] for step in steps(path) if "uses" in step]
        assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name) for name in used), "tags can be moved"


def test_what_is_made_is_kept_for_as_long_as_the_summary_says() -> None:
    kept = [step["with"].get("retention-days") for path in WORKFLOWS for step in steps(path) if "upload" in str(step)]
    assert kept == [DAYS] * len(WORKFLOWS)
    for script in SCRIPTS:
        (job,) = read(GITLAB / f"{script}.yml").values()
        assert job["artifacts"]["expire_in"] == f"{DAYS} days"


def test_packs_are_made_of_saved_visits_and_by_hand() -> None:
    for folder in (GITHUB, FORGEJO):
        on = read(folder / "pack.yml")[True]  # YAML takes `on` for yes
        assert on["push"]["paths"] == ["content/visits/*.yml"]
        assert on["workflow_dispatch"]["inputs"]["visit"]["required"] is True
    (job,) = read(GITLAB / "pack.yml").values()
    assert job["rules"][0]["changes"] == ["content/visits/*.yml"]
    assert job["rules"][1] == {"if": "$VISIT"}


def test_a_release_is_made_of_tags_of_versions_alone_and_by_nobody_elses_action() -> None:
    for folder in (GITHUB, FORGEJO):
        assert read(folder / "release.yml")[True] == {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+"]}}
        assert steps(folder / "release.yml")[0]["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert read(GITHUB / "release.yml")["permissions"] == {"contents": "write"}
    used = [step["uses"] for step in steps(GITHUB / "release.yml") if "uses" in step]
    assert all(re.fullmatch(r"actions/checkout@[0-9a-f]{40}", name) for name in used), "tags can be moved"
    upload = steps(GITHUB / "release.yml")[-1]
    assert upload["env"] == {"GH_TOKEN": "${{ github.token }}"}
    assert "${{" not in upload["run"], "what an event says is no part of a command"
    (job,) = read(GITLAB / "release.yml").values()
    assert job["rules"] == [{"if": r"$CI_COMMIT_TAG =~ /^v[0-9]+\.[0-9]+\.[0-9]+$/"}]
