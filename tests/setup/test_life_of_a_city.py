"""A city from its first day: made, built, printed, published behind a web server, updated, and taken back.

That fonts of the website are cut from the packages of an installed program is seen in `test_wheel.py`.
"""

from __future__ import annotations

from pathlib import Path

from tests.own_cache import WEB_FONTS, furnished
from tests.publishing.web_server import WebServer, free_port, serving
from tests.setup.installed_program import Installed, digests

SECURITY = ("content-security-policy", "x-content-type-options", "referrer-policy")


def edited(page: Path, sentence: str) -> None:
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")


def read(server: WebServer, path: str) -> str:
    answer = server.ask(path)
    assert answer.status == 200, path
    assert [name for name in SECURITY if name not in answer.headers] == []
    return answer.body.decode("utf-8")


def test_a_city_lives_with_the_software_and_without_the_checkout(
    program: Installed, newer: Path, tmp_path: Path
) -> None:
    program.run("new", "city", "saenuri", "--name", "새누리시", cwd=tmp_path)
    city, public = tmp_path / "saenuri", tmp_path / "public"
    about = city / "content" / "pages" / "about.md"
    furnished(city / ".cache", fonts=(WEB_FONTS,))
    program.run("build", cwd=city)
    book = city / "output" / "site" / "guidebook" / "guidebook.pdf"
    assert book.read_bytes().startswith(b"%PDF")
    program.run("guidebook", "--edition", "office", cwd=city)
    assert list((city / "output" / "print").rglob("*.pdf"))

    program.run("publish", "--to", str(public), cwd=city)
    configuration, port = tmp_path / "locations.conf", free_port()
    program.run("publish", "--to", str(public), "--nginx", str(configuration), cwd=city)
    with serving(f"server {{ listen 127.0.0.1:{port}; include {configuration}; }}", port) as server:
        assert "새누리시" in read(server, "/")
        assert server.ask("/guidebook/guidebook.pdf").headers["content-type"] == "application/pdf"
        assert server.ask("/nothing/").status == 404

        edited(about, "둘째로 배포한 글입니다.")
        before = digests(city / "content")
        program.install(newer)
        program.run("build", "--site-only", cwd=city)
        assert digests(city / "content") == before
        program.run("publish", "--to", str(public), cwd=city)
        assert "둘째로 배포한 글입니다." in read(server, "/about/")

        program.run("publish", "--to", str(public), "--rollback", cwd=city)
        assert "둘째로 배포한 글입니다." not in read(server, "/about/")
    assert "둘째로 배포한 글입니다." in about.read_text(encoding="utf-8")
