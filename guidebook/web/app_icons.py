"""The icons of the site; those in pixels are for devices that put it on their first screen, which read no SVG."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from guidebook.model.boundary import Boundaries
from guidebook.render.map.projection import Extent, Projection
from guidebook.render.web.icon import IconLook, icon

FINER = 4
"""Drawn so many times larger, then scaled down to be smooth."""
EDGE = 0.17
"""Of the side: wide enough to be cut round."""
COLOURS = 64
"""Enough for smooth edges."""


def icon_files(boundaries: Boundaries, look: IconLook) -> dict[str, bytes]:
    """Every icon of the site by its file's name: drawn for browsers, in pixels for devices."""
    in_pixels = {f"icon-{side}.png": app_icon(boundaries, look, side) for side in look.sides}
    return {"icon.svg": icon(boundaries, look), **in_pixels}


def app_icon(boundaries: Boundaries, look: IconLook, side: int) -> bytes:
    """The city's outlines on its colour, as PNG."""
    drawn = side * FINER
    rings = [ring for outline in boundaries.outlines for polygon in outline.polygons for ring in polygon[:1]]
    extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
    edge = drawn * EDGE
    projection = Projection.fitting(extent, edge, edge, drawn - 2 * edge, drawn - 2 * edge)
    image = Image.new("RGB", (drawn, drawn), look.ground)
    draw = ImageDraw.Draw(image)
    for ring in rings:
        draw.polygon([projection.at((lat, lon)) for lon, lat in ring], look.land, look.ground, look.rule * FINER)
    png = io.BytesIO()
    image.resize((side, side), Image.Resampling.LANCZOS).quantize(COLOURS).save(png, "PNG", optimize=True)
    return png.getvalue()
