"""The web-app manifest: name, colours and icons of the site on a device's home screen."""

from __future__ import annotations

import json
from collections.abc import Mapping

from guidebook.model.wording.sample import title_suffix
from guidebook.render.context import RenderContext


def manifest(context: RenderContext, pictures: Mapping[str, str]) -> bytes:
    """The file; it lies at the root of the site. `pictures` are published icons: `icon-192.png` → path."""
    site, suffix = context.site, title_suffix(context.site, context.words)
    icons = [(name[len("icon-") : -len(".png")], path) for name, path in pictures.items() if name.startswith("icon-")]
    content = {
        "name": f"{site.titled(context.language)} {suffix}".strip(),
        "short_name": f"{site.short_titled(context.language)} {suffix}".strip(),
        "lang": context.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": context.design.colour("browser-light"),
        "theme_color": site.palette.primary,
        "icons": [{"src": path, "sizes": f"{side}x{side}", "type": "image/png"} for side, path in icons],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
