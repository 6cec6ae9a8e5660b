"""Rules over marks that are left in the text: marks without a partner, and marks of other Markdown dialects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from guidebook.check.markdown.bodies import Body, bodies
from guidebook.markdown.notes import REFERENCE
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import Text, text

MOST_FAULTS = 5
"""Faults of one line that are told; they mostly have one reason."""
_HIDDEN = "\ufffc"
"""Stands for what is no plain text in a run: code, links, escaped marks."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A way of writing that is not ours. `pattern` is looked for in each line of plain text."""

    pattern: re.Pattern[str]
    code: str
    message: Text
    hint: Text
    severity: Severity
    """A warning where what is published is what stands there, letter for letter."""


def _foreign(pattern: str, code: str, message: Text, hint: Text, severity: Severity = Severity.ERROR) -> Foreign:
    return Foreign(re.compile(pattern), code, message, hint, severity)


_AS_IS = text("글자 그대로 보이려면 그 앞에 \\를 적으세요.")

FOREIGN: tuple[Foreign, ...] = (
    _foreign(
        r"^\[\^[^\]\s]+\]:",
        "note-definition",
        text("주석의 글은 본문에 적지 않습니다."),
        text("머리글의 notes 항목에 ‘- {{id: 아이디, text: 글}}’로 옮기고, 본문에는 [^아이디]만 남기세요."),
    ),
    _foreign(
        r"(?<!\])\[\^(?=[^\]]*\])",
        "unknown-note",
        text("주석이 되지 않은 ‘{mark}’ 표시가 있습니다."),
        text("[^아이디]처럼 빈칸 없이 적고, 아이디는 notes 항목에 있는 것을 쓰세요."),
    ),
    _foreign(
        r"^\*\[[^\]]+\]:",
        "abbreviation",
        text("줄임말 풀이(*[…]:)는 쓸 수 없습니다."),
        text("이 줄을 지우고, 풀이는 본문의 괄호 안에 적거나 terms 폴더의 용어로 옮기세요."),
    ),
    _foreign(
        r"^\[[^\]]+\]: *\S|(?<!\])\]\[[^\]]*\]",
        "reference-link",
        text("주소를 따로 적는 링크([글][이름])는 쓸 수 없습니다."),
        text("[글](주소)처럼 주소를 바로 적으세요."),
    ),
    _foreign(
        r"^!!!|^\?\?\?\+?|^:::|^\[!\w+\]|^={3,}|^\+\+\+$",
        "container",
        text("‘{mark}’{로} 만드는 상자는 쓸 수 없습니다."),
        text("상자 표시를 지우고, 두드러지게 하려면 줄 앞에 ‘> ’를 적어 인용으로 만드세요."),
    ),
    _foreign(
        r"(?i)\[\[?[_\ufffc]?toc[_\ufffc]?\]?\]",
        "contents",
        text("목차 표시 ‘{mark}’{는} 쓸 수 없습니다."),
        text("지우세요. 목차는 제목에서 자동으로 만들어집니다."),
    ),
    _foreign(
        r"\[\[[^\[\]]*\]\]",
        "unknown-block",
        text("‘{mark}’{는} 이 자리에 쓸 수 없습니다."),
        text(
            "자리 표시는 pages 폴더의 글에서 앞뒤를 비운 한 줄에 따로 적고, "
            "다른 글로 가는 링크는 [글](page:아이디)로 적으세요."
        ),
    ),
    _foreign(
        r"\{[:%{][^{}]*[%}]?\}|\{[.#][\w-][^{}]*\}",
        "attribute-list",
        text("‘{mark}’ 같은 서식이나 템플릿 표시는 쓸 수 없습니다."),
        text("지우세요. 모양은 누리집과 책이 정합니다."),
    ),
    _foreign(
        r"\{(?:\+\+|--|==|~~|>>)",
        "foreign-mark",
        text("‘{mark}’ 표시는 쓸 수 없습니다."),
        text("표시를 지우고 고친 글만 남기세요."),
    ),
    _foreign(
        r"==(?=\S)[^=]*==|\+\+(?=\S)[^+]*\S\+\+|--8<--",
        "foreign-mark",
        text("‘{mark}’ 표시는 쓸 수 없습니다."),
        text("강조하려면 **글**로 적으세요."),
    ),
    _foreign(
        r"(?<=[\w)])\^[\w+-]{1,20}\^|(?<=[A-Za-z)])~\d{1,9}~|\^\[",
        "foreign-mark",
        text("‘{mark}’ 표시는 쓸 수 없습니다."),
        text("위아래 작은 글자는 ²나 ₂ 같은 글자로 적고, 주석은 notes 항목에 적으세요."),
    ),
    _foreign(
        r"\$\$|\$[A-Za-z]{1,3}\$|\$(?=\S)[^$]*[\\^_{=][^$]*\$",
        "math",
        text("수식 표시 ‘{mark}’{는} 입력한 글자 그대로 실립니다."),
        text("수식을 일반 글자로 적으세요. 예: E=mc²"),
        Severity.WARNING,
    ),
    _foreign(
        r"(?<![\w:/]):[a-z][a-z0-9_+-]*:(?![\w/])",
        "emoji",
        text("이모지 이름 ‘{mark}’{는} 쓸 수 없습니다."),
        text("지우거나 낱말로 적으세요."),
    ),
    _foreign(
        r"<(?:https?:|mailto:|tel:)",
        "broken-link",
        text("‘<…>’로 적은 주소가 링크가 되지 않았습니다."),
        text("주소에 빈칸이 없는지, ‘>’로 닫았는지 확인하거나 [글](주소)로 적으세요."),
    ),
    _foreign(
        rf"\]\(|!\[|\][ {_HIDDEN}]+\((?:https?:|\w+:|\.{{1,2}}/|#)",
        "broken-link",
        text("링크가 되지 않은 ‘{mark}’ 표시가 있습니다."),
        text("[글](주소)처럼 두 괄호를 붙이고 닫으세요. 주소에 빈칸이나 닫는 괄호가 있으면 <주소>로 감싸세요."),
    ),
    _foreign(
        r"^\[[ xX]\]",
        "task",
        text("할 일 표시 ‘{mark}’{는} 목록의 항목 첫머리에만 씁니다."),
        text("‘- [ ] 할 일’처럼 앞에 ‘- ’를, 뒤에 빈칸을 적으세요."),
    ),
    _foreign(
        r"^#{1,6}(?!#)(?=\S)|^#{7,}",
        "heading-space",
        text("제목이 되지 않은 ‘{mark}’ 표시가 있습니다."),
        text("‘## 제목’처럼 #을 여섯 개까지만 적고 그 뒤에 빈칸을 두세요. 글자 그대로 보이려면 그 앞에 \\를 적으세요."),
    ),
    _foreign(
        r"^[-+*][가-힣“‘]|^\d{1,3}[.)][가-힣]",
        "item-space",
        text("목록이 되지 않은 ‘{mark}’ 표시가 있습니다."),
        text("목록이면 표시 뒤에 빈칸을 두고, 글자 그대로 보이려면 앞에 \\를 적으세요."),
    ),
    _foreign(
        r"%%[^%\s][^%]*%%",
        "foreign-mark",
        text("숨은 메모(%%…%%)는 쓸 수 없습니다. 글자 그대로 나옵니다."),
        text("지우거나, 머리글에 ‘# ’로 시작하는 줄로 옮기세요."),
    ),
    _foreign(
        r"^＃{1,6}(?=\s)|^[－＊＋](?=\s)|^｜|^＞(?=\s)",
        "wide-mark",
        text("전각 기호 ‘{mark}’{는} 글자 그대로 나옵니다."),
        text("키보드로 #, -, *, |, > 기호를 다시 입력하세요."),
    ),
    _foreign(
        r"^:(?: |$)",
        "definition",
        text("뜻풀이(‘: ’) 위에 용어가 없습니다."),
        text("바로 윗줄에 용어를 한 줄로 적으세요."),
    ),
    _foreign(
        r"(?<!\d)\*\*|\*\*(?!\d)|~~|(?<![\w~])~[^\s~\d’'][^~]{0,40}(?<![\s\d.월일시분년])~(?![\w~])|(?<!\w)_+(?=[^\W_])[^_]*_|(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])|(?<=[/=&?])\*(?=\w)",
        "mark-left",
        text("‘{mark}’ 표시의 짝이 맞지 않습니다."),
        text(
            "여는 표시와 닫는 표시를 낱말에 붙여 한 문단 안에 적으세요. "
            "글자 그대로 보이려면 표시마다 앞에 \\를 적으세요."
        ),
    ),
    _foreign(r"`+", "mark-left", text("‘{mark}’ 표시의 짝이 맞지 않습니다."), _AS_IS),
    _foreign(
        r"&#\w{1,32};|&\w{2,32};",
        "entity",
        text("‘{mark}’{가} 무슨 글자인지 알 수 없습니다."),
        text("그 글자를 그대로 적으세요."),
    ),
)
"""In the order in which they are told: a place that one pattern names is not named by the next."""


