"""Generated bodies of the dialect: every construct, nested, with words that occur once each and can be followed."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

Lines = list[str]
NOTES = ("one", "two")


class Words:
    """Words that occur nowhere else: 낱말1, 낱말2, …"""

    def __init__(self) -> None:
        self.numbers = count(1)

    def next(self) -> str:
        """The next word."""
        return f"낱말{next(self.numbers)}끝"


@st.composite
def runs(draw: st.DrawFn, words: Words) -> str:
    """A run of text in one line."""
    kinds = (
        "{}",
        "**{}(Village)**의",
        "*{}*은",
        "_{}_는",
        "~~{}~~가",
        "`{}`",
        "`` `{} ``",
        "[{}](town:gaon)",
        "[{}](https://www.example.go.kr/a_b_c)",
        "[{}](tel:041-360-5114)",
        "[{}](mailto:office@example.go.kr)",
        "<https://www.example.go.kr/{}>",
        "{}[^one]",
        "{}[^two]",
        "snake_{}_case",
        "2 * {} * 3",
        r"\*{}\*",
        "{} &lt;b&gt; &amp;",
        "{} 2026. 3. 1.",
    )
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3))
    return " ".join(kind.format(words.next()) for kind in chosen)


@st.composite
def paragraphs(draw: st.DrawFn, words: Words) -> Lines:
    """A paragraph of one to three lines, some of them hard breaks, some beginning with a date."""
    lines = [f"{words.next()} {draw(runs(words))}" for _ in range(draw(st.integers(1, 3)))]
    if draw(st.booleans()):
        lines[0] = draw(st.sampled_from(("2026. 3. 1. ", "3. 1. ", "2026. 3월 "))) + lines[0]
    if len(lines) > 1 and draw(st.booleans()):
        lines[0] += draw(st.sampled_from(("  ", "\\")))
    return lines


@st.composite
def fences(draw: st.DrawFn, words: Words) -> Lines:
    """A block of code, which may hold anything."""
    mark = draw(st.sampled_from(("```", "~~~", "````")))
    inner = [f"{words.next()} # **x** | [[routes]] - 1. <b>", "", f"  {words.next()}"]
    return [mark + draw(st.sampled_from(("", "yaml", " python"))), *inner, mark]


@st.composite
def tables(draw: st.DrawFn, words: Words) -> Lines:
    """A table with its caption, with or without an empty line between."""
    columns = draw(st.integers(2, 4))
    rule = draw(st.lists(st.sampled_from(("---", ":---", ":---:", "---:")), min_size=columns, max_size=columns))
    rows = [[words.next() for _ in range(columns)] for _ in range(draw(st.integers(1, 3)) + 1)]
    rows[-1][-1] = f"{words.next()} \\| `{words.next()}` [^one]"
    gap = [""] if draw(st.booleans()) else []
    return [
        f"표: {words.next()}",
        *gap,
        f"| {' | '.join(rows[0])} |",
        f"|{'|'.join(rule)}|",
        *(f"| {' | '.join(row)} |" for row in rows[1:]),
    ]


@st.composite
def definitions(draw: st.DrawFn, words: Words) -> Lines:
    """Terms with their meanings."""
    lines: Lines = []
    for _ in range(draw(st.integers(1, 2))):
        lines += [words.next(), *(f": {words.next()}" for _ in range(draw(st.integers(1, 2))))]
        if draw(st.booleans()):
            lines += ["", f"    {words.next()}"]
        lines.append("")
    return lines[:-1]


@st.composite
def item_lists(draw: st.DrawFn, words: Words, depth: int) -> Lines:
    """A list, nested by two, three or four spaces."""
    ordered, loose = draw(st.booleans()), draw(st.booleans())
    indent = draw(st.sampled_from((2, 3, 4)))
    first = draw(st.integers(1, 12))
    lines: Lines = []
    for position in range(draw(st.integers(1, 3))):
        mark = f"{first + position}." if ordered else "-"
        task = draw(st.sampled_from(("", "", "[ ] ", "[x] ")))
        lines.append(f"{mark} {task}{words.next()}")
        if draw(st.booleans()):
            inner = draw(blocks(words, depth - 1, inside=True))
            nested_list = inner[0].lstrip().startswith(("- ", "1. "))
            lines += ([] if nested_list and not loose else [""]) + [f"{' ' * indent}{line}".rstrip() for line in inner]
            loose = loose or not nested_list
        if loose:
            lines.append("")
    while not lines[-1]:
        lines.pop()
    return lines


@st.composite
def quotes(draw: st.DrawFn, words: Words, depth: int) -> Lines:
    """A quotation of any blocks."""
    return [f"> {line}".rstrip() for line in draw(blocks(words, depth - 1, inside=True))]


@st.composite
def blocks(draw: st.DrawFn, words: Words, depth: int, inside: bool = False) -> Lines:
    """One block of any kind."""
    kinds = [paragraphs(words), fences(words)]
    if not inside:
        kinds += [tables(words), definitions(words)]
    if depth > 0:
        kinds += [item_lists(words, depth), quotes(words, depth)]
    return draw(st.one_of(kinds))


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A whole body of two or more sections."""
    words = Words()
    lines: Lines = []
    for level in draw(st.lists(st.sampled_from(("##", "###")), min_size=1, max_size=3)):
        level = level if lines else "##"
        lines += [f"{level} {words.next()}", ""]
        for block in draw(st.lists(blocks(words, 2), min_size=1, max_size=3)):
            lines += [*block, ""]
    return "\n".join(lines)
