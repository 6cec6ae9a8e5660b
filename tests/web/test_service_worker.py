"""What the service worker is told of a build: a route with all that it leads to and needs, one version of a picture."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from guidebook.web.service_worker import BUILD, write_worker

PAGE = '<link rel="stylesheet" href="../../assets/s.css"><main><a href="../../sites/fort/">성</a>{more}</main>'
PICTURE = (
    '<picture><source type="image/avif" srcset="{avif} 480w, ../../assets/b.avif 1200w">'
    '<source type="image/webp" srcset="../../assets/a.webp 480w, ../../assets/b.webp 1200w">'
    '<img src="../../assets/b.jpg" srcset="../../assets/a.jpg 480w, ../../assets/b.jpg 1200w" alt="배"></picture>'
)


def _told(folder: Path, files: dict[str, str]) -> dict[str, Any]:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    write_worker(folder, f"const BUILD = {BUILD};", ["routes/day/"])
    code = (folder / "worker.js").read_text(encoding="utf-8")
    return dict(json.loads(code.removeprefix("const BUILD = ").removesuffix(";")))


SITE = {
    "index.html": "<main></main>",
    "offline/index.html": "<main></main>",
    "sites/fort/index.html": "<main></main>",
    "far/index.html": "<main></main>",
    "assets/s.css": 'a { background: url(letters.woff2) } b { src: url("data:font/woff2;base64,AA") }',
    "assets/letters.woff2": "f",
    "routes/day/index.html": PAGE.format(more='<a href="https://map.example/?q=1">지도</a><a href="day.gpx">길</a>'),
    "routes/day/day.gpx": "g",
    **{f"assets/{name}.{ending}": name + ending for name in "ab" for ending in ("avif", "webp", "jpg")},
}


def test_a_route_takes_along_what_it_leads_to_and_what_that_needs(tmp_path: Path) -> None:
    told = _told(tmp_path, SITE)
    assert told["routes"] == {
        "routes/day/": ["", "assets/letters.woff2", "assets/s.css", "offline/", "routes/day/", "sites/fort/"]
    }
    assert set(told["files"]) == set(told["routes"]["routes/day/"])
    whole = hashlib.sha256((tmp_path / "sites/fort/index.html").read_bytes()).digest()[:16]
    assert told["files"]["sites/fort/"] == base64.b64encode(whole).decode()


def test_of_a_picture_one_version_stands_for_all(tmp_path: Path) -> None:
    picture = PICTURE.format(avif="../../assets/a.avif")
    told = _told(tmp_path, {**SITE, "routes/day/index.html": PAGE.format(more=picture)})
    kept = [path for path in told["files"] if path.startswith("assets/") and path[7] in "ab"]
    assert kept == ["assets/a.webp"]
    assert told["instead"] == {f"assets/{name}.{e}": "assets/a.webp" for name in "ab" for e in ("avif", "webp", "jpg")}


def test_any_change_makes_another_version(tmp_path: Path) -> None:
    before = _told(tmp_path, SITE)["version"]
    assert _told(tmp_path, SITE)["version"] == before
    assert _told(tmp_path, {**SITE, "sites/fort/index.html": "<main>고침</main>"})["version"] != before
