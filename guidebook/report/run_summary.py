"""What came of a save, in Markdown for the page that a forge shows of a run: what to download, or what to put right.

Whoever may read that page need not know whom to call, so nothing that may be a telephone number or an address of mail
goes out, wherever it stands.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from guidebook.model.diagnostic import Severity
from guidebook.model.saved import InField, SavedVisit, SaveOutcome
from guidebook.model.text import Text, printable
from guidebook.model.wording.numbers import number

MOST = 50
"""Diagnostics that are told; forges cut off what is longer than a megabyte."""
SIGNS = re.compile(r"([\\`*_{}\[\]()#+!|~$@-])")
"""What Markdown, or a forge's own dialect of it, takes for more than a sign."""
NUMBER = re.compile(
    r"(?<!\d)(?:\+|0|1)\d{0,3}[ .)\-]{0,2}\d{2,4}[ .\-]{0,2}\d{4}(?!\d)|(?<!\d)\d{6}[ -]{0,3}\d{7}(?!\d)"
)
MAIL = re.compile(r"[\w.+%-]{1,64}@[\w.-]{1,255}")
DAYS = 14
"""How long a forge keeps what was made, as its own files say (tested)."""


def save_summary(outcome: SaveOutcome, words: gettext.NullTranslations) -> str:
    """The whole page, from its heading to the last thing to put right."""
    say = words.gettext
    heading = say("방문 자료를 만들지 못했습니다") if outcome.failed else say("방문 자료")
    lines = [f"## {heading}", ""]
    lines += [f"> {_plain(remark.into(say))}" for remark in outcome.remarks]
    if outcome.remarks:
        lines.append("")
    for visit in outcome.visits:
        lines += [*_visit(visit, words), ""]
    if outcome.gone:
        ids = ", ".join(map(_plain, outcome.gone))
        lines += [say("지워진 방문이라 만들지 않았습니다: {ids}").format(ids=ids), ""]
    if not outcome.visits and not outcome.gone and not outcome.found:
        lines += [say("바뀐 방문 파일이 없어 만들 것이 없습니다."), ""]
    lines += _found(outcome.found, words)
    return "\n".join(lines).rstrip() + "\n"


def _visit(visit: SavedVisit, words: gettext.NullTranslations) -> Iterator[str]:
    say = words.gettext
    yield f"### {_plain(_heading(visit, say))}"
    yield ""
    if visit.archive:
        booklet = words.ngettext("안내책자 {count}쪽", "안내책자 {count}쪽", visit.pages).format(count=visit.pages)
        name = _plain(visit.archive)
        yield "- " + say("내려받을 파일: **{name}** ({days}일 동안 둡니다)").format(name=name, days=DAYS)
        yield "- " + _plain(say("인쇄: {how} ({booklet})").format(how=visit.printing, booklet=booklet))
    elif visit.left is not None:
        yield "- " + _plain(visit.left.into(say))
    else:
        yield "- " + say("만들지 못했습니다. 아래의 오류를 고쳐 다시 저장하세요.")
    if visit.changes:
        before = (visit.revision or 2) - 1
        yield "- " + say("{edition}판과 달라진 것").format(edition=before)
        yield from (f"  - {_plain(change)}" for change in visit.changes)
    if visit.fields:
        titles = ", ".join(title.into(say) for title in visit.fields)
        yield "- " + _plain(say("이번에 고친 항목: {titles}").format(titles=titles))
    if visit.archive and visit.fields and visit.earlier is not None and visit.earlier == visit.revision:
        yield "- " + _plain(
            say(
                "판은 {edition}판 그대로입니다. 이미 나누어 준 뒤라면 edition을 올리고 changed와 edition_at을 적으세요."
            ).format(edition=visit.revision)
        )


def _heading(visit: SavedVisit, say: Callable[[str], str]) -> str:
    edition = say("{edition}판").format(edition=visit.revision) if visit.revision else ""
    return " · ".join(part for part in (visit.delegation or visit.id, visit.date, edition) if part)


def _found(found: Sequence[InField], words: gettext.NullTranslations) -> Iterator[str]:
    titles = {
        Severity.ERROR: words.gettext("고쳐야 할 것"),
        Severity.WARNING: words.gettext("확인할 것"),
        Severity.NOTE: words.gettext("참고"),
    }
    told = 0
    for severity, title in titles.items():
        group = [one for one in found if one.diagnostic.severity is severity]
        shown = group[: MOST - told]
        if not shown:
            continue
        told += len(shown)
        yield f"#### {title}: {number(len(group))}"
        yield ""
        for one in shown:
            yield from _fault(one, words)
        yield ""
    if len(found) > told:
        yield words.gettext("외 {count}건").format(count=number(len(found) - told))


def _fault(one: InField, words: gettext.NullTranslations) -> Iterator[str]:
    say, fault = words.gettext, one.diagnostic
    place = say("{file} {line}행").format(file=printable(fault.span.file), line=fault.span.line)
    field = " › ".join(title.into(say) for title in one.titles)
    where = f"{place}, " + say("‘{field}’ 항목").format(field=field) if field else place
    yield f"- **{_plain(where)}**: {_lines(fault.message, say)}"
    yield f"  - {say('도움말')}: {_lines(fault.hint, say)}"


def _lines(sentence: Text, say: Callable[[str], str]) -> str:
    """A sentence of ours, which may show a number as an example; what is filled in is somebody else's."""
    filled = replace(sentence, values=tuple((name, _discreet(value)) for name, value in sentence.values))
    return "<br>".join(_safe(line.strip()) for line in filled.into(say).split("\n"))


def _plain(words: str) -> str:
    """Somebody else's words, whatever they hold."""
    return _safe(_discreet(words))


def _discreet(words: str) -> str:
    """The words without numbers to call and addresses to write to."""
    return MAIL.sub("(전자우편)", NUMBER.sub("(번호)", words))


def _safe(words: str) -> str:
    """The words as a forge shows them as they are: no markup, no links, nobody who is told of it."""
    safe = printable(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return SIGNS.sub(r"\\\1", safe).replace("://", ":&#47;&#47;")
