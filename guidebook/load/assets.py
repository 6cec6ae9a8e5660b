"""Looks into `content/assets/`: which picture files there are, and whether each can be opened to its last line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from guidebook.load.attachments import NO_FILE, is_attachment
from guidebook.load.decoding import (
    SUFFIXES,
    UnreadablePictureError,
    format_of,
    moves,
    opened,
    seen_size,
    without_warnings,
)
from guidebook.model.attachment import KINDS
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.picture import Asset
from guidebook.model.text import Text, text

FOLDER = "assets"
MOST_PIXELS = 100_000_000
"""More is no photograph but a bomb."""
LONGEST_SHAPE = 10
"""How many times the long side may hold the short one. Formats of the web take no side over 16,383 pixels."""

PICTURES = (*(ending for endings in SUFFIXES.values() for ending in endings), ".gif", ".bmp", ".heic", ".avif", ".jfif")
"""Endings that a picture may have; a kind that is not read is told as one."""
_KNOWN = ", ".join(ending for endings in SUFFIXES.values() for ending in endings)


def load_assets(root: Path, name: str) -> tuple[Mapping[str, Asset | None], tuple[Diagnostic, ...]]:
    """File name → picture, None for those with a fault. `name` is the folder's in faults."""
    folder = root / FOLDER
    assets: dict[str, Asset | None] = {}
    faults: list[Diagnostic] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == "README.md" or is_attachment(path):
            continue
        shown = f"{name}/{path.name}"
        assets[path.name], fault = _asset(path, shown)
        if fault is not None:
            faults.append(Diagnostic(Span(shown), *fault))
    return assets, tuple(faults)


def _asset(path: Path, shown: str) -> tuple[Asset | None, tuple[str, Text, Text] | None]:
    if path.is_symlink() or not path.is_file():
        return None, NO_FILE
    if path.suffix.lower() not in PICTURES:
        return None, (
            "forbidden-kind",
            text("assets 폴더에 둘 수 없는 종류의 파일입니다."),
            text(
                "사진({pictures})이나 붙일 파일({files})로 바꾸거나 지우세요.", pictures=_KNOWN, files=", ".join(KINDS)
            ),
        )
    try:
        with without_warnings(), opened(path.read_bytes()) as image:
            fault = _fault(image, path)
            if fault is None:
                return Asset(shown, *seen_size(image)), None
            return None, fault
    except (OSError, UnreadablePictureError):
        return None, (
            "bad-picture",
            text("그림 파일을 끝까지 읽을 수 없습니다."),
            text("원본을 다시 받아 JPEG, PNG, WebP, TIFF 가운데 하나로 저장하세요."),
        )


def _fault(image: Image.Image, path: Path) -> tuple[str, Text, Text] | None:
    kind, (short, long) = format_of(image), sorted(image.size)
    if image.width * image.height > MOST_PIXELS:
        return (
            "huge-picture",
            text("그림이 너무 큽니다({width}×{height}).", width=image.width, height=image.height),
            text("긴 쪽을 8,000픽셀 아래로 줄여 저장하세요."),
        )
    if long > short * LONGEST_SHAPE:
        return (
            "long-picture",
            text("그림이 너무 길쭉합니다({width}×{height}).", width=image.width, height=image.height),
            text("긴 쪽이 짧은 쪽의 {times}배를 넘지 않게 자르거나 나누세요.", times=LONGEST_SHAPE),
        )
    if moves(image):
        return "moving-picture", text("움직이는 그림은 쓸 수 없습니다."), text("한 장면만 담은 파일로 바꾸세요.")
    if path.suffix.lower() not in SUFFIXES[kind]:
        return (
            "disguised-picture",
            text("파일 이름은 {suffix}인데 내용은 {kind}입니다.", suffix=path.suffix or path.name, kind=kind),
            text("이름을 {suffix}로 끝나게 바꾸세요.", suffix=SUFFIXES[kind][0]),
        )
    return None
