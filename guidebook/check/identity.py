"""Rules over ids, titles and emblems: each is unique, because they are addresses and are printed."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.record import Record
from guidebook.model.records.emblem import SOUND
from guidebook.model.records.program import Program
from guidebook.model.text import text

GUIDEBOOK = "guidebook"
"""The name of the guidebook's own file and folder."""
NAMES = ("name", "name_en", "title", "delegation")
"""The fields that name a record."""


def ids_are_unique(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No two records of any kind share an id: `/q/<id>/` leads to one place."""
    file_of: dict[str, str] = {}
    for record in catalogue.records:
        file = catalogue.source_map(record).file
        if record.id in file_of:
            yield Diagnostic(
                catalogue.where(record),
                "duplicate-id",
                text("아이디 '{id}'{가} 이미 쓰이고 있습니다: {file}", id=record.id, file=file_of[record.id]),
                text("둘 가운데 한 파일의 이름을 바꾸세요."),
            )
        else:
            file_of[record.id] = file


def names_stand_on_one_line(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A name stands in headings, lists and letters, where a second line of it would pass for something else."""
    for record in catalogue.records:
        for field in NAMES:
            name = getattr(record, field, None)
            if isinstance(name, str) and "\n" in name.strip():
                yield Diagnostic(
                    catalogue.where(record, field),
                    "name-of-lines",
                    text("'{name}' 이름이 두 줄로 나뉘어 있습니다.", name=" ".join(name.split())),
                    text("이름을 한 줄로 적으세요."),
                )


def pages_keep_off_the_site_s_own_folders(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A page's id is its address at the top of the site, where the lists and files have theirs."""
    moved = {
        old: catalogue.where_redirect(old)
        for old, new in catalogue.redirects.items()
        if ("page", new) in catalogue.declared
    }
    reserved = catalogue.kinds.reserved
    for id, span in (*((page.id, catalogue.where(page)) for page in catalogue.pages), *moved.items()):
        if id in reserved:
            yield Diagnostic(
                span,
                "reserved-id",
                text("'{id}' 이름은 누리집이 쓰는 주소입니다.", id=id),
                text("다른 이름을 쓰세요. 이 이름으로는 글을 둘 수 없습니다."),
            )


def papers_have_names_of_their_own(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A route's or report's PDF bears its id and lies beside the guidebook."""
    for record in (*catalogue.routes, *catalogue.programs):
        if record.id == GUIDEBOOK:
            yield Diagnostic(
                catalogue.where(record),
                "taken-name",
                text("아이디로 '{id}' 값은 쓸 수 없습니다. 안내책자 파일과 이름이 같아집니다.", id=record.id),
                text("파일의 이름을 바꾸세요."),
            )


def titles_tell_pages_apart(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Two pages of one title cannot be told apart in a list of results or in a browser's tabs."""
    file_of: dict[str, str] = {}
    for record, field in _titled(catalogue):
        title = getattr(record, field)
        first = file_of.setdefault(" ".join(title.split()), catalogue.source_map(record).file)
        if first != catalogue.source_map(record).file:
            yield Diagnostic(
                catalogue.where(record, field),
                "same-title",
                text("'{title}' 이름을 다른 파일도 쓰고 있습니다: {file}", title=title, file=first),
                text("읽는 사람이 구별할 수 있게 이름 뒤에 읍면동 등을 추가하세요."),
                Severity.WARNING,
            )


def _titled(catalogue: Catalogue) -> Iterator[tuple[Record, str]]:
    """The records that have pages, with the field that gives the title: sentences before names."""
    for kind in sorted(catalogue.kinds, key=lambda kind: kind.title != "title"):
        if kind.title:
            yield from ((record, kind.title) for record in catalogue.of_kind(kind))


def marks_are_unique(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A programme's sign is one that tabs and pages can show, and where signs are shown, no other's."""
    shown = catalogue.site is None or catalogue.site.emblems == "marks"
    program_with: dict[str, Program] = {}
    for program in catalogue.programs:
        if program.mark is None:
            continue
        if not SOUND.fullmatch(program.mark):
            yield Diagnostic(
                catalogue.where(program, "mark"),
                "bad-mark",
                text("사업 기호로 '{mark}'{는} 쓸 수 없습니다.", mark=program.mark),
                text("㉠부터 ㉭까지의 원문자 하나나, ‘15’, ‘가-2’처럼 세 글자까지의 숫자와 글자를 적으세요."),
            )
        elif shown and program.mark in program_with:
            yield Diagnostic(
                catalogue.where(program, "mark"),
                "duplicate-mark",
                text(
                    "사업 기호 {mark} 글자를 '{id}' 사업이 이미 쓰고 있습니다.",
                    mark=program.mark,
                    id=program_with[program.mark].id,
                ),
                text(
                    "쓰지 않은 기호로 바꾸거나 이 줄을 지우세요."
                    " site.yml에 ‘emblems: numbers’를 적으면 사업마다 차례대로 번호가 붙습니다."
                ),
            )
        program_with.setdefault(program.mark, program)


def inner_ids_are_unique(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Notes, figures, comparisons, series and partnerships of one record have ids of their own."""
    for record in catalogue.records:
        for group in ("notes", "indicators", "comparisons", "series", "partnerships"):
            ids: set[str] = set()
            for position, part in enumerate(getattr(record, group, ())):
                if part.id in ids:
                    yield Diagnostic(
                        catalogue.where(record, group, position, "id"),
                        "duplicate-id",
                        text("이 파일 안에서 아이디 '{id}'{가} 두 번 쓰였습니다.", id=part.id),
                        text("둘 가운데 하나를 다른 이름으로 바꾸세요."),
                    )
                ids.add(part.id)
