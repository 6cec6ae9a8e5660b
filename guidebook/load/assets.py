"""Reads `content/assets/`: lists the picture files, and decodes each completely to find damaged ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from guidebook.load.attachments import is_attachment, unusable_name
from guidebook.load.characters import composed
from guidebook.load.decoding import (
    SUFFIXES,
    UnreadablePictureError,
    format_of,
    moves,
    opened,
    seen_size,
    without_warnings,
)
from guidebook.load.regular_files import Nature, TooLargeError, entries, fault_of, nature, read_octets
from guidebook.model.attachment import KINDS
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.picture import Asset
from guidebook.model.text import Text, printable, text
from guidebook.model.wording.file_sizes import size

FOLDER = "assets"
MOST_OCTETS = 60_000_000
"""More bytes than any camera's picture has."""
MOST_PIXELS = 50_000_000
"""Of one picture, 8,000 pixels wide and more: unpacked it takes four bytes for each."""
MOST_PIXELS_IN_ALL = 4_000_000_000
"""Of all pictures together, some 300 photographs: each is unpacked to its last line, which takes time."""
LONGEST_SHAPE = 10
"""How many times the long side may hold the short one. Formats of the web take no side over 16,383 pixels."""

PICTURES = (*(ending for endings in SUFFIXES.values() for ending in endings), ".gif", ".bmp", ".heic", ".avif", ".jfif")
"""Endings that a picture may have; a kind that is not read is told as one."""
_KNOWN = ", ".join(ending for endings in SUFFIXES.values() for ending in endings)


def load_assets(root: Path, name: str) -> tuple[Mapping[str, Asset | None], tuple[Diagnostic, ...]]:
    """File name → picture, None for those with a fault. `name` is the folder's in faults."""
    folder = root / FOLDER
    if nature(folder) is not Nature.FOLDER:
        return {}, ()
    assets: dict[str, Asset | None] = {}
    paths, listing = entries(folder, name)
    faults, unpacked = list(listing), 0
    for path in paths:
        if path.name == "README.md" or is_attachment(path):
            continue
        known_as = composed(path.name)
        file = printable(f"{name}/{known_as}")
        fault, pixels = unusable_name(path, assets, file), 0
        if fault is None:
            assets[known_as], fault, pixels = _asset(path, file, MOST_PIXELS_IN_ALL - unpacked)
            unpacked += pixels
        if fault is not None:
            faults.append(fault)
    return assets, tuple(faults)


def stored(folder: Path, name: str) -> Path:
    """Where the picture of that name lies: a Mac stores the syllables of a name in parts, and YAML has them whole."""
    path = folder / name
    if path.exists():
        return path
    return next((other for other in folder.iterdir() if composed(other.name) == name), path)


def _asset(path: Path, file: str, room: int) -> tuple[Asset | None, Diagnostic | None, int]:
    """The picture or its fault, and how many pixels were unpacked: never more than there is `room` for."""
    if nature(path) is Nature.FILE and path.suffix.lower() not in PICTURES:
        return None, _forbidden(file), 0
    try:
        octets = read_octets(path, MOST_OCTETS)
    except TooLargeError as error:
        return None, _large(file, text("그림 파일이 너무 큽니다({size}).", size=size(error.size))), 0
    except OSError as error:
        return None, fault_of(error, file), 0
    pixels = 0
    try:
        with without_warnings(), opened(octets) as image:
            wrong = _fault(image, path)
            if wrong is not None:
                return None, Diagnostic(Span(file), *wrong), 0
            if image.width * image.height > room:
                return None, _large(file, text("그림이 모두 합쳐 너무 큽니다. 이 파일은 읽지 않았습니다.")), 0
            pixels = image.width * image.height
            return Asset(file, *seen_size(image)), None, pixels
    except UnreadablePictureError:
        message = text("그림 파일을 끝까지 읽을 수 없습니다.")
        hint = text("원본을 다시 받아 JPEG, PNG, WebP, TIFF 가운데 하나로 저장하세요.")
        return None, Diagnostic(Span(file), "bad-picture", message, hint), pixels


def _forbidden(file: str) -> Diagnostic:
    kinds = ", ".join(KINDS)
    hint = text("사진({pictures})이나 첨부할 파일({files})로 바꾸거나 지우세요.", pictures=_KNOWN, files=kinds)
    return Diagnostic(Span(file), "forbidden-kind", text("assets 폴더에 둘 수 없는 종류의 파일입니다."), hint)


def _large(file: str, message: Text) -> Diagnostic:
    return Diagnostic(Span(file), "huge-picture", message, text("긴 변을 8,000픽셀 아래로 줄여 저장하세요."))


def _fault(image: Image.Image, path: Path) -> tuple[str, Text, Text] | None:
    kind, (short, long) = format_of(image), sorted(image.size)
    if image.width * image.height > MOST_PIXELS:
        return (
            "huge-picture",
            text("그림이 너무 큽니다({width}×{height}).", width=image.width, height=image.height),
            text("긴 변을 8,000픽셀 아래로 줄여 저장하세요."),
        )
    if long > short * LONGEST_SHAPE:
        return (
            "long-picture",
            text("그림이 너무 길쭉합니다({width}×{height}).", width=image.width, height=image.height),
            text("긴 변이 짧은 변의 {times}배를 넘지 않게 자르거나 나누세요.", times=LONGEST_SHAPE),
        )
    if moves(image):
        return (
            "moving-picture",
            text("움직이는 이미지(애니메이션)는 쓸 수 없습니다."),
            text("한 장면만 담은 파일로 바꾸세요."),
        )
    if path.suffix.lower() not in SUFFIXES[kind]:
        return (
            "disguised-picture",
            text("파일 이름은 {suffix}인데 내용은 {kind}입니다.", suffix=path.suffix or path.name, kind=kind),
            text("이름을 {suffix}{로} 끝나게 바꾸세요.", suffix=SUFFIXES[kind][0]),
        )
    return None
