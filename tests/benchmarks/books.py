"""The same chapters in each typesetter's own idiom: A5, the same fonts, contents with page numbers where it can.

WeasyPrint, Chromium and Vivliostyle read one HTML file; Typst reads its own markup. All of them set the same words on
the same paper in the same type; how many pages that gives stands in the table.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from guidebook.setup.system import chromium
from tests.benchmarks import corpora
from tests.benchmarks.peers import CHROMIUM, FACES, TYPST, VIVLIOSTYLE, WEASYPRINT, Peers

TITLE = "마루군 마을 이야기"
FAMILY = "Pretendard GOV"
CSS = """@page { size: A5; margin: 18mm 15mm 20mm; @bottom-center { content: counter(page); font-size: 8pt } }
html { font: 9.6pt/1.62 "Pretendard GOV"; }
body { margin: 0 }
h1 { font-size: 17pt; break-before: page; margin: 0 0 6mm }
h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid }
p { margin: 0 0 2.4mm; text-align: justify }
table { border-collapse: collapse; width: 100%; font-size: 8.6pt; margin: 3mm 0 }
th, td { border-bottom: .3pt solid #767676; padding: 1.2mm; text-align: left; vertical-align: top }
td:nth-child(-n + 2) { white-space: nowrap }
nav ol { list-style: none; padding: 0 }
nav a { color: inherit; text-decoration: none }
nav a::after { content: leader(".") target-counter(attr(href), page) }
"""
TYPST_HEAD = """#set document(title: "{title}")
#set page(paper: "a5", margin: (x: 15mm, top: 18mm, bottom: 20mm), numbering: "1")
#set text(font: "{family}", size: 9.6pt, lang: "ko")
#set par(justify: true, leading: 0.9em, spacing: 1.5em)
#show heading.where(level: 1): it => {{ pagebreak(weak: true); text(17pt, it); v(4mm) }}
#show heading.where(level: 2): set text(12pt)
#show heading.where(level: 2): set block(above: 6mm, below: 3.4mm)
#title()
#outline(depth: 1, title: [차례])
"""
TYPST_RUN = """import sys, typst
source, pdf, fonts = sys.argv[1:]
typst.compile(source, output=pdf, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"])
"""
BROWSER = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)
SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=/+-])")


@dataclass(frozen=True, slots=True)
class Book:
    """What one program needs in order to make the book."""

    program: str
    folder: Path
    command: tuple[str, ...]
    made: Path


def books(folder: Path, count: int, peers: Peers) -> list[Book]:
    """The book of so many chapters for every typesetter that can be run."""
    folder.mkdir(parents=True)
    page, source = folder / "book.html", folder / "book.typ"
    texts = list(corpora.chapters(count))
    page.write_text(html(texts), encoding="utf-8")
    source.write_text(typst(texts), encoding="utf-8")
    (folder / "typst_book.py").write_text(TYPST_RUN, encoding="utf-8")
    shutil.copytree(peers.fonts, folder / "fonts")
    browser, profile = chromium() or "", folder / "profile"
    commands: dict[str, tuple[str, ...]] = {
        TYPST: (peers.tool("python"), "typst_book.py", "book.typ", "typst.pdf", str(peers.fonts)),
        WEASYPRINT: (peers.tool("weasyprint"), "book.html", "weasyprint.pdf"),
        CHROMIUM: (browser, *BROWSER, f"--user-data-dir={profile}", "--print-to-pdf=chromium.pdf", page.as_uri()),
        VIVLIOSTYLE: (
            *(peers.node, peers.vivliostyle, "build", "--single-doc", "--executable-browser", browser),
            *("--timeout", "900", "--log-level", "silent", "-o", "vivliostyle.pdf", "book.html"),
        ),
    }
    names = {TYPST: "typst", WEASYPRINT: "weasyprint", CHROMIUM: "chromium", VIVLIOSTYLE: "vivliostyle"}
    return [
        Book(program, folder, command, folder / f"{names[program]}.pdf")
        for program, command in commands.items()
        if program in peers.versions
    ]


def html(texts: Iterable[corpora.Text]) -> str:
    """The whole book as one page of HTML with contents; fonts lie beside it."""
    texts = list(texts)
    faces = "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};src:url(fonts/{name}.ttf)}}'
        for weight, name in FACES.items()
    )
    contents = "".join(f'<li><a href="#{text.id}">{escape(text.title)}</a></li>' for text in texts)
    return (
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{TITLE}</title><style>{faces}{CSS}</style>'
        f"</head><body><nav><h1>차례</h1><ol>{contents}</ol></nav>{''.join(map(_chapter, texts))}</body></html>"
    )


def _chapter(text: corpora.Text) -> str:
    return f'<section><h1 id="{text.id}">{escape(text.title)}</h1>{"".join(map(_part, text.parts))}</section>'


def _part(part: corpora.Part) -> str:
    said = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in part.paragraphs)
    head, *rows = part.rows or ((),)
    table = f"<table><thead>{_row(head, 'th')}</thead><tbody>{''.join(_row(row, 'td') for row in rows)}</tbody></table>"
    return f"<h2>{escape(part.heading)}</h2>{said}{table if part.rows else ''}"


def _row(cells: Iterable[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def typst(texts: Iterable[corpora.Text]) -> str:
    """The whole book in Typst's markup."""
    blocks = [TYPST_HEAD.format(title=TITLE, family=FAMILY)]
    for text in texts:
        blocks.append(f"= {_plain(text.title)}")
        for part in text.parts:
            blocks.append(f"== {_plain(part.heading)}")
            blocks += map(_plain, part.paragraphs)
            if part.rows:
                head, *rows = (", ".join(f"[{_plain(cell)}]" for cell in row) for row in part.rows)
                lines = ",\n  ".join(rows)
                blocks.append(f"#table(columns: (auto, auto, 1fr),\n  table.header({head}),\n  {lines})")
    return "\n\n".join(blocks) + "\n"


def _plain(words: str) -> str:
    """Words that Typst takes as they are; a number with a full stop would begin a list."""
    return re.sub(r"^(\d+)\.", r"\1\\.", SPECIAL.sub(r"\\\1", words))
