"""`serve` from its front door: what is edited is shown, what is broken is told, and nothing is left behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE
from tests.conftest import CITIES
from tests.own_cache import furnished
from tests.serve.running import Serving, below, broken, serving, whole
from tests.storage.test_workers import is_alive

pytestmark = pytest.mark.usefixtures("no_waiting")
PROGRAM = Path("programs") / "library.md"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One preview for all tests that leave the content as it was."""
    folder = tmp_path_factory.mktemp("serving")
    shutil.copytree(CITIES / "yeoul", folder / "content")
    with serving(folder / "content", folder / "output") as preview:
        preview.until(whole)
        yield preview


@pytest.fixture
def preview(shown: Serving) -> Iterator[Serving]:
    """The same, its content put back afterwards where it was changed."""
    yield shown

    def put_back() -> None:
        shutil.rmtree(shown.content, ignore_errors=True)
        shutil.copytree(CITIES / "yeoul", shown.content)

    if written_in(shown.content) != written_in(CITIES / "yeoul") or not whole(shown.until(lambda _: True)):
        shown.after(put_back, whole)


def written_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def renamed(preview: Serving, name: str) -> None:
    file = preview.content / PROGRAM
    file.write_text(file.read_text(encoding="utf-8").replace("골목 책방\n", f"{name}\n", 1), encoding="utf-8")


def test_an_edit_is_shown_and_touches_no_output(preview: Serving) -> None:
    before = preview.until(whole)["pages"]
    after = preview.after(lambda: renamed(preview, "새 책방"), lambda state: whole(state) and state["pages"] != before)
    page = preview.page("/programs/library/")
    assert "새 책방" in page
    assert f'<script src="/_editor/client.js" data-version="{after["pages"]}" defer></script>' in page
    assert not preview.output.exists()


def test_a_page_keeps_its_policy(preview: Serving) -> None:
    answer = preview.ask("/programs/library/")
    assert "script-src 'self'; style-src 'self'" in answer.headers["content-security-policy"]
    assert 'http-equiv="Content-Security-Policy"' in answer.body
    for asked in ("/programs/library", "//programs/library"):
        assert preview.ask(asked).headers["location"] == "/programs/library/"


def test_a_fault_lies_over_the_last_good_page(preview: Serving) -> None:
    file = preview.content / PROGRAM
    lines = file.read_text(encoding="utf-8").split("\n")
    place = next(number for number, line in enumerate(lines, start=1) if line.startswith("as_of:"))
    lines[place - 1] = "as_of: <script>alert(1)</script>"
    preview.after(lambda: file.write_text("\n".join(lines), encoding="utf-8"), broken)
    over = preview.page("/_editor/over")
    assert f'href="vscode://file{file}:{place}:8"' in over
    assert f"library.md {place}번째 줄" in over
    assert "<script>" not in over
    assert "골목 책방" in preview.page("/programs/library/")
    assert f"library.md {place}번째 줄" in preview.page("/_editor/")


