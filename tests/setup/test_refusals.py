"""Every failure is a sentence and a remedy, and never a traceback."""

from __future__ import annotations

import ast
import errno
from pathlib import Path

import pytest

from guidebook.setup.failures import explain
from guidebook.setup.packages import RUN_LOCK
from tests.setup.machine import RAN, Machine, listing

NETWORK = "네트워크에 연결하지 못해"
HASHES = "잠금 파일에 적힌 것과 달라"
DISK = "디스크 공간이 부족해"
PERMISSION = "이 폴더에 쓸 수 없습니다"

WORDS_OF_PROGRAMS = [
    ("uv pip sync", "error: Request failed after 3 retries\n  Caused by: error sending request for url", NETWORK),
    ("uv pip sync", "  Caused by: dns error: failed to lookup address information: Name or service not known", NETWORK),
    ("uv pip sync", "  Caused by: tcp connect error: Connection refused (os error 111)", NETWORK),
    ("uv pip sync", "error: Hash mismatch for `babel==2.18.0`", HASHES),
    ("uv pip sync", "  Caused by: No space left on device (os error 28)", DISK),
    ("uv pip sync", "  Caused by: invalid peer certificate: UnknownIssuer", "보안 인증서"),
    ("uv pip sync", "  x No solution: nh3 has no wheels with a matching tag", "맞는 파이썬 패키지가"),
    ("uv pip sync", "thread 'main' panicked", "설치 프로그램이 오류로 끝났습니다"),
    ("uv venv", "  Caused by: failed to create directory: Permission denied (os error 13)", PERMISSION),
    ("npm ci", "npm error code ENOTFOUND\nnpm error network request failed", NETWORK),
    ("npm ci", "npm error code EINTEGRITY", HASHES),
    ("npm ci", "npm error code ENOSPC", DISK),
    ("npm ci", "npm error code SELF_SIGNED_CERT_IN_CHAIN", "보안 인증서"),
    ("npm ci", "npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync.",
     "서로 맞지 않습니다"),
]  # fmt: skip

WORDS_OF_PIP = [
    ("NewConnectionError: Failed to establish a new connection: [Errno 111] Connection refused", NETWORK),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", HASHES),
    ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", DISK),
    ("ERROR: No matching distribution found for nh3==0.3.8", "맞는 파이썬 패키지가"),
    ("ReadTimeoutError: Read timed out.", NETWORK),
]

WORDS_OF_APT = [
    ("E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 99", "다른 프로그램이 시스템 패키지를"),
    ("W: Failed to fetch http://deb/x  Temporary failure resolving 'deb'\nE: Unable to locate package", NETWORK),
    ("E: dpkg was interrupted, you must manually run 'dpkg --configure -a'", "설치가 끝나지 않은 상태여서"),
    ("E: You don't have enough free space in /var/cache/apt/archives/.\nNo space left on device", DISK),
    ("E: Unable to locate package libharfbuzz-subset0", "필요한 시스템 패키지가 없습니다"),
]


@pytest.mark.parametrize(
    ("says", "sentence"), [*((says, told) for _, says, told in WORDS_OF_PROGRAMS), *WORDS_OF_PIP, *WORDS_OF_APT]
)
def test_what_programs_say_becomes_a_sentence(says: str, sentence: str) -> None:
    failure = explain(says)
    assert sentence in failure.reason.wording
    assert failure.last_words[-1] == says.splitlines()[-1].strip()


@pytest.mark.parametrize(
    ("call", "says", "sentence"), [WORDS_OF_PROGRAMS[0], WORDS_OF_PROGRAMS[8], WORDS_OF_PROGRAMS[9]]
)
def test_a_failure_of_uv_or_npm_reaches_the_reader(machine: Machine, call: str, says: str, sentence: str) -> None:
    machine.answer(call, says)
    run = machine.build()
    assert run.code == 1
    assert sentence in run.err
    assert "도움말:" in run.err
    assert says.splitlines()[-1].strip() in run.err, "the last words of the program help whoever is asked for help"
    assert says.splitlines()[-1].strip() in (machine.root / ".cache" / "setup.log").read_text()


def test_a_failure_of_pip_reaches_the_reader(machine: Machine) -> None:
    machine.remove_program("uv")
    says, sentence = WORDS_OF_PIP[0]
    machine.answer("pip install", says)
    run = machine.build()
    assert run.code == 1
    assert sentence in run.err


def test_a_failure_of_apt_reaches_the_reader_before_anything_is_downloaded(machine: Machine) -> None:
    says, sentence = WORDS_OF_APT[1]
    machine.answer("apt-get", says)
    run = machine.build(no_libraries=True)
    assert run.code == 1
    assert sentence in run.err
    assert not machine.venv.exists()


def test_only_the_last_lines_of_a_long_output_are_shown() -> None:
    failure = explain("\n".join(f"line {number}" for number in range(100)))
    assert failure.last_words == tuple(f"line {number}" for number in range(94, 100))


