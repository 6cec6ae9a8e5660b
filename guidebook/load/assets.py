"""Looks into `content/assets/`: which picture files there are, and whether each can be opened to its last line."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from guidebook.load.characters import composed, first_fault
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.picture import Asset
from guidebook.model.text import Text, text

FOLDER = "assets"
SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "TIFF": (".tif", ".tiff"),
}
"""Formats that are read, with the endings that they may have."""
MOST_PIXELS = 100_000_000
"""More is no photograph but a bomb."""


def load_assets(root: Path, name: str) -> tuple[Mapping[str, Asset | None], tuple[Diagnostic, ...]]:
    """File name → picture, None for those with a fault. `name` is the folder's in faults."""
    folder = root / FOLDER
    assets: dict[str, Asset | None] = {}
    faults: list[Diagnostic] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == "README.md":
            continue
        known_as = composed(path.name)
        shown = f"{name}/{known_as}"
        fault = _name_fault(known_as, assets)
        if fault is None:
            assets[known_as], fault = _asset(path, shown)
        if fault is not None:
            faults.append(Diagnostic(Span(shown), *fault))
    return assets, tuple(faults)


def stored(folder: Path, name: str) -> Path:
    """Where the picture of that name lies: a Mac stores the syllables of a name in parts, and YAML has them whole."""
    path = folder / name
    if path.exists():
        return path
    return next((other for other in folder.iterdir() if composed(other.name) == name), path)


def _name_fault(name: str, known: Mapping[str, Asset | None]) -> tuple[str, Text, Text] | None:
    """What is wrong with the name of a file: a character that nobody sees, or that it reads like another's."""
    if name in known:
        return (
            "same-name",
            text("이름이 같은 파일이 둘입니다. 하나는 한글이 낱자로 풀려 저장되어 있습니다."),
            text("하나를 지우거나 다른 이름으로 바꾸세요."),
        )
    fault = first_fault(name)
    return (fault[0], fault[1], text("파일 이름에서 그 글자를 지우세요.")) if fault else None


def _asset(path: Path, shown: str) -> tuple[Asset | None, tuple[str, Text, Text] | None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=list(SUFFIXES)) as image:
                fault = _fault(image, path)
                if fault is None:
                    image.load()
                    turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
                    width, height = image.size
                    return Asset(shown, *((height, width) if turned else (width, height))), None
                return None, fault
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None, (
            "bad-picture",
            text("그림 파일을 끝까지 읽을 수 없습니다."),
            text("원본을 다시 받아 JPEG, PNG, WebP, TIFF 가운데 하나로 저장하세요."),
        )


def _fault(image: Image.Image, path: Path) -> tuple[str, Text, Text] | None:
    kind = str(image.format)
    if image.width * image.height > MOST_PIXELS:
        return (
            "huge-picture",
            text("그림이 너무 큽니다({width}×{height}).", width=image.width, height=image.height),
            text("긴 쪽을 8,000픽셀 아래로 줄여 저장하세요."),
        )
    if getattr(image, "n_frames", 1) > 1:
        return "moving-picture", text("움직이는 그림은 쓸 수 없습니다."), text("한 장면만 담은 파일로 바꾸세요.")
    if path.suffix.lower() not in SUFFIXES[kind]:
        return (
            "disguised-picture",
            text("파일 이름은 {suffix}인데 내용은 {kind}입니다.", suffix=path.suffix or path.name, kind=kind),
            text("이름을 {suffix}로 끝나게 바꾸세요.", suffix=SUFFIXES[kind][0]),
        )
    return None
