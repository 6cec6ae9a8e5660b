"""What came of a save, in Markdown for the page that a forge shows of a run: what to download, or what to put right.

Whoever may read that page need not know whom to call, so nothing that may be a telephone number or an address of mail
goes out, wherever it stands.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator

from guidebook.model.forge.saved import SavedVisit, SaveOutcome, download_names
from guidebook.report.fault_list import fault_list
from guidebook.report.markdown import plain

DAYS = 14
"""How long a forge keeps what was made, as its own files say (tested)."""


def save_summary(outcome: SaveOutcome, translations: gettext.NullTranslations) -> str:
    """The whole page, from its heading to the last thing to put right."""
    words = translations.gettext
    told = [f"## {_title(outcome, words)}", ""]
    told += [f"> {plain(remark.into(words))}" for remark in outcome.remarks]
    if outcome.remarks:
        told.append("")
    names = download_names(outcome.archives)
    for visit in outcome.visits:
        told += [*_visit(visit, names.get(visit.id, ""), translations), ""]
    if outcome.gone:
        ids = ", ".join(map(plain, outcome.gone))
        told += [words("지워진 방문이라 만들지 않았습니다: {ids}").format(ids=ids), ""]
    if not outcome.visits and not outcome.gone and not outcome.found:
        told += [words("바뀐 방문 파일이 없어 만들 것이 없습니다."), ""]
    told += fault_list(outcome.found, translations)
    return "\n".join(told).rstrip() + "\n"


def _title(outcome: SaveOutcome, words: Callable[[str], str]) -> str:
    if not outcome.failed:
        return words("방문 자료")
    return words("방문 자료의 일부를 만들지 못했습니다") if outcome.archives else words("방문 자료를 만들지 못했습니다")


def _visit(visit: SavedVisit, name: str, translations: gettext.NullTranslations) -> Iterator[str]:
    words = translations.gettext
    yield f"### {plain(_heading(visit, words))}"
    yield ""
    if visit.archive:
        yield from _made(visit, name, translations)
    elif visit.left is not None:
        yield "- " + plain(visit.left.into(words))
    elif visit.unknown:
        yield "- " + words("이런 방문은 없습니다. 이름을 바르게 적어 다시 실행하세요.")
    else:
        yield "- " + words("만들지 못했습니다. 아래의 오류를 고쳐 다시 저장하세요.")
    if visit.changes:
        before = (visit.revision or 2) - 1
        yield "- " + words("{edition}판과 달라진 것").format(edition=before)
        yield from (f"  - {plain(change)}" for change in visit.changes)
    if visit.fields:
        titles = ", ".join(title.into(words) for title in visit.fields)
        yield "- " + plain(words("이번에 고친 항목: {titles}").format(titles=titles))
    if visit.archive and visit.fields and visit.earlier is not None and visit.earlier == visit.revision:
        yield "- " + plain(
            words(
                "판은 {edition}판 그대로입니다. 이미 나누어 준 뒤라면 edition을 올리고 changed와 edition_at을 적으세요."
            ).format(edition=visit.revision)
        )


def _made(visit: SavedVisit, name: str, translations: gettext.NullTranslations) -> Iterator[str]:
    """What to download and how to print it."""
    words = translations.gettext
    if visit.cancelled:
        yield "- " + words("취소된 방문입니다. 이름을 적어 직접 실행했으므로 만들었습니다.")
    booklet = translations.ngettext("안내책자 {count}쪽", "안내책자 {count}쪽", visit.pages).format(count=visit.pages)
    yield "- " + words("내려받을 파일: **{name}** ({days}일 동안 둡니다)").format(name=plain(name), days=DAYS)
    yield "- " + plain(words("인쇄: {how} ({booklet})").format(how=visit.printing, booklet=booklet))
    yield from ("- " + plain(words("인쇄: {how}").format(how=other)) for other in visit.others)


def _heading(visit: SavedVisit, words: Callable[[str], str]) -> str:
    edition = words("{edition}판").format(edition=visit.revision) if visit.revision else ""
    return " · ".join(part for part in (visit.delegation or visit.id, visit.date, edition) if part)
