"""The first run puts in place what the command needs and no more; the second says nothing and starts at once."""

from __future__ import annotations

import ast
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from guidebook import __version__
from guidebook.setup.needs import BUILD, PACKAGES_ONLY, REVIEW, TEST, command_of, needs_of
from tests.setup.machine import RAN, Machine, listing


def test_a_build_installs_packages_and_front_end_and_runs(machine: Machine) -> None:
    run = machine.build("--visit", "one")
    assert run.code == RAN
    assert 'RAN ["--visit", "one"]' in run.out
    assert [call.split()[:3] for call in machine.calls()][:1] == [["uv", "venv", "--python"]]
    assert machine.calls("uv pip sync", "--require-hashes", "requirements.txt")
    assert machine.calls("npm ci", "--ignore-scripts", "--omit=dev")
    assert not machine.calls("apt-get")
    assert "파이썬 패키지 설치 중" in run.err
    assert "완료(" in run.err


def test_the_second_run_is_silent_and_changes_nothing(machine: Machine) -> None:
    machine.build()
    before, calls = listing(machine.root), machine.calls()
    run = machine.build()
    assert (run.code, run.err) == (RAN, "")
    assert listing(machine.root) == before
    assert machine.calls() == calls


def test_a_check_needs_neither_fonts_nor_pdf_libraries(machine: Machine) -> None:
    run = machine.build("check", "--format", "json", no_libraries=True)
    assert run.code == RAN
    assert machine.calls("uv pip sync")
    assert not machine.calls("npm") + machine.calls("apt-get")
    assert run.out.startswith("RAN"), "what set-up says must not mix with what the command prints"


def test_a_test_run_installs_test_tools_a_browser_java_and_a_second_engine(machine: Machine) -> None:
    assert machine.build("test").code == RAN
    assert machine.calls("uv pip sync", "requirements-dev.txt")
    assert machine.calls("apt-get", "install", "chromium-headless-shell default-jre-headless ghostscript nginx")
    assert not machine.calls("npm", "--omit=dev")
    assert machine.build("test").err == ""


def test_a_review_gets_a_browser_and_no_more(machine: Machine) -> None:
    assert machine.build("review", "before", "after").code == RAN
    assert machine.calls("uv pip sync", "requirements-dev.txt")
    (call,) = machine.calls("apt-get", "install", "chromium-headless-shell")
    assert "jre" not in call
    assert machine.build("review", "before", "after").err == ""


NO_HEADLESS = "E: Unable to locate package chromium-headless-shell"


@pytest.mark.parametrize("update", ["", "E: The repository 'http://ppa.example Release' does not have a Release file."])
def test_an_older_debian_gets_the_browser_with_windows(machine: Machine, update: str) -> None:
    """Though the lists of somebody else cannot be fetched there."""
    machine.answer("chromium-headless-shell", NO_HEADLESS)
    if update:
        machine.answer("Retries=2 update", update)
    assert machine.build("review", "before", "after").code == RAN
    *_, last = machine.calls("apt-get", "install")
    assert last.split()[-1] == "chromium"


def test_where_the_disk_is_full_no_larger_browser_is_tried(machine: Machine) -> None:
    full = (
        "The following NEW packages will be installed:\n  chromium-headless-shell\nE: You don't have enough free space"
    )
    machine.answer("install", NO_HEADLESS, times=1)
    machine.answer("install", full)
    assert machine.build("review", "before", "after").code == 1
    assert all(call.endswith("chromium-headless-shell") for call in machine.calls("apt-get", "install"))


def test_a_press_file_gets_a_printing_condition(machine: Machine) -> None:
    assert machine.build("guidebook", "--edition", "office", no_profile=True).code == RAN
    assert not machine.calls("apt-get")
    assert machine.build("guidebook", "--edition", "press", no_profile=True).code == RAN
    assert machine.calls("apt-get", "install", "libgs-common")
    assert machine.build("guidebook", "--edition", "press", no_profile=True).err == ""


