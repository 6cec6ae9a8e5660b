"""The icon of the site as PNG, for devices whose home screens show no SVG."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from guidebook.model.boundary import Boundaries
from guidebook.render.map.projection import Extent, Projection
from guidebook.render.web.icon import IconLook

FINER = 4
"""Drawn so many times larger, then scaled down to be smooth."""
EDGE = 0.17
"""Of the side: wide enough to be cut round."""
COLOURS = 64
"""Enough for smooth edges."""


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
