"""Permanent addresses: `q/<id>/` is what books print, and leads to wherever the record stands today.

A former id keeps its `q/` address and that of its page, as `redirects.yml` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidebook.model.catalogue import Catalogue
from guidebook.model.record import Record
from guidebook.model.records.guide import Guide
from guidebook.model.records.restaurant import PressList
from guidebook.render.addresses import PERMANENT, RESTAURANTS, url
from guidebook.render.context import RenderContext
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import page_from


def standing(catalogue: Catalogue, record: Record) -> tuple[str, str] | None:
    """Path (with anchor) and name of where a record stands on the site; None for what has no place there."""
    if isinstance(record, Guide):
        at = catalogue.place(record.site or "") or catalogue.town(record.town or "")
        return standing(catalogue, at) if at else None
    if isinstance(record, PressList):
        return f"{RESTAURANTS}#list-{record.id}", record.title
    kind = catalogue.kind(record)
    return (kind.address(record.id), record.called) if kind.pages is not None else None


def permanent_pages(context: RenderContext) -> tuple[SitePage, ...]:
    """A signpost for every public record, and for every former id at both of its addresses."""
    return tuple(_signposts(context))


def _signposts(context: RenderContext) -> Iterator[SitePage]:
    catalogue = context.catalogue
    for record in catalogue.records:
        there = standing(catalogue, record)
        if there and catalogue.kind(record).permanent:
            yield _signpost(context, f"{PERMANENT}{record.id}/", *there, catalogue.source_map(record).file)
    for old, new in catalogue.redirects.items():
        found = catalogue.record(new)
        there = standing(catalogue, found) if found else None
        if there and found:
            kind, file = catalogue.kind(found), catalogue.where_redirect(old).file
            if kind.permanent:
                yield _signpost(context, f"{PERMANENT}{old}/", *there, file)
            if kind.pages is not None:
                yield _signpost(context, kind.address(old), *there, file)


def _signpost(context: RenderContext, path: str, there: str, name: str, file: str) -> SitePage:
    page = page_from(context, "forward", path, name, name, file, there=there)
    return replace(page, forward=url(path, there), trail=(), linked_data=(), section="")