def test_who_may_not_install_is_not_kept_from_printing(machine: Machine) -> None:
    machine.answer("sudo", "sudo: a password is required")
    assert machine.build("guidebook", "--edition", "all", no_profile=True, user=1000).code == RAN
    machine.recover()
    machine.answer("apt-get", "E: Could not resolve")
    assert machine.build("guidebook", "--edition", "all", no_profile=True).code == RAN


def test_test_tools_also_serve_a_build(machine: Machine) -> None:
    machine.build("test")
    assert machine.build().err == ""


def test_a_test_run_after_a_build_adds_only_what_is_missing(machine: Machine) -> None:
    machine.build()
    machine.build("test")
    assert len(machine.calls("uv venv")) == 1
    assert len(machine.calls("uv pip sync")) == 2


def test_a_site_without_pdf_needs_no_libraries(machine: Machine) -> None:
    run = machine.build("--site-only", no_libraries=True, user=1000)
    assert run.code == RAN
    assert machine.calls("npm")


def test_without_uv_pip_does_it_with_hashes(machine: Machine) -> None:
    machine.remove_program("uv")
    assert machine.build().code == RAN
    assert machine.calls("python3 -m venv")
    assert machine.calls("pip install", "--require-hashes", "--only-binary :all:", "requirements.txt")


def test_a_uv_that_does_not_run_is_passed_over(machine: Machine) -> None:
    machine.answer("uv --version", "pyenv: uv: command not found")
    assert machine.build().code == RAN
    assert machine.calls("pip install")


def test_it_runs_from_any_folder_and_without_git(machine: Machine, tmp_path: Path) -> None:
    run = machine.plain("check", cwd=tmp_path)
    assert run.code == RAN
    assert str(tmp_path) in run.out, "the command must still be in the reader's folder"
    assert not (machine.root / ".git").exists()


def test_every_program_of_the_venv_sees_the_package(machine: Machine, tmp_path: Path) -> None:
    machine.plain("check")
    question = "import guidebook; print(guidebook.__file__)"
    command = [str(machine.venv / "bin" / "python"), "-c", question]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout.decode()
    assert found.strip() == str(machine.root / "guidebook" / "__init__.py")


def test_a_folder_named_like_a_library_does_no_harm(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "guidebook").mkdir()
    (tmp_path / "guidebook" / "__init__.py").write_text("raise SystemExit('the wrong package')")
    assert machine.plain("check", cwd=tmp_path).code == RAN


def test_foreign_settings_do_not_lead_the_installers_astray(machine: Machine) -> None:
    run = machine.plain("check", PYTHONPATH=str(machine.fakes), PIP_USER="1", VIRTUAL_ENV="/elsewhere")
    assert run.code == RAN


def test_korean_comes_out_where_the_locale_knows_none(machine: Machine) -> None:
    run = machine.plain("check", LC_ALL="POSIX", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert "파이썬 패키지 설치 중" in run.err
    assert run.out.rstrip().endswith(" 1"), "the command itself must run in UTF-8"
    assert machine.plain("check", LC_ALL="C.UTF-8").err == "", "what one locale installed is good for the other"


def test_changed_packages_are_brought_up_to_date_in_the_same_venv(machine: Machine) -> None:
    machine.build()
    with (machine.root / "requirements.txt").open("a") as lock:
        lock.write("# one more\n")
    assert machine.build().code == RAN
    assert len(machine.calls("uv venv")) == 1
    assert len(machine.calls("uv pip sync")) == 2
    assert machine.build().err == ""


def test_changed_packages_do_not_throw_the_test_tools_out(machine: Machine) -> None:
    machine.build("test")
    with (machine.root / "requirements.txt").open("a") as lock:
        lock.write("# one more\n")
    machine.build()
    assert machine.calls("uv pip sync")[-1].endswith("requirements-dev.txt")


def test_changed_front_end_packages_are_installed_again(machine: Machine) -> None:
    machine.build()
    lock = json.loads((machine.root / "package-lock.json").read_text())
    lock["packages"]["node_modules/one-more"] = {"version": "1.0.0"}
    (machine.root / "package-lock.json").write_text(json.dumps(lock))
    machine.build()
    assert len(machine.calls("npm ci")) == 2


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], "build"),
        (["--site-only"], "build"),
        (["--content", "check"], "build"),
        (["check", "--content", "build"], "check"),
    ],
)
def test_the_command_is_the_first_word(arguments: list[str], command: str) -> None:
    assert command_of(arguments) == command


