"""The design of the shipped templates, with the colours of a city that names none: for tests that draw or print."""

from __future__ import annotations

from guidebook.export.hwpx import OfficeLook
from guidebook.model.print_format import SCREEN, parsed
from guidebook.model.settings.showing import Palette
from guidebook.pdf.inks import Blacks
from guidebook.pdf.page_numbers import Ink
from guidebook.render.design.tokens import read_tokens
from guidebook.render.design.values import Design
from guidebook.render.map.look import MapLook, MapSizes, OutlineLook
from tests.conftest import ROOT

TEMPLATES, PACKAGES = ROOT / "templates", ROOT / "node_modules"
TOKENS = read_tokens(TEMPLATES, PACKAGES)
DESIGN = Design(TOKENS, Palette())
MAP, OUTLINE, SIZES = DESIGN.look(MapLook), DESIGN.look(OutlineLook), DESIGN.look(MapSizes)
OFFICE = DESIGN.look(OfficeLook)
TEXT = DESIGN.colour("print-ink")
BOOK = TOKENS.on_paper((TEMPLATES / "print" / "styles" / "book.css").read_text("utf-8"))
"""The style sheet that all books share."""
BLACKS, INK = Blacks(TEXT, DESIGN.greys), Ink.of(TEXT)
ON_SCREEN = parsed(SCREEN, (TEMPLATES / "print" / "formats" / f"{SCREEN}.toml").read_text("utf-8"))
"""The print format that nobody prints."""
