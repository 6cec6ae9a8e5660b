"""Rules over the order of menu and guidebook in `site.yml`: every name is one that is there, and stands once.

Separate from `sections`, which looks at the written pages themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue, Path
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.records.page import Page
from guidebook.model.settings.arrangement import REPEATED
from guidebook.model.text import Text, text
from guidebook.model.wording.suggestion import suggested_id

_ONCE = text("둘 가운데 한 줄을 지우세요.")
_NAMED = text("메뉴에 놓지 않으려면 menu에서 이 이름을 지우세요.")


def menu_names_what_it_leads_to(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The menu names written pages that it can lead to, and lists; each once."""
    lists = catalogue.kinds.sections
    known = {**{name: name for name in lists}, **{page.id: page.title for page in catalogue.pages}}
    places: dict[str, int] = {}
    for position, name in enumerate(catalogue.site.menu if catalogue.site else ()):
        fault: tuple[str, Text, Text] | None = None
        record = catalogue.record(name)
        if name in places:
            fault = _twice(name)
        elif isinstance(record, Page):
            fault = _off_the_menu(record)
        elif name not in lists and ("page", name) not in catalogue.declared:
            hint = text("글의 아이디나 이 가운데 하나를 적으세요: {known}", known=", ".join(lists))
            fault = "unknown-section", _unknown(name), suggested_id(name, known, hint)
        places.setdefault(name, position)
        if fault is not None:
            yield Diagnostic(catalogue.where_site("menu", position), *fault)


def _off_the_menu(page: Page) -> tuple[str, Text, Text] | None:
    if page.english:
        return "not-in-menu", text("'{id}' 글은 영어 글이어서 주 메뉴에 놓이지 않습니다.", id=page.id), _NAMED
    if page.section is not None:
        message = text("'{id}' 글은 다른 글의 목록에 있어 주 메뉴에 놓이지 않습니다.", id=page.id)
        return "not-in-menu", message, text("menu에서 지우거나, 그 글의 section 줄을 지우세요.")
    if page.footer:
        message = text("'{id}' 글은 하단 메뉴에 있어 주 메뉴에 놓이지 않습니다.", id=page.id)
        return "not-in-menu", message, text("menu에서 지우거나, 그 글의 footer 줄을 지우세요.")
    return None


def parts_stand_once(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No part of the guidebook is named twice, and a part of written pages alone has some."""
    there: set[str] = set()
    for position, part in enumerate(catalogue.site.book if catalogue.site else ()):
        span = catalogue.where_site("book", position, "part")
        if part.part in there and part.part not in REPEATED:
            yield Diagnostic(span, *_twice(part.part))
        if part.part in REPEATED and not part.pages:
            message = text("'{part}' 부에 실을 글이 없습니다.", part=part.part)
            yield Diagnostic(span, "empty-part", message, text("pages에 글의 아이디를 적거나, 이 부를 지우세요."))
        there.add(part.part)


def parts_hold_pages_of_the_book(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Pages of parts are there, in Korean, in the guidebook at all, and in one place of it."""
    titles = {page.id: page.title for page in catalogue.pages if page.book}
    there: set[str] = set()
    for path, id in _pages_of_parts(catalogue):
        fault: tuple[str, Text, Text] | None = None
        record = catalogue.record(id)
        if id in there:
            fault = _twice(id)
        elif isinstance(record, Page) and (record.english or not record.book):
            message = text("'{id}' 글은 안내책자에 싣지 않는 글입니다.", id=id)
            fault = "not-in-book", message, text("이 이름을 지우거나, 그 글의 ‘book: false’ 줄을 지우세요.")
        elif not isinstance(record, Page) and ("page", id) not in catalogue.declared:
            hint = text("pages 폴더에 있는 글의 아이디를 적으세요.")
            fault = "unknown-page", text("'{id}' 글을 찾을 수 없습니다.", id=id), suggested_id(id, titles, hint)
        there.add(id)
        if fault is not None:
            yield Diagnostic(catalogue.where_site(*path), *fault)


def _pages_of_parts(catalogue: Catalogue) -> Iterator[tuple[Path, str]]:
    for position, part in enumerate(catalogue.site.book if catalogue.site else ()):
        yield from ((("book", position, "pages", number), id) for number, id in enumerate(part.pages))


def _twice(name: str) -> tuple[str, Text, Text]:
    return "named-twice", text("'{name}' 이름이 두 번 적혀 있습니다.", name=name), _ONCE


def _unknown(name: str) -> Text:
    return text("'{id}' 항목을 찾을 수 없습니다.", id=name)


RULES = (menu_names_what_it_leads_to, parts_stand_once, parts_hold_pages_of_the_book)
