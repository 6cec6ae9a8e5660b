"""Files are found inside the folder alone, and our script goes out with pages without touching them."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.serve.site_files import file_in, folder_in, media_type, with_script


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "강가").mkdir(parents=True)
    for path in ("index.html", "강가/index.html", "강가/표.csv"):
        (site / path).write_text(path, encoding="utf-8")
    (tmp_path / "secret").write_text("", encoding="utf-8")
    (site / "link").symlink_to(tmp_path / "secret")
    return site


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/%EA%B0%95%EA%B0%80/", "강가/index.html"),
        ("/%EA%B0%95%EA%B0%80/%ED%91%9C.csv", "강가/표.csv"),
    ],
)
def test_a_file_is_found(folder: Path, address: str, found: str) -> None:
    assert file_in(folder, address) == folder / found


@pytest.mark.parametrize(
    "address",
    [
        *("/../secret", "/%2e%2e/secret", "/..%2fsecret", "/%2e%2e%2fsecret", "//secret", "/link", "/gone", "/a%00b"),
        *("/..\\secret", "/강가", "/index.html/", "/" + "a" * 5000),
    ],
)
def test_nothing_else_is(folder: Path, address: str) -> None:
    assert file_in(folder, address) is None


def test_a_folder_is_known_by_its_page(folder: Path) -> None:
    assert folder_in(folder, "/강가")
    assert not folder_in(folder, "/강가/")
    assert not folder_in(folder, "/gone")


def test_pages_get_our_script_at_the_end_of_their_head() -> None:
    page = with_script(b"<html><head></head><body></head></body></html>", "/_editor/client.js", 'a"b')
    tag = b'<script src="/_editor/client.js" data-version="a&quot;b" defer></script>\n'
    assert page == b"<html><head>" + tag + b"</head><body></head></body></html>"
    assert with_script(b"plain", "/x.js", "").startswith(b"plain<script")


def test_types_are_known_by_name() -> None:
    assert media_type(Path("a/site.webmanifest")) == "application/manifest+json"
    assert media_type(Path("a.PDF")) == "application/pdf"
    assert media_type(Path("a.unknown")) == "application/octet-stream"
