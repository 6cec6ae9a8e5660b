"""The server's answers: the website as it was last made, and below `/_editor/` what only an editor sees."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from guidebook.render.addresses import NOT_FOUND
from guidebook.render.web.policy import DIRECTIVES, POLICY
from guidebook.serve.guard import is_led_back, refused
from guidebook.serve.live import Live
from guidebook.serve.page_images import page_image
from guidebook.serve.site_files import file_in, folder_in, media_type, with_script
from guidebook.serve.views import Views

OURS = "/_editor/"
SCRIPT = f"{OURS}client.js"
ADMIN = "/admin/"
WIDTH = 1200
"""Pixels of a page of a book, if a browser does not ask for others."""
FRAMED = "frame-ancestors 'self'"
SITE_POLICY = f"{POLICY}; {FRAMED}"
EDITOR_POLICY = "; ".join(
    [*(f"{name} {sources}" for name, sources in DIRECTIVES.items()), "frame-src 'self'", FRAMED],
)
ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Of every answer. Nothing is kept: the next server on this port may show another city."""
WORKER = "worker.js"
"""The website's worker, in whose place ours takes back what it kept: it would answer for servers to come."""


class Guarded:
    """Asks the guard before anything else is looked at, and sends what goes with every answer."""

    def __init__(self, app: ASGIApp, views: Views) -> None:
        self._app, self._views = app, views

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        asked = [headers.getlist(name) for name in ("host", "origin", "sec-fetch-site")]
        led = [headers.getlist(name) for name in ("sec-fetch-mode", "sec-fetch-dest")]
        if is_led_back(scope["path"], *led):
            asked[2] = []
        refusal = refused(scope["method"], *asked)
        if refusal is None:
            await self._app(scope, receive, send)
            return
        sentence = refusal.reason.into(self._views.words.gettext)
        await PlainTextResponse(f"{sentence}\n", refusal.status, headers=ALWAYS)(scope, receive, send)


class Pages:
    """Each answer a method, given what is shown and how it is drawn."""

    def __init__(self, live: Live, views: Views, admin: Path) -> None:
        self._live, self._views, self._admin = live, views, admin

    async def site(self, request: Request) -> Response:
        """A file of the website, its pages with our script."""
        shown, address = self._live.shown, _path(request)
        if shown.folder is None:
            return self._page(self._views.waiting(shown), 503)
        if address.lstrip("/") == WORKER:
            return self._own(WORKER)
        found, status = file_in(shown.folder, address), 200
        if found is None:
            if folder_in(shown.folder, address):
                return RedirectResponse(f"/{address.strip('/')}/", headers=ALWAYS)
            found, status = file_in(shown.folder, NOT_FOUND), 404
        if found is None:
            return self._page(self._views.missing(shown), 404)
        if found.suffix != ".html":
            return FileResponse(found, status, media_type=media_type(found), headers=ALWAYS)
        page = with_script(await run_in_threadpool(found.read_bytes), SCRIPT, shown.version)
        return HTMLResponse(page, status, headers={**ALWAYS, "Content-Security-Policy": SITE_POLICY})

    async def admin(self, request: Request) -> Response:
        """A file of the forms for the browser, as it is: they bring a policy of their own."""
        address = _path(request)
        found = file_in(self._admin, address.removeprefix(ADMIN.rstrip("/")))
        if address == ADMIN.rstrip("/"):
            return RedirectResponse(ADMIN, headers=ALWAYS)
        if found is None:
            nothing = self._views.words.gettext("여기에는 파일이 없습니다.")
            return PlainTextResponse(f"{nothing}\n", 404, headers=ALWAYS)
        policy = FRAMED
        if found.suffix == ".html" and b"Content-Security-Policy" not in await run_in_threadpool(found.read_bytes):
            policy = EDITOR_POLICY
        headers = {**ALWAYS, "Cross-Origin-Opener-Policy": "same-origin-allow-popups"}  # to sign in somewhere
        headers["Content-Security-Policy"] = policy
        return FileResponse(found, media_type=media_type(found), headers=headers)

    async def panel(self, request: Request) -> Response:
        """The panel for editors."""
        return self._page(self._views.panel(self._live.shown, file_in(self._admin, "/") is not None))

    async def beside(self, request: Request) -> Response:
        """A page and a book side by side: `?book=guidebook&page=/programs/`."""
        shown, asked = self._live.shown, request.query_params
        book = asked.get("book", "")
        book = book if book in shown.books else next(iter(shown.books), "")
        page = asked.get("page", "/")
        inside = page.startswith("/") and not page.startswith(("//", "/\\", OURS))
        return self._page(self._views.beside(shown, book, page if inside else "/"))

    async def over(self, request: Request) -> Response:
        """What lies over a page."""
        return self._page(self._views.over(self._live.shown))

    async def events(self, request: Request) -> Response:
        """What changes, as it does."""
        return StreamingResponse(self._live.events(), media_type="text/event-stream", headers=ALWAYS)

    async def book(self, request: Request) -> Response:
        """A book as PDF."""
        book = self._live.shown.books.get(request.path_params["book"])
        if book is None or book.file is None:
            return self._page(self._views.missing(self._live.shown), 404)
        return FileResponse(book.file, media_type="application/pdf", headers=ALWAYS)

    async def book_page(self, request: Request) -> Response:
        """A page of a book as a picture, `?width=` pixels wide."""
        book = self._live.shown.books.get(request.path_params["book"])
        width = request.query_params.get("width", "")
        pixels = int(width) if width.isascii() and width.isdigit() and 0 < len(width) < 6 else WIDTH
        picture = None
        if book is not None and book.file is not None:
            try:
                picture = await run_in_threadpool(page_image, book.file, request.path_params["page"], max(pixels, 1))
            except OSError:  # a newer one took its place just now; the page that asked is told of it
                picture = None
        if picture is None:
            return Response(status_code=404, headers=ALWAYS)
        return Response(picture, media_type="image/png", headers=ALWAYS)

    async def own(self, request: Request) -> Response:
        """A style sheet, script or font of our own pages."""
        return self._own(request.path_params["name"])

    def _own(self, name: str) -> Response:
        found = self._views.file(name)
        if found is None:
            return self._page(self._views.missing(self._live.shown), 404)
        return Response(found[0], media_type=found[1], headers=ALWAYS)

    def _page(self, page: str, status: int = 200) -> Response:
        return HTMLResponse(page, status, headers={**ALWAYS, "Content-Security-Policy": EDITOR_POLICY})


def _path(request: Request) -> str:
    """The path as it was asked for, still quoted."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return raw.decode("ascii", "replace")


Answer = Callable[[Request], Awaitable[Response]]


def application(live: Live, views: Views, admin: Path) -> ASGIApp:
    """All answers, behind the guard; `admin` is where the forms for the browser lie, if there are any."""
    pages = Pages(live, views, admin)
    ways: list[tuple[str, Answer]] = [
        (OURS, pages.panel),
        (f"{OURS}beside", pages.beside),
        (f"{OURS}over", pages.over),
        (f"{OURS}events", pages.events),
        (f"{OURS}books/{{book}}.pdf", pages.book),
        (f"{OURS}books/{{book}}/{{page:int}}.png", pages.book_page),
        (f"{OURS}{{name}}", pages.own),
        (ADMIN.rstrip("/"), pages.admin),
        (f"{ADMIN}{{path:path}}", pages.admin),
        ("/{path:path}", pages.site),
    ]
    return Guarded(Starlette(routes=[Route(path, answer) for path, answer in ways]), views)
