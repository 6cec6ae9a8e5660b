"""The shape of each field of the data files, as JSON Schema; which fields there are, the makers of the files say.

A field without a shape may hold anything: the schema is never narrower than the file.
"""

from __future__ import annotations

from collections.abc import Mapping

from guidebook.export.json_values import Json

Shape = Mapping[str, Json]

WORDS: Shape = {"type": "string", "minLength": 1}
ID: Shape = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60}
DATE: Shape = {"type": "string", "pattern": "^(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?$"}
YEAR: Shape = {"type": "integer", "minimum": 1900, "maximum": 2100}
NUMBER: Shape = {"type": "number"}
COUNT: Shape = {"type": "integer", "minimum": 0}
YES_OR_NO: Shape = {"type": "boolean"}
POINT: Shape = {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}


def list_of(shape: Shape) -> Shape:
    """A list of such values."""
    return {"type": "array", "items": shape}


def object_of(required: str, **shapes: Shape) -> Shape:
    """An object with these members; the names in `required` are always there."""
    return {"type": "object", "required": required.split(), "properties": shapes}


SOURCE: Shape = object_of("publisher", kind=WORDS, publisher=WORDS, title=WORDS, date=WORDS, url=WORDS, kept=DATE)
SOURCES = list_of(SOURCE)
NOTE: Shape = object_of("text", id=ID, text=WORDS, sources=SOURCES)
BAR: Shape = object_of("label value text", label=WORDS, value=NUMBER, text=WORDS, when=WORDS)
LESSON: Shape = object_of("text sources", text=WORDS, sources=SOURCES)

PROGRAM: Mapping[str, Shape] = {
    "id": ID,
    "mark": WORDS,
    "name": WORDS,
    "name_en": WORDS,
    "title": WORDS,
    "summary": WORDS,
    "as_of": YEAR,
    "facts": object_of("what who", what=WORDS, when=WORDS, who=WORDS, scale=WORDS, cost=WORDS, result=WORDS),
    "start": DATE,
    "end": DATE,
    "offer": WORDS,
    "claim": object_of("text said_by", text=WORDS, said_by=WORDS),
    "bodies": list_of(
        object_of("sector names", sector={"enum": ["civic", "public", "business"]}, names=list_of(WORDS))
    ),
    "indicators": list_of(
        object_of("id label value text", id=ID, label=WORDS, value=NUMBER, text=WORDS, when=WORDS, note=NOTE)
    ),
    "comparisons": list_of(
        object_of("id title bars", id=ID, title=WORDS, bars=list_of(BAR), total=BAR, counted_apart=BAR, note=NOTE)
    ),
    "series": list_of(
        object_of(
            "id title lines rows",
            id=ID,
            title=WORDS,
            lines=list_of(object_of("label unit", label=WORDS, unit=WORDS)),
            rows=list_of(object_of("when values", when=WORDS, values=list_of({"type": ["number", "null"]}))),
            note=NOTE,
            sources=SOURCES,
        )
    ),
    "timetable": object_of("sessions", title=WORDS, sessions=list_of({"type": "object"}), note=NOTE, sources=SOURCES),
    "partnerships": list_of(object_of("partners title", partners=WORDS, title=WORDS, cost=WORDS, note=NOTE)),
    "rules": list_of(object_of("title", title=WORDS, article=WORDS, date=WORDS, url=WORDS, sources=SOURCES)),
    "lessons": {"type": "object", "properties": {"steps": list_of(LESSON)}, "additionalProperties": LESSON},
    "towns": list_of(object_of("id name", id=ID, name=WORDS)),
    "notes": list_of(NOTE),
    "follows": ID,
    "contact": object_of("department as_of", department=WORDS, phone=WORDS, as_of=WORDS, sources=SOURCES),
    "themes": list_of(WORDS),
    "years": list_of(YEAR),
    "won": COUNT,
    "people": COUNT,
    "page": WORDS,
}
PROGRAM_REQUIRED = "id name title summary as_of facts years page"

PLACE: Mapping[str, Shape] = {
    "kind": WORDS,
    "kind_label": WORDS,
    "name": WORDS,
    "name_en": WORDS,
    "summary": WORDS,
    "town": ID,
    "town_name": WORDS,
    "near": object_of("coordinates basis", coordinates=POINT, basis=WORDS),
    "address": WORDS,
    "postcode": WORDS,
    "access": WORDS,
    "phone": WORDS,
    "as_of": WORDS,
    "hours": WORDS,
    "closed": WORDS,
    "opening": WORDS,
    "moved_closing": YES_OR_NO,
    "fee": WORDS,
    "fees": list_of(object_of("who amount", who=WORDS, amount=COUNT, group_from=COUNT)),
    "parking": COUNT,
    "shops": COUNT,
    "coach": YES_OR_NO,
    "toilet": YES_OR_NO,
    "indoor": YES_OR_NO,
    "wheelchair": YES_OR_NO,
    "designated": WORDS,
    "trade": WORDS,
    "dishes": {},
    "seats": COUNT,
    "group": {},
    "grade": object_of("id label", id=ID, label=WORDS),
    "remark": WORDS,
    "confirm": list_of(WORDS),
    "sources": list_of({**SOURCE, "properties": {"covers": list_of(WORDS)}}),
}
PLACE_REQUIRED = "kind kind_label name"
