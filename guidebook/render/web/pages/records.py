"""Pages of kinds whose registry entry names a template: they need only the record and its body.

Other kinds show what belongs together across records, and have modules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.kinds import Kind, Listing
from guidebook.model.record import Record
from guidebook.model.records.bodied import is_bodied
from guidebook.render.addresses import links_from
from guidebook.render.context import RenderContext
from guidebook.render.text.embedded import apart_from_body, on_page
from guidebook.render.text.prose import Heading
from guidebook.render.text.written import written
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from, translated
from guidebook.render.web.pages.values import RecordsValues, RecordValues


def record_pages(context: RenderContext) -> Iterator[SitePage]:
    """For each such kind that has records: its list, and a page for each record."""
    for kind in context.catalogue.kinds:
        records = context.catalogue.of_kind(kind) if kind.template else ()
        if records and kind.listing:
            yield _list_page(context, kind, kind.listing, records)
        yield from (_record_page(context, kind, record) for record in records)


def _list_page(context: RenderContext, kind: Kind, listing: Listing, records: tuple[Record, ...]) -> SitePage:
    title, file = translated(context, listing.label), context.catalogue.where_site().file
    return page_from(
        context, "records", PageHead(listing.path, title, title, file), RecordsValues(kind=kind, records=records)
    )


def _record_page(context: RenderContext, kind: Kind, record: Record) -> SitePage:
    path, catalogue = kind.address(record.id), context.catalogue
    title = str(getattr(record, kind.title, "") or record.called)
    body = None
    headings: tuple[Heading, ...] = ()
    if is_bodied(record):
        link = links_from(path, context.site.base_url, catalogue.kinds)
        body = written(context, record, link, on_page(context, record, path))
        headings = body.headings
        if record.notes:
            headings += (Heading("notes", context.words.gettext("주석과 출처"), 2),)
    return page_from(
        context,
        kind.template,
        PageHead(
            path,
            title,
            str(getattr(record, "summary", "") or title),
            catalogue.source_map(record).file,
            headings=headings,
        ),
        RecordValues(
            record=record,
            kind=kind,
            prose=body.html if body else "",
            apart=apart_from_body(record) if is_bodied(record) else (),
        ),
    )
