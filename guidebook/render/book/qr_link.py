"""QR links: a QR code on paper that leads to a page of the website, and beneath it the address that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from guidebook.render.addresses import PERMANENT
from guidebook.render.book.qr import qr
from guidebook.render.context import RenderContext
from guidebook.render.design.values import Colour, Millimetres
from guidebook.render.text.korean import JOINER


@dataclass(frozen=True, slots=True)
class CodeLook:
    """How codes are printed: their size with the white around them, and their colour."""

    PREFIX: ClassVar[str] = "print-code"

    side: Millimetres
    ink: Colour


@dataclass(frozen=True, slots=True)
class QrLink:
    """A code and its address."""

    code: Markup
    address: str

    @property
    def shown(self) -> str:
        """The address as printed: no line ends behind a hyphen, which would be read as the hyphen of a broken word."""
        return self.address.replace("-", f"-{JOINER}")


def qr_link(context: RenderContext, name: str, path: str) -> QrLink | None:
    """The QR link to the page called `name` at `path` below the site's root; None where the site has no address."""
    if context.site.base_url is None:
        return None
    address = context.site.base_url + path
    alternative = context.words.gettext("누리집의 ‘{name}’ 페이지로 연결되는 QR 코드. 주소는 {address}")
    look = context.design.look(CodeLook)
    return QrLink(qr(address, look.side, look.ink, alternative.format(name=name, address=address)), address)


def permanent(id: str) -> str:
    """The path below the site's root that outlives a renamed record."""
    return f"{PERMANENT}{id}/"
