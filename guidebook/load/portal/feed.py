"""Reads the Atom feed of a city: what became new there, with the day and a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, ParseError, fromstring

from guidebook.load.characters import unsuspicious
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.portal.published import LONGEST_LINE, News
from guidebook.model.text import Text, text

ATOM = "{http://www.w3.org/2005/Atom}"
MOST = 20
"""Entries that are taken from one feed."""
_DAY = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def read_feed(written: str, file: str, base: str) -> tuple[tuple[News, ...], Faults]:
    """The newest entries; an entry without day or title is passed by. `base` is the address of the city's site."""
    # Entities could make a small file endless; our own feeds declare none.
    if "<!" in written:
        return (), (_fault(file, 1, text("선언(<!…>)이 든 피드는 읽지 않습니다.")),)
    try:
        root = fromstring(written)
    except ParseError as error:
        return (), (_fault(file, error.position[0], text("XML 파일이 아니거나 깨졌습니다.")),)
    except (ValueError, RecursionError):
        return (), (_fault(file, 1, text("XML 파일이 아니거나 깨졌습니다.")),)
    if root.tag != f"{ATOM}feed":
        return (), (_fault(file, 1, text("Atom 피드가 아닙니다.")),)
    news = sorted(_entries(root, base), key=lambda one: one.day, reverse=True)
    return tuple(news[:MOST]), ()


def _entries(root: Element, base: str) -> Iterator[News]:
    for entry in root.iterfind(f"{ATOM}entry"):
        title = " ".join((entry.findtext(f"{ATOM}title") or "").split())[:LONGEST_LINE]
        day = _DAY.match(entry.findtext(f"{ATOM}updated") or "")
        link = entry.find(f"{ATOM}link")
        if title and day and unsuspicious(title):
            yield News(day[0], title, _address(link.get("href", "") if link is not None else "", base))


def _address(href: str, base: str) -> str:
    """A link that leads to the city's own site; nothing else is linked."""
    try:
        address = urljoin(base, href)
        own = urlsplit(address)[:2] == urlsplit(base)[:2]
    except ValueError:
        return ""
    return address if own and re.fullmatch(r"[!-~]{1,500}", address) else ""


def _fault(file: str, line: int, message: Text) -> Diagnostic:
    hint = text("도시의 누리집에서 feed.xml을 다시 내려받거나 이 파일을 지우세요. 없어도 됩니다.")
    return Diagnostic(Span(file, max(line, 1)), "bad-feed", message, hint)
