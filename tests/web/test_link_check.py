"""What is wrong with a written site, found by reading it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.web.link_check import check_links

HEAD = '<!doctype html><html lang="ko"><head><title>{title}</title></head><body>{body}</body></html>'
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="


class Site:
    """A site on disk; pages get a title of their own and one h1 unless they say otherwise."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, path: str, content: str) -> Site:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
        return self

    def page(self, path: str, body: str = "") -> Site:
        return self.write(path, HEAD.format(title=path, body=f"<h1>제목</h1>{body}"))

    def faults(self, base_url: str | None = None) -> list[tuple[str, str]]:
        sources = {"": "content/home.md", "a/": "content/a.md", "404.html": "content/site.yml"}
        found = check_links(self.folder, sources, base_url)
        return [(fault.code, fault.span.file) for fault in found]

    def codes(self, base_url: str | None = None) -> list[str]:
        return [code for code, _ in self.faults(base_url)]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    folder = Site(tmp_path / "site")
    return (
        folder.page("index.html")
        .page("a/index.html", '<h2 id="추진-배경">가</h2><a name="old"></a>')
        .write("x.png", "")
    )


@pytest.mark.parametrize(
    "body",
    [
        '<a href="a/">가</a><a href="./a/index.html?x=1">나</a><a href="">다</a>',
        '<a href="#">라</a><a href="#top">마</a>',
        '<a href="a/#추진-배경">가</a><a href="a/#%EC%B6%94%EC%A7%84-%EB%B0%B0%EA%B2%BD">나</a><a href="a/#old">다</a>',
        '<a href="https://example.org/">가</a><a href="mailto:a@example.org">나</a><a href="tel:041-000-0000">다</a>',
        '<img src="x.png" alt="" srcset="x.png 1x, ./x.png 2x"><img src="%78.png" alt="그림">',
        f'<img src="{PIXEL}" alt="" srcset="{PIXEL} 1x">',
        '<link rel="canonical" href="https://example.org/"><p style="background: url(x.png)">가</p>',
        '<label for="q">찾기</label><input id="q" aria-describedby="q p"><p id="p">도움</p>',
        "<h2>가</h2><h3>나</h3><h4>다</h4><h2>라</h2>",
        '<svg role="img"><title>그림</title><style>.a{fill:red}</style><use href="#s"/><g id="s"/></svg>',
        '<script>if (1 < 2) { x = "<a href=nowhere>" }</script><!-- <a href="nowhere"> -->',
    ],
)
def test_what_is_right_passes(site: Site, body: str) -> None:
    assert site.page("index.html", body).codes() == []


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("broken-link", '<a href="b/">가</a>'),
        ("broken-link", '<a href="a">가</a>'),
        ("broken-link", '<a href="../a/">가</a>'),
        ("broken-link", '<a href="a/../../site/a/">가</a>'),
        ("broken-link", '<a href="A/">가</a>'),
        ("broken-link", '<img src="y.png" alt="">'),
        ("broken-link", '<img src="x.png" srcset="x.png 1x, y.png 2x" alt="">'),
        ("broken-link", '<link rel="stylesheet" href="no.css">'),
        ("broken-link", '<script src="no.js"></script>'),
        ("broken-link", '<video poster="no.png"></video>'),
        ("broken-link", "<style>p { background: url('no.png') }</style>"),
        ("broken-link", '<p style="background: url(no.png)">가</p>'),
        ("broken-link", '<meta http-equiv="refresh" content="0; url=b/">'),
        ("broken-anchor", '<a href="a/#추진">가</a>'),
        ("broken-anchor", '<a href="#없음">가</a>'),
        ("broken-anchor", '<svg><use href="#없음"/></svg>'),
        ("absolute-link", '<a href="/a/">가</a>'),
        ("absolute-link", '<img src="/x.png" alt="">'),
        ("foreign-request", '<img src="https://example.org/x.png" alt="">'),
        ("foreign-request", '<script src="//example.org/x.js"></script>'),
        ("foreign-request", '<link rel="preconnect" href="https://example.org">'),
        ("foreign-request", '<style>@import "https://example.org/x.css";</style>'),
        ("foreign-request", '<iframe src="https://example.org/"></iframe>'),
        ("script-link", '<a href=" JavaScript:alert(1)">가</a>'),
        ("bad-link", '<a href="http://[">가</a>'),
        ("bad-link", '<img src="file:///x.png" alt="">'),
        ("duplicate-id", '<p id="가">가</p><p id="가">나</p>'),
        ("unknown-id", '<label for="없음">가</label>'),
        ("one-h1", "<h1>둘째</h1>"),
        ("skipped-heading", "<h2>가</h2><h4>나</h4>"),
        ("skipped-heading", "<h3>가</h3>"),
        ("no-alt", '<img src="x.png">'),
    ],
)
def test_what_is_wrong_is_named_at_its_content_file(site: Site, code: str, body: str) -> None:
    assert site.page("index.html", body).faults() == [(code, "content/home.md")]


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("no-language", "<title>가</title><h1>나</h1>"),
        ("no-title", '<html lang="ko"><h1>가</h1>'),
        ("no-title", '<html lang="ko"><title> </title><h1>가</h1><svg><title>그림</title></svg>'),
        ("one-h1", '<html lang="ko"><title>가</title>'),
    ],
)
def test_a_page_that_is_not_whole_is_named(site: Site, code: str, written: str) -> None:
    assert site.write("a/index.html", written).faults() == [(code, "content/a.md")]


