"""What an import of hygiene designations proposes or did, group by group."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Sequence

from guidebook.importers.hygiene.columns import TITLES
from guidebook.importers.hygiene.proposal import Proposal, Proposed
from guidebook.importers.reading.sheets import Choice
from guidebook.report.diagnostics import as_text
from guidebook.report.sheets import sheets_read

LINES = 20
"""Shown of each group."""


def hygiene_summary(
    proposal: Proposal, choice: Choice | None, today: str, written: bool, translations: gettext.NullTranslations
) -> str:
    """What was read, counts and entries of each group, what is left to ask, and what to do next."""
    words = translations.gettext
    parts = [words("{date} 기준 목록").format(date=today)]
    parts += [*sheets_read(choice, translations), *_columns(proposal, translations)] if choice else []
    parts += _group(words("신규"), [_named(proposed) for proposed in proposal.new], translations)
    parts += _group(words("변경"), [_changed(proposed, translations) for proposed in proposal.changed], translations)
    kept = [_kept(proposed) for proposed in (*proposal.changed, *proposal.unchanged) if proposed.kept]
    parts += _group(words("직접 수정한 값이어서 유지"), kept, translations)
    parts += _group(words("만료·취소(제외)"), proposal.ended, translations)
    parts += _group(words("다른 시군(제외)"), proposal.outside, translations)
    parts.append(words("변경 없음 {count}곳").format(count=len(proposal.unchanged)))
    if proposal.doubtful:
        parts += ["", words("확인이 필요한 행(제외)"), as_text(proposal.doubtful[:LINES], translations)]
        parts += _more(len(proposal.doubtful), translations)
    if proposal.label:
        parts.append(words("등급 열이 없어 모두 ‘{label}’ 지정으로 보았습니다.").format(label=proposal.label))
    if proposal.totals:
        parts.append(words("합계 행 {count}개는 읽지 않았습니다.").format(count=proposal.totals))
    parts += _group(words("표 밖의 글(읽지 않음)"), proposal.remarks, translations)
    if proposal.mobiles:
        parts.append(words("휴대전화 번호 {count}개는 옮기지 않았습니다.").format(count=proposal.mobiles))
    if proposal.phones:
        parts.append(words("읽을 수 없는 전화번호 {count}개는 옮기지 않았습니다.").format(count=proposal.phones))
    lacking = len(proposal.new) + sum(
        proposed.into is not None and proposed.into.seats is None for proposed in proposal.changed
    )
    if lacking:
        parts.append(words("{count}곳은 좌석 수와 휴무일이 없습니다. 음식점에 확인해 적으세요.").format(count=lacking))
    if proposal.empty:
        parts.append(words("변경할 내용이 없습니다."))
    elif written:
        parts.append(words("content/restaurants에 저장했습니다. ‘python3 build.py check’로 확인하세요."))
    else:
        parts.append(words("아직 저장하지 않았습니다. 저장하려면 --write를 추가하세요."))
    return "\n".join(parts)


def _columns(proposal: Proposal, translations: gettext.NullTranslations) -> Iterator[str]:
    """How the headings were understood, where that does not go without saying."""
    words, columns = translations.gettext, proposal.columns
    if columns is None:
        return
    for field, title in columns.by_part:
        yield words("‘{title}’ 열을 {name} 열로 읽었습니다.").format(title=title, name=TITLES[field].into(words))
    if len(columns.places["address"]) > 1:
        first, *others = (columns.cells[place] for place in columns.places["address"])
        yield words("주소는 ‘{first}’ 열에서, 비어 있으면 ‘{others}’ 열에서 읽었습니다.").format(
            first=first, others=", ".join(others)
        )
    if columns.twice:
        yield words("제목이 같은 열이 둘 이상이어서 앞의 것을 읽었습니다: {names}").format(
            names=", ".join(columns.twice)
        )
    if columns.unread:
        yield words("읽지 않은 열: {names}").format(names=", ".join(columns.unread))


def _group(head: str, entries: Sequence[str], translations: gettext.NullTranslations) -> list[str]:
    if not entries:
        return []
    shown = [f"  {entry}" for entry in entries[:LINES]]
    return ["", f"{head} {len(entries)}", *shown, *_more(len(entries), translations)]


def _more(count: int, translations: gettext.NullTranslations) -> list[str]:
    more = translations.gettext("외 {count}건").format(count=count - LINES)
    return [f"  {more}"] if count > LINES else []


def _named(proposed: Proposed) -> str:
    return f"{proposed.values['name']} · {proposed.values['address']}"


def _changed(proposed: Proposed, translations: gettext.NullTranslations) -> str:
    nothing = translations.gettext("없음")
    changes = ", ".join(f"{name}: {old or nothing} → {new}" for name, old, new in proposed.changes)
    return f"{proposed.values['name']} ({changes})"


def _kept(proposed: Proposed) -> str:
    kept = ", ".join(f"{name}: {ours} ≠ {theirs}" for name, ours, theirs in proposed.kept)
    return f"{proposed.values['name']} ({kept})"
