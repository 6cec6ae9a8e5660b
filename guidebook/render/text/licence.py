"""The licence of our own sentences in words: its name, what it asks for, where it is written."""

from __future__ import annotations

import gettext
from dataclasses import dataclass

from guidebook.model.site import Site


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms under which our own sentences may be used."""

    name: str
    terms: str
    """What it asks of whoever uses them: a short clause."""
    url: str


def licence_name(site: Site, words: gettext.NullTranslations) -> str:
    """The licence of our own sentences in words: `CC BY 4.0`, `공공누리 제1유형`."""
    if site.licence.startswith("kogl-"):
        return words.gettext("공공누리 제{number}유형").format(number=site.licence.removeprefix("kogl-"))
    return site.licence.upper().replace("-", " ")


def licence(site: Site, words: gettext.NullTranslations) -> Licence:
    """The licence with what it asks for and where it is written."""
    terms = {
        "cc-by-4.0": words.gettext("출처를 표시하면 누구나 이용할 수 있습니다."),
        "kogl-0": words.gettext("출처를 표시하지 않아도 누구나 이용할 수 있습니다."),
        "kogl-1": words.gettext("출처를 표시하면 누구나 이용할 수 있습니다."),
        "kogl-2": words.gettext("출처를 표시하면 비영리 목적으로 이용할 수 있습니다."),
        "kogl-3": words.gettext("출처를 표시하면 변경하지 않고 이용할 수 있습니다."),
        "kogl-4": words.gettext("출처를 표시하면 비영리 목적으로, 변경하지 않고 이용할 수 있습니다."),
    }[site.licence]
    kogl = site.licence.startswith("kogl-")
    url = "https://www.kogl.or.kr/info/license.do" if kogl else "https://creativecommons.org/licenses/by/4.0/deed.ko"
    return Licence(licence_name(site, words), terms, url)


def licence_sentence(site: Site, words: gettext.NullTranslations) -> str:
    """Under which terms our sentences may be used, and that what we quote belongs to others."""
    sentence = (
        words.gettext("글은 {licence}에 따라 쓸 수 있습니다. 인용한 출처 문서와 자료의 권리는 각 권리자에게 있습니다.")
        if site.document
        else words.gettext("글은 {licence}에 따라 쓸 수 있습니다. 인용한 자료의 권리는 각 권리자에게 있습니다.")
    )
    return sentence.format(licence=licence_name(site, words))
