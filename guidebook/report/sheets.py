"""Which sheet of a file an import read, and why: the same words for lists of hygiene and for any other table."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

from guidebook.importers.reading.sheets import Choice


def sheets_read(choice: Choice | None, translations: gettext.NullTranslations) -> Iterator[str]:
    """Which sheet was read and why, where the file has several."""
    words = translations.gettext
    if choice is None or choice.sheet is None or not choice.sheet.name:
        return
    yield words("‘{name}’ 시트를 읽었습니다.").format(name=choice.sheet.name)
    if choice.passed:
        yield words("목록이 없어 건너뛴 시트: {names}").format(names=", ".join(choice.passed))
    if choice.others:
        yield words("목록이 든 다른 시트: {names}. 이것도 가져오려면 --sheet로 따로 실행하세요.").format(
            names=", ".join(choice.others)
        )
    if choice.hidden:
        yield words("숨겨져 있어 읽지 않은 시트: {names}").format(names=", ".join(choice.hidden))
