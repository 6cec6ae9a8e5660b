"""A folder on a server of its own."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAMED_BY_CONTENT = re.compile(r"/assets/[^/?]+\.[0-9a-f]{8}\.\w+$")
KEPT = "public, max-age=31536000, immutable"
"""What `templates/hosting/nginx.conf.j2` says of them: else a browser asks for each of them again on every page."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(Quiet):
    """A browser may keep what is named by its content."""

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(code, message)
        if code == http.HTTPStatus.OK and NAMED_BY_CONTENT.search(self.path):
            self.send_header("Cache-Control", KEPT)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which the folder can be read until the block ends."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Server, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
