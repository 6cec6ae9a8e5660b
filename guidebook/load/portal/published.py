"""Reads the copy of what one city has published: `programs.json`; `places.geojson` and `feed.xml` where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from guidebook.load.characters import composed
from guidebook.load.folders import shown
from guidebook.load.portal.data_faults import SHOWN, UPDATE, at_line, told, unseen
from guidebook.load.portal.feed import read_feed
from guidebook.load.regular_files import Nature, TooLargeError, fault_of, inside, nature, read_octets
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.portal.cases import PublishedCity
from guidebook.model.portal.published import (
    PLACES,
    PROGRAMS,
    VERSION,
    Head,
    JsonFault,
    Model,
    News,
    Places,
    Programs,
    read_json,
)
from guidebook.model.portal.settings import City
from guidebook.model.text import text
from guidebook.model.wording.file_sizes import size

MOST_OCTETS = 50_000_000
"""Of one file: ten thousand cases have some thirty."""
FILE, PLACES_FILE, FEED = "programs.json", "places.geojson", "feed.xml"


def load_city(city: City, root: Path, where: Span) -> tuple[PublishedCity | None, Faults]:
    """The city with its data below the folder `root`, or all that is wrong; `where` it is named in the list."""
    folder = _folder(root, city.data)
    if folder is None:
        message = text("'{path}' 폴더에 programs.json 파일이 없습니다.", path=city.data)
        hint = text(
            "{city}의 누리집에서 data/programs.json을 내려받아 이 목록 파일이 있는 폴더 안에 두고, "
            "그 폴더의 이름을 적으세요. 링크와 ‘..’은 쓸 수 없습니다.",
            city=city.name,
        )
        return None, (Diagnostic(where, "no-data", message, hint),)
    faults: list[Diagnostic] = []
    programs = _read(Programs, folder / FILE, PROGRAMS, faults)
    file = shown(folder / FILE)
    if programs is not None and programs.city.name != city.name:
        message = text("{other}의 자료입니다. {city}의 자료가 아닙니다.", other=programs.city.name, city=city.name)
        hint = text("자료 폴더가 바뀌지 않았는지 보고, 맞으면 name을 자료에 적힌 이름과 같게 적으세요.")
        faults.append(Diagnostic(where, "other-city", message, hint))
    places = _read(Places, folder / PLACES_FILE, PLACES, faults) if _there(folder / PLACES_FILE) else None
    news = _news(city, folder, faults)
    if programs is None or faults:
        return None, tuple(faults)
    return PublishedCity(city, file, programs, Counter(places.kinds) if places else {}, news), ()


def _folder(root: Path, name: str) -> Path | None:
    """The folder with the data: the one that is named, its `data`, or that of the file that is named."""
    named = root if name.strip("/") in ("", ".") else inside(root, name)
    if named is None:
        return None
    if named.name == FILE:
        named = named.parent
    return next((one for one in (named, named / "data") if _there(one / FILE) and nature(one) is Nature.FOLDER), None)


def _there(path: Path) -> bool:
    return nature(path) is not Nature.MISSING


def _text(path: Path, faults: list[Diagnostic]) -> str | None:
    """The words of a file, composed; None where it cannot be read, which is told."""
    file = shown(path)
    try:
        return composed(read_octets(path, MOST_OCTETS).decode("utf-8-sig"))
    except TooLargeError as error:
        message = text(
            "파일이 너무 큽니다({size}). {most}까지 읽습니다.", size=size(error.size), most=size(MOST_OCTETS)
        )
        faults.append(Diagnostic(Span(file), "too-large", message, text("내려받은 파일이 맞는지 확인하세요.")))
    except OSError as error:
        faults.append(fault_of(error, file))
    except UnicodeDecodeError:
        hint = text("브라우저에 보이는 글을 복사하지 말고 파일을 그대로 내려받으세요.")
        faults.append(Diagnostic(Span(file), "not-utf-8", text("UTF-8 파일이 아닙니다."), hint))
    return None


def _read(model: type[Model], path: Path, format: str, faults: list[Diagnostic]) -> Model | None:
    """The data of a file of that format, or None with what is wrong."""
    written = _text(path, faults)
    if written is None:
        return None
    file = shown(path)
    head, wrong = read_json(Head, written)
    if head is None:
        faults += _headless(wrong, written, file)
        return None
    if head.format != format:
        message = text("다른 형식의 자료입니다: {format}", format=head.format[:60])
        hint = text("파일 이름이 바뀌지 않았는지 보고, 도시의 누리집에서 다시 내려받으세요.")
        faults.append(Diagnostic(at_line(file, written, ("format",)), "wrong-format", message, hint))
        return None
    if head.version != VERSION:
        message = text(
            "읽을 수 없는 판의 자료입니다: {version}판(읽는 판: {known}판)", version=head.version, known=VERSION
        )
        faults.append(Diagnostic(at_line(file, written, ("version",)), "unknown-version", message, UPDATE))
        return None
    found, wrong = read_json(model, written)
    faults += [told(fault, written, file) for fault in wrong[:SHOWN]]
    if found is None:
        return None
    further = [*unseen(found.model_dump(), written, file)]
    if isinstance(found, Programs):
        further += islice(_same_ids(found, written, file), SHOWN)
    faults += further
    return None if further else found


def _headless(wrong: tuple[JsonFault, ...], written: str, file: str) -> Iterator[Diagnostic]:
    """What is wrong with a file that does not say what it is."""
    if any(fault.kind != "missing" for fault in wrong):
        yield from (told(fault, written, file) for fault in wrong)
        return
    message = text("자료의 형식과 판(format, version)이 적혀 있지 않습니다.")
    yield Diagnostic(Span(file), "no-version", message, UPDATE)


def _same_ids(found: Programs, written: str, file: str) -> Iterator[Diagnostic]:
    """Cases that share an id, and would share a page."""
    seen: set[str] = set()
    for number, program in enumerate(found.programs):
        if program.id in seen:
            place = at_line(file, written, ("programs", number, "id"))
            message = text("'{id}' 사례가 두 번 나옵니다.", id=program.id)
            yield Diagnostic(place, "same-case", message, text("도시에 알리고, 고친 자료를 다시 내려받으세요."))
        seen.add(program.id)


def _news(city: City, folder: Path, faults: list[Diagnostic]) -> tuple[News, ...]:
    """The entries of the feed, which lies beside the data or, in a copy of a whole site, above it."""
    path = next((one / FEED for one in (folder, folder.parent) if _there(one / FEED)), None)
    if path is None or (path.parent != folder and folder.name != "data"):
        return ()
    written = _text(path, faults)
    if written is None:
        return ()
    news, wrong = read_feed(written, shown(path), city.url)
    faults += wrong
    return news
