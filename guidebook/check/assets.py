"""Rules over pictures and files that bodies show or link to: each is there, has its rights, and stands where it can.

Separate from `pictures`, which judges what records say of their pictures, wherever these are shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from guidebook.check.markdown.bodies import bodies
from guidebook.check.pictures import describes
from guidebook.markdown.document import Document
from guidebook.markdown.files import Named, column_of, linked_files, linked_names
from guidebook.markdown.pictures import Shown, shown_pictures
from guidebook.model.attachment import KINDS
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.records.bodied import Bodied
from guidebook.model.text import Text, text
from guidebook.model.wording.file_sizes import MEGABYTE, size
from guidebook.model.wording.suggestion import suggested_file

Fault = tuple[str, Text, Text]
_PLAIN = re.compile(r"[A-Za-z가-힣][\w .()-]*[\w.)]")
"""Words that YAML needs no quotes for."""

_OWN_LINE = (
    "picture-in-text",
    text("사진은 문장이나 목록, 인용, 표 안에 넣을 수 없습니다."),
    text("위아래에 빈 줄을 두고, 사진만 적은 줄로 옮기세요."),
)
_TITLED = (
    "picture-title",
    text("사진 주소 뒤에 따옴표로 적은 설명은 쓰지 않습니다."),
    text("그 설명을 지우고, 사진 아래에 보일 설명은 머리글의 pictures에 caption으로 적으세요."),
)


def pictures_of_bodies_can_be_shown(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """`![…](assets/…)` is a picture of the record, in a line of its own, and described."""
    for body in bodies(catalogue):
        for picture in shown_pictures(body.document.tokens):
            fault = _picture_fault(catalogue, body.record, picture)
            if fault:
                yield Diagnostic(body.at(picture.line, _column(body.document, picture)), *fault)


def _column(document: Document, picture: Shown) -> int:
    return (
        column_of(document, picture.line, f"![{picture.alt}](")
        if picture.alt
        else column_of(document, picture.line, "![")
    )


def _picture_fault(catalogue: Catalogue, record: Bodied, picture: Shown) -> Fault | None:
    if not picture.file or picture.file not in catalogue.assets:
        return _no_file(catalogue, picture)
    if not picture.alone:
        return _OWN_LINE
    if picture.title:
        return _TITLED
    if picture.file not in {picture.file for picture in record.pictures}:
        return _no_rights(record, picture)
    if picture.alt and not describes(picture.alt, picture.file):
        return (
            "bad-alt",
            text("대체 텍스트가 그림을 설명하지 않습니다."),
            text("무엇이 보이는지 한 문장으로 적거나, 대괄호 안을 비워 머리글의 alt를 쓰세요."),
        )
    return None


def _no_file(catalogue: Catalogue, picture: Shown) -> Fault:
    if picture.address.lower().startswith(("http:", "https:", "data:", "//")):
        return (
            "foreign-picture",
            text("다른 곳에 있는 그림은 넣을 수 없습니다."),
            text("파일을 assets 폴더에 넣고 ![설명](assets/파일.jpg)처럼 적으세요."),
        )
    name = picture.file or unicodedata.normalize("NFC", picture.address.rpartition("/")[2])
    if name in catalogue.attachments:
        return (
            "no-picture",
            text("'{file}' 파일은 그림이 아닙니다.", file=name),
            text("맨 앞의 느낌표를 지우면 파일로 가는 링크가 됩니다."),
        )
    return (
        "unknown-picture",
        text("'{file}' 그림 파일을 찾을 수 없습니다.", file=picture.file or picture.address),
        suggested_file(
            name, catalogue.assets, text("assets 폴더에 파일을 넣고 ![설명](assets/파일.jpg)처럼 적으세요.")
        ),
    )


def _no_rights(record: Bodied, picture: Shown) -> Fault:
    alt = _yaml(picture.alt or "보이는 것을 한 문장으로")
    entry = (
        f"  - file: {_yaml(picture.file)}\n    alt: {alt}\n    rights:\n      holder: 권리자 이름\n"
        "      licence: kogl-1\n    people: none"
    )
    return (
        "no-rights",
        text("'{file}' 사진의 권리가 이 파일의 머리글에 없습니다.", file=picture.file),
        text("머리글의 pictures 아래에 이렇게 더하고 값을 고치세요:\n{entry}", entry=entry)
        if record.pictures
        else text("머리글에 이렇게 더하고 값을 고치세요:\npictures:\n{entry}", entry=entry),
    )


def _yaml(content: str) -> str:
    """The words as YAML reads them back, whatever they hold."""
    if _PLAIN.fullmatch(content):
        return content
    escaped = content.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def files_of_bodies_are_there(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """`[…](assets/…)` leads to a file that readers may take home."""
    for body in bodies(catalogue):
        for link in linked_files(body.document):
            fault = _file_fault(catalogue, link)
            if fault:
                yield Diagnostic(body.at(link.line, link.column), *fault)


def _file_fault(catalogue: Catalogue, link: Named) -> Fault | None:
    if link.name in catalogue.attachments:
        return None
    if link.name in catalogue.assets:
        return (
            "picture-link",
            text("사진 파일로는 링크를 걸 수 없습니다. 촬영 위치가 함께 공개될 수 있습니다."),
            text("대괄호 앞에 느낌표를 붙이고 한 줄에 따로 적어, 그 자리에 보이게 하세요: ![설명](assets/파일.jpg)"),
        )
    kinds = ", ".join(KINDS)
    return (
        "unknown-attachment",
        text("'{file}' 파일을 찾을 수 없습니다.", file=link.name),
        suggested_file(
            link.name,
            catalogue.attachments,
            text("assets 폴더 바로 아래에 파일을 넣고 그 이름을 적으세요. 첨부할 수 있는 파일: {kinds}", kinds=kinds),
        ),
    )


def attachments_fit(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No file is larger than `site.yml` allows, nor all that are linked to together."""
    if catalogue.site is None:
        return
    limits, linked = catalogue.site.attachments, linked_names(catalogue)
    present = [attachment for attachment in catalogue.attachments.values() if attachment is not None]
    for attachment in present:
        if attachment.octets > limits.file_mb * MEGABYTE:
            yield Diagnostic(
                Span(attachment.file),
                "large-attachment",
                text(
                    "첨부파일이 너무 큽니다({size}, 기준 {most}).",
                    size=size(attachment.octets),
                    most=size(limits.file_mb * MEGABYTE),
                ),
                text("파일을 줄이거나 나누세요. 기준은 site.yml의 attachments.file_mb에 적습니다(100까지)."),
            )
    total = sum(attachment.octets for attachment in present if attachment.name in linked)
    if total > limits.total_mb * MEGABYTE:
        yield Diagnostic(
            catalogue.where_site("attachments", "total_mb"),
            "many-attachments",
            text("첨부파일이 모두 {size}입니다(기준 {most}).", size=size(total), most=size(limits.total_mb * MEGABYTE)),
            text("파일을 줄이거나 몇 개를 빼세요. 기준은 site.yml의 attachments.total_mb에 적습니다(1,000까지)."),
        )


