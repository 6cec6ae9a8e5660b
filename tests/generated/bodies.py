"""Blocks of Markdown as people write them: every construct of the dialect, and what is near to it."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.generated.words import SENTENCES, UNBROKEN, odd_words

Block = Callable[[random.Random], str]


def _line(dice: random.Random) -> str:
    return dice.choice(SENTENCES)


def paragraph(dice: random.Random) -> str:
    """Sentences with marks inside."""
    marks = (
        "**{}**",
        "*{}*",
        "`{}`",
        "~~{}~~",
        "[{}](https://www.example.go.kr/)",
        "[{}](town:gaon)",
        "{}",
        "***{}***",
    )
    return " ".join(dice.choice(marks).format(_line(dice)) for _ in range(dice.randint(1, 5)))


def raw(dice: random.Random) -> str:
    """Whatever characters there are."""
    return odd_words(dice)


def bold_run(dice: random.Random) -> str:
    """A long run that nothing breaks, with marks in its middle."""
    run = dice.choice(UNBROKEN)
    return f"{run[:40]}**{run[:20]}**{run[40:]}"


def long_code(dice: random.Random) -> str:
    """Code in a line."""
    return f"코드 `{dice.choice(UNBROKEN).replace('`', '')}`입니다."


def nested_list(dice: random.Random) -> str:
    """Items in items, by two or four spaces."""
    step, kind = dice.choice((2, 4)), dice.choice(("-", "*", "1.", "+"))
    return "\n".join(f"{' ' * (step * depth)}{kind} {_line(dice)}" for depth in range(dice.randint(1, 4)))


def loose_list(dice: random.Random) -> str:
    """Items of several paragraphs."""
    return "\n\n".join(f"{number}. {_line(dice)}\n\n    {_line(dice)}" for number in range(1, dice.randint(2, 5)))


def started_list(dice: random.Random) -> str:
    """A list that does not begin at one."""
    first = dice.randint(2, 30)
    return "\n".join(f"{first + at}. {_line(dice)}" for at in range(dice.randint(1, 5)))


def dated_list(dice: random.Random) -> str:
    """Items that begin with dates."""
    return "\n".join(
        f"- 2026. {dice.randint(1, 12)}. {dice.randint(1, 28)}. 모였습니다." for _ in range(dice.randint(1, 4))
    )


def tasks(dice: random.Random) -> str:
    """What is done and what is not."""
    return "\n".join(f"- [{dice.choice(' x')}] {_line(dice)}" for _ in range(dice.randint(1, 4)))


def table(dice: random.Random) -> str:
    """A table with its caption, narrow or wide, short or long."""
    columns, rows = dice.randint(1, 14), dice.choice((1, 2, 5, 9, 10, 12, 40))
    cells = (
        "1,111명",
        "142백만원(주민제안)",
        "강길",
        "",
        "**굵게**",
        "2026. 3. 1.",
        "가나다라마바사",
        "90.5%",
        "[2024](https://www.example.go.kr/)",
    )
    head = "| " + " | ".join(f"{at}월" for at in range(1, columns + 1)) + " |"
    rule = "|" + "|".join(dice.choice(("---", ":---", "---:", ":---:")) for _ in range(columns)) + "|"
    body = ["| " + " | ".join(dice.choice(cells) for _ in range(columns)) + " |" for _ in range(rows)]
    between = dice.choice(("\n", "\n\n"))
    return f"표: {_line(dice)}{between}" + "\n".join((head, rule, *body))


def table_of_words(dice: random.Random) -> str:
    """A table whose cells hold sentences and runs that nothing breaks."""
    rows = "\n".join(f"| {_line(dice).replace('|', '')} | {dice.choice(UNBROKEN)} | {_line(dice)} |" for _ in range(3))
    return f"표: 긴 칸\n\n| 가 | 나 | 다 |\n|---|---|---|\n{rows}"


def fence(dice: random.Random) -> str:
    """Code in lines."""
    mark = dice.choice(("```", "~~~"))
    return f"{mark}\n{_line(dice)}\n\n# {_line(dice)}\n  {dice.choice(UNBROKEN)}\n{mark}"


def quote(dice: random.Random) -> str:
    """Somebody's words, with a list in them."""
    return f"> {_line(dice)}\n>\n> - {_line(dice)}\n> - {_line(dice)}"


def definitions(dice: random.Random) -> str:
    """A word and what it means."""
    return f"용어\n: {_line(dice)}\n: {_line(dice)}"


def heading(dice: random.Random) -> str:
    """A section of its own."""
    words = dice.choice(
        ("배경", "`코드`와 [링크](town:gaon)", "漢字 제목", "2024", "“따옴표” 제목", "1. 차례", "긴 " * 30 + "제목")
    )
    return f"## {words}\n\n{paragraph(dice)}\n\n### {dice.choice(('하나', '둘'))}\n\n{paragraph(dice)}"


def links(dice: random.Random) -> str:
    """Links of every kind."""
    return dice.choice(
        (
            "[2024](https://www.example.go.kr/2024), [2025](https://www.example.go.kr/2025).",
            "[043-222-1000](tel:043-222-1000), [보내기](mailto:office@example.go.kr)",
            "<https://www.example.go.kr/a> 와 https://www.example.go.kr/b_c_d 입니다.",
            "[읍면](../towns/gaon/)과 [강길](program:river-path)",
            "[배경](#배경)",
            "[글][주소]\n\n[주소]: https://www.example.go.kr/",
            "주석[^cell]과 [^none]",
        )
    )


def odd_lines(dice: random.Random) -> str:
    """What stands at the edge of the dialect."""
    return dice.choice(
        (
            "* * *",
            "제목\n====",
            "    들여쓴 코드",
            "줄 끝  \n다음 줄\\\n또 다음",
            "3. 1절의 독립선언\n2026. 3월에 시작했습니다.",
            "\\*별\\* \\_밑줄\\_ \\[괄호\\] &lt;b&gt; &amp; &copy;",
            "> [!NOTE]\n> 알림",
            "!!! note\n    알림",
            "$E=mc^2$ 와 :smile:",
            "==형광== ^위^ H~2~O",
            "[[routes]]",
            "> [[routes]]",
            "- [[routes]]",
            "{: .class}",
            "[TOC]",
            "<b>굵게</b>",
            "| 가 | 나 |\n|---|---|\n| 하나 |",
            "가\t나\t다\n1\t2\t3",
            "***\n",
            "#제목",
            "-목록",
            "1.목록",
        )
    )


BLOCKS: tuple[Block, ...] = (
    paragraph, raw, bold_run, long_code, nested_list, loose_list, started_list, dated_list, tasks, table, table,
    table_of_words, fence, quote, definitions, heading, heading, links, links, odd_lines, odd_lines,
)  # fmt: skip


def block(dice: random.Random) -> str:
    """Any of them."""
    return dice.choice(BLOCKS)(dice)
