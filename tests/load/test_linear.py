"""No text keeps the program busy: twice as much takes about twice as long to read, to check and to render."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from guidebook.check.markdown.bodies import forget_bodies
from guidebook.commands.examine import examine
from guidebook.load.bounds import MAX_BLOCK, MAX_BODY, MAX_LINE
from guidebook.load.content import load_content
from guidebook.render.text.line_breaks import set_line_breaks
from guidebook.render.text.prose import prose
from tests.render.fragments import edited

pytestmark = pytest.mark.usefixtures("no_waiting")

WORST = ("a", "![", "[^", "](town:", "[a](", "[x](y) ", "<a ", "``a`", "*_", "a@", "| ", "1. ")
OTHERS = (
    "[^a", "[a](town:", "[", "]", "](", "[[", "]]", "[a]", "[a][", "[a]: ", "(", ")", "*", "*a ", "**a ", "***a", "_a ",
    "__a", "`", "`a", "~~", "~~~\n", "```\n", "<", "<a", "<!--", "</", '<a b="', "<http://", "http://a", "&", "&#",
    "&a;", "\\", "\\[", "|", "|-", "---|", " ", "# ", "## a ", "#", "> ", "- ", "* * ", "a\n", "\n", "  \n", ": ",
    "표: ", "표: a\n", "a.", "@", "-@a", "1", "010-", "1-", "82 ", "농협 1", "여권 A", "가", "가 ", "가\u0301",
    "\u0301\u0315", "\u200b", "“", "2026. ", "== ", "a|b\n", "+ a\n", ":-", "![x](y)", "a](b", "`` ` ", "{{", "{%",
    "[[routes]]\n", "\u00a0", "\u3000", "「", "·", "○", "○ ", "%%a", "://_", "┌", "김*", "제1조\n",
)  # fmt: skip
"""What some reader begins to understand and has to look on for the end of."""
UNITS = [*WORST, *(pytest.param(unit, marks=pytest.mark.long) for unit in OTHERS)]
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


def lines_of(unit: str, size: int, most: int) -> str:
    """Paragraphs of the unit, each as long as a line may be."""
    line = (unit * (most // len(unit) + 1))[:most]
    return (line + "\n\n") * (size // (most + 2))


def seconds(deed: Callable[[], object], count: int) -> float:
    """Of this process, the least of some tries: what others do on the machine does not count."""
    tries = []
    for _ in range(count):
        gc.collect()
        gc.disable()  # how much of all that lives is looked through meanwhile says nothing of the deed
        started = time.process_time()
        deed()
        tries.append(time.process_time() - started)
        gc.enable()
    return min(tries)


def grows_as_it_should(deed: Callable[[int], object], sizes: tuple[int, ...]) -> None:
    """What is quadratic grows fourfold each time; what a busy machine does to one measurement is not seen again."""
    for tries in (1, 2, 3, 3):
        times = [seconds(partial(deed, size), tries) for size in sizes]
        if all(more <= 2.5 * less + 0.1 for less, more in pairwise(times)):
            return
    pytest.fail(f"each time, last: {times}")


@pytest.fixture
def check_body(maru: Path) -> Callable[[str], object]:
    """Checks the tiny city with this text as a page's body."""
    page = maru / "pages" / "visit.md"
    head = page.read_text(encoding="utf-8").split("\n---\n")[0]

    def check(body: str) -> object:
        forget_bodies()  # another try must read it as the first did
        page.write_text(f"{head}\n---\n\n{body}\n", encoding="utf-8")
        return examine(maru)

    return check


@pytest.mark.parametrize("name", HOSTILE)
def test_bodies_of_every_size_are_checked_in_linear_time(check_body: Callable[[str], object], name: str) -> None:
    grows_as_it_should(lambda size: check_body(HOSTILE[name](size)), (100_000, 200_000, 400_000))
    grows_as_it_should(lambda size: check_body(HOSTILE[name](size)), (10_000, 20_000, 40_000))


