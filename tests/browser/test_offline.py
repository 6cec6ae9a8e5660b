"""After one visit to a route it opens without a network, whole, and a new release takes the place of the old."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from guidebook.cli import main
from tests.browser.conftest import fresh
from tests.browser.serving import Quiet
from tests.conftest import CITIES
from tests.sharing import made_once

ROUTE = "routes/river-day/"


class _Revalidated(Quiet):
    """Lets a browser keep nothing by itself, so that what opens without the server is what the worker kept."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Host:
    """A server on one port that can be switched off, and given another release."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, 0
        self.server: http.server.ThreadingHTTPServer | None = None
        self.start()

    def start(self) -> None:
        handler = functools.partial(_Revalidated, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def release(self, site: Path) -> None:
        """Put the site below `maru/`: it must work from a folder too."""
        shutil.rmtree(self.folder / "maru", ignore_errors=True)
        shutil.copytree(site, self.folder / "maru")

    def stop(self) -> None:
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/maru/"


GIVEN_UP = """async cache => {
  while ((await caches.keys()).includes(cache)) await new Promise(requestAnimationFrame);
}"""
"""Ends once nothing of a release is kept any more."""
UPDATED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const ended = new Promise(done => {
    const watch = worker => worker?.addEventListener("statechange", () => {
      if (["activated", "redundant"].includes(worker.state)) done(worker.state);
    });
    registration.addEventListener("updatefound", () => watch(registration.installing));
    watch(registration.installing);
  });
  await registration.update().catch(() => {});
  return ended;
}"""
"""What becomes of the worker of a new release."""


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sites `old` and `new` of a city, made once for all workers."""
    return made_once(tmp_path_factory, "maru-releases", build)


def build(folder: Path) -> None:
    """In the new one the museum has another name."""
    city = folder / "content"
    shutil.copytree(CITIES / "maru", city)
    museum = city / "sites" / "river-museum.yml"
    for name in ("old", "new"):
        assert main(["--content", str(city), "--output", str(folder / "output"), "--site-only"]) == 0
        shutil.copytree(folder / "output" / "site", folder / name)
        museum.write_text(museum.read_text(encoding="utf-8").replace("name: ", "name: 새로 고친 ", 1), encoding="utf-8")


@pytest.fixture
def host(releases: Path, tmp_path: Path) -> Iterator[Host]:
    host = Host(tmp_path / "www")
    host.release(releases / "old")
    yield host
    host.stop()


@pytest.fixture(scope="module")
def with_worker(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def reader(with_worker: Page) -> Iterator[Page]:
    """Each test has a host at a port of its own, so that nothing is kept of another's."""
    with fresh(with_worker, 360, {}) as opened:
        yield opened


def visit(reader: Page, host: Host) -> None:
    reader.goto(host.address + ROUTE)
    reader.locator("[data-keeps]").wait_for(state="visible")


def caches(reader: Page) -> list[str]:
    return list(reader.evaluate("caches.keys()"))


def test_a_route_that_was_opened_opens_in_flight_mode_with_its_stops_and_reports(reader: Page, host: Host) -> None:
    visit(reader, host)
    host.stop()
    failed: list[str] = []
    reader.on("requestfailed", lambda one: failed.append(one.url))
    for path, heading in ((ROUTE, "강길"), ("sites/river-museum/", "강 박물관"), ("programs/river-path/", "강")):
        reader.goto(host.address + path)
        assert heading in reader.locator("h1").inner_text()
        assert reader.evaluate("document.fonts.ready.then(() => document.fonts.status)") == "loaded"
        assert reader.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert [url for url in failed if not url.endswith((".ics", ".gpx"))] == []


def test_what_is_not_kept_is_said_to_need_a_network(reader: Page, host: Host) -> None:
    visit(reader, host)
    host.stop()
    reader.goto(host.address + "q/old-fort/")
    assert reader.locator("h1").inner_text() == "인터넷에 연결되어 있지 않습니다"
    reader.get_by_role("main").get_by_role("link").first.click()
    assert reader.url == host.address + ROUTE


def test_a_new_release_takes_the_place_of_the_old(reader: Page, host: Host, releases: Path) -> None:
    visit(reader, host)
    (before,) = caches(reader)
    host.release(releases / "new")
    reader.goto(host.address + "sites/river-museum/")
    assert "새로 고친" in reader.locator("h1").inner_text(), "with a network nobody sees an old page"
    reader.evaluate(GIVEN_UP, before)
    assert len(caches(reader)) == 1
    host.stop()
    reader.goto(host.address + "sites/river-museum/")
    assert "새로 고친" in reader.locator("h1").inner_text()
    reader.goto(host.address + ROUTE)
    assert "새로 고친" in reader.locator("main").inner_text()


def test_half_a_release_is_refused_and_the_old_one_stays(reader: Page, host: Host, releases: Path) -> None:
    visit(reader, host)
    (before,) = caches(reader)
    old = (host.folder / "maru" / "sites" / "river-museum" / "index.html").read_bytes()
    host.release(releases / "new")
    (host.folder / "maru" / "sites" / "river-museum" / "index.html").write_bytes(old)  # a copy that was cut short
    reader.goto(host.address + "towns/")
    assert reader.evaluate(UPDATED) == "redundant"
    host.stop()
    reader.goto(host.address + ROUTE)
    assert "새로 고친" not in reader.locator("main").inner_text()
    assert before in caches(reader)
