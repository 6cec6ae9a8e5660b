"""The icon of the site as PNG, for devices whose home screens show no SVG."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from guidebook.model.boundary import Boundaries
from guidebook.model.colour import mix
from guidebook.render.map.projection import Extent, Projection

SIDES = (192, 512)
"""Pixels, as browsers ask for."""
FINER = 4
"""Drawn so many times larger, then scaled down to be smooth."""


def app_icon(boundaries: Boundaries, colour: str, side: int) -> bytes:
    """The city's outlines on its colour, as PNG; the edge is wide enough to be cut round."""
    drawn = side * FINER
    rings = [ring for outline in boundaries.outlines for polygon in outline.polygons for ring in polygon[:1]]
    extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
    edge = drawn * 0.17
    projection = Projection.fitting(extent, edge, edge, drawn - 2 * edge, drawn - 2 * edge)
    image = Image.new("RGB", (drawn, drawn), colour)
    draw = ImageDraw.Draw(image)
    for ring in rings:
        draw.polygon([projection.at((lat, lon)) for lon, lat in ring], mix(colour, "#ffffff", 0.85), colour, FINER)
    png = io.BytesIO()
    image.resize((side, side), Image.Resampling.LANCZOS).quantize(64).save(png, "PNG", optimize=True)
    return png.getvalue()
