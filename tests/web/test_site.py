"""The page shell around finished bodies, and that plain MkDocs draws the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from guidebook.cli import main
from guidebook.cli.paths import paths_of_mkdocs
from guidebook.render.text.licence import Licence
from guidebook.render.text.prose import Heading
from guidebook.render.web.page import PageShell, SitePage
from guidebook.storage.paths import Paths
from guidebook.web.assets import Assets
from guidebook.web.site import SiteInput, build_site
from tests.web.city_with_files import BASE, with_files
from tests.web.conftest import ENGLISH

CHECKOUT = Path(__file__).parents[2]

MAIN = """<!doctype html>
<html lang="{{ shell.language }}">
<head>
<title>{{ page.record.title }} | {{ shell.site_title }}{{ shell.title_suffix }}</title>
<meta name="description" content="{{ page.record.description }}">
{% if page.canonical_url %}
<link rel="canonical" href="{{ page.canonical_url }}">
{% endif %}
<link rel="stylesheet" href="{{ root }}{{ assets.css }}">
</head>
<body>
<p>{{ _("본문으로 건너뛰기") }}</p>
<nav>{% for path, label in shell.menu %}<a href="{{ root }}{{ path }}">{{ label }}</a>{% endfor %}</nav>
<main id="main">{{ page.content }}</main>
<ol>{% for heading in page.record.headings %}
<li><a href="#{{ heading.id }}">{{ heading.title }}</a></li>{% endfor %}</ol>
</body>
</html>
"""

SHELL = PageShell(
    language="ko",
    site_title="하늘시 안내",
    short_title="안내",
    title_suffix=" (견본)",
    notice="견본입니다.",
    menu=(("", "처음"), ("programs/", "사례")),
    links=(),
    publisher="만든이",
    footer=("꼬리말",),
    base_url=None,
    colours="",
    labels={},
    licence=Licence("CC BY 4.0", "", "https://example.org/"),
    feed=None,
    report=None,
    operator="",
)

ASSETS = Assets("assets/site.12345678.css", {}, (), {}, {"assets/site.12345678.css": b"body{color:red}\n"})


def page(path: str, title: str = "제목", body: str = "<h1>제목</h1>", headings: tuple[Heading, ...] = ()) -> SitePage:
    return SitePage(path, title, "설명", "programs/", body, headings, f"content/{path.strip('/') or 'index'}.md")


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "main.html").write_text(MAIN, encoding="utf-8")
    return folder


class Texts(HTMLParser):
    """What a reader sees, and where links go."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def built(pages: list[SitePage], theme: Path, tmp_path: Path, shell: PageShell = SHELL) -> dict[str, str]:
    site = tmp_path / "site"
    assert build_site(SiteInput(tuple(pages), shell, ASSETS), theme, site) == ()
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}


def test_pages_and_assets_and_nothing_else_are_published(theme: Path, tmp_path: Path) -> None:
    (theme / "notes.txt").write_text("for the designer")
    files = built([page(""), page("programs/"), page("programs/a/")], theme, tmp_path)
    assert set(files) == {
        "index.html",
        "programs/index.html",
        "programs/a/index.html",
        "assets/site.12345678.css",
        "robots.txt",
    }
    assert files["robots.txt"] == "User-agent: *\nAllow: /\n"


def test_a_body_arrives_unchanged_and_all_else_is_escaped(theme: Path, tmp_path: Path) -> None:
    shell = replace(SHELL, menu=(("", '<i>처음</i> & "끝"'),))
    heading = Heading("가", "<b>머리</b>", 2)
    body = '<h1>가 &lt; 나</h1><h2 id="가"><b>머리</b></h2>'
    written = built([page("", "가 < 나", body, (heading,))], theme, tmp_path, shell)["index.html"]
    assert body in written
    assert "<title>가 &lt; 나 | 하늘시 안내 (견본)</title>" in written
    assert "&lt;i&gt;처음&lt;/i&gt; &amp; &#34;끝&#34;" in written
    assert "&lt;b&gt;머리&lt;/b&gt;" in written


def test_links_of_the_page_shell_are_relative_at_any_depth(theme: Path, tmp_path: Path) -> None:
    files = built([page(""), page("programs/a/")], theme, tmp_path)
    assert Texts(files["index.html"]).links == ["./assets/site.12345678.css", "./", "./programs/"]
    deep = ["../../assets/site.12345678.css", "../../", "../../programs/"]
    assert Texts(files["programs/a/index.html"]).links == deep


