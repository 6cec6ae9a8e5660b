"""What an import of records proposes or did, group by group."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Sequence

from guidebook.importers.records.entry import Plan, Proposal
from guidebook.importers.records.fields import title_of
from guidebook.importers.tables.dialects import OVER
from guidebook.model.settings.column_names import ID
from guidebook.model.source import SourceKind
from guidebook.report.diagnostics import as_text
from guidebook.report.sheets import sheets_read

LINES = 20
"""Shown of each group."""
NOTE = 160
"""Letters shown of a note."""
LONGEST = 60
"""Letters shown of a value."""


def records_summary(
    proposals: Sequence[Proposal], asked: bool, written: bool, translations: gettext.NullTranslations
) -> str:
    """What was read, counts and entries of each group, what is left to ask, and what to do next."""
    words = translations.gettext
    parts = [line for proposal in proposals for line in _proposal(proposal, translations)]
    if not any(proposal.plans for proposal in proposals):
        parts.append(words("변경할 내용이 없습니다."))
    elif written:
        parts.append(words("콘텐츠에 저장했습니다. ‘python3 build.py check’로 확인하세요."))
    elif not asked:
        parts.append(words("아직 저장하지 않았습니다. 저장하려면 --write를 추가하세요."))
    return "\n".join(parts)


def _proposal(proposal: Proposal, translations: gettext.NullTranslations) -> Iterator[str]:
    words, origin = translations.gettext, proposal.origin
    kind = proposal.kind.label.into(words)
    yield words("{kind} · 출처: {publisher}, {title} ({date} 기준)").format(
        kind=kind, publisher=origin.publisher, title=origin.title, date=origin.date
    )
    if origin.kind == SourceKind.UNKNOWN and "sources" in proposal.kind.model.model_fields:
        yield words("누가 만든 자료인지 적지 않아 값에 ‘확인 필요’가 붙습니다. --publisher와 --source로 적으세요.")
    yield from sheets_read(proposal.choice, translations)
    yield from _columns(proposal, translations)
    yield from _group(words("신규"), [_new(plan, translations) for plan in proposal.new], translations)
    changed = [
        _with_notes(_lines(plan, plan.changes, "{old} → {new}", translations), plan, translations)
        for plan in proposal.changed
    ]
    yield from _group(words("변경"), changed, translations)
    kept = [
        _lines(plan, plan.kept, "{old} ≠ {new}", translations)
        for plan in (*proposal.changed, *proposal.unchanged)
        if plan.kept
    ]
    yield from _group(words("직접 수정했거나 다른 자료에서 온 값이어서 유지"), kept, translations)
    yield words("변경 없음 {count}건").format(count=len(proposal.unchanged))
    if proposal.questions:
        yield ""
        yield words("확인이 필요한 행(제외)")
        yield as_text(proposal.questions[:LINES], translations)
        yield from _more(len(proposal.questions), translations)
    if proposal.doubts:
        yield ""
        yield words("확인이 필요한 값(지금 값을 유지)")
        yield as_text(proposal.doubts[:LINES], translations)
        yield from _more(len(proposal.doubts), translations)
    if proposal.totals:
        yield words("합계 행 {count}개는 읽지 않았습니다.").format(count=proposal.totals)
    yield from _group(words("표 밖의 글(읽지 않음)"), proposal.remarks, translations)
    yield from (note.into(words) for note in proposal.notes)
    if proposal.columns and any(not plan.entry.named and not plan.entry.kind.private for plan in proposal.new):
        yield words("아이디를 자동으로 정했습니다. 아이디는 누리집의 주소가 되므로 id 열에 적는 것이 좋습니다.")


def _columns(proposal: Proposal, translations: gettext.NullTranslations) -> Iterator[str]:
    """Which columns were read as what, and which were not."""
    words, columns = translations.gettext, proposal.columns
    if columns is None:
        return
    read = ", ".join(
        f"{columns.cells[at]} → {_title(proposal, name, translations)}" for name, (at, *_) in columns.places.items()
    )
    yield words("읽은 열: {columns}").format(columns=read)
    if columns.unread:
        yield words("읽지 않은 열: {names}").format(names=", ".join(columns.unread))


def _title(proposal: Proposal, name: str, translations: gettext.NullTranslations) -> str:
    if name == ID:
        return ID
    return (OVER[name] if name in OVER else title_of(proposal.kind, name)).into(translations.gettext)


def _new(plan: Plan, translations: gettext.NullTranslations) -> str:
    """`강 박물관(river-museum)`."""
    return _with_notes(f"{plan.entry.name}({plan.id})", plan, translations)


def _lines(
    plan: Plan, changes: Sequence[tuple[str, str, str]], form: str, translations: gettext.NullTranslations
) -> str:
    words = translations.gettext
    nothing, confirmed = words("없음"), words("확인한 날")
    said = ", ".join(
        f"{title_of(plan.entry.kind, name).into(words)}: "
        + form.format(old=old[:LONGEST] or nothing, new=new[:LONGEST] or nothing)
        for name, old, new in changes
    )
    return f"{plan.entry.name}({said or confirmed})"


def _with_notes(line: str, plan: Plan, translations: gettext.NullTranslations) -> str:
    """The line, with what is left to decide below it."""
    notes = (" ".join(note.into(translations.gettext).split()) for note in plan.entry.notes)
    shown = (note if len(note) <= NOTE else f"{note[:NOTE]}…" for note in notes)
    return "\n    - ".join((line, *shown))


def _group(head: str, entries: Sequence[str], translations: gettext.NullTranslations) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield f"{head} {len(entries)}"
    yield from (f"  {entry}" for entry in entries[:LINES])
    yield from _more(len(entries), translations)


def _more(count: int, translations: gettext.NullTranslations) -> Iterator[str]:
    if count > LINES:
        yield "  " + translations.gettext("외 {count}건").format(count=count - LINES)
