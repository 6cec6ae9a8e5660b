"""The output folder is all old or all new, whatever happens and whenever it happens."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import text
from guidebook.output.manifest import write_manifest
from guidebook.output.swap import replace_output

FAULT = Diagnostic(Span("content/a.md"), "any", text("틀렸습니다."), text("고치세요."))
WARNING = Diagnostic(Span("content/a.md"), "any", text("이상합니다."), text("보세요."), Severity.WARNING)

Make = Callable[[Path], tuple[Diagnostic, ...]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("content", "templates/theme", "guidebook"):
        (tmp_path / "checkout" / name).mkdir(parents=True)
    return tmp_path / "checkout"


@pytest.fixture
def output(checkout: Path) -> Path:
    return checkout / "output"


def making(version: str, *folders: str) -> Make:
    """A build that writes a file of this version into each folder."""

    def make(staging: Path) -> tuple[Diagnostic, ...]:
        for folder in folders or ("site", "admin"):
            (staging / folder / "deep").mkdir(parents=True)
            (staging / folder / "deep" / "page.html").write_text(version)
        write_manifest(staging)
        return ()

    return make


def publish(output: Path, make: Make) -> tuple[Diagnostic, ...]:
    checkout = output.parent
    return replace_output(output, make, checkout, checkout / "content")


def state(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_first_build_makes_the_folder(output: Path) -> None:
    assert publish(output, making("one")) == ()
    assert set(state(output)) == {"site/deep/page.html", "admin/deep/page.html", "manifest.json"}


def test_a_second_build_replaces_every_entry_and_drops_those_not_made(output: Path) -> None:
    publish(output, making("one", "site", "admin"))
    publish(output, making("two", "site"))
    assert set(state(output)) == {"site/deep/page.html", "manifest.json"}
    assert (output / "site/deep/page.html").read_text() == "two"


def test_what_is_not_ours_stays(output: Path) -> None:
    (output / "mkdocs").mkdir(parents=True)
    (output / "mkdocs" / "index.html").write_text("preview")
    (output / "notes.txt").write_text("mine")
    publish(output, making("one"))
    publish(output, making("two"))
    publish(output, lambda staging: (FAULT,))
    assert (output / "mkdocs" / "index.html").read_text() == "preview"
    assert (output / "notes.txt").read_text() == "mine"


def pack(output: Path, version: str, id: str = "visit") -> tuple[Diagnostic, ...]:
    def make(staging: Path) -> tuple[Diagnostic, ...]:
        (staging / "print" / id).mkdir(parents=True)
        (staging / "print" / id / "booklet.pdf").write_text(version)
        return ()

    return replace_output(output, make, output.parent, output.parent / "content", (f"print/{id}",))


def test_a_pack_replaces_its_own_folder_and_later_builds_keep_it(output: Path) -> None:
    publish(output, making("one"))
    pack(output, "first")
    pack(output, "other", "other-visit")
    pack(output, "second")
    publish(output, making("two", "site"))
    assert set(state(output)) == {
        "site/deep/page.html",
        "manifest.json",
        "print/visit/booklet.pdf",
        "print/other-visit/booklet.pdf",
    }
    assert (output / "print/visit/booklet.pdf").read_text() == "second"


def test_a_pack_that_fails_leaves_the_last_one(output: Path) -> None:
    publish(output, making("one"))
    pack(output, "first")
    before = state(output)
    assert replace_output(output, lambda _: (FAULT,), output.parent, output.parent / "content", ("print/visit",))
    assert state(output) == before


def test_an_error_leaves_the_output_as_it_was(output: Path) -> None:
    publish(output, making("one"))
    before = state(output)
    assert publish(output, lambda staging: (*making("two")(staging), WARNING, FAULT)) == (WARNING, FAULT)
    assert state(output) == before


def test_a_warning_does_not_stop_it(output: Path) -> None:
    assert publish(output, lambda staging: (*making("one")(staging), WARNING)) == (WARNING,)
    assert (output / "site").is_dir()


@pytest.mark.parametrize("name", ["output", "a/b/c"])
def test_a_failed_first_build_leaves_no_folder(checkout: Path, name: str) -> None:
    replace_output(checkout / name, lambda staging: (FAULT,), checkout, checkout / "content")
    assert not (checkout / name.partition("/")[0]).exists()


def test_an_exception_leaves_no_folder_and_is_not_swallowed(output: Path) -> None:
    def broken(staging: Path) -> tuple[Diagnostic, ...]:
        (staging / "site").mkdir()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(output, broken)
    assert not output.exists()


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (errno.ENOSPC, "disk-full", "공간이 부족합니다"),
        (errno.EACCES, "output-unwritable", "권한이 없습니다"),
        (errno.EROFS, "output-unwritable", "읽기 전용"),
    ],
)
def test_a_disk_that_takes_no_more_is_told_in_a_sentence(output: Path, number: int, code: str, words: str) -> None:
    publish(output, making("one"))
    before = state(output)

    def full(staging: Path) -> tuple[Diagnostic, ...]:
        raise OSError(number, os.strerror(number), str(staging / "site"))

    (fault,) = publish(output, full)
    assert fault.code == code
    assert words in str(fault.message)
    assert state(output) == before


def test_a_bug_in_the_build_is_not_mistaken_for_the_disk(output: Path) -> None:
    def wrong(staging: Path) -> tuple[Diagnostic, ...]:
        (staging / "nowhere").read_text()
        return ()

    with pytest.raises(FileNotFoundError):
        publish(output, wrong)


def test_a_second_build_at_the_same_time_is_told_so(output: Path) -> None:
    seen: list[Diagnostic] = []

    def slow(staging: Path) -> tuple[Diagnostic, ...]:
        script = (
            "import sys; from pathlib import Path; from guidebook.output.swap import replace_output\n"
            "output = Path(sys.argv[1])\n"
            "faults = replace_output(output, lambda staging: (), output.parent, output.parent / 'content')\n"
            "sys.exit(','.join(fault.code for fault in faults))"
        )
        other = subprocess.run([sys.executable, "-c", script, str(output)], capture_output=True, text=True, check=False)
        assert other.stderr.strip() == "build-running"
        seen.extend(publish(output, making("two")))
        return making("one")(staging)

    assert publish(output, slow) == ()
    assert [fault.code for fault in seen] == ["build-running"]
    assert (output / "site/deep/page.html").read_text() == "one"
    assert publish(output, making("three")) == ()


@pytest.mark.parametrize("step", range(1, 6))
def test_a_rename_that_fails_is_taken_back(output: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    publish(output, making("one", "site", "admin"))
    before = state(output)
    real, count = Path.rename, iter(range(1, 1000))

    def rename(path: Path, target: Path) -> Path:
        if next(count) == step:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    (fault,) = publish(output, making("two", "site", "admin"))
    assert fault.code == "output-unwritable"
    assert state(output) == before


CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
"""The audit events of steps that change a folder; opening a file for writing is one more."""


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Run `work` in a child process that dies before its change number `step`; whether it came to that step."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other tests may have left threads; the child needs none
        child = os.fork()
    if child == 0:
        count = iter(range(1, 10_000))

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            writes = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & os.O_CREAT)
            if (writes or event in CHANGES) and next(count) == step:
                os._exit(9)

        sys.addaudithook(hook)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def whole(output: Path, *versions: dict[str, bytes]) -> None:
    assert state(output) in versions
    assert not list(output.glob(".*"))


def test_a_kill_at_any_step_leaves_all_old_or_all_new(output: Path) -> None:
    publish(output, making("new", "site", "admin"))
    new = state(output)
    publish(output, making("old", "site", "admin"))
    old = state(output)
    steps = 0
    seen = set()
    while killed_at(steps + 1, lambda: publish(output, making("new", "site", "admin"))):
        steps += 1
        assert publish(output, lambda staging: (FAULT,)) == (FAULT,)  # any later start, even one that fails
        whole(output, old, new)
        seen.add(state(output) == new)
        publish(output, making("old", "site", "admin"))
    assert steps > 20
    assert seen == {True, False}


def test_a_kill_at_any_step_of_the_repair_does_no_harm(output: Path) -> None:
    publish(output, making("old", "site", "admin"))
    old = state(output)
    half = output.parent / "half"
    step = 1
    while not (output / ".previous" / "admin").exists():  # until a kill has hit the middle of the swap
        publish(output, making("old", "site", "admin"))
        assert killed_at(step, lambda: publish(output, making("new", "site", "admin")))
        step += 1
    shutil.copytree(output, half)
    steps = 0
    while killed_at(steps + 1, lambda: publish(output, lambda staging: (FAULT,))):
        steps += 1
        publish(output, lambda staging: (FAULT,))
        whole(output, old)
        shutil.rmtree(output)
        shutil.copytree(half, output)
    assert steps > 5


def test_a_kill_in_the_first_build_leaves_nothing_half_made(output: Path) -> None:
    steps = 0
    while killed_at(steps + 1, lambda: publish(output, making("new"))):
        steps += 1
        if output.exists():
            publish(output, lambda staging: (FAULT,))
            assert set(state(output)) in (set(), {"site/deep/page.html", "admin/deep/page.html", "manifest.json"})
            shutil.rmtree(output)
    assert steps > 10


@pytest.mark.parametrize(
    "place",
    ["content", "content/out", ".", "..", "templates", "templates/theme", "guidebook/out", "link-to-content"],
)
def test_folders_of_someones_work_are_refused(checkout: Path, place: str) -> None:
    (checkout / "link-to-content").symlink_to(checkout / "content")
    before = sorted(checkout.parent.rglob("*"))
    (fault,) = replace_output(checkout / place, making("one"), checkout, checkout / "content")
    assert fault.code == "output-refused"
    assert sorted(checkout.parent.rglob("*")) == before


def test_another_citys_content_is_refused_too(checkout: Path, tmp_path: Path) -> None:
    content = tmp_path / "elsewhere" / "city"
    content.mkdir(parents=True)
    for place in (content, content.parent, content / "out"):
        (fault,) = replace_output(place, making("one"), checkout, content)
        assert fault.code == "output-refused"
    assert replace_output(tmp_path / "elsewhere" / "output", making("one"), checkout, content) == ()


def test_a_file_in_the_way_is_refused(checkout: Path) -> None:
    (checkout / "output").write_text("mine")
    (fault,) = publish(checkout / "output", making("one"))
    assert fault.code == "output-refused"
    assert (checkout / "output").read_text() == "mine"
    (fault,) = replace_output(checkout / "output" / "below", making("one"), checkout, checkout / "content")
    assert fault.code == "output-unwritable"


def test_links_that_lead_nowhere_are_refused(checkout: Path) -> None:
    (checkout / "loop").symlink_to(checkout / "loop")
    (checkout / "lost").symlink_to(checkout / "gone")
    assert [fault.code for fault in publish(checkout / "loop", making("one"))] == ["output-unwritable"]
    assert [fault.code for fault in publish(checkout / "lost", making("one"))] == ["output-refused"]
    assert not (checkout / "gone").exists()


def test_a_folder_named_site_that_we_did_not_make_is_not_replaced(output: Path) -> None:
    (output / "site").mkdir(parents=True)
    (output / "site" / "index.html").write_text("a site of their own")
    before = state(output)
    (fault,) = publish(output, making("one"))
    assert fault.code == "output-refused"
    assert "site" in str(fault.message)
    assert state(output) == before


def test_a_link_to_a_folder_elsewhere_is_followed(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (checkout / "output").symlink_to(tmp_path / "disk")
    assert publish(checkout / "output", making("one")) == ()
    assert (tmp_path / "disk" / "site").is_dir()


def test_a_folder_without_permission_is_told_in_a_sentence(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "mkdir", denied)
    (fault,) = publish(output, making("one"))
    assert fault.code == "output-unwritable"


@pytest.mark.parametrize(
    "journal",
    [
        b"", b"{", b"[]", b"1", b"null", b"\xff\xfe", b"\0" * 100, b'{"site": 1}', b'{"../../content": false}',
        b'{"/etc": true}', b'{"content": true}', b'{"print/../../x": false}', b"[" * 50_000, b'{"site": true}' * 50_000,
    ],
)  # fmt: skip
def test_a_damaged_journal_is_told_and_moves_nothing(output: Path, journal: bytes) -> None:
    publish(output, making("one"))
    (output / ".journal").write_bytes(journal)
    before = state(output.parent)
    (fault,) = publish(output, making("two"))
    assert (fault.code, Path(fault.span.file).name) == ("journal-unreadable", ".journal")
    assert ".previous" in str(fault.hint)
    assert state(output.parent) == before
    (output / ".journal").unlink()
    assert publish(output, making("two")) == ()


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize("name", [".journal", ".journal.new", ".lock", ".staging", ".previous", "manifest.json"])
@pytest.mark.parametrize("nature", ["folder", "file", "pipe", "link to nowhere", "link in a circle"])
def test_whatever_lies_in_the_place_of_working_files_is_swept_or_told(output: Path, name: str, nature: str) -> None:
    output.mkdir()
    path = output / name
    match nature:
        case "folder":
            (path / "full").mkdir(parents=True)
        case "file":
            path.write_bytes(b"\xff{")
        case "pipe":
            os.mkfifo(path)
        case "link to nowhere":
            path.symlink_to(output.parent / "elsewhere")
        case _:
            path.symlink_to(path.name)
    faults = publish(output, making("one"))
    assert len(faults) <= 1
    assert ((output / "site").exists() and (output / "manifest.json").is_file()) == (faults == ())
    assert not (output.parent / "elsewhere").exists()
