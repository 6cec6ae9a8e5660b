"""The published JSON Schemas, made from the tables that name the fields, so that they cannot go stale."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping

from guidebook.export.contract.shapes import (
    DATE,
    ID,
    PLACE,
    PLACE_REQUIRED,
    POINT,
    PROGRAM,
    PROGRAM_REQUIRED,
    WORDS,
    YES_OR_NO,
    Shape,
    list_of,
    object_of,
)
from guidebook.export.json_values import Json, as_json
from guidebook.model.portal.published import PLACES, PROGRAMS, VERSION
from guidebook.model.site import Site
from guidebook.model.text import Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"
HEAD = "format version official city title site publisher as_of licence terms"
"""What every file begins with."""


def contract(format: str, site: Site) -> dict[str, Json]:
    """The first lines of a file: which format in which version, and whose data it is."""
    city = {"name": site.city.name, "name_en": site.city.name_en, "province": site.city.province}
    return {"format": format, "version": VERSION, "official": site.official, "city": city}


def programs_schema(
    fields: Iterable[tuple[str, Text]], title: str, site: Site, translations: gettext.NullTranslations
) -> bytes:
    """The schema of `programs.json`; `fields` is the table of a programme's."""
    program = _described(fields, PROGRAM, PROGRAM_REQUIRED, translations)
    shapes = {"document": {"type": "object"}, "programs": list_of(program)}
    return _schema("programs.schema.json", PROGRAMS, title, site, f"{HEAD} programs", shapes)


def places_schema(
    fields: Iterable[tuple[str, Text]], title: str, site: Site, translations: gettext.NullTranslations
) -> bytes:
    """The schema of `places.geojson`; `fields` is the table of a place's, with its id and geometry."""
    own = [(name, about) for name, about in fields if name not in ("id", "geometry")]
    point = object_of("type coordinates", type={"const": "Point"}, coordinates=POINT)
    feature = object_of(
        "type id geometry properties",
        type={"const": "Feature"},
        id=ID,
        geometry={"anyOf": [point, {"type": "null"}]},
        properties=_described(own, PLACE, PLACE_REQUIRED, translations),
    )
    shapes: Mapping[str, Shape] = {"type": {"const": "FeatureCollection"}, "features": list_of(feature)}
    return _schema("places.schema.json", PLACES, title, site, f"type {HEAD} features", shapes)


def _schema(file: str, format: str, title: str, site: Site, required: str, own: Mapping[str, Shape]) -> bytes:
    head: dict[str, Shape] = {
        "format": {"const": format},
        "version": {"const": VERSION},
        "official": YES_OR_NO,
        "city": object_of("name province", name=WORDS, name_en=WORDS, province=WORDS),
        **dict.fromkeys(("title", "site", "url", "publisher", "licence", "terms", "notice"), WORDS),
        "as_of": DATE,
    }
    address = {"$id": f"{site.base_url}data/{file}"} if site.base_url else {}
    return as_json({"$schema": DIALECT, **address, "title": title, **object_of(required, **head, **own)})


def _described(
    fields: Iterable[tuple[str, Text]],
    shapes: Mapping[str, Shape],
    required: str,
    translations: gettext.NullTranslations,
) -> Shape:
    """An object with exactly these fields, each with its meaning; further ones may come with later versions."""
    members = {
        name: {**shapes.get(name, {}), "description": about.into(translations.gettext)} for name, about in fields
    }
    return object_of(required, **members)
