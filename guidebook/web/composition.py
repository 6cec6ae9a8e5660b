"""All that the website consists of, put together before it is written: pages, page shells, assets, files to fetch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from guidebook.export.downloads import data_files
from guidebook.images.published import web_pictures
from guidebook.layout import typefaces
from guidebook.load.assets import FOLDER
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.wording.sample import title_suffix
from guidebook.render.addresses import DATA, FEED, MANIFEST, address
from guidebook.render.context import RenderContext
from guidebook.render.text.embedded import linked_attachments
from guidebook.render.web.app_manifest import manifest
from guidebook.render.web.feed import feed
from guidebook.render.web.icon import IconLook
from guidebook.render.web.page import PageShell, SitePage
from guidebook.render.web.page_shell import english_page_shell, page_shell
from guidebook.render.web.search import indexed, search_index
from guidebook.render.web.search_knowledge import knowledge
from guidebook.render.web.site import site_pages
from guidebook.storage.paths import Paths
from guidebook.storage.program import ProgramSteps, program_steps
from guidebook.storage.steps import digest_of
from guidebook.web.app_icons import icon_files
from guidebook.web.assets import Assets, add_file, make_assets, read_sources, texts_of, with_page_styles
from guidebook.web.font_slices import usage_of
from guidebook.web.share_cards import CardLook, CardMaker, with_cards
from guidebook.web.site import SiteInput
from guidebook.web.webfonts import characters_of

Pages = tuple[SitePage, ...]
Files = Mapping[str, bytes]


def compose_site(context: RenderContext, paths: Paths) -> SiteInput:
    """Every page of the site, its page shell, its assets and the files to take home."""
    pictures, picture_files = web_pictures(context.catalogue, paths.content, paths.cache)
    downloads = data_files(context.catalogue, context.site, context.words)
    context = replace(context, downloads=downloads, pictures=pictures)
    pages, shell = site_pages(context), page_shell(context)
    english = english_page_shell(context.english) if context.english else None
    pages, cards = _with_cards(context, pages, paths)
    assets, diagnostics = _assets(context, pages, shell, paths)
    files = {**assets.files, **picture_files, **cards, **_data(context)}
    index = add_file(files, "search.json", search_index(indexed(pages), knowledge(context)))
    icons, icon_paths = _icons(context, program_steps(paths))
    files |= icons
    shown = {**assets.pictures, **icon_paths}
    if icons:
        files[MANIFEST] = manifest(context, shown)
    assets = replace(assets, files=files, scripts={**assets.scripts, "search.json": index}, pictures=shown)
    copies = {one.path: paths.content / FOLDER / one.stored for one in linked_attachments(context.catalogue)}
    return SiteInput(pages, shell, assets, diagnostics, english, copies)


def _with_cards(context: RenderContext, pages: Pages, paths: Paths) -> tuple[Pages, Files]:
    """The pages with their cards for messengers, which ask for a full address.

    Without typefaces, whose lack is told elsewhere, they have none.
    """
    faces = typefaces.install(paths.cache, paths.packages)[0] if context.site.base_url else None
    if faces is None:
        return pages, {}
    site, catalogue = context.site, context.catalogue
    signature = f"{site.short_title} {title_suffix(site, context.words)}".strip()
    maker = CardMaker(context.design.look(CardLook), catalogue.boundaries, signature, faces)
    marks = {address("program", id): emblem for id, emblem in catalogue.emblems.items()}
    return with_cards(pages, maker, site.city.name, marks)


def _assets(
    context: RenderContext, pages: Iterable[SitePage], shell: PageShell, paths: Paths
) -> tuple[Assets, tuple[Diagnostic, ...]]:
    """What every page loads, its fonts cut to what the pages show, and the styles of single pages."""
    sources = read_sources(paths.theme, paths.packages, context.design.tokens)
    texts = texts_of(paths.theme, sources.styles)
    characters = characters_of(pages, shell, texts)
    usage = usage_of(pages, shell, "".join(texts.values()))
    assets, diagnostics = make_assets(sources, characters, usage, paths.cache, shell.colours, program_steps(paths))
    return with_page_styles(assets, {page.path: page.style for page in pages if page.style}), diagnostics


def _data(context: RenderContext) -> dict[str, bytes]:
    """The data files, and the feed where the city tells what changed."""
    data = {f"{DATA}{file.path}": file.octets for file in context.downloads}
    return {**data, FEED: feed(context)} if context.site.changes else data


def _icons(context: RenderContext, steps: ProgramSteps) -> tuple[Files, Mapping[str, str]]:
    """The icons drawn from the city's outlines, where it has them, and from each name to the path of its file."""
    boundaries = context.catalogue.boundaries
    if not boundaries:
        return {}, {}
    files: dict[str, bytes] = {}
    look = context.design.look(IconLook)
    inputs = {"outlines": digest_of(repr(boundaries)), "look": digest_of(repr(look))}
    drawn = steps.kept("icons", "site", inputs, dict[str, bytes], lambda: icon_files(boundaries, look))
    return files, {name: add_file(files, name, octets) for name, octets in drawn.items()}
