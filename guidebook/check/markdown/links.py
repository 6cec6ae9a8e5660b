"""Rules over links and notes of bodies: the record, heading, page or note that they point at exists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from guidebook.check.markdown.bodies import Body, bodies
from guidebook.check.references import suggestion
from guidebook.markdown.document import read
from guidebook.markdown.headings import plain
from guidebook.markdown.links import Target
from guidebook.markdown.notes import REFERENCE
from guidebook.model.address import CHANGES, DATA, FIGURES, INDEX
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import Text, text
from guidebook.model.wording.suggestion import closest

_PHONE = re.compile(r"tel:\+?[\d-]{3,20}")
_MAIL = re.compile(r"mailto:[^\s@?]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?")
_HOST = re.compile(r"https?://[^\s/?#@]*[^\s/?#@:.][^\s]*")

_Fault = tuple[str, Text, Text]


def notes_are_there(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """`[^id]` is a note of the record."""
    for body in bodies(catalogue):
        note_ids = [note.id for note in body.record.notes]
        for run in body.document.tokens:
            for token in run.children or ():
                if token.type == REFERENCE and token.meta["id"] not in note_ids:
                    yield Diagnostic(
                        body.find(run, token.content),
                        "unknown-note",
                        text("'{id}' 주석을 찾을 수 없습니다.", id=token.meta["id"]),
                        text(
                            "notes 항목에 적은 아이디 가운데 하나를 쓰세요: {known}", known=", ".join(note_ids) or "-"
                        ),
                    )


def links_lead_somewhere(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Every link has words, an address that may be published, and something at its end."""
    for body in bodies(catalogue):
        for run in body.document.tokens:
            children = run.children or ()
            for position, token in enumerate(children):
                if token.type != "link_open":
                    continue
                destination = str(token.attrs.get("href", ""))
                end = next(n for n in range(position, len(children)) if children[n].type == "link_close")
                for code, message, hint in _faults(catalogue, body, children[position:end], destination):
                    yield Diagnostic(body.find(run, destination or "]("), code, message, hint)


def _faults(catalogue: Catalogue, body: Body, link: Sequence[Token], destination: str) -> Iterator[_Fault]:
    target = Target.of(destination, catalogue.kinds)
    if not plain(link[1:]).strip():
        yield (
            "empty-link",
            text("링크에 글이 없습니다."),
            text("[글](주소)처럼 대괄호 안에 어디로 가는지 적으세요."),
        )
    if "title" in link[0].attrs:
        yield (
            "link-title",
            text("링크의 추가 설명 “{title}”{은} 나오지 않습니다.", title=link[0].attrs["title"]),
            text("설명을 지우거나 본문에 적으세요."),
        )
    if target.kind:
        yield from _record_fault(catalogue, target)
    elif target.heading or destination == "#":
        yield from _heading_fault(target.heading, [title.id for title in body.document.titles])
    elif target.scheme:
        yield from _address_fault(catalogue, target)
    elif target.file:
        return  # `assets` has the rules of files
    else:
        yield from _path_fault(catalogue, body, destination)


def _record_fault(catalogue: Catalogue, target: Target) -> Iterator[_Fault]:
    kind, id = catalogue.kinds[target.kind], target.id
    if (kind.key, id) not in catalogue.declared:
        known = {record.id: record.called for record in catalogue.of_kind(kind)}
        yield (
            "unknown-link",
            text("'{kind}:{id}' 링크가 가리키는 파일이 없습니다.", kind=kind.key, id=id),
            suggestion(catalogue, id, known, text("있는 파일의 이름을 적으세요.")),
        )
    elif target.heading:
        record = next((record for record in catalogue.of_kind(kind) if record.id == id), None)
        if record is not None:
            titles = read(str(getattr(record, "body", ""))).titles
            yield from _heading_fault(target.heading, [title.id for title in titles])


def _heading_fault(heading: str, ids: list[str]) -> Iterator[_Fault]:
    if heading in ids:
        return
    near = closest(heading, ids)
    yield (
        "unknown-heading",
        text("‘#{heading}’ 제목을 찾을 수 없습니다.", heading=heading),
        text("‘#{near}’{를} 뜻하셨나요?", near=near)
        if near
        else text("쓸 수 있는 제목: {known}", known=", ".join(f"#{id}" for id in ids) or "-"),
    )


