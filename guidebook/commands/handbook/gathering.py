"""Gathers the documents of a checkout as a content folder: all of `docs/ko`, in the order of the handbook's table.

Each document has its place in the table, and each line of the table its document; what has none is told.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.commands.handbook.pages import Page, page_id, page_of, title_of
from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.load.regular_files import Nature, nature
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import SourceMap
from guidebook.model.diagnostic import Diagnostic, Faults, Span, has_errors
from guidebook.model.settings.handbook import HandbookTable
from guidebook.model.text import text

DOCUMENTS, HANDBOOK, TABLE = "docs/ko", "docs/handbook", "documents.yml"
_PAGES, _SETTINGS = "pages", "site.yml"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The content folder, and where each line of it was written."""

    content: Path
    pages: Mapping[str, tuple[str, Page]]
    """File of the content, as it is told → the document, and the page that it became."""
    files: Mapping[str, str]
    """File of the content, as it is told → the file that it is a copy of."""

    def told(self, faults: Faults) -> Faults:
        """What is wrong, where people can put it right."""
        return tuple(replace(fault, span=self._written(fault.span)) for fault in faults)

    def _written(self, span: Span) -> Span:
        if span.file in self.files:
            return replace(span, file=self.files[span.file])
        if span.file not in self.pages:
            return span
        document, page = self.pages[span.file]
        return replace(span, file=document, line=page.lines[min(span.line, len(page.lines)) - 1])


def gather(checkout: Path, content: Path) -> tuple[Gathered | None, Faults]:
    """All documents as pages in the folder `content`, which is made anew; or what is wrong with them."""
    table, places, faults = _table(checkout)
    if table is None or places is None:
        return None, faults
    documents, faults = _documents(checkout)
    if not has_errors(faults):
        faults += tuple(_unplaced(table, places, documents, checkout))
    if has_errors(faults):
        return None, faults
    texts = {name: document for name, (_, document) in documents.items()}
    shutil.rmtree(content, ignore_errors=True)
    (content / _PAGES).mkdir(parents=True)
    files = dict(_copied(checkout / HANDBOOK, content))
    pages: dict[str, tuple[str, Page]] = {}
    for order, entry in enumerate(table.documents, start=1):
        page = page_of(entry, order, DOCUMENTS, texts)
        file = content / _PAGES / f"{page_id(entry.file)}.md"
        file.write_text(page.text, encoding="utf-8")
        pages[shown(file)] = (documents[entry.file][0], page)
    return Gathered(content, pages, files), faults


def _table(checkout: Path) -> tuple[HandbookTable | None, SourceMap | None, Faults]:
    path = checkout / HANDBOOK / TABLE
    if nature(path) is Nature.MISSING:
        missing = Diagnostic(
            Span(shown(path)),
            "no-handbook",
            text("편집자 안내서의 문서가 없습니다."),
            text("안내서는 프로그램의 저장소에서 만듭니다. 저장소를 받아 그 폴더의 build.py로 실행하세요."),
        )
        return None, None, (missing,)
    source, faults = read_text(path, shown(path))
    if source is None:
        return None, None, faults
    data, places, faults = parse(source, shown(path))
    if data is None:
        return None, None, faults
    table, more = validate(HandbookTable, data, places)
    return table, places, (*faults, *more)


def _documents(checkout: Path) -> tuple[Mapping[str, tuple[str, str]], Faults]:
    """Name of a document → its file as it is told, and what it says."""
    documents: dict[str, tuple[str, str]] = {}
    faults: Faults = ()
    for path in sorted((checkout / DOCUMENTS).glob("*.md")):
        document, more = read_text(path, shown(path))
        faults += more
        if document is not None:
            documents[path.stem] = (shown(path), document)
    return documents, faults


def _unplaced(
    table: HandbookTable, places: SourceMap, documents: Mapping[str, tuple[str, str]], checkout: Path
) -> Iterator[Diagnostic]:
    """Documents without a line of the table, lines without a document, documents without a title."""
    named = {entry.file for entry in table.documents}
    for position, entry in enumerate(table.documents):
        if entry.file not in documents:
            yield Diagnostic(
                places.value(("documents", position, "file")),
                "unknown-document",
                text("'{file}' 문서가 없습니다.", file=f"{DOCUMENTS}/{entry.file}.md"),
                text("이 문서의 항목을 지우거나 파일 이름을 고치세요."),
            )
    for name, (file, document) in documents.items():
        if name not in named:
            yield Diagnostic(
                Span(file),
                "unplaced-document",
                text("편집자 안내서에 이 문서의 자리가 없습니다."),
                text(
                    "'{table}'에 더하세요: - {{file: {name}, part: 부의_아이디, summary: 한 문장 요약}}",
                    table=shown(checkout / HANDBOOK / TABLE),
                    name=name,
                ),
            )
        if title_of(document) is None:
            yield Diagnostic(
                Span(file),
                "untitled-document",
                text("문서의 제목이 없습니다."),
                text("첫 줄을 ‘# 제목’으로 적으세요."),
            )


def _copied(handbook: Path, content: Path) -> Iterator[tuple[str, str]]:
    """The settings and the pages that name the parts, as they are."""
    for file in (handbook / _SETTINGS, *sorted((handbook / _PAGES).glob("*.md"))):
        target = content / file.relative_to(handbook)
        if nature(file) is Nature.FILE:
            target.write_bytes(file.read_bytes())
            yield shown(target), shown(file)
