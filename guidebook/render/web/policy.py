"""The Content-Security-Policy of every published page: what a browser may run and load there.

Separate because it is one promise about all templates: no page may hold inline scripts, inline styles or `style`
attributes, and nothing comes from elsewhere. Data blocks (`application/ld+json`) are not run and need no leave.
"""

from __future__ import annotations

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""`data:` is for the empty icon of a site without a map. `frame-ancestors` counts only in a header of the server."""

POLICY = "; ".join(f"{name} {sources}" for name, sources in DIRECTIVES.items())
"""The value of the header, and of the `meta` element that stands for it on servers that cannot be told."""
