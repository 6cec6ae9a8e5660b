"""Reads `content/redirects.yml`: former ids and the records that replace them, so that printed addresses stay valid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from guidebook.load.files import read_text
from guidebook.load.regular_files import Nature, nature
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import SourceMap
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.record import SLUG
from guidebook.model.text import text

FILE = "redirects.yml"


def load_redirects(root: Path, name: str) -> tuple[Mapping[str, str], SourceMap | None, tuple[Diagnostic, ...]]:
    """Former id → id of today, with the places of the lines; empty where there is no file. `name` is for faults."""
    path = root / FILE
    if nature(path) is Nature.MISSING:
        return {}, None, ()
    source, faults = read_text(path, name)
    if source is None:
        return {}, None, () if [fault.code for fault in faults] == ["empty-file"] else faults
    if all(line.strip()[:1] in ("", "#") for line in source.split("\n")):  # the last line was taken out again
        return {}, None, faults
    data, places, parse_faults = parse(source, name)
    redirects: dict[str, str] = {}
    all_faults: list[Diagnostic] = [*faults, *parse_faults]
    for old, new in (data or {}).items():
        if not isinstance(new, str) or not re.fullmatch(SLUG, old) or not re.fullmatch(SLUG, new):
            all_faults.append(
                Diagnostic(
                    places.key((old,)),
                    "bad-redirect",
                    text("이전 주소와 새 주소의 아이디를 읽을 수 없습니다."),
                    text("‘이전아이디: 새아이디’처럼 한 줄에 하나씩, 영문 소문자와 숫자와 붙임표로 적으세요."),
                )
            )
        else:
            redirects[old] = new
    return MappingProxyType(redirects), places, tuple(all_faults)
