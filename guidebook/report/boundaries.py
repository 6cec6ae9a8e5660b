"""What an import of outlines found, in a few lines."""

from __future__ import annotations

import gettext

from guidebook.model.imported import ImportedBoundaries


def boundaries_summary(imported: ImportedBoundaries, translations: gettext.NullTranslations) -> str:
    """Towns with their areas, the sum, and whether it was written."""
    words = translations.gettext
    lines = [f"  {name}  {area:.1f}㎢" for name, area in imported.towns]
    total = sum(area for _, area in imported.towns)
    lines.append(
        words("{kind} {count}곳, 모두 {area}㎢, {size}KB").format(
            kind=imported.kind, count=len(imported.towns), area=f"{total:.1f}", size=round(imported.octets / 1000)
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