def test_two_pages_with_one_title_are_named(site: Site) -> None:
    site.write("index.html", HEAD.format(title="같은\n 이름", body="<h1>가</h1>"))
    site.write("a/index.html", HEAD.format(title="같은 이름", body="<h1>가</h1>"))
    assert site.faults() == [("same-title", "content/home.md")]


def test_style_sheets_are_followed_from_where_they_lie(site: Site) -> None:
    site.write(
        "assets/a.css", '@font-face{src:url("f.woff2")} p{background:url(../x.png)} /* url(no) */ b{c:url(../no)}'
    )
    site.write("assets/f.woff2", "")
    assert site.faults() == [("broken-link", "assets/a.css")]


def test_fragments_of_drawings_are_followed(site: Site) -> None:
    site.write("icons.svg", '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="bus"/></svg>')
    assert site.page("index.html", '<svg><use href="icons.svg#bus"/></svg>').codes() == []
    assert site.page("index.html", '<svg><use href="icons.svg#car"/></svg>').codes() == ["broken-anchor"]


def test_a_page_in_a_document_is_not_an_anchor(site: Site) -> None:
    assert site.write("g.pdf", "").page("index.html", '<a href="g.pdf#page=3">가</a>').codes() == []


@pytest.mark.parametrize(("base_url", "root"), [(None, "/"), ("https://example.org/city/", "/city/")])
def test_the_page_for_unknown_addresses_starts_at_the_root(site: Site, base_url: str | None, root: str) -> None:
    good = f'<a href="{root}">가</a><a href="{root}a/#old">나</a><img src="{root}x.png" alt=""><p id="m"><a href="#m">'
    assert site.page("404.html", good).codes(base_url) == []
    bad = f'<a href="a/">가</a><a href="{root}b/">나</a><a href="/elsewhere/">다</a>'
    assert site.page("404.html", bad).faults(base_url) == [
        ("relative-link", "content/site.yml"),
        ("broken-link", "content/site.yml"),
        ("broken-link", "content/site.yml"),
    ]


def test_the_page_for_unknown_addresses_may_look_for_the_root(site: Site) -> None:
    """By asking for one file at every level above itself; some levels would find it at some addresses alone."""

    def asked(file: str, levels: int = 8) -> str:
        return "".join(f'<script src="{"../" * level}{file}"></script>' for level in range(levels))

    site.write("assets/lost.js", "")
    assert site.page("404.html", asked("assets/lost.js")).codes() == []
    assert set(site.page("404.html", asked("assets/none.js")).codes()) == {"broken-link"}
    assert set(site.page("404.html", asked("assets/lost.js", 7)).codes()) == {"relative-link"}
    assert "broken-link" in site.page("a/index.html", asked("assets/lost.js")).codes()


def test_whole_addresses_of_the_site_itself_are_followed(site: Site) -> None:
    base = "https://example.org/city/"
    body = f'<link rel="canonical" href="{base}a/"><link rel="alternate" href="{base}b/"><img src="{base}x.png" alt="">'
    assert site.page("index.html", body).codes(base) == ["broken-link"]


def test_the_message_says_the_link_and_the_page(site: Site) -> None:
    (fault,) = check_links(site.page("a/index.html", '<a href="nowhere/">가</a>').folder, {"a/": "content/a.md"})
    assert "nowhere/" in str(fault.message)
    assert "a/index.html" in str(fault.hint)


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_addresses_of_linked_data_are_followed_like_links(site: Site) -> None:
    site.page("a/index.html")
    site.page("index.html", linked('{"@type":"ItemList","itemListElement":[{"item":"a/"},{"item":{"url":"b/"}}]}'))
    assert site.codes() == ["broken-link"]
    assert site.codes("https://example.org/") == ["broken-link"]


def test_lists_of_addresses_in_linked_data_are_followed_too(site: Site) -> None:
    site.page("index.html", linked('{"sameAs":["b/","https://example.org/"],"image":[{"url":"c.png"}]}'))
    assert site.codes() == ["broken-link", "broken-link"]


def test_names_in_linked_data_are_no_addresses(site: Site) -> None:
    site.page("index.html", linked('{"@type":"Place","name":"b/","description":"c/","sameAs":"https://example.org/"}'))
    assert site.codes() == []


def test_linked_data_that_is_no_json_is_told(site: Site) -> None:
    site.page("index.html", linked('{"@type":'))
    assert site.codes() == ["bad-linked-data"]


def test_a_page_that_forwards_may_bear_the_name_of_where_it_leads(site: Site) -> None:
    site.write("a/index.html", HEAD.format(title="옛 성터", body="<h1>옛 성터</h1>"))
    refresh = '<meta http-equiv="refresh" content="0; url=../a/">'
    site.write("q/index.html", HEAD.format(title="옛 성터", body=f"{refresh}<h1>옛 성터</h1>"))
    assert site.codes() == []
    site.write("q/index.html", HEAD.format(title="옛 성터", body=f"{refresh.replace('../a/', '../b/')}<h1>가</h1>"))
    assert site.codes() == ["broken-link"]
