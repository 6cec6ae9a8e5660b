"""The icons of the site; those in pixels are for devices that put it on their first screen, which read no SVG."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from guidebook.model.boundary import Boundaries
from guidebook.model.colour import mix
from guidebook.render.map.projection import Extent, Projection
from guidebook.render.web.icon import icon

SIDES = (192, 512)
"""Pixels, as browsers ask for."""
FINER = 4
"""Drawn so many times larger, then scaled down to be smooth."""


def icon_files(boundaries: Boundaries, colour: str) -> dict[str, bytes]:
    """Every icon of the site by its file's name: drawn for browsers, in pixels for devices."""
    in_pixels = {f"icon-{side}.png": app_icon(boundaries, colour, side) for side in SIDES}
    return {"icon.svg": icon(boundaries, colour), **in_pixels}


def app_icon(boundaries: Boundaries, colour: str, side: int) -> bytes:
    """The city's outlines on its colour, as PNG; the edge is wide enough to be cut round."""
    drawn = side * FINER
    rings = [ring for one in boundaries.outlines for polygon in one.polygons for ring in polygon[:1]]
    extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
    edge = drawn * 0.17
    projection = Projection.fitting(extent, edge, edge, drawn - 2 * edge, drawn - 2 * edge)
    image = Image.new("RGB", (drawn, drawn), colour)
    draw = ImageDraw.Draw(image)
    for ring in rings:
        draw.polygon([projection.at((lat, lon)) for lon, lat in ring], mix(colour, "#ffffff", 0.85), colour, FINER)
    written = io.BytesIO()
    image.resize((side, side), Image.Resampling.LANCZOS).quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()