def _address_fault(catalogue: Catalogue, target: Target) -> Iterator[_Fault]:
    scheme, address = target.scheme, target.address
    if scheme in ("http", "https"):
        try:
            urlsplit(address)
            is_valid = bool(_HOST.fullmatch(address))
        except ValueError:
            is_valid = False
        if not is_valid:
            yield (
                "bad-address",
                text("인터넷 주소 '{address}'{를} 읽을 수 없습니다.", address=address),
                text("https://로 시작하는 주소를 브라우저의 주소창에서 그대로 옮기세요."),
            )
    elif scheme == "tel":
        if not _PHONE.fullmatch(address):
            yield (
                "bad-address",
                text("전화 링크 '{address}'에 전화번호가 없습니다.", address=address),
                text("tel:041-360-5114처럼 숫자와 붙임표로만 적으세요."),
            )
    elif scheme == "mailto":
        if not _MAIL.fullmatch(address):
            yield (
                "bad-address",
                text("전자우편 링크 '{address}'에 전자우편 주소가 없습니다.", address=address),
                text("mailto:office@example.go.kr처럼 적으세요."),
            )
    else:
        yield (
            "link-scheme",
            text("'{scheme}:'으로 시작하는 주소는 쓸 수 없습니다.", scheme=scheme),
            text(
                "https:, tel:, mailto:로 시작하는 주소나, {known} 가운데 하나와 아이디를 적으세요.",
                known=_keys(catalogue),
            ),
        )


def _path_fault(catalogue: Catalogue, body: Body, destination: str) -> Iterator[_Fault]:
    """A path is resolved as a browser does; records have a spelling that also leads there in the book."""
    path, _, heading = destination.partition("#")
    here = body.kind.address(body.record.id) if body.kind.pages is not None else ""
    resolved = _resolved(here, unquote(path.partition("?")[0]))
    kind, id = catalogue.kinds.record_at(resolved) if resolved is not None else ("", "")
    is_record = (kind, id) in catalogue.declared
    spelling = f"{kind}:{id}" + (f"#{heading}" if heading else "")
    if is_record:
        yield (
            "relative-link",
            text("'{address}' 링크는 책에서 연결되지 않습니다.", address=destination),
            text("'{right}'{로} 적으세요.", right=spelling),
        )
    elif resolved not in _list_pages(catalogue) or heading or "?" in path or not (path.endswith("/") or "." in path):
        host = re.match(r"/{0,2}(?:www\.|[\w-]+\.(?:go|or|co|ac|re)\.kr\b)", destination)
        yield (
            "unknown-link",
            text("'{address}' 링크가 가리키는 페이지가 없습니다.", address=destination),
            text("다른 누리집이면 앞에 https://를 적으세요.")
            if host
            else text(
                "다른 글로 가려면 {known} 가운데 하나와 아이디를 적으세요.",
                known=_keys(catalogue),
            ),
        )


def _keys(catalogue: Catalogue) -> str:
    """What links to records begin with."""
    return ", ".join(f"{key}:" for key in catalogue.kinds.linked)


def _list_pages(catalogue: Catalogue) -> set[str]:
    """The pages that are made of many records: their lists, the index, downloads."""
    published = catalogue.public()
    files = (*published.programs, *published.sites, *published.routes, *published.restaurants)
    contents: dict[str, object] = {
        "": True,
        INDEX: True,
        FIGURES: any(program.indicators for program in published.programs),
        DATA: files,
        CHANGES: published.site and published.site.changes,
    }
    listed = {kind.listing.path for kind in published.kinds if kind.listing and published.of_kind(kind)}
    return listed | {path for path, content in contents.items() if content}


def _resolved(here: str, path: str) -> str | None:
    """The path below the site's root that a browser reaches; None where it leaves the site."""
    if path.startswith("/") or not path:
        return None
    steps = here.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps) + ("/" if steps and "." not in steps[-1] else "")


RULES = (notes_are_there, links_lead_somewhere)
