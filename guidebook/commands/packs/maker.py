"""Makes the pack of one visit from values alone: in another process of this machine, or on another machine.

What packs share is read, prepared and kept once in a process: catalogue, templates, fonts, style sheets.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from guidebook.books.visit_order import with_pictures
from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.packs.crew_faults import other_program
from guidebook.commands.packs.files import write_pack
from guidebook.commands.packs.parts import MadePack, Shared, VisitPart, is_from, received, width_of, with_visit
from guidebook.images.published import kept_in
from guidebook.layout.typefaces import package_files
from guidebook.model.catalogue import Catalogue
from guidebook.render.context import PrintPicture, RenderContext
from guidebook.render.new_context import context_of
from guidebook.storage.cached_files import kept_file
from guidebook.storage.digests import Digests
from guidebook.storage.paths import Paths
from guidebook.storage.program import program_of
from guidebook.storage.steps import digest_of
from guidebook.storage.temporary import temporary_folder
from guidebook.storage.workers import Workers


@dataclass(frozen=True, slots=True)
class _Bench:
    """What is prepared once for all packs that this process makes."""

    shared: Shared
    context: RenderContext
    pictures: Mapping[float, Mapping[str, PrintPicture]]


def make_here(shared: bytes, part: bytes) -> MadePack:
    """The pack, in a process of the machine that asked for it."""
    bench = _bench(shared, None)
    assert bench.shared.paths is not None, "a process of this machine is told where to read"
    return _made(bench, received(part), bench.shared.paths)


def make_there(shared: bytes, part: bytes, paths: Paths) -> MadePack:
    """The pack, on a machine of its own with its own checkout; nothing of the visit is left there."""
    if not is_from(shared, made_with(paths)):
        return MadePack({}, None, (other_program(),))
    bench = _bench(shared, paths)
    with temporary_folder() as folder:
        return _made(bench, received(part), replace(paths, private=True, apart=folder))


@lru_cache(maxsize=2)
def made_with(paths: Paths) -> str:
    """The digest of all that packs depend on beside the content: program, libraries, templates, fonts, Python."""
    digests = Digests(paths.cache / "digests")
    templates = digests.of_tree(paths.templates)
    fonts = (digests.of_file(path) for path in package_files(paths.packages))
    named = (part for pair in sorted(templates.items()) for part in pair)
    return digest_of(program_of(paths.checkout, paths.cache), *named, *fonts, repr(sys.version_info[:2]))


@lru_cache(maxsize=1)
def _bench(octets: bytes, paths: Paths | None) -> _Bench:
    shared: Shared = received(octets)
    places = paths or shared.paths
    assert places is not None, "one of both says where to read"
    context = context_of(shared.catalogue, places.templates, places.packages, shared.language)
    pictures = {
        width: {name: _placed(picture, shared.files, places) for name, picture in kept.items()}
        for width, kept in shared.pictures.items()
    }
    return _Bench(shared, context, pictures)


def _placed(picture: PrintPicture, files: Mapping[str, bytes], paths: Paths) -> PrintPicture:
    """The picture with its address on this machine."""
    octets = files.get(picture.url)
    if octets is None:
        return picture
    name = hashlib.sha256(octets).hexdigest()[:32]
    path = kept_file(kept_in(paths.cache) / name / "paper.jpg", lambda: octets)
    return replace(picture, url=path.resolve().as_uri())


def _made(bench: _Bench, part: VisitPart, paths: Paths) -> MadePack:
    context = _with_catalogue(bench.context, with_visit(bench.shared.catalogue, part))
    visit_context = with_pictures(context, part.visit, bench.pictures[width_of(part.formats)], paths)
    pressed = any(print_format.ink == "cmyk" for print_format in part.formats)
    condition = bench.shared.condition if pressed else None
    with temporary_folder() as folder, kept_templates(paths):
        packed, faults = write_pack(folder, visit_context, part.formats, condition, (paths, Workers(most=1)))
        made = sorted(path for path in folder.rglob("*") if path.is_file()) if packed else []
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in made}
    return MadePack(files, packed, faults)


def _with_catalogue(context: RenderContext, catalogue: Catalogue) -> RenderContext:
    english = replace(context.english, catalogue=catalogue) if context.english is not None else None
    return replace(context, catalogue=catalogue, english=english)
