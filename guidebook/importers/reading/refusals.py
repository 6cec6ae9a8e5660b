"""Why a table cannot be used, in sentences."""

from __future__ import annotations

from guidebook.importers.reading.sheets import Choice
from guidebook.importers.reading.spreadsheet import Sheet
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text

_TOO_MUCH = text("압축을 풀면 파일이 너무 커집니다.")
REASONS: dict[str, Text] = {
    "size": text("파일이 너무 큽니다."),
    "zip": text("엑셀 파일이 손상되었거나 일부만 있습니다."),
    "encoding": text("문자 인코딩을 알 수 없습니다."),
    "old": text("옛 엑셀 형식(.xls)이거나 암호가 걸린 파일입니다. 엑셀에서 열어 암호 없는 .xlsx로 저장하세요."),
    "rows": text("행이 너무 많거나 표 형식이 아닙니다."),
    "columns": text("열이 너무 많거나 표 형식이 아닙니다."),
    "cells": text("셀이 너무 많습니다."),
    "strings": text("글자가 든 셀이 너무 많습니다."),
    "text": text("한 셀의 글이 너무 깁니다."),
    "styles": text("셀 스타일이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "merged": text("병합된 셀이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "sheets": text("시트가 너무 많습니다. 목록이 든 시트만 새 파일로 저장하세요."),
    "names": text("이름이 정의된 범위가 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "parts": text("엑셀 파일에 표가 아닌 것이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "depth": _TOO_MUCH,
    "unpacked": _TOO_MUCH,
    "ratio": _TOO_MUCH,
    "values": _TOO_MUCH,
    "entities": text("XML에 엔티티 선언(DOCTYPE, ENTITY)이 있습니다. 이런 파일은 읽지 않습니다."),
    "hidden": text("보이는 시트가 없습니다. --sheet 뒤에 시트 이름을 적으세요."),
    "quotes": text("따옴표가 닫히지 않았거나 표 형식이 아닙니다."),
    "empty": text("목록이 비어 있습니다."),
    "tourapi": text("TourAPI 응답의 형식이 아니거나 파일이 잘렸습니다."),
    "utf-8": text("문자 인코딩이 UTF-8이 아닙니다. UTF-8로 다시 저장하세요."),
    "nested": text("요소가 너무 깊이 겹쳐 있습니다."),
    "items": text("항목이나 값이 너무 많습니다. 나누어 받아 저장하세요."),
    "json": text("JSON이 손상되었거나 C004 자료가 아닙니다."),
    "xml": text("XML이 손상되었거나 C004 자료가 아닙니다."),
}
"""Why a file cannot be used, by the word that an UnreadableError has."""


def no_sheet(file: str, name: str | None, tables: tuple[Sheet, ...]) -> Diagnostic:
    """There is no sheet of the name, or none that is visible."""
    names = ", ".join(table.name for table in tables if table.name) or "-"
    if name is None:
        return Diagnostic(
            Span(file),
            "no-sheet",
            text("보이는 시트가 없습니다. 숨긴 시트: {names}", names=names),
            text("엑셀에서 시트를 보이게 하거나, --sheet 뒤에 시트 이름을 적으세요."),
        )
    return Diagnostic(
        Span(file),
        "no-sheet",
        text("'{name}' 시트가 없습니다.", name=name),
        text("이 파일에 있는 시트 가운데 하나를 적으세요: {names}", names=names),
    )


def only_hidden(file: str, choice: Choice) -> Diagnostic:
    """What was looked for stands in hidden sheets alone."""
    return Diagnostic(
        Span(file),
        "no-heading",
        text("보이는 시트에는 목록이 없고, 숨긴 시트에 있습니다: {names}", names=", ".join(choice.hidden)),
        text("그 시트를 읽으려면 --sheet 뒤에 이름을 적으세요."),
    )
