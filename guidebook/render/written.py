"""The body of a record in the words of an edition. Apart from `prose`, which knows neither records nor languages."""

from __future__ import annotations

from guidebook.markdown.html import Link
from guidebook.model.bodied import Bodied
from guidebook.render.edition import Edition
from guidebook.render.embedded import Embedded
from guidebook.render.prose import Prose, prose


def written(
    edition: Edition,
    record: Bodied,
    link: Link,
    embedded: Embedded,
    prefix: str = "",
    *,
    lines: bool = False,
) -> Prose:
    """The body; `embedded`, `prefix` and `lines` as `prose` has them."""
    words = edition.words.gettext
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
        kinds=edition.catalogue.kinds,
    )