def test_half_a_file_is_a_fault_until_the_rest_comes(preview: Serving) -> None:
    file = preview.content / PROGRAM
    written = file.read_bytes()
    preview.after(lambda: file.write_bytes(written[: len(written) // 3]), broken)
    preview.after(lambda: file.write_bytes(written), whole)
    assert "골목 책방" in preview.page("/programs/library/")


def test_of_a_hundred_saves_the_last_is_shown(preview: Serving) -> None:
    file = preview.content / PROGRAM
    written = file.read_text(encoding="utf-8")

    def save() -> None:
        for number in range(100):
            file.write_text(written.replace("골목 책방\n", f"{number}번째 책방\n", 1), encoding="utf-8")

    preview.after(save, lambda state: whole(state) and "99번째 책방" in preview.page("/programs/library/"))


def test_files_are_renamed_and_deleted(preview: Serving) -> None:
    file = preview.content / PROGRAM
    old, new = "/programs/library/", "/programs/bookshop/"
    preview.after(lambda: file.rename(file.with_name("bookshop.md")), lambda state: not state["busy"])
    assert (preview.ask(old).status, preview.ask(new).status) == (404, 200)
    assert "/_editor/client.js" in preview.page(old)
    preview.after(file.with_name("bookshop.md").unlink, lambda state: not state["busy"])
    assert preview.ask(new).status == 404


def test_the_whole_folder_goes_and_comes_back(preview: Serving) -> None:
    away = preview.content.with_name("away")
    preview.after(lambda: preview.content.rename(away), broken)
    assert preview.ask("/").status == 200
    preview.after(lambda: away.rename(preview.content), whole)
    before = preview.until(whole)["pages"]
    preview.after(lambda: renamed(preview, "새 책방"), lambda state: whole(state) and state["pages"] != before)


def test_a_build_beside_it_disturbs_nothing(preview: Serving) -> None:
    folders = ("--content", str(preview.content), "--output", str(preview.output))
    assert main(["--site-only", *folders]) == 0
    assert "_editor" not in (preview.output / "site" / "index.html").read_text(encoding="utf-8")
    assert preview.ask("/").status == 200
    shutil.rmtree(preview.output)


def test_strangers_are_refused(preview: Serving) -> None:
    assert preview.ask("/", Host="evil.example").status == 421
    assert preview.ask("/", Host=f"localhost:{preview.port}").status == 200
    assert preview.ask("/_editor/events", Origin="https://evil.example").status == 403
    assert preview.ask("/", Sec_Fetch_Site="cross-site").status == 403
    assert preview.ask("/", "POST").status == 405


def test_it_listens_on_this_computer_alone(preview: Serving) -> None:
    listening = Path("/proc/net/tcp").read_text(encoding="ascii").split("\n")[1:]
    wanted = f":{preview.port:04X}"
    names = {row.split()[1] for row in listening if row and row.split()[1].endswith(wanted) and row.split()[3] == "0A"}
    assert names == {f"0100007F{wanted}"}


def test_forms_for_the_browser_are_shown_as_they_are(preview: Serving) -> None:
    assert preview.ask("/admin/").status == 404
    assert "입력 양식" not in preview.page("/_editor/")
    admin = preview.output / "admin"
    admin.mkdir(parents=True)
    own = '<meta http-equiv="Content-Security-Policy" content="x"><title>a</title></head>'
    (admin / "index.html").write_text(own, encoding="utf-8")
    (admin / "plain.html").write_text("<title>b</title></head>", encoding="utf-8")
    assert preview.ask("/admin").headers["location"] == "/admin/"
    answer = preview.ask("/admin/")
    assert (answer.body, answer.headers["content-security-policy"]) == (own, "frame-ancestors 'self'")
    assert "default-src 'none'" in preview.ask("/admin/plain.html").headers["content-security-policy"]
    led = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    assert preview.ask("/admin/", **led).status == 200
    assert preview.ask("/", **led).status == 403
    assert "입력 양식" in preview.page("/_editor/")
    assert preview.ask("/admin/..%2f..%2fcontent/site.yml").status == 404
    shutil.rmtree(preview.output)


def test_editors_see_what_is_lacking_and_due(preview: Serving) -> None:
    panel = preview.page("/_editor/")
    assert "골목 책방" in panel
    assert "규모, 예산, 성과" in panel
    assert "다시 확인할 것" in panel
    assert preview.ask("/_editor/editor.css").headers["content-type"].startswith("text/css")
    assert preview.ask("/_editor/font-400.woff2").status == 200
    for name in ("gone.css", "page.html.j2", "font-900.woff2"):
        assert preview.ask(f"/_editor/{name}").status == 404


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_and_leaves_nothing(ending: signal.Signals, tmp_path: Path) -> None:
    cache, temporary = furnished(tmp_path / "cache"), tmp_path / "temporary"
    temporary.mkdir()
    places = {CACHE_VARIABLE: str(cache), "TMPDIR": str(temporary)}
    with serving(CITIES / "yeoul", tmp_path / "output", "--guidebook", **places) as preview:
        states = preview.states()
        for state in states:  # in the middle of the book: its process has started others
            children = below(preview.process.pid)
            if state["pages"] and len(children) > 2:
                break
        preview.process.send_signal(ending)
        said = preview.process.communicate()[1]
        assert preview.process.returncode == 0
        assert "미리보기를 끝냈습니다." in said
        assert "Traceback" not in said
        list(states)  # the connection ends
    while any(map(is_alive, children)):
        time.sleep(0.05)
    assert list((cache / "serve").iterdir()) == []
    assert [path.name for path in temporary.iterdir() if path.name.startswith("jumin")] == []


def test_where_it_is_killed_its_processes_end(tmp_path: Path) -> None:
    places = {CACHE_VARIABLE: str(furnished(tmp_path / "cache"))}
    with serving(CITIES / "yeoul", tmp_path / "output", **places) as preview:
        preview.until(lambda state: bool(below(preview.process.pid)))
        children = below(preview.process.pid)
        assert children
        os.kill(preview.process.pid, signal.SIGKILL)
        while any(map(is_alive, children)):
            time.sleep(0.05)


def test_a_lost_process_is_told_and_started_again(preview: Serving) -> None:
    for child in below(preview.process.pid):
        os.kill(child, signal.SIGKILL)
    preview.after(lambda: renamed(preview, "새 책방"), lambda state: not state["busy"])
    preview.after(lambda: renamed(preview, "골목 책방"), lambda state: not state["busy"])


def test_a_port_that_is_taken_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = ("--content", str(CITIES / "yeoul"), "--output", str(tmp_path / "output"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port), *folders]) == 1
    told = capsys.readouterr().err
    assert f"{port}번 포트를 다른 프로그램이 쓰고 있습니다." in told
    assert f"serve --port {port + 1}" in told


def test_an_unknown_editor_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--editor", "javascript://{file}", "--content", str(CITIES / "yeoul")]) == 2
    assert "{file}" in capsys.readouterr().err
