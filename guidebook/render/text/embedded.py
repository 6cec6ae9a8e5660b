"""Pictures and files inside bodies, rendered for a page or for a book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from guidebook.markdown.document import read
from guidebook.markdown.files import linked_names
from guidebook.markdown.html import Attach, Attached
from guidebook.markdown.pictures import Shown, shown_pictures
from guidebook.model.attachment import Attachment
from guidebook.model.catalogue import Catalogue
from guidebook.model.picture import Picture
from guidebook.model.records.bodied import Bodied
from guidebook.model.wording.file_sizes import size
from guidebook.render.addresses import PERMANENT, url
from guidebook.render.context import RenderContext
from guidebook.render.text.korean import JOINER


@dataclass(frozen=True, slots=True)
class Embedded:
    """How a body's pictures are drawn and its files addressed. A line of 0 is not told."""

    draw: Callable[[Sequence[Shown], int], Markup]
    attach: Attach


NOTHING = Embedded(lambda shown, line: Markup(), lambda name: None)
"""For bodies whose pictures and files nobody sees."""


def on_page(context: RenderContext, record: Bodied, path: str) -> Embedded:
    """For the page at `path` of the website."""

    def to(there: str) -> str:
        return url(path, there, context.site.base_url)

    def attach(name: str) -> Attached | None:
        attachment = context.catalogue.attachments.get(name)
        return Attached(to(attachment.path), attachment.name, _weighed(attachment)) if attachment else None

    values = {"pictures": context.pictures, "to": to}
    gallery = context.templates.get_template("macros/web.html.j2").make_module(values).gallery  # type: ignore[attr-defined]
    return Embedded(partial(_drawn, record, gallery), attach)


def in_book(context: RenderContext, record: Bodied) -> Embedded:
    """For a book: a file lies on the website, or nowhere that paper could lead to."""
    base_url, words = context.site.base_url, context.words.gettext

    def attach(name: str) -> Attached | None:
        attachment = context.catalogue.attachments.get(name)
        if attachment is None:
            return None
        if base_url is None:
            note = words("{weight}, 누리집의 ‘{name}’ 파일").format(weight=_weighed(attachment), name=attachment.name)
            return Attached("", attachment.name, note)
        page = f"{base_url}{PERMANENT}{record.id}/".replace("-", f"-{JOINER}")
        return Attached(base_url + attachment.path, attachment.name, f"{_weighed(attachment)}, {page}")

    macros = context.templates.get_template("macros/record.html.j2").make_module({})
    gallery = partial(macros.gallery, prints=context.prints)  # type: ignore[attr-defined]
    return Embedded(partial(_drawn, record, gallery), attach)


def apart_from_body(record: Bodied) -> tuple[Picture, ...]:
    """The pictures of a record that its body does not show at their place."""
    if not record.pictures:
        return ()
    placed = {picture.file for picture in shown_pictures(read(record.body).tokens)}
    return tuple(picture for picture in record.pictures if picture.file not in placed)


def linked_attachments(catalogue: Catalogue) -> tuple[Attachment, ...]:
    """The files that the website holds: those that bodies link to."""
    linked = linked_names(catalogue)
    return tuple(
        attachment for name, attachment in catalogue.attachments.items() if attachment is not None and name in linked
    )


def _weighed(attachment: Attachment) -> str:
    """`HWPX, 640KB`, as files of the site are spoken of."""
    return f"{attachment.kind}, {size(attachment.octets)}"


def _drawn(record: Bodied, gallery: Callable[..., str], images: Sequence[Shown], line: int) -> Markup:
    by_file = {picture.file: picture for picture in record.pictures}
    pictures = [
        by_file[image.file].model_copy(update={"alt": image.alt or by_file[image.file].alt})
        for image in images
        if image.file in by_file
    ]
    return Markup(gallery(pictures, line=line))