def attachments_have_addresses_of_their_own(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No two files of the folder would lie at one address of the website."""
    name_at: dict[str, str] = {}
    for attachment in catalogue.attachments.values():
        if attachment is not None and attachment.path in name_at:
            yield Diagnostic(
                Span(attachment.file),
                "same-attachment",
                text("'{other}' 파일과 누리집 주소가 같아집니다.", other=name_at[attachment.path]),
                text("둘 가운데 하나의 이름을 바꾸세요. 대문자와 소문자만 다른 이름은 쓸 수 없습니다."),
            )
        elif attachment is not None:
            name_at[attachment.path] = attachment.name


def attachments_are_used(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A file that no body links to is not published."""
    linked = linked_names(catalogue)
    for name, attachment in catalogue.attachments.items():
        if attachment is not None and name not in linked:
            yield Diagnostic(
                Span(attachment.file),
                "unused-attachment",
                text("어느 글도 가리키지 않아 누리집에 싣지 않는 파일입니다."),
                text("본문에 [이름]({address})처럼 적거나, 파일을 지우세요.", address=_address(name)),
                Severity.NOTE,
            )


def _address(name: str) -> str:
    """How a body writes the file's address."""
    return f"<assets/{name}>" if re.search(r"[\s()]", name) else f"assets/{name}"


RULES = (
    pictures_of_bodies_can_be_shown,
    files_of_bodies_are_there,
    attachments_fit,
    attachments_have_addresses_of_their_own,
    attachments_are_used,
)
