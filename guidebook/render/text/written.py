"""The body of a record in the words of an edition. Apart from `prose`, which knows neither records nor languages."""

from __future__ import annotations

from guidebook.markdown.html import Link
from guidebook.model.records.bodied import Bodied
from guidebook.render.context import RenderContext
from guidebook.render.text.embedded import Embedded
from guidebook.render.text.prose import Prose, prose


def written(
    context: RenderContext,
    record: Bodied,
    link: Link,
    embedded: Embedded,
    prefix: str = "",
    *,
    lines: bool = False,
) -> Prose:
    """The body; `embedded`, `prefix` and `lines` as `prose` has them."""
    words = context.words.gettext
    tasks = words("할 일"), words("한 일")
    label = words("주{number}")
    return prose(
        record.body,
        record.notes,
        link,
        prefix,
        label,
        tasks=tasks,
        embedded=embedded,
        lines=lines,
        kinds=context.catalogue.kinds,
    )
