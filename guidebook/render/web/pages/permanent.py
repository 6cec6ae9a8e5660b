"""Pages at permanent addresses: `q/<id>/`, which books print, redirects to the page of the record.

A former id is redirected from its `q/` address and from that of its page, as `redirects.yml` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidebook.model.catalogue import Catalogue
from guidebook.model.record import Record
from guidebook.model.records.guide import Guide
from guidebook.model.records.restaurant import NewsList
from guidebook.render.addresses import PERMANENT, RESTAURANTS, url
from guidebook.render.context import RenderContext
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import RedirectValues


def standing(catalogue: Catalogue, record: Record) -> tuple[str, str] | None:
    """Path (with anchor) and name of where a record stands on the site; None for a record without a page."""
    if isinstance(record, Guide):
        at = catalogue.place(record.site or "") or catalogue.town(record.town or "")
        return standing(catalogue, at) if at else None
    if isinstance(record, NewsList):
        return f"{RESTAURANTS}#list-{record.id}", record.title
    kind = catalogue.kind(record)
    return (kind.address(record.id), record.called) if kind.pages is not None else None


def permanent_pages(context: RenderContext) -> tuple[SitePage, ...]:
    """A redirect for every public record, and for every former id at both of its addresses."""
    return tuple(_redirects(context))


def _redirects(context: RenderContext) -> Iterator[SitePage]:
    catalogue = context.catalogue
    for record in catalogue.records:
        target = standing(catalogue, record)
        if target and catalogue.kind(record).permanent:
            yield _redirect(context, f"{PERMANENT}{record.id}/", *target, catalogue.source_map(record).file)
    for old, new in catalogue.redirects.items():
        successor = catalogue.record(new)
        target = standing(catalogue, successor) if successor else None
        if target and successor:
            kind, file = catalogue.kind(successor), catalogue.where_redirect(old).file
            if kind.permanent:
                yield _redirect(context, f"{PERMANENT}{old}/", *target, file)
            if kind.pages is not None:
                yield _redirect(context, kind.address(old), *target, file)


def _redirect(context: RenderContext, path: str, target: str, name: str, file: str) -> SitePage:
    page = page_from(context, "redirect", PageHead(path, name, name, file), RedirectValues(target=target))
    return replace(page, redirect=url(path, target), trail=(), linked_data=(), section="")
