"""What all records have in common: frozen, typed from text, no unknown keys, an id that is also the URL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from guidebook.model.label import Label
from guidebook.model.text import text

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DATE = r"^(19|20)[0-9][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
PHONE = r"^(0[0-9]{1,2}-[0-9]{3,4}-[0-9]{4}|1[0-9]{3}-[0-9]{4})$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
"""An ASCII id: lower case letters, digits, single hyphens."""

Words = Annotated[str, StringConstraints(min_length=1)]
"""Text that says something."""

Year = Annotated[int, Field(ge=1900, le=2100)]
Quantity = Annotated[int, Field(ge=0, le=10_000)]
"""How many there are of something: seats, spaces, shops."""

Phone = Annotated[str, StringConstraints(pattern=PHONE)]
"""A Korean telephone number with its hyphens."""


def _on_the_calendar(value: str) -> str:
    year, month, day = [*value.split("-"), "01", "01"][:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        raise PydanticCustomError("no_such_day", "no such day") from None
    return value


PartialDate = Annotated[str, StringConstraints(pattern=DATE), AfterValidator(_on_the_calendar)]
"""A date as exactly as it is known: `2019`, `2019-07` or `2019-07-23`."""


def strings_of(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in a value as it was dumped, with the path that leads to it from `path` on."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, str):
            yield (*path, key), inner
        elif isinstance(inner, dict | list):
            yield from strings_of(inner, (*path, key))


def grouped(items: Iterable[Any], key: Callable[[Any], Any]) -> dict[Any, tuple[Any, ...]]:
    """The items by what `key` says of them, each group in their order."""
    groups: dict[Any, list[Any]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return {name: tuple(group) for name, group in groups.items()}


class SubRecord(BaseModel):
    """A value inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def key_of(model: type[BaseModel], name: str) -> str:
    """The key under which a field stands in a file: its alias, or its name where it has none."""
    return model.model_fields[name].alias or name


def fields_by_key(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the keys of its files."""
    return {key_of(model, name): field for name, field in model.model_fields.items()}


class Record(SubRecord):
    """One file of content. The id is the file's name and never stands in the file."""

    id: Annotated[
        Slug, Label(text("아이디"), "파일의 이름에서 옵니다. 파일 안에는 적지 않습니다.", "gaon", "주소, 링크")
    ]

    @property
    def called(self) -> str:
        """What people call it: its name or title, else its id."""
        return str(getattr(self, "name", None) or getattr(self, "title", None) or self.id)


class Searchable(Record):
    """A record that has a page, and may be looked for by words that do not stand on it."""

    search: Annotated[
        tuple[Words, ...],
        Label(
            text("검색어"),
            "페이지에 나오지 않지만 이 말로도 검색되게 할 말. 본문에 있는 말은 적지 않아도 됩니다.",
            "[산책로, 江]",
            "검색",
        ),
    ] = ()
    """Further words by which search finds the page: 맛집, 唐津. They are nowhere shown."""
