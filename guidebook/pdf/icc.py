"""The ICC output profile of PDF/X files: that of `site.yml`, else the default one of Ghostscript.

Separate, because the profile is a file that may be missing or unfit, of which the editor has to be told.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageCms

from guidebook.load.regular_files import Nature, inside, nature, read_octets
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import Text, printable, text

SHIPPED = (
    "/usr/share/color/icc/ghostscript/default_cmyk.icc",
    "/opt/homebrew/share/ghostscript/iccprofiles/default_cmyk.icc",
    "/opt/homebrew/share/ghostscript/*/iccprofiles/default_cmyk.icc",
    "/usr/local/share/ghostscript/iccprofiles/default_cmyk.icc",
    "/usr/local/share/ghostscript/*/iccprofiles/default_cmyk.icc",
)
"""Where Debian's libgs-common and Homebrew's ghostscript put their profile."""

PRINTER = "prtr"
"""The device class of output profiles: printing presses and printers."""
MOST_OCTETS = 20_000_000
"""More bytes than any output profile has."""


@dataclass(frozen=True, slots=True)
class OutputProfile:
    """A printing condition: the profile's bytes and what it calls itself."""

    octets: bytes
    condition: str


ProfileOrFaults = tuple[OutputProfile | None, tuple[Diagnostic, ...]]


def output_profile(catalogue: Catalogue, content: Path, shipped: Sequence[str] = SHIPPED) -> ProfileOrFaults:
    """The profile for PDF/X files. `content` is the folder of `site.yml`."""
    site = catalogue.site
    named = site.printing.icc if site else None
    where = catalogue.where_site("printing", "icc")
    if named:
        return _named(named, content, where)
    path = next((path for pattern in shipped for path in _matching(pattern)), None)
    if path is None:
        return None, (_missing(where),)
    profile, faults = _read(path.resolve(), where)
    return profile, faults or (_shipped(profile, where),)


def profile_faults(catalogue: Catalogue, content: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the profile that `site.yml` names, for `check`, which needs none where none is named."""
    named = catalogue.site.printing.icc if catalogue.site else None
    return _named(named, content, catalogue.where_site("printing", "icc"))[1] if named else ()


def _named(name: str, content: Path, where: Span) -> ProfileOrFaults:
    path = inside(content, name)
    if path is None or nature(path) in (Nature.LINK, Nature.SPECIAL, Nature.FOLDER):
        wrong = text("ICC 프로파일 '{name}'{은} 콘텐츠 폴더 안의 보통 파일이 아닙니다.", name=name)
        return None, (_unfit(where, wrong),)
    return _read(path, where)


def _matching(pattern: str) -> list[Path]:
    path = Path(pattern)
    return sorted(file for file in Path(path.anchor).glob(str(path.relative_to(path.anchor))) if file.is_file())


def _read(path: Path, where: Span) -> ProfileOrFaults:
    try:
        octets = read_octets(path, MOST_OCTETS)
        space, kind, description = _described(octets)
    except (OSError, ValueError, ImageCms.PyCMSError):  # what Pillow raises for bytes that are no profile, or half one
        return None, (_unfit(where, text("인쇄용 ICC 프로파일 '{name}'{을} 읽을 수 없습니다.", name=path.name)),)
    if space != "CMYK":
        wrong = text("ICC 프로파일 '{name}'{은} 인쇄 잉크 네 가지(CMYK)의 것이 아닙니다.", name=path.name)
        return None, (_unfit(where, wrong),)
    if kind != PRINTER:
        wrong = text("ICC 프로파일 '{name}'{은} 인쇄기(출력 장치)의 것이 아닙니다.", name=path.name)
        return None, (_unfit(where, wrong),)
    return OutputProfile(octets, description or printable(path.stem)), ()


def _described(octets: bytes) -> tuple[str, str, str]:
    """Colours, kind of device and name of a profile, which is tried both ways as printing will use it."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(octets))
    space, kind = profile.profile.xcolor_space.strip(), profile.profile.device_class
    if (space, kind) == ("CMYK", PRINTER):
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), profile, "RGB", "CMYK")
        ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), "CMYK", "LAB")
    description = (profile.profile.profile_description or "").strip()
    return space, kind, description if description.isprintable() else ""


def _unfit(where: Span, message: Text) -> Diagnostic:
    hint = text(
        "인쇄소에서 받은 CMYK 출력 프로파일을 콘텐츠 폴더에 넣고, site.yml의 printing.icc에 그 경로를 적으세요."
    )
    return Diagnostic(where, "bad-icc", message, hint)


def _missing(where: Span) -> Diagnostic:
    return Diagnostic(
        where,
        "no-icc",
        text("인쇄소용 파일을 만드는 데 필요한 ICC 프로파일이 없습니다."),
        text(
            "인쇄소에서 받은 프로파일을 콘텐츠 폴더에 넣고 site.yml의 printing에 ‘icc: 파일 이름’을 적거나, "
            "‘sudo apt-get install libgs-common’(macOS에서는 ‘brew install ghostscript’)을 실행하세요."
        ),
    )


def _shipped(profile: OutputProfile | None, where: Span) -> Diagnostic:
    return Diagnostic(
        where,
        "default-icc",
        text(
            "인쇄소용 파일의 색을 기본 프로파일({condition})에 맞추었습니다.",
            condition=profile.condition if profile else "",
        ),
        text("인쇄소에 용지와 잉크에 맞는 ICC 프로파일을 물어, site.yml의 printing.icc에 그 경로를 적으세요."),
        Severity.NOTE,
    )
