"""What an import of outlines found, in a few lines."""

from __future__ import annotations

import gettext

from guidebook.model.outcome import ImportedBoundaries
from guidebook.model.wording.file_sizes import size
from guidebook.model.wording.numbers import number


def boundaries_summary(imported: ImportedBoundaries, translations: gettext.NullTranslations) -> str:
    """Towns with their areas, the sum, and whether it was written."""
    words = translations.gettext
    lines = [f"  {name}  {number(area, 1)}㎢" for name, area in imported.towns]
    total = sum(area for _, area in imported.towns)
    lines.append(
        words("{kind} {count}곳, 모두 {area}㎢, {size}").format(
            kind=imported.kind, count=len(imported.towns), area=number(total, 1), size=size(imported.octets)
        )
    )
    if imported.credit:
        lines.append(imported.credit)
    lines.append(
        words("{file}에 저장했습니다.").format(file=imported.file)
        if imported.written
        else words("아직 저장하지 않았습니다. 저장하려면 --write를 추가하세요.")
    )
    return "\n".join(lines)