_SUSPICIOUS = re.compile(r"[^\w\s.,()‘’“”·…]|_|^\d{1,3}[.)]")
"""What every one of them needs: most lines have none of it, and need not be searched by all."""


def plain_lines(run: Token) -> Iterator[str]:
    """A run of text, line by line, with all that is no plain text hidden."""
    parts = []
    for token in run.children or ():
        if token.type == "text":
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == REFERENCE and (not parts or parts[-1] == "\n"):  # it may be meant to define the note
            parts.append(token.content)
        else:
            parts.append(_HIDDEN)
    yield from "".join(parts).split("\n")


def marks_are_ours(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No mark is left over in the text, neither one that failed nor one of another dialect."""
    for body in bodies(catalogue):
        for run in body.document.tokens:
            if run.type == "inline" and not _is_block(run):
                for line in plain_lines(run):
                    yield from _of_line(body, run, line)
                yield from _math(body, run)


def _is_block(run: Token) -> bool:
    """Whether the run is a place for a block, which has its own rule."""
    return run.level == 1 and bool(re.fullmatch(r"\[\[[^\[\]]*\]\]", run.content)) and "toc" not in run.content.lower()


def _of_line(body: Body, run: Token, line: str) -> Iterator[Diagnostic]:
    if not _SUSPICIOUS.search(line):
        return
    reported, count = bytearray(len(line)), 0
    for foreign in FOREIGN:
        for match in foreign.pattern.finditer(line):
            if any(reported[match.start() : match.end()]):
                continue
            reported[match.start() : match.end()] = b"\1" * len(match[0])
            count += 1
            if count > MOST_FAULTS:
                return
            mark = match[0].partition(_HIDDEN)[0][:40] or match[0][:1]
            yield Diagnostic(
                body.find(run, mark.rstrip()),
                foreign.code,
                Text(foreign.message.wording, (("mark", mark.strip()),)),
                foreign.hint,
                foreign.severity,
            )


def _math(body: Body, run: Token) -> Iterator[Diagnostic]:
    r"""`\(a+b\)` would lose its marks without a word."""
    escaped = {token.markup for token in run.children or () if token.type == "text_special"}
    if {r"\(", r"\)"} <= escaped:
        yield Diagnostic(
            body.find(run, r"\("),
            "math",
            text("수식 표시 ‘{mark}’의 역슬래시는 실리지 않습니다.", mark=r"\(…\)"),
            text("수식을 일반 글자로 적으세요. 예: E=mc²"),
            Severity.WARNING,
        )


RULES = (marks_are_ours,)
