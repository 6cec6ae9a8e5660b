"""The map: outlines, route and numbered stops as one SVG, the same on screen and on paper."""