@pytest.mark.parametrize(("base_url", "root"), [(None, "/"), ("https://example.org/city/", "/city/")])
def test_the_page_for_unknown_addresses_works_at_any_depth(
    theme: Path, tmp_path: Path, base_url: str | None, root: str
) -> None:
    shell = replace(SHELL, base_url=base_url)
    written = built([page(""), page("404.html", "없음")], theme, tmp_path, shell)["404.html"]
    assert Texts(written).links == [f"{root}assets/site.12345678.css", root, f"{root}programs/"]


def test_a_sitemap_needs_an_address_and_carries_no_date(theme: Path, tmp_path: Path) -> None:
    shell = replace(SHELL, base_url="https://example.org/city/")
    files = built([page(""), page("programs/a/"), page("404.html")], theme, tmp_path, shell)
    assert "<loc>https://example.org/city/programs/a/</loc>" in files["sitemap.xml"]
    assert "404" not in files["sitemap.xml"]
    assert "lastmod" not in files["sitemap.xml"]
    assert "Sitemap: https://example.org/city/sitemap.xml" in files["robots.txt"]
    assert '<link rel="canonical" href="https://example.org/city/programs/a/">' in files["programs/a/index.html"]
    assert "canonical" not in files["404.html"]


def test_the_words_of_the_page_shell_are_translated(theme: Path, tmp_path: Path) -> None:
    written = built([page("")], theme, tmp_path, replace(SHELL, language="ko"))["index.html"]
    assert "본문으로 건너뛰기" in Texts(written).words


def test_plain_mkdocs_tells_of_a_link_to_a_lost_anchor(checkout: Path) -> None:
    """As the link check does of a build."""
    (checkout / "content" / "a.md").write_text(
        '<a href="b/#%EA%B0%80">있음</a><a href="b/#없는">없음</a><a href="#">가</a>', encoding="utf-8"
    )
    result = mkdocs(checkout)
    assert "b/#없는" in result.stderr
    assert "%EA%B0%80" not in result.stderr


def test_an_undefined_name_in_the_theme_is_an_error_at_its_line(theme: Path, tmp_path: Path) -> None:
    (theme / "main.html").write_text("<p>\n{{ page.titel }}</p>", encoding="utf-8")
    (fault,) = build_site(SiteInput((page(""),), SHELL, ASSETS), theme, tmp_path / "site")
    assert (fault.code, fault.span.file, fault.span.line) == ("site-template", str(theme / "main.html"), 2)
    assert "titel" in str(fault.message)


def test_a_mistake_in_the_themes_syntax_is_an_error_at_its_line(theme: Path, tmp_path: Path) -> None:
    (theme / "main.html").write_text("<p>\n\n{% if %}</p>", encoding="utf-8")
    (fault,) = build_site(SiteInput((page(""),), SHELL, ASSETS), theme, tmp_path / "site")
    assert (fault.code, fault.span.file, fault.span.line) == ("site-template", str(theme / "main.html"), 3)


def test_a_theme_without_its_template_is_an_error(theme: Path, tmp_path: Path) -> None:
    (theme / "main.html").unlink()
    (fault,) = build_site(SiteInput((page(""),), SHELL, ASSETS), theme, tmp_path / "site")
    assert (fault.code, fault.span.file) == ("site-template", str(theme))


def test_two_pages_at_one_address_are_an_error(theme: Path, tmp_path: Path) -> None:
    (fault,) = build_site(
        SiteInput(
            (
                page("a/"),
                page("a/"),
            ),
            SHELL,
            ASSETS,
        ),
        theme,
        tmp_path / "site",
    )
    assert (fault.code, fault.span.file) == ("same-address", "content/a.md")


def test_the_clock_does_not_reach_the_template(theme: Path, tmp_path: Path) -> None:
    (theme / "main.html").write_text("{{ build_date_utc }}", encoding="utf-8")
    (fault,) = build_site(SiteInput((page(""),), SHELL, ASSETS), theme, tmp_path / "site")
    assert fault.code == "site-template"


