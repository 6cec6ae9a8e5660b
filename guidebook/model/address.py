"""Where records have their pages below the website's root. Rules ask it as pages do, so that both mean the same."""

from __future__ import annotations

from guidebook.model.records.page import ENGLISH

PROGRAMS, FIGURES, TOWNS, VISITS = "programs/", "figures/", "towns/", "visits/"
ROUTES, SITES, RESTAURANTS, DATA = "routes/", "sites/", "restaurants/", "data/"
INDEX, CHANGES = "index/", "changes/"

FOLDERS = {
    "program": PROGRAMS,
    "town": TOWNS,
    "page": "",
    "site": SITES,
    "restaurant": RESTAURANTS,
    "route": ROUTES,
}
"""Kind of record → the folder of its pages."""


def address(kind: str, id: str) -> str:
    """The path of a record's page below the site's root. Pages in English lie in a folder of their own."""
    if kind == "page" and (id == ENGLISH or id.startswith(f"{ENGLISH}-")):
        return f"{id.replace('-', '/', 1)}/"
    return f"{FOLDERS[kind]}{id}/"


def record_at(path: str) -> tuple[str, str]:
    """Kind and id of the record that would have its page, or its file, there; empty where none could."""
    bare = path.rstrip("/").removesuffix(".md").removesuffix(".yml").removesuffix("/index.html")
    folder, slash, id = bare.rpartition("/")
    if not slash:
        return ("page", bare) if bare else ("", "")
    if folder in (ENGLISH, "pages"):
        return "page", f"{ENGLISH}-{id}" if folder == ENGLISH else id
    kind = next((kind for kind, place in FOLDERS.items() if place == f"{folder}/"), "")
    return (kind, id) if kind else ("", "")
