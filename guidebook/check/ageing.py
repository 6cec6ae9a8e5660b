"""What is due on a day, as notes at the lines of the values.

Not among the rules of `check`, which hold whatever day it is: asked for by `check --today`.
"""

from __future__ import annotations

from collections.abc import Iterable

from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import Text, text
from guidebook.plan.ageing import Due, Reason


def as_notes(found: Iterable[Due]) -> tuple[Diagnostic, ...]:
    """One note for each."""
    return tuple(Diagnostic(due.span, "due", said(due), remedy(due), Severity.NOTE) for due in found)


def said(due: Due) -> Text:
    """What is due."""
    if due.reason is Reason.REVIEW:
        return text("내용 전체를 검토한 지 1년이 지났습니다(마지막 검토 {seen}).", seen=due.seen)
    if due.reason is Reason.ENDING:
        return text("'{name}' 위생등급 지정이 {end}에 끝납니다.", name=due.called, end=due.seen)
    keys = ", ".join(due.keys)
    if not due.seen:
        return text("'{name}' 파일의 {keys} 값을 언제 확인했는지 알 수 없습니다.", name=due.called, keys=keys)
    return text(
        "'{name}' 파일의 {keys} 값을 확인한 지 1년이 지났습니다(마지막 확인 {seen}).",
        name=due.called,
        keys=keys,
        seen=due.seen,
    )


def remedy(due: Due) -> Text:
    """What to do."""
    if due.reason is Reason.REVIEW:
        return text("내용을 다시 검토하고 site.yml의 reviewed에 검토한 날을 적으세요.")
    if due.reason is Reason.ENDING or due.keys == ("designation",):
        return text("식품안전나라에서 다시 찾아보고 designation과 checked_on을 고치세요.")
    return text("다시 확인해 값을 고치고, 출처의 date에 확인한 날을 적으세요.")