PIPELINE = """
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.storage.paths import Paths
from guidebook.model.text import text
from guidebook.storage.paths import Paths
from guidebook.web.assets import Assets
from guidebook.web.site import SiteInput
from guidebook.render.text.licence import Licence
from guidebook.render.text.prose import Heading
from guidebook.render.web.page import PageShell, SitePage


def preview(paths: Paths, language: str | None) -> SiteInput:
    body = (paths.content / "a.md").read_text("utf-8")
    wrong = tuple(
        Diagnostic(Span("content/a.md", number), "bad-line", text("틀린 줄: {line}", line=line), text("고치세요."))
        for number, line in enumerate(body.splitlines(), 1)
        if "BAD" in line
    )
    pages = (
        SitePage("", "처음 < 화면", "설명", "", f"<h1>{body}</h1>", (), "content/a.md"),
        SitePage("b/", "둘째", "설명", "", '<h1>둘째</h1><h2 id="가">나</h2>', (Heading("가", "나", 2),), "content/b"),
        SitePage("404.html", "없음", "설명", "", '<h1>없음</h1><a href="b/">나</a>', (), "content/a.md"),
    )
    licence = Licence("허", "락", "https://example.org/")
    menu = (("b/", "둘째"),)
    shell = PageShell(
        language or "ko", "하늘시", "시", "", "", menu, (), "만든이", (), licence, None, None, "", None, "", {}
    )
    return SiteInput(pages, shell, Assets("assets/s.css", {}, (), {}, {"assets/s.css": b"p{}"}), wrong)
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the real configuration and hook, and pages of its own."""
    root = tmp_path / "checkout"
    shutil.copytree(CHECKOUT / "guidebook", root / "guidebook", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "guidebook" / "commands" / "preview.py").write_text(PIPELINE, encoding="utf-8")
    shutil.copy(CHECKOUT / "mkdocs.yml", root)
    (root / "templates" / "theme").mkdir(parents=True)
    (root / "templates" / "theme" / "main.html").write_text(MAIN, encoding="utf-8")
    (root / "content").mkdir()
    (root / "content" / "a.md").write_text("안녕", encoding="utf-8")
    (root / "content" / "README.md").write_text("never published", encoding="utf-8")
    (root / "content" / "site.yml").write_text("private: true", encoding="utf-8")
    return root


def mkdocs(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def build_py(checkout: Path) -> dict[str, bytes]:
    """What `build_site` makes of the same pages, in that checkout."""
    script = (
        "from pathlib import Path\n"
        "from guidebook.commands.preview import preview\n"
        "from guidebook.storage.paths import Paths\n"
        "from guidebook.web.site import build_site\n"
        "paths = Paths.within(Path.cwd())\n"
        "given = preview(paths, 'ko')\n"
        "assert not build_site(given, paths.theme, Path('ours').resolve())\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", script], cwd=checkout, env=environment, check=True)
    return written(checkout / "ours")


def written(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_plain_mkdocs_makes_the_same_files_and_leaves_the_content_alone(checkout: Path) -> None:
    before = written(checkout / "content")
    result = mkdocs(checkout)
    assert result.returncode == 0, result.stderr
    theirs = written(checkout / "output" / "mkdocs")
    assert theirs == build_py(checkout)
    assert set(theirs) == {"index.html", "b/index.html", "404.html", "assets/s.css", "robots.txt"}
    assert written(checkout / "content") == before


def test_plain_mkdocs_makes_a_whole_city_as_a_build_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the real theme: pictures, files to take home, a page in English, an address, a service worker."""

    def without_earlier_books(config: object) -> Paths:
        return replace(paths_of_mkdocs(config), output=tmp_path / "none")

    monkeypatch.setattr("guidebook.cli.paths.paths_of_mkdocs", without_earlier_books)
    content = with_files(tmp_path / "content", BASE)
    (content / "pages" / "en.md").write_text(ENGLISH, encoding="utf-8")
    assert main(["build", "--site-only", "--content", str(content), "--output", str(tmp_path / "output")]) == 0
    config = load_config(str(CHECKOUT / "mkdocs.yml"), docs_dir=str(content), site_dir=str(tmp_path / "theirs"))
    build(config)
    ours = written(tmp_path / "output" / "site")
    assert {"en/index.html", "worker.js", "sitemap.xml", "404.html"} <= ours.keys()
    assert written(tmp_path / "theirs") == ours


def test_plain_mkdocs_stops_at_errors_in_the_content_and_shows_them_all(checkout: Path) -> None:
    (checkout / "content" / "a.md").write_text("하나 BAD\n둘\n셋 BAD\n", encoding="utf-8")
    result = mkdocs(checkout)
    assert result.returncode == 1
    assert "content/a.md:1:1: error[bad-line] 틀린 줄: 하나 BAD (고치세요.)" in result.stderr
    assert "content/a.md:3:1: error[bad-line] 틀린 줄: 셋 BAD (고치세요.)" in result.stderr
    assert not (checkout / "output" / "mkdocs" / "index.html").exists()
