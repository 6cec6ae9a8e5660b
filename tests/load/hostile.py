"""Texts that a careless reader would look through again and again: each takes a size in letters.

Apart from the tests, because `benchmarks/growth.py` measures with the same texts how time grows with their length.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guidebook.load.bounds import MAX_LINE
from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.render.text.kept_words import keep_words
from guidebook.render.text.line_breaks import set_line_breaks
from guidebook.render.text.prose import prose
from tests.render.fragments import edited

WORST = ("a", "![", "[^", "](town:", "[a](", "[x](y) ", "<a ", "``a`", "*_", "a@", "| ", "1. ")
OTHERS = (
    "[^a", "[a](town:", "[", "]", "](", "[[", "]]", "[a]", "[a][", "[a]: ", "(", ")", "*", "*a ", "**a ", "***a", "_a ",
    "__a", "`", "`a", "~~", "~~~\n", "```\n", "<", "<a", "<!--", "</", '<a b="', "<http://", "http://a", "&", "&#",
    "&a;", "\\", "\\[", "|", "|-", "---|", " ", "# ", "## a ", "#", "> ", "- ", "* * ", "a\n", "\n", "  \n", ": ",
    "표: ", "표: a\n", "a.", "@", "-@a", "1", "010-", "1-", "82 ", "농협 1", "여권 A", "가", "가 ", "가\u0301",
    "\u0301\u0315", "\u200b", "“", "2026. ", "7. 22.~", "12:00~", "1 원", "가(",
    "== ", "a|b\n", "+ a\n", ":-", "![x](y)", "a](b", "`` ` ", "{{", "{%",
    "[[routes]]\n", "\u00a0", "\u3000", "「", "·", "○", "○ ", "%%a", "://_", "┌", "김*", "제1조\n",
)  # fmt: skip
"""What some reader begins to understand and has to look on for the end of."""
HOSTILE: dict[str, Callable[[int], str]] = {
    "letters": lambda size: "a" * size,
    "a heading with blanks": lambda size: "## a" + " " * (size // 2) + "b",
    "a row of blanks": lambda size: "| a |\n|" + " " * size + "|\n",
    "a rule of blanks": lambda size: "| a |\n|---" + " " * size + "x\n",
    "deep quotes": lambda size: ">" * size + " a",
    "deep lists": lambda size: "- " * size + "a",
    "stairs": lambda size: "".join(f"{' ' * 2 * step}- a\n" for step in range(int(size**0.5))),
    "brackets one in another": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "backticks of all lengths": lambda size: " ".join("`" * count for count in range(1, int((2 * size) ** 0.5))),
    "accents": lambda size: "a" + "\u0315\u0300" * (size // 2),
    "tables": lambda size: "표: 가\n\n| a |\n|---|\n| b |\n\n" * (size // 30),
    "headings": lambda size: "## a\n\nb\n\n" * (size // 9),
    "notes": lambda size: "a[^b]\n\n" * (size // 7),
    "links": lambda size: "[a](town:naru)\n\n" * (size // 16),
    "lines of marks": lambda size: ("![" * 1000 + "\n\n") * (size // 2000),
}  # fmt: skip


def lines_of(unit: str, size: int) -> str:
    """Paragraphs of the unit, each as long as a line may be."""
    line = (unit * (MAX_LINE // len(unit) + 1))[:MAX_LINE]
    return (line + "\n\n") * (size // (MAX_LINE + 2))


def former_ids(count: int) -> str:
    """Redirects of which each leads to the next."""
    return "".join(f"old-{number}: old-{number + 1}\n" for number in range(count))


def write_body(city: Path, body: str) -> None:
    """Gives a page of the small city this body."""
    page = city / "pages" / "visit.md"
    head = page.read_text(encoding="utf-8").split("\n---\n")[0]
    page.write_text(f"{head}\n---\n\n{body}\n", encoding="utf-8")


def rendered(city: Path) -> bool:
    """Reads the city and renders that page's body, if it may be read at all."""
    return rendered_of(load_content(city).catalogue)


def rendered_of(catalogue: Catalogue) -> bool:
    """The same of a city that was read already."""
    page = next((page for page in catalogue.pages if page.id == "visit"), None)
    if page is not None:
        html = prose(page.body, page.notes, lambda kind, id, place="", /: f"{kind}/{id}").html
        edited(html, set_line_breaks)
        keep_words(str(html))
    return page is not None


YAML: dict[str, Callable[[int], str]] = {
    "brackets": lambda size: "title: " + "[" * size,
    "braces": lambda size: "title: " + "{" * size,
    "lists": lambda size: "title:\n  " + "- " * size,
    "questions": lambda size: "? " * size,
    "colons": lambda size: "a: " * size,
    "keys": lambda size: "".join(f"k{number}: v\n" for number in range(size // 8)),
    "items": lambda size: "tags:\n" + "- a\n" * (size // 4),
    "one value": lambda size: "title: " + "a" * size,
    "a folded value": lambda size: "title: >\n" + "  aaaa aaaa\n" * (size // 12),
    "quotes": lambda size: 'title: "' + "a" * size,
    "blanks": lambda size: "title: a" + " " * size + "b",
    "comments": lambda size: "title: a\n" + "# a\n" * (size // 4),
    "tabs": lambda size: "title: a\n" + "\ta: b\n" * (size // 6),
    "the same key": lambda size: "title: a\n" * (size // 9),
    "mails": lambda size: "title: " + "a.a@" * (size // 4),
}
