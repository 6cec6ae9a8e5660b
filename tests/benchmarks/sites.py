"""The same records and written pages in each site generator's own idiom, with the smallest configuration it takes.

Each writes its sources below a folder and says what is run there and where the pages come out. What a generator does
by default stays; what it lacks is not added (`left_out.py`), but for the three small templates without which Hugo
makes no page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import corpora, words
from tests.benchmarks.city import markdown
from tests.benchmarks.peers import HUGO, MATERIAL, MKDOCS, ZENSICAL, Peers

TITLE = "마루군 마을자치 길잡이"
HUGO_PAGE = """<!doctype html>
<html lang="ko">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} | {{ site.Title }}</title></head>
<body>
<header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav></header>
<main><h1>{{ .Title }}</h1>
{{ block "main" . }}{{ .Content }}{{ end }}</main>
</body>
</html>
"""
HUGO_LIST = """{{ define "main" }}{{ .Content }}
<ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ template "_internal/pagination.html" . }}{{ end }}
"""


@dataclass(frozen=True, slots=True)
class Document:
    """A page as Markdown, below a section."""

    section: str
    name: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Site:
    """What one program needs in order to make the site."""

    program: str
    folder: Path
    command: tuple[str, ...]
    made: Path
    """Where pages come out."""
    kept: tuple[Path, ...] = ()
    """What it keeps between runs."""
    texts: Path = Path()
    """The folder of Markdown that an edit changes."""


def written(count: int) -> list[Document]:
    """So many written pages."""
    return [
        Document(f"news{text.section}", text.id, text.title, markdown(text.parts, captions=False))
        for text in corpora.written_pages(count)
    ]


def records(count: int) -> list[Document]:
    """So many restaurants: a page each with a table of what is known, under its town."""
    return [Document(f"town{shop.town}", shop.id, shop.name, facts(shop)) for shop in corpora.shops(count)]


def facts(shop: corpora.Shop) -> str:
    """The body of a restaurant's page."""
    rows = (
        ("업종", "일반음식점"),
        ("대표 음식", shop.dish),
        ("읍면동", f"{words.TOWNS[shop.town]}면"),
        ("주소", shop.address),
        ("전화", shop.phone),
        ("좌석", f"{shop.seats}석"),
        ("영업 시간", shop.hours),
        ("지도", f"북위 {shop.latitude}, 동경 {shop.longitude}"),
    )
    lines = "\n".join(f"| {name} | {value} |" for name, value in rows)
    return f"| 항목 | 내용 |\n|---|---|\n{lines}\n\n출처: 마루군, 누리집 자료\n"


def sites(folder: Path, documents: Iterable[Document], peers: Peers) -> list[Site]:
    """The sources of all generators that can be run."""
    documents = list(documents)
    made = [
        _mkdocs(folder / "mkdocs", MKDOCS, "mkdocs", documents, peers),
        _hugo(folder / "hugo", documents, peers),
        _zensical(folder / "zensical", documents, peers),
        _mkdocs(folder / "material", MATERIAL, "material", documents, peers),
    ]
    return [site for site in made if site.program in peers.versions]


def _mkdocs(folder: Path, program: str, theme: str, documents: list[Document], peers: Peers) -> Site:
    _texts(folder / "docs", documents, "index.md")
    named = {"name": theme} if theme == "mkdocs" else {"name": theme, "language": "ko"}
    config = {"site_name": TITLE, "theme": named}
    (folder / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    command = (peers.tool("mkdocs"), "build", "--quiet")
    return Site(program, folder, command, folder / "site", texts=folder / "docs")


def _zensical(folder: Path, documents: list[Document], peers: Peers) -> Site:
    _texts(folder / "docs", documents, "index.md")
    (folder / "zensical.toml").write_text(f'[project]\nsite_name = "{TITLE}"\n', encoding="utf-8")
    return Site(
        ZENSICAL,
        folder,
        (peers.tool("zensical"), "build"),
        folder / "site",
        (folder / ".cache",),
        folder / "docs",
    )


def _hugo(folder: Path, documents: list[Document], peers: Peers) -> Site:
    _texts(folder / "content", documents, "_index.md")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "baseof.html").write_text(HUGO_PAGE, encoding="utf-8")
    (layouts / "single.html").write_text('{{ define "main" }}{{ .Content }}{{ end }}\n', encoding="utf-8")
    (layouts / "list.html").write_text(HUGO_LIST, encoding="utf-8")
    config = {
        "title": TITLE,
        "baseURL": "https://maru.example/",
        "languageCode": "ko",
        "disableKinds": ["taxonomy", "term", "RSS"],
        "pagination": {"pagerSize": 50},
    }
    (folder / "hugo.json").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    command = (peers.hugo, "--quiet", "--noBuildLock")
    return Site(HUGO, folder, command, folder / "public", (folder / "resources",), folder / "content")


def _texts(folder: Path, documents: list[Document], index: str) -> None:
    """The Markdown that all of them read, with a page for the site and one for each section."""
    sections = sorted({document.section for document in documents})
    folder.mkdir(parents=True)
    (folder / index).write_text(f"---\ntitle: {TITLE}\n---\n\n마을의 일을 모았습니다.\n", encoding="utf-8")
    for section in sections:
        (folder / section).mkdir()
        (folder / section / index).write_text(
            f"---\ntitle: 묶음 {section}\n---\n\n마을의 소식입니다.\n", encoding="utf-8"
        )
    for document in documents:
        place = folder / document.section / f"{document.name}.md"
        place.write_text(f"---\ntitle: {document.title}\n---\n\n{document.body}", encoding="utf-8")
