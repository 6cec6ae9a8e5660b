"""Makes a page of content of a document that people also read as it is, on the pages of a forge.

What forges and our dialect say otherwise: the title is a heading there, links name files, tables have no caption. A
page remembers of which line of the document each of its lines is: what is wrong is told where it was written.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from guidebook.markdown.cells import cells
from guidebook.markdown.document import Document, remembered
from guidebook.model.kinds import KINDS
from guidebook.model.settings.handbook import HandbookEntry

_TITLE = re.compile(r"# +(?P<title>.+?) *\n")
_SPECIAL = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|\[(?P<words>(?:[^\[\]`]|`[^`]*`)*)\]\((?P<to>[^)\s]+)\)"
    r"|(?P<mark>\[(?=[\[^]))"
)
"""Code, a link, and what would be a place for a block or a note, of which forges know nothing."""
COLUMNS = 3
"""So many columns are named in a caption that the document has not."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_FORGE_DROPS = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of content, and for each of its lines the line of the document that it comes from, from 1."""

    text: str
    lines: tuple[int, ...]


def title_of(document: str) -> str | None:
    """The title: the heading in the first line, without its marks."""
    match = _TITLE.match(document)
    return match["title"].replace("`", "") if match else None


def page_id(file: str) -> str:
    """The id of a document's page: its name, unless the website has that address itself."""
    return f"about-{file}" if file in KINDS.reserved else file


def page_of(entry: HandbookEntry, order: int, folder: str, documents: Mapping[str, str]) -> Page:
    """The page of a document with a title. `folder` is where the documents lie, by whose names links are understood."""
    document = documents[entry.file]
    front = {"title": title_of(document), "summary": entry.summary, "section": entry.part}
    head = [
        "---",
        *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()),
        f"order: {order}",
        f"book: {'true' if entry.book else 'false'}",
        "---",
    ]
    body = list(_body(document, folder, documents))
    return Page("\n".join([*head, *(line for _, line in body)]) + "\n", (*(1 for _ in head), *(at for at, _ in body)))


def _body(document: str, folder: str, documents: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The lines behind the title with their numbers: links to pages, tables with captions."""
    read, lines = remembered(document), document.rstrip("\n").split("\n")
    captions = dict(_captions(read, lines))
    code = {
        number
        for token in read.tokens
        if token.type == "fence" and token.map
        for number in range(token.map[0] + 1, token.map[1] + 1)
    }
    for number, line in enumerate(lines[1:], start=2):
        if number in captions:
            yield from ((number, added) for added in ("", captions[number], ""))
        yield number, line if number in code else _linked(line, folder, document, documents)


def _captions(read: Document, lines: list[str]) -> Iterator[tuple[int, str]]:
    """The line of each table that has no caption → one: the heading above it, and what its first columns are."""
    for place, token in enumerate(read.tokens):
        if token.type != "table_open" or not token.map or read.tokens[place + 1].type == "caption_open":
            continue
        first = token.map[0]
        heading = max((title.line for title in read.titles if title.line <= first), default=1)
        columns = ", ".join(name for name in cells(lines[first])[:COLUMNS] if name)
        words = lines[heading - 1].lstrip("# ")
        indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
        yield first + 1, f"{indent}표: {words}" + (f" ({columns})" if columns else "")


def _linked(line: str, folder: str, document: str, documents: Mapping[str, str]) -> str:
    def set_link(found: re.Match[str]) -> str:
        if found["mark"]:
            return "\\["
        return found[0] if found["code"] else _link(found, folder, document, documents)

    return _SPECIAL.sub(set_link, line)


def _link(found: re.Match[str], folder: str, document: str, documents: Mapping[str, str]) -> str:
    """A link to a document as one to its page; to another file of the checkout as its path, which nobody can click."""
    words, to = found["words"], found["to"]
    if _ELSEWHERE.match(to):
        return found[0]
    path, _, heading = to.partition("#")
    anchor, name = unquote(heading), path.removesuffix(".md")
    if not path:
        return f"[{words}]({_heading(anchor, document)})"
    if name in documents:
        return f"[{words}](page:{page_id(name)}{_heading(anchor, documents[name])})"
    place = f"`{posixpath.normpath(posixpath.join(folder, path))}`"
    return place if words.strip("`") in path else f"{words}({place})"


def _heading(anchor: str, document: str) -> str:
    """The heading that a forge finds under the anchor, under our own id of it."""
    if not anchor:
        return ""
    titles = remembered(document).titles
    ids = {_FORGE_DROPS.sub("", title.text.lower()).replace(" ", "-"): title.id for title in titles}
    return f"#{ids.get(anchor, anchor)}"
