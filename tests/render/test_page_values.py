"""Every variable of a page template is in the typed mapping of its values."""

from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jinja2 import meta, nodes

from guidebook.render.templates import environment
from guidebook.render.web.pages import programs, values
from guidebook.render.web.pages.values import CommonValues, PageValues
from guidebook.words import catalogue
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
ENVIRONMENT = environment(TEMPLATES, "ko", catalogue("ko"), str)
NAMED: dict[str, str] = {
    "home": "HomeValues",
    "not_found": "NotFoundValues",
    "redirect": "RedirectValues",
    "page": "WrittenValues",
    "section": "SectionValues",
    "program": "ProgramValues",
    "programs": "ProgramsValues",
    "figures": "PageValues",
    "routes": "RoutesValues",
    "route": "RouteValues",
    "visits": "VisitsValues",
    "offline": "PageValues",
    "sites": "SitesValues",
    "site": "SiteValues",
    "restaurants": "RestaurantsValues",
    "restaurant": "RestaurantValues",
    "towns": "TownsValues",
    "town": "TownValues",
    "changes": "ChangesValues",
    "files": "FilesValues",
    "index": "IndexValues",
    "records": "RecordsValues",
}
PARTS = {"news", "block", "block-english", "place-facts", "place-around"}
"""Templates that others include."""


def free(name: str) -> set[str]:
    """The variables that a template takes from its values, and those of what it includes by name."""
    tree = ENVIRONMENT.parse((TEMPLATES / name).read_text(encoding="utf-8"))
    included = [node.template.value for node in tree.find_all(nodes.Include) if isinstance(node.template, nodes.Const)]
    assigned = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    variables = meta.find_undeclared_variables(tree) - assigned
    imported = {node.target for node in tree.find_all(nodes.Import)}
    return variables.union(*(free(part) - imported for part in included))


def test_every_page_template_has_typed_values() -> None:
    names = {path.name.removesuffix(".html.j2") for path in Path(TEMPLATES / "pages").glob("*.j2")}
    assert names == set(NAMED) | PARTS


@pytest.mark.parametrize("template", NAMED)
def test_a_template_uses_no_variable_that_its_values_do_not_have(template: str) -> None:
    mapping: Any = getattr(values, NAMED[template], None) or getattr(programs, NAMED[template])
    known = {*CommonValues.__annotations__, *get_type_hints(mapping)}
    assert not free(f"pages/{template}.html.j2") - known


def test_every_mapping_of_values_belongs_to_a_template() -> None:
    bases = {CommonValues, PageValues, values.AroundValues}
    every = {**vars(values), **vars(programs)}
    mappings = {name for name, kind in every.items() if name.endswith("Values") and kind not in bases}
    assert mappings - {"RecordValues"} == set(NAMED.values()) - {"PageValues"}, "a registry's entry names the last"
