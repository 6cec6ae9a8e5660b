"""Why things were made again: a sentence for each, from the inputs that changed since they were made last."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping, Sequence

from guidebook.model.outcome import Outcome
from guidebook.model.text import Text, text
from guidebook.storage.steps import Redone

MOST = 5
"""How many names a sentence has before it only counts the others."""
STEPS: Mapping[str, Text] = {
    "layout": text("책의 ‘{subject}’ 부분"),
    "join": text("책 ‘{subject}’"),
    "preflight": text("‘{subject}’ 검사"),
    "map": text("‘{subject}’ 그림"),
    "style": text("누리집 서식"),
    "icons": text("누리집 아이콘"),
}
"""What is made again, by the name of its step."""
CAUSES: Mapping[str, Text] = {
    "program": text("프로그램"),
    "engine": text("PDF 제작 프로그램"),
    "fonts": text("글꼴"),
    "style": text("서식"),
    "side": text("시작하는 쪽"),
    "text": text("적은 글"),
    "metadata": text("책 정보"),
    "expected": text("책 정보"),
    "checks": text("검사 항목"),
    "file": text("파일"),
    "tokens": text("서식"),
    "look": text("서식"),
    "colours": text("지역 색"),
    "outlines": text("지도 경계"),
    "map": text("표시할 장소"),
    "language": text("언어"),
}
"""What inputs are called; others are called by their own names."""


def explained(outcome: Outcome, redone: Sequence[Redone], words: gettext.NullTranslations) -> str:
    """The lines that `--explain` adds."""
    return "\n".join((_run(outcome, words), *_steps(redone, words)))


def _run(outcome: Outcome, words: gettext.NullTranslations) -> str:
    if outcome.unchanged:
        return words.gettext("바뀐 파일이 없습니다.")
    if outcome.changed is None:
        return words.gettext("이 설정으로 만든 기록이 없어 모두 확인했습니다.")
    if not outcome.changed:
        return words.gettext("결과 폴더가 마지막으로 만든 때와 달라 다시 만들었습니다.")
    return words.gettext("바뀐 파일: {names}").format(names=_listed(outcome.changed, words))


def _steps(redone: Sequence[Redone], words: gettext.NullTranslations) -> Iterator[str]:
    order = {name: number for number, name in enumerate(STEPS)}
    # Processes end in any order.
    for step in sorted((one for one in redone if one.step in order), key=lambda one: (order[one.step], one.subject)):
        what = text(STEPS[step.step].wording, subject=step.subject).into(words.gettext)
        if step.first:
            yield words.gettext("{what}: 처음 만들었습니다.").format(what=what)
        elif step.changed:
            causes = dict.fromkeys(_cause(name, words) for name in step.changed)
            names = _listed(tuple(causes), words)
            yield words.gettext("{what}: {names} 변경").format(what=what, names=names)
        else:
            yield words.gettext("{what}: 남아 있던 결과가 없어 다시 만들었습니다.").format(what=what)


def _cause(name: str, words: gettext.NullTranslations) -> str:
    known = CAUSES.get(name)
    return known.into(words.gettext) if known else name.rpartition(" ")[2]


def _listed(names: Sequence[str], words: gettext.NullTranslations) -> str:
    shown = ", ".join(names[:MOST])
    more = len(names) - MOST
    return words.gettext("{names} 외 {count}개").format(names=shown, count=more) if more > 0 else shown
