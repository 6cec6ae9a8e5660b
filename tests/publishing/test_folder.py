"""A folder of a web server shows one whole release after the other, whatever happens in between."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.output.locked import locked
from guidebook.output.manifest import write_manifest
from tests.publishing.made_site import City, hashed


def test_a_site_is_published_and_seen(city: City) -> None:
    run = city.publish()
    assert run.code == 0, run.err
    assert re.search(r"배포했습니다: 0001-[0-9a-f]{12} \(파일 4개, 1KB\)", run.out)
    assert city.seen() == "<h1>first</h1>"
    assert (city.www / "current").readlink() == Path("releases") / city.releases[0]
    assert not (city.www / ".lock").exists()


def test_others_may_read_it_whatever_the_mask_is(city: City) -> None:
    before = os.umask(0o077)
    try:
        assert city.publish().code == 0
    finally:
        os.umask(before)
    place = city.www
    for step in ("", "releases", "current/", "current/programs/a", "current/assets"):
        assert (place / step).stat().st_mode & 0o777 == 0o755, step
    assert (city.www / "current" / "index.html").stat().st_mode & 0o777 == 0o644


def test_the_same_site_twice_changes_nothing(city: City) -> None:
    city.publish()
    again = city.publish()
    assert again.code == 0
    assert "바뀐 것이 없습니다. 0001-" in again.out
    assert len(city.releases) == 1


def test_a_release_that_somebody_changed_is_published_anew(city: City) -> None:
    city.publish()
    (city.www / "current" / "index.html").write_text("other")
    assert "배포했습니다: 0002-" in city.publish().out
    assert city.seen() == "<h1>first</h1>"


def test_five_releases_are_kept(city: City) -> None:
    for number in range(8):
        city.build(f"version {number}")
        assert city.publish().code == 0
    assert [name[:4] for name in city.releases] == ["0004", "0005", "0006", "0007", "0008"]
    records = sorted(path.name for path in (city.www / "releases").glob("*.json"))
    assert records == [f"{name}.json" for name in city.releases]
    listed = city.publish("--list").out.splitlines()
    assert [line[:4] for line in listed] == ["0008", "0007", "0006", "0005", "0004"]
    assert [line.endswith("지금 보이는 배포") for line in listed] == [True, False, False, False, False]


def test_going_back_leads_to_what_was_seen_before(city: City) -> None:
    for version in ("one", "two", "three"):
        city.build(version)
        city.publish()
    assert "0002-" in city.publish("--rollback").out
    assert city.seen() == "<h1>two</h1>"
    city.build("four")
    city.publish()
    assert city.seen() == "<h1>four</h1>"
    city.publish("--rollback")
    assert city.seen() == "<h1>two</h1>", "and not the third, which was bad"
    assert city.publish("--rollback", "3").code == 0
    assert city.seen() == "<h1>three</h1>"
    assert "바뀐 것이 없습니다" in city.publish("--rollback", "0003").out


def test_nothing_is_gone_back_to_where_there_is_nothing(city: City) -> None:
    run = city.publish("--rollback")
    assert (run.code, "배포한 것이 없습니다" in run.err) == (1, True)
    assert "배포한 것이 없습니다" in city.publish("--list").err
    city.publish()
    run = city.publish("--rollback")
    assert (run.code, "되돌릴 이전 배포가 없습니다" in run.err) == (1, True)
    run = city.publish("--rollback", "7")
    assert run.code == 1
    assert "'7' 배포가 없습니다" in run.err
    assert city.releases[0] in run.err


def test_a_damaged_release_is_not_shown_again(city: City) -> None:
    city.publish()
    city.build("second")
    city.publish()
    (city.www / "releases" / city.releases[0] / "index.html").unlink()
    run = city.publish("--rollback")
    assert (run.code, "되돌리지 않았습니다" in run.err) == (1, True)
    assert city.seen() == "<h1>second</h1>"


def test_a_page_seen_before_still_finds_its_files(city: City) -> None:
    """For one release, and after going back too; those named by their content never clash."""
    city.publish()
    city.build("second")
    city.publish()
    assert city.seen(hashed("first")) == "first"
    assert city.seen("programs/a/index.html") == "second"
    city.build("third")
    city.publish()
    assert city.seen(hashed("second")) == "second"
    assert not (city.www / "current" / hashed("first")).exists()
    city.publish("--rollback")
    assert city.seen(hashed("third")) == "third"


def test_lent_files_are_copied_where_a_disk_has_no_second_names(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    city.publish()
    city.build("second")
    assert city.publish().code == 0
    assert city.seen(hashed("first")) == "first"


def test_no_release_without_a_whole_build(city: City) -> None:
    (city.output / "site" / "index.html").write_text("changed")
    (city.output / "site" / "foreign.html").write_text("foreign")
    (city.output / "site" / "404.html").unlink()
    run = city.publish()
    assert run.code == 1
    for code in ("file-changed", "file-unlisted", "file-missing"):
        assert code in run.err
    (city.output / "manifest.json").unlink()
    run = city.publish()
    assert run.code == 1
    assert "manifest-unreadable" in run.err
    assert "'python3 build.py'로 다시 만드세요" in run.err
    assert not city.www.exists()


def test_no_release_of_a_build_that_was_interrupted_or_has_no_home(city: City) -> None:
    (city.output / ".journal").write_text("{}")
    assert "지난 빌드가 끝나지 않았습니다" in city.publish().err
    (city.output / ".journal").unlink()
    shutil.rmtree(city.output / "site")
    city.build("first")
    (city.output / "site" / "index.html").unlink()
    write_manifest(city.output)
    assert "누리집이 없습니다" in city.publish().err
    assert not city.www.exists()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("visits__hansol__index.html", "공개하지 않는 방문의 페이지"),
        ("q__hansol__index.html", "공개하지 않는 방문의 페이지"),
        ("files__list.pdf", "공개하지 않는 방문의 자료"),
    ],
)
def test_nothing_private_gets_out(city: City, path: str, why: str) -> None:
    pack = city.output / "print" / "hansol"
    pack.mkdir(parents=True)
    (pack / "booklet.pdf").write_text("of the visit")
    assert (city.content / "visits" / "hansol.yml").exists()
    city.build("first", **{path: "of the visit"})
    run = city.publish()
    assert run.code == 1
    assert why in run.err
    assert not city.www.exists()
    city.build("first", files__other="of the visit?")
    assert city.publish().code == 0


def test_a_manifest_with_other_folders_is_refused(city: City) -> None:
    manifest = city.output / "manifest.json"
    (city.output / "print").mkdir()
    (city.output / "print" / "a.pdf").write_text("")
    entry = '{"path": "print/a.pdf", "size": 0, "sha256": ""},'
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace('"files": [', f'"files": [{entry}'), encoding="utf-8"
    )
    assert city.publish().code == 1
    assert not city.www.exists()


@pytest.mark.parametrize("place", ["content", "content/www", "output", "output/site", "output/www", "."])
def test_folders_of_our_own_are_refused(city: City, place: str) -> None:
    before = sorted(city.root.rglob("*"))
    run = city.publish(to=city.root / place)
    assert (run.code, "publish-refused" in run.err) == (1, True)
    assert sorted(city.root.rglob("*")) == before


def test_a_file_is_no_folder(city: City) -> None:
    city.www.write_text("mine")
    assert "폴더가 아닙니다" in city.publish().err
    assert city.www.read_text() == "mine"


def test_a_real_folder_or_foreign_link_is_never_replaced(city: City) -> None:
    (city.www / "current").mkdir(parents=True)
    (city.www / "current" / "index.html").write_text("by hand")
    run = city.publish()
    assert (run.code, "foreign-current" in run.err, "mv " in run.err) == (1, True, True)
    assert city.seen() == "by hand"
    (city.www / "current").rename(city.www / "by-hand")
    (city.www / "current").symlink_to("by-hand")
    assert "만들지 않은 링크" in city.publish().err
    assert city.seen() == "by hand"


def test_two_at_once_are_one_after_the_other(city: City) -> None:
    (city.www / "releases").mkdir(parents=True)
    with locked(city.www / ".lock") as ours:
        assert ours
        run = city.publish()
    assert (run.code, "publish-running" in run.err) == (1, True)
    assert city.publish().code == 0


def test_many_at_once_leave_one_whole_site(city: City) -> None:
    """Each publishes, or says that another one does."""
    city.publish()
    city.build("second")
    arguments = ["publish", "--to", str(city.www), "--content", str(city.content), "--output", str(city.output)]
    runs = [begun(arguments) for _ in range(4)]
    codes = {os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]) for run in runs}
    assert codes <= {0, 1}
    assert 0 in codes
    assert city.seen() == "<h1>second</h1>"
    assert [name[:4] for name in city.releases] == ["0001", "0002"]
    assert "바뀐 것이 없습니다" in city.publish().out


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EACCES, "output-unwritable")])
def test_what_the_disk_refuses_leaves_the_site_as_it_is(
    city: City, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    city.publish()
    before = sorted(city.www.rglob("*"))
    city.build("second")

    def full(path: Path, *_: object) -> None:
        raise OSError(number, "no", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "chmod", full)
        run = city.publish()
    assert (run.code, code in run.err, "그대로입니다" in run.err) == (1, True, True)
    assert sorted(city.www.rglob("*")) == before
    assert city.seen() == "<h1>first</h1>"
    assert city.publish().code == 0


def test_a_folder_that_cannot_be_made_is_a_sentence(city: City) -> None:
    run = city.publish(to="/proc/nowhere/www")
    assert (run.code, "output-unwritable" in run.err) == (1, True)


STEPS = ("mkdir", "chmod", "rename", "replace", "symlink_to", "hardlink_to", "unlink")


def begun(arguments: list[str], before: Callable[[], None] | None = None) -> int:
    """The number of a process that runs this command."""
    child = os.fork()
    if child == 0:
        if before is not None:
            before()
        os._exit(main(arguments))
    return child


def killed_at(count: int, arguments: list[str]) -> int:
    """The signal that ended a run which is killed before its step of this number; 0 where it has no such step."""

    def prepared() -> None:
        steps = iter(range(1, count))

        def counted(real: Callable[..., object]) -> Callable[..., object]:
            def call(*given: object, **named: object) -> object:
                if next(steps, None) is None:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*given, **named)

            return call

        for name in STEPS:
            setattr(Path, name, counted(getattr(Path, name)))

    return os.WTERMSIG(os.waitpid(begun(arguments, prepared), 0)[1])


def test_a_run_that_is_killed_anywhere_leaves_a_whole_site(city: City) -> None:
    """Whatever step it was at, what is seen is one of the two sites, and the next run publishes and sweeps."""
    city.publish()
    city.build("second")
    saved = city.root / "saved"
    shutil.copytree(city.www, saved, symlinks=True)
    arguments = ["publish", "--to", str(city.www), "--content", str(city.content), "--output", str(city.output)]
    count, ended_by = 0, int(signal.SIGKILL)
    while ended_by:
        count += 1
        shutil.rmtree(city.www)
        shutil.copytree(saved, city.www, symlinks=True)
        ended_by = killed_at(count, arguments)
        assert city.seen() in ("<h1>first</h1>", "<h1>second</h1>")
        assert city.publish().code == 0
        assert city.seen() == "<h1>second</h1>"
        hidden = [path.name for path in city.www.rglob("*") if path.name.startswith(".")]
        assert hidden == [], count
    assert count > 8
