"""The live preview from beginning to end: doors open, things made, pages shown, and nothing left behind."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from guidebook.commands.serving import tasks
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text
from guidebook.serve.app import application
from guidebook.serve.desk import Desk, Workshop
from guidebook.serve.live import Live
from guidebook.serve.made import BookMade
from guidebook.serve.running import run
from guidebook.serve.sockets import PortRefusedError, PortTakenError, loopback
from guidebook.serve.views import Views
from guidebook.storage.paths import Paths
from guidebook.storage.temporary import own_folder
from guidebook.web.frame import template_fault
from guidebook.words import catalogue

FOLDER = "serve"
"""Where previews lie in the cache, each in a folder of its own, which nobody else may read."""
GUIDEBOOK = "guidebook"
ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """What is to be shown. `language` is that of the site, if not the city's own; `spoken` that of the editor."""

    paths: Paths
    spoken: str
    port: int
    editor: str
    """The address of `serve.editor_links`."""
    language: str | None = None
    guidebook: bool = False
    visits: tuple[str, ...] = ()
    today: Callable[[], str] = str


def serve_preview(request: PreviewRequest, ready: Callable[[str], None]) -> Diagnostic | None:
    """Serve until somebody stops it; `ready` hears the address. What keeps it from beginning is given back."""
    paths = request.paths
    try:
        doors = loopback(request.port)
    except PortTakenError:
        return _closed(request.port, text("{port}번 포트를 다른 프로그램이 쓰고 있습니다.", port=request.port))
    except PortRefusedError as error:
        return _closed(request.port, text("{port}번 포트를 열 수 없습니다: {reason}", port=request.port, reason=error))
    port = doors[0].getsockname()[1]
    (paths.cache / FOLDER).mkdir(parents=True, exist_ok=True)
    own = own_folder(paths.cache / FOLDER)
    live = Live(_titles(request))
    views = Views(paths.templates, paths.packages, request.spoken, request.editor, Path.cwd(), template_fault)
    app = application(live, views, paths.output / ADMIN)
    workshop = Workshop(
        partial(tasks.pages, paths, request.language),
        _books(request, own.path),
        request.today,
        partial(_crashed, paths),
    )
    try:
        with Desk(workshop, own.path, live) as desk:
            folders = (paths.content, paths.templates)
            run(app, doors, desk, live, folders, lambda: ready(f"http://127.0.0.1:{port}/"))
    finally:
        for door in doors:
            door.close()
        own.delete()
    return None


def _titles(request: PreviewRequest) -> dict[str, str]:
    guidebook = {GUIDEBOOK: catalogue(request.spoken).gettext("안내책자")} if request.guidebook else {}
    return {**guidebook, **{visit: visit for visit in request.visits}}


def _books(request: PreviewRequest, own: Path) -> Mapping[str, Callable[[Path, str], BookMade]]:
    paths, language = request.paths, request.language
    booklets = {visit: partial(tasks.booklet, paths, language, visit, own / "visits") for visit in request.visits}
    return {**({GUIDEBOOK: partial(tasks.guidebook, paths, language)} if request.guidebook else {}), **booklets}


def _closed(port: int, message: Text) -> Diagnostic:
    other = port + 1 if 1024 <= port < 65535 else 8001
    hint = text("다른 번호로 여세요: python3 build.py serve --port {port}", port=other)
    return Diagnostic(Span("build.py"), "port-taken", message, hint)


def _crashed(paths: Paths, error: BaseException) -> Diagnostic:
    """A fault of ours: noted for who can mend it, while the last good page stays."""
    log = paths.cache / "crash.txt"
    with suppress(OSError):
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return Diagnostic(
        Span(shown(log)),
        "preview-crashed",
        text("프로그램 오류로 새로 만들지 못했습니다. 마지막으로 만든 화면은 그대로입니다."),
        text("이 기록 파일을 개발자에게 보내 주세요: {file}", file=shown(log)),
    )
