"""What making a portal came to, in two lines."""

from __future__ import annotations

import gettext

from guidebook.model.outcome import PortalOutcome
from guidebook.model.wording.numbers import number


def portal_summary(outcome: PortalOutcome, words: gettext.NullTranslations) -> str:
    """The lines that end the command; empty where nothing was made."""
    made = outcome.made
    if made is None:
        return ""
    counted = words.gettext("도시 {cities}곳, 사례 {cases}건, {pages}쪽: {place}").format(
        cities=number(made.cities),
        cases=number(made.cases),
        pages=number(made.pages),
        place=f"{made.output}/site/index.html",
    )
    spent = ", ".join(f"{stage.name.into(words.gettext)} {number(stage.seconds, 1)}" for stage in outcome.stages)
    total = number(sum(stage.seconds for stage in outcome.stages), 1)
    return f"{counted}\n" + words.gettext("소요 시간 {total}초 ({spent})").format(total=total, spent=spent)
