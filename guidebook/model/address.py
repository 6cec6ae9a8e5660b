"""The paths of the website's own pages, below its root. What each kind of record has of them stands in `kinds`."""

from __future__ import annotations

PROGRAMS, FIGURES, TOWNS, VISITS = "programs/", "figures/", "towns/", "visits/"
ROUTES, SITES, RESTAURANTS, DATA = "routes/", "sites/", "restaurants/", "data/"
INDEX, CHANGES = "index/", "changes/"

LISTED = (FIGURES, DATA, INDEX, CHANGES)
"""Lists that belong to no kind of record."""

RESERVED = frozenset({"figures", "data", "files", "q", "guidebook", "assets", "admin"}) | frozenset(
    {"index", "search", "offline", "feed", "changes", "404"}
)
"""Names of folders and files of the website that belong to no kind of record: no page can have them."""