@pytest.mark.parametrize("unit", UNITS)
def test_marks_in_lines_as_long_as_may_be_are_checked_in_linear_time(
    check_body: Callable[[str], object], unit: str
) -> None:
    grows_as_it_should(lambda size: check_body(lines_of(unit, size, MAX_LINE)), (12_000, 24_000, 48_000))


def rendered(maru: Path, body: str) -> bool:
    """Renders the body, if it may be read at all."""
    page = maru / "pages" / "visit.md"
    head = page.read_text(encoding="utf-8").split("\n---\n")[0]
    page.write_text(f"{head}\n---\n\n{body}\n", encoding="utf-8")
    read = next((one for one in load_content(maru).catalogue.pages if one.id == "visit"), None)
    if read is not None:
        edited(prose(read.body, read.notes, lambda kind, id, place="", /: f"{kind}/{id}").html, set_line_breaks)
    return read is not None


@pytest.mark.parametrize("unit", UNITS)
def test_what_may_be_read_is_rendered_in_linear_time(maru: Path, unit: str) -> None:
    grows_as_it_should(lambda size: rendered(maru, lines_of(unit, size, MAX_LINE)), (12_000, 24_000, 48_000))


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused_or_rendered_in_linear_time(maru: Path, name: str) -> None:
    grows_as_it_should(lambda size: rendered(maru, HOSTILE[name](size)), (12_000, 24_000, 48_000))


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


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize("file", ["site.yml", "towns/naru.yml", "redirects.yml"])
def test_yaml_of_every_size_is_checked_in_linear_time(maru: Path, file: str, name: str) -> None:
    before = (maru / file).read_text(encoding="utf-8") if (maru / file).exists() else ""

    def check(size: int) -> object:
        (maru / file).write_text(f"{before}\n{YAML[name](size)}\n", encoding="utf-8")
        return examine(maru)

    grows_as_it_should(check, (50_000, 100_000, 200_000))


def test_long_ways_of_former_ids_are_followed_in_linear_time(maru: Path) -> None:
    def check(count: int) -> object:
        chain = "".join(f"old-{number}: old-{number + 1}\n" for number in range(count))
        (maru / "redirects.yml").write_text(chain, encoding="utf-8")
        return examine(maru)

    grows_as_it_should(check, (2_000, 4_000, 8_000))


def test_brackets_that_are_shown_as_they_are_need_no_partner(maru: Path) -> None:
    assert rendered(maru, "\\[가" * 30 + "\n\n" + "(가) [나](town:naru) <https://example.org> " * 30)


def test_an_outline_under_a_heap_of_accents_is_told(maru: Path) -> None:
    (maru / "map").mkdir(exist_ok=True)
    (maru / "map" / "towns.geojson").write_text('{"a": "' + "\u0315\u0300" * 150_000 + '"}', encoding="utf-8")
    assert "stacked-accents" in [fault.code for fault in examine(maru)[1]]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("## 가\n\n" + "가" * (MAX_LINE + 1), "long-line", 2),
        ("## 가\n\n" + "가나다 라마\n" * (MAX_BODY // 7 + 1), "long-body", 0),
        ("## 가\n\n" + "가나다 라마바\n" * (MAX_BLOCK // 7 + 1), "long-block", 2),
        ("## 가\n\n가\n\n" + "> " * 9 + "가", "deep-nesting", 4),
        ("## 가\n\n- 가\n" + " " * 42 + "- 나", "deep-nesting", 3),
        ("## 가\n\n가\n" + "[가" * 21, "tangled-marks", 3),
        ("## 가\n\n" + "`가" * 401, "tangled-marks", 2),
        ("## 가\n\n가" + "\u0301" * 31, "stacked-accents", 2),
    ],
)
def test_what_is_too_much_is_told_at_its_line(maru: Path, body: str, code: str, line: int) -> None:
    page = maru / "pages" / "visit.md"
    head = page.read_text(encoding="utf-8").split("\n---\n")[0]
    page.write_text(f"{head}\n---\n{body}\n", encoding="utf-8")
    (fault,) = (fault for fault in load_content(maru).diagnostics if fault.code == code)
    assert fault.span.file.endswith("pages/visit.md")
    assert fault.span.line == len(head.split("\n")) + 2 + line
    assert str(fault.hint)
