"""What the web server of a city hall does with the configuration that is written for it."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebook.model.attachment import KINDS
from guidebook.output.nginx import TYPES
from tests.publishing.made_site import City, hashed
from tests.publishing.web_server import WebServer, free_port, serving, within

LONG = "가나다라마바사 " * 200
FILES = {
    "data__places.geojson": LONG,
    "data__river.gpx": LONG,
    "data__river.ics": LONG,
    "data__programs.json": LONG,
    "data__restaurants.csv": LONG,
    "feed.xml": LONG,
    "sitemap.xml": LONG,
    "robots.txt": "User-agent: *",
    "site.webmanifest": "{}",
    "worker.js": LONG,
    "files__form.hwpx": LONG,
    "files__report.pdf": LONG,
    "assets__site.0a1b2c3d.js": LONG,
    "assets__letters.0a1b2c3d.woff2": LONG,
    "assets__picture.0a1b2c3d4e5f.avif": "x",
    "assets__icon.0a1b2c3d.svg": "<svg/>",
}
SECURITY = {
    "content-security-policy": "frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
}


@pytest.fixture(params=["/", "/sub/", "/city/jumin/"])
def hosted(request: pytest.FixtureRequest, city: City) -> Iterator[tuple[City, WebServer, str]]:
    """A published city at the top of a server, or below it."""
    city.build("first", **FILES)
    assert city.publish().code == 0
    locations, port = city.root / "locations.conf", free_port()
    assert city.publish("--nginx", str(locations), "--prefix", request.param).code == 0
    with serving(within(locations, port), port) as server:
        yield city, server, request.param


def test_every_file_is_what_it_is(hosted: tuple[City, WebServer, str]) -> None:
    _, server, root = hosted
    for path, kind in {
        "": "text/html; charset=utf-8",
        "programs/a/": "text/html; charset=utf-8",
        hashed("first"): "text/css; charset=utf-8",
        "data/places.geojson": "application/geo+json",
        "data/river.gpx": "application/gpx+xml",
        "data/river.ics": "text/calendar; charset=utf-8",
        "data/programs.json": "application/json; charset=utf-8",
        "data/restaurants.csv": "text/csv; charset=utf-8",
        "feed.xml": "application/atom+xml; charset=utf-8",
        "sitemap.xml": "application/xml; charset=utf-8",
        "robots.txt": "text/plain; charset=utf-8",
        "site.webmanifest": "application/manifest+json; charset=utf-8",
        "worker.js": "text/javascript; charset=utf-8",
        "files/form.hwpx": "application/hwp+zip",
        "files/report.pdf": "application/pdf",
        "assets/letters.0a1b2c3d.woff2": "font/woff2",
        "assets/picture.0a1b2c3d4e5f.avif": "image/avif",
        "assets/icon.0a1b2c3d.svg": "image/svg+xml",
    }.items():
        answer = server.ask(root + path)
        assert (answer.status, answer.headers["content-type"]) == (200, kind), path
        assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY, path


def test_files_are_kept_as_long_as_they_hold(hosted: tuple[City, WebServer, str]) -> None:
    _, server, root = hosted
    for path, kept in {
        hashed("first"): "public, max-age=31536000, immutable",
        "assets/site.0a1b2c3d.js": "public, max-age=31536000, immutable",
        "": "public, max-age=300",
        "programs/a/": "public, max-age=300",
        "data/places.geojson": "public, max-age=300",
        "worker.js": "no-cache",
        "site.webmanifest": "no-cache",
        "feed.xml": "no-cache",
    }.items():
        assert server.ask(root + path).headers["cache-control"] == kept, path
    lost = server.ask(root + "assets/lost.0a1b2c3d.css")
    assert lost.status == 404
    assert "immutable" not in lost.headers.get("cache-control", "")
    known = server.ask(root)
    assert server.ask(root, If_None_Match=known.headers["etag"]).status == 304


def test_words_are_squeezed_and_pictures_are_not(hosted: tuple[City, WebServer, str]) -> None:
    _, server, root = hosted
    for path in ("data/places.geojson", "data/river.ics", "feed.xml", "worker.js", "assets/site.0a1b2c3d.js"):
        answer = server.ask(root + path, Accept_Encoding="gzip")
        assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("gzip", "Accept-Encoding"), path
        assert gzip.decompress(answer.body).decode() == LONG
    for path in ("files/form.hwpx", "files/report.pdf", "assets/letters.0a1b2c3d.woff2"):
        assert "content-encoding" not in server.ask(root + path, Accept_Encoding="gzip").headers, path
    assert "content-encoding" not in server.ask(root + "worker.js").headers


def test_unknown_addresses_get_our_page_at_any_depth(hosted: tuple[City, WebServer, str]) -> None:
    _, server, root = hosted
    for path in ("nothing", "a/b/c/nothing", "assets/", "programs/", "404.html", "admin/"):
        answer = server.ask(root + path)
        assert (answer.status, answer.body.decode()) == (404, "<h1>first: 없음</h1>"), path
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.headers["cache-control"] == "no-cache"
        assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY
    moved = server.ask(root + "programs/a")
    assert (moved.status, moved.headers["location"]) == (301, f"{root}programs/a/")
    if root != "/":
        moved = server.ask(root.rstrip("/"))
        assert (moved.status, moved.headers["location"]) == (301, root)
        assert b"first" not in server.ask("/").body
    assert server.ask(root, "POST").status == 405


def test_visitors_see_one_release_or_the_other(hosted: tuple[City, WebServer, str]) -> None:
    """While it is published and gone back, again and again; and an old page still finds its style."""
    city, server, root = hosted
    stop, seen = threading.Event(), set[tuple[int, bytes]]()

    def visit() -> None:
        while not stop.is_set():
            for path in ("", hashed("first"), "nothing"):
                answer = server.ask(root + path)
                seen.add((answer.status, answer.body))

    visitors = [threading.Thread(target=visit) for _ in range(3)]
    for visitor in visitors:
        visitor.start()
    try:
        city.build("second")
        assert city.publish().code == 0
        for _ in range(5):
            assert city.publish("--rollback").code == 0
            assert city.publish("--rollback", "2").code == 0
    finally:
        stop.set()
        for visitor in visitors:
            visitor.join()
    pages = {(200, f"<h1>{version}</h1>".encode()) for version in ("first", "second")}
    lost = {(404, f"<h1>{version}: 없음</h1>".encode()) for version in ("first", "second")}
    assert seen <= {*pages, *lost, (200, b"first")}
    assert seen & pages
    assert (200, b"first") in seen
    assert server.ask(root).body == b"<h1>second</h1>"


def test_a_whole_server_is_written_where_it_has_a_name(city: City) -> None:
    city.publish()
    file, port = city.root / "jumin.conf", free_port()
    assert city.publish("--nginx", str(file), "--server-name", "jumin.example.kr").code == 0
    written = file.read_text(encoding="utf-8")
    assert "listen 80;" in written
    assert "server_name jumin.example.kr;" in written
    with serving(written.replace("listen 80;", f"listen 127.0.0.1:{port};"), port) as server:
        assert server.ask("/").body == b"<h1>first</h1>"
        assert server.ask("/").headers["server"] == "nginx"


def test_the_prefix_is_that_of_the_sites_address(city: City) -> None:
    config = city.content / "site.yml"
    config.write_text(config.read_text(encoding="utf-8") + "base_url: https://example.org/maru/\n", encoding="utf-8")
    file = city.root / "jumin.conf"
    assert city.publish("--nginx", str(file)).code == 0
    assert "location ^~ /maru/ {" in file.read_text(encoding="utf-8")


def test_a_configuration_that_is_there_stays(city: City) -> None:
    file = city.root / "jumin.conf"
    assert "설정을 만들었습니다" in city.publish("--nginx", str(file)).out
    assert "바뀐 것이 없습니다" in city.publish("--nginx", str(file)).out
    file.write_text("by hand", encoding="utf-8")
    run = city.publish("--nginx", str(file))
    assert (run.code, "덮어쓰지 않습니다" in run.err) == (1, True)
    assert file.read_text(encoding="utf-8") == "by hand"
    assert not city.www.exists(), "a configuration alone publishes nothing"


@pytest.mark.parametrize("prefix", ["sub", "/sub", "sub/", "//", "/../", "/a b/", "/한글/", '/";/', "/$uri/"])
def test_what_is_no_prefix_is_a_sentence(city: City, prefix: str) -> None:
    run = city.publish("--nginx", str(city.root / "a.conf"), "--prefix", prefix)
    assert (run.code, "bad-prefix" in run.err) == (1, True)


def test_a_path_that_would_be_a_variable_is_a_sentence(city: City) -> None:
    run = city.publish("--nginx", str(city.root / "a.conf"), to=city.root / "$uri")
    assert (run.code, "bad-path" in run.err) == (1, True)
    run = city.publish("--nginx", str(city.root / "a.conf"), "--server-name", "a; b")
    assert (run.code, "bad-server-name" in run.err) == (1, True)


def test_it_knows_every_kind_of_file_that_a_site_has(built_yeoul: Path) -> None:
    endings = {path.suffix.removeprefix(".") for path in (built_yeoul / "site").rglob("*") if path.is_file()}
    assert endings | {kind.removeprefix(".") for kind in KINDS} <= TYPES.keys()
    assert not re.search(r"\s", "".join(TYPES.values()))