def test_as_root_libraries_come_by_apt(machine: Machine) -> None:
    run = machine.build(no_libraries=True)
    assert run.code == RAN
    (install,) = machine.calls("apt-get", "install")
    assert "--no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in install
    assert not machine.calls("apt-get", "update"), "lists that are there are not fetched again"


def test_package_lists_that_were_never_fetched_are_fetched(machine: Machine) -> None:
    machine.answer("install", "E: Unable to locate package libpango-1.0-0", times=1)
    assert machine.build(no_libraries=True).code == RAN
    assert [call.split()[-1] == "update" for call in machine.calls("apt-get")] == [False, True, False]


def test_a_passwordless_sudo_is_used(machine: Machine) -> None:
    assert machine.build(no_libraries=True, user=1000).code == RAN
    assert machine.calls("sudo -n env DEBIAN_FRONTEND=noninteractive")


def test_without_permission_there_is_one_line_to_type(machine: Machine) -> None:
    machine.answer("sudo", "sudo: a password is required")
    run = machine.build(no_libraries=True, user=1000)
    assert run.code == 1
    line = next(line for line in run.err.splitlines() if line.strip().startswith("sudo apt-get update"))
    assert line.endswith("install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
    assert "--site-only" in run.err
    assert not machine.calls("apt-get")
    assert not machine.venv.exists()


def test_the_one_line_names_all_that_is_missing(machine: Machine) -> None:
    machine.remove_program("sudo")
    machine.remove_program("uv")
    run = machine.build("test", no_libraries=True, no_venv=True, user=1000)
    (line,) = [line for line in run.err.splitlines() if "sudo apt-get" in line]
    assert "-venv libpango" in line
    assert line.endswith(" chromium default-jre-headless ghostscript nginx")


def test_another_distribution_gets_the_names(machine: Machine) -> None:
    machine.remove_program("apt-get")
    run = machine.build(no_libraries=True)
    assert run.code == 1
    assert "Pango" in run.err
    assert "HarfBuzz subset" in run.err
    assert "--site-only" in run.err


def test_a_mac_gets_the_line_for_homebrew(machine: Machine) -> None:
    machine.remove_program("apt-get")
    run = machine.build(no_libraries=True, platform="darwin")
    assert run.code == 1
    assert "brew install pango" in run.err


def test_libraries_that_apt_installs_in_vain_are_a_sentence(machine: Machine) -> None:
    machine.remove_program("apt-get")
    (machine.fakes / "bin" / "apt-get").symlink_to("/bin/true")
    run = machine.build(no_libraries=True)
    assert run.code == 1
    assert "설치했지만 쓸 수 없습니다" in run.err


def test_a_debian_without_venv_gets_it_by_apt(machine: Machine) -> None:
    machine.remove_program("uv")
    assert machine.build("check", no_venv=True).code == RAN
    (install,) = machine.calls("apt-get", "install")
    assert install.endswith("-venv")


def test_uv_needs_no_venv_of_debian(machine: Machine) -> None:
    assert machine.build("check", no_venv=True, user=1000).code == RAN


def test_without_permission_the_missing_venv_is_named(machine: Machine) -> None:
    machine.remove_program("uv")
    machine.remove_program("sudo")
    run = machine.build("check", no_venv=True, user=1000)
    assert run.code == 1
    assert "-venv" in run.err
    assert "--site-only" not in run.err, "that would not help"


@pytest.mark.parametrize(
    ("disk", "sentence"),
    [("EACCES", PERMISSION), ("EROFS", PERMISSION), ("ENOSPC", DISK), ("EIO", "파일을 처리하지 못했습니다")],
)
def test_a_folder_that_takes_nothing_is_a_sentence(machine: Machine, disk: str, sentence: str) -> None:
    assert hasattr(errno, disk)
    run = machine.build(disk=disk)
    assert run.code == 1
    assert sentence in run.err


def test_a_checkout_that_is_not_whole_is_a_sentence(machine: Machine) -> None:
    (machine.root / RUN_LOCK).unlink()
    run = machine.build()
    assert run.code == 1
    assert RUN_LOCK in run.err
    (machine.root / "package-lock.json").write_text("{")
    assert machine.build().code == 1


@pytest.mark.parametrize(
    ("world", "sentence"),
    [
        ({"version": [3, 10, 9]}, "파이썬 3.11 이상이 필요합니다. 지금 실행한 파이썬은 3.10입니다."),
        ({"version": [2, 7, 18]}, "파이썬 3.11 이상이 필요합니다. 지금 실행한 파이썬은 2.7입니다."),
        ({"platform": "win32"}, "WSL 2"),
        ({"platform": "win32", "version": [3, 8, 0]}, "WSL 2"),
    ],
)
def test_what_cannot_run_is_refused_before_anything_is_made(
    machine: Machine, world: dict[str, object], sentence: str
) -> None:
    before = listing(machine.root)
    run = machine.build(**world)
    assert run.code == 1
    assert sentence in run.err
    assert listing(machine.root) == before
    assert not machine.calls()


def test_an_old_python_can_read_build_py() -> None:
    source = (Path(__file__).parents[2] / "build.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.JoinedStr | ast.AnnAssign)]