def test_each_command_needs_what_it_needs() -> None:
    assert needs_of(["serve"]) == needs_of(["guidebook"]) == needs_of([]) == BUILD
    assert needs_of(["--site-only"]) == needs_of(["portal", "cities.yml"]) == BUILD._replace(pdf=False)
    assert needs_of(["test", "-k", "--help"]) == TEST
    assert needs_of(["forge", "pack", "--visit", "hansol"]) == BUILD
    assert needs_of(["forge", "asked"]) == needs_of(["forge", "base"]) == PACKAGES_ONLY, "they may say no"
    assert needs_of(["review", "before", "after"]) == REVIEW
    assert needs_of(["guidebook", "--help"]) == needs_of(["import"]) == needs_of(["nonsense"]) == PACKAGES_ONLY


def test_a_terminal_sees_the_seconds_count(machine: Machine) -> None:
    machine.answer("uv pip sync", seconds=0.7)
    screen, terminal = pty.openpty()
    command = machine.command("check")
    running = subprocess.Popen(command, env=machine.environment(), stdout=subprocess.DEVNULL, stderr=terminal)
    os.close(terminal)
    running.wait(timeout=60)
    shown = os.read(screen, 4096).decode()
    assert "\r" in shown
    assert "파이썬 패키지 설치 중(0.5GB) … 1초" in shown


def test_continuous_integration_runs_the_tests_then_the_build(machine: Machine) -> None:
    script = Path(__file__).parents[2] / ".ci" / "run"
    copy = machine.root / ".ci" / "run"
    copy.parent.mkdir()
    copy.write_bytes(script.read_bytes())
    for name in ("bash", "dirname"):
        (machine.fakes / "bin" / name).symlink_to(f"/usr/bin/{name}")
    done = subprocess.run(["/bin/bash", str(copy)], env=machine.environment(), capture_output=True, check=True)
    assert machine.calls() == ["python3 build.py test", "python3 build.py"]
    assert b"+ python3 build.py test" in done.stdout
    machine.answer("build.py test", "one test failed", times=1)
    assert subprocess.run(
        ["/bin/bash", str(copy)], env=machine.environment(), capture_output=True, check=False
    ).returncode
    assert len(machine.calls()) == 3, "nothing is built after a failed test"


def test_the_version_is_told_before_anything_is_installed(machine: Machine) -> None:
    before = listing(machine.root)
    run = machine.build("--version")
    assert (run.code, run.out) == (0, f"Jumin Guidebook {__version__}\n")
    assert machine.calls() == []
    assert listing(machine.root) == before


def test_only_the_standard_library_is_used() -> None:
    setup = Path(__file__).parents[2] / "guidebook" / "setup"
    sources = [
        *setup.glob("*.py"),
        setup.parent / "words.py",
        setup.parent / "model" / "__init__.py",
        setup.parent / "model" / "text.py",
        setup.parent / "model" / "particles.py",
        setup.parent / "model" / "wording" / "__init__.py",
        setup.parent / "model" / "wording" / "file_sizes.py",
        setup.parent / "model" / "wording" / "numbers.py",
        setup.parent / "storage" / "__init__.py",
        setup.parent / "storage" / "places.py",
        setup.parent / "__init__.py",
        setup.parents[1] / "build.py",
    ]
    known = [source.relative_to(setup.parents[1]) for source in sources]
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            for name in names:
                ours = name == "guidebook" or Path(*name.split(".")).with_suffix(".py") in known
                assert ours or name.startswith("guidebook.setup") or name.split(".")[0] in sys.stdlib_module_names, (
                    f"{source.name} imports {name}"
                )
