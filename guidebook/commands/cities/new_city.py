"""A new city's repository: content that builds at once, what keeps visits private, what forges run, a pinned version.

All of it is made beside its place and moved there when it is whole and `check` finds no error in it, so that nothing
half-made stays and nothing of anybody's is overwritten.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from guidebook.commands.cities.files import EXAMPLE, PROGRAMS, Town, files_of, towns_of
from guidebook.commands.examine import examine
from guidebook.importers.areas.boundaries import MERGED
from guidebook.importers.areas.map_file import read_areas
from guidebook.importers.areas.names import City, Naming
from guidebook.importers.areas.outlines import NO_FILE, a_town_a_line, fitted_outlines
from guidebook.importers.areas.romanised import romanised
from guidebook.importers.reading.limits import MOST_OCTETS
from guidebook.load.disk_faults import unwritable
from guidebook.load.folders import shown
from guidebook.load.named_file import read_given
from guidebook.model.diagnostic import Diagnostic, Faults, Span, has_errors
from guidebook.model.text import Text, printable, text
from guidebook.storage.temporary import own_folder

PACKAGE = "jumin-guidebook"
KOREAN = re.compile(r"[가-힣]+(?: [가-힣]+)*")
LATIN = re.compile(r"[A-Za-z][A-Za-z' -]*")
VERSION = re.compile(r"\d+(?:\.\d+)*(?:(?:a|b|rc|\.dev|\.post)\d+)?")
LONGEST = 40
UNKNOWN_PROVINCE = "예시도(바꿔 적을 것)"
AHEAD = timedelta(days=30)
"""How far ahead the visit lies that is an example."""
WHEELS = "software"
"""The folder of the repository for the software where it comes as a file."""


@dataclass(frozen=True, slots=True)
class NewCity:
    """What is asked for."""

    folder: Path
    name: str
    name_en: str = ""
    province: str = ""
    boundaries: Path | None = None
    name_field: str = ""
    """Where in that file the names are, unless they are where they usually are."""
    software: str = ""
    """A version, an address or a file of a package."""
    version: str = ""
    """The version that runs, which is meant where nothing else is named."""
    today: str = ""


def make_city(asked: NewCity, templates: Path) -> Faults:
    """Make the repository; without an error in what comes back, it is there."""
    faults = (*_unusable(asked), *_occupied(asked.folder))
    software, more = _software(asked)
    faults += more
    if faults:
        return faults
    towns, outlines, faults = _towns(asked)
    if has_errors(faults):
        return faults
    try:
        asked.folder.parent.mkdir(parents=True, exist_ok=True)
        draft = own_folder(asked.folder.absolute().parent)
    except OSError as error:
        return (*faults, _cannot(asked.folder, error))
    try:
        made = draft.path / "city"
        _write(made, asked, templates, software, towns, outlines)
        told = _checked(made, asked)
        if not has_errors(told):
            made.rename(asked.folder)
        return (*faults, *(one for one in told if has_errors(told)))
    except OSError as error:
        return (*faults, _cannot(asked.folder, error))
    finally:
        draft.delete()


def _unusable(asked: NewCity) -> Faults:
    """Names that would not be read as they are written."""
    wrong = {
        "--name": (asked.name, KOREAN, text("한글로 적으세요: 마루시")),
        "--name-en": (asked.name_en, LATIN, text("로마자로 적으세요: Maru-si")),
        "--province": (asked.province, KOREAN, text("한글로 적으세요: 가람도")),
    }
    return tuple(
        Diagnostic(Span(option), "bad-name", text("이 이름은 쓸 수 없습니다: {name}", name=printable(value)[:80]), hint)
        for option, (value, shape, hint) in wrong.items()
        if (value or option == "--name") and not (shape.fullmatch(value) and len(value) <= LONGEST)
    )


def _occupied(folder: Path) -> Faults:
    """Why nothing can be made there."""
    try:
        lies = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return () if not folder.is_symlink() else (_refused(folder, text("가리키는 곳이 없는 링크입니다.")),)
    except NotADirectoryError:
        return (_refused(folder, text("폴더가 아니라 파일입니다.")),)
    except OSError as error:
        return (_cannot(folder, error),)
    if not lies:
        return ()
    names = ", ".join(printable(name) for name in lies[:5]) + (" …" if len(lies) > 5 else "")
    return (_refused(folder, text("폴더가 비어 있지 않습니다: {names}", names=names)),)


def _refused(folder: Path, message: Text) -> Diagnostic:
    hint = text("있는 파일은 바꾸지 않습니다. 없는 폴더나 빈 폴더를 적으세요.")
    return Diagnostic(Span(shown(folder)), "folder-taken", message, hint)


def _cannot(folder: Path, error: OSError) -> Diagnostic:
    return unwritable(folder, error) or _refused(folder, text("만들 수 없습니다: {reason}", reason=str(error)))


def _software(asked: NewCity) -> tuple[str, Faults]:
    """The line of requirements.txt."""
    named = asked.software
    if not named:
        return f"{PACKAGE}=={asked.version}", ()
    if re.fullmatch(r"[a-z+]+://\S+", named):
        return f"{PACKAGE} @ {named}", ()
    if VERSION.fullmatch(named):
        return f"{PACKAGE}=={named}", ()
    if named.endswith(".whl") and Path(named).exists() and named.isprintable():
        return f"./{WHEELS}/{Path(named).name}", ()
    message = text("소프트웨어를 알 수 없습니다: {name}", name=printable(named)[:80])
    hint = text("판 번호(0.2.0), 주소(git+https://…), 있는 .whl 파일 가운데 하나를 적으세요.")
    return "", (Diagnostic(Span("--software"), "bad-software", message, hint),)


def _towns(asked: NewCity) -> tuple[tuple[Town, ...], str, Faults]:
    """The towns, and their outlines as they are written; without a file an example alone."""
    if asked.boundaries is None:
        return (EXAMPLE,), "", ()
    file = shown(asked.boundaries)
    given, faults = read_given(asked.boundaries, file, MOST_OCTETS, NO_FILE)
    if given is None:
        return (), "", faults
    areas, more = read_areas(given.octets, file, City(asked.name), Naming(asked.name_field))
    faults = (*faults, *more)
    if areas is None:
        return (), "", faults
    outlines, more = fitted_outlines(areas, {}, areas.kind or MERGED, file)
    faults = (*faults, *more)
    if outlines is None:
        return (), "", faults
    names = tuple(str(feature["properties"]["name"]) for feature in outlines["features"])
    return towns_of(names), a_town_a_line(outlines), faults


def _write(made: Path, asked: NewCity, templates: Path, software: str, towns: tuple[Town, ...], outlines: str) -> None:
    values = {
        "name": asked.name,
        "name_en": asked.name_en or romanised(asked.name),
        "province": asked.province or UNKNOWN_PROVINCE,
        "software": software,
        "day": asked.today,
        "year": asked.today[:4],
        "visit_day": (date.fromisoformat(asked.today) + AHEAD).isoformat(),
    }
    for name, written in files_of(templates, values, towns):
        file = made / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written, encoding="utf-8")
        if name in PROGRAMS:  # whoever may read it may run it
            mode = file.stat().st_mode
            file.chmod(mode | (mode & 0o444) >> 2)
    if outlines:
        (made / "content" / "map").mkdir()
        (made / "content" / "map" / "towns.geojson").write_text(outlines, encoding="utf-8")
    if software.startswith("./"):
        (made / WHEELS).mkdir()
        shutil.copyfile(asked.software, made / WHEELS / Path(asked.software).name)


def _checked(made: Path, asked: NewCity) -> Faults:
    """What `check` says, with the names that the files will have."""
    _, told = examine(made / "content", asked.today)
    before, after = shown(made), shown(asked.folder)
    return tuple(replace(one, span=replace(one.span, file=one.span.file.replace(before, after, 1))) for one in told)
