"""What the maps of Korean offices call the name of an area, and the city that it belongs to."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NAMES = (
    *("name", "adm_nm", "adm_dr_nm", "adm_kor_nm", "emd_kor_nm", "emd_nm", "emdnm", "hjd_nam", "hjd_nm", "adng_nm"),
    *(
        "행정동명",
        "읍면동명",
        "읍면동",
        "행정동",
        "법정동명",
        "dong_nm",
        "dongnm",
        "dong",
        "bjd_nam",
        "bjd_nm",
        "kor_nm",
    ),
    *("title", "label"),
)
"""Properties that hold the name, the best first; read without case."""
LEGAL_NAMES = frozenset({"emd_kor_nm", "emd_nm", "bjd_nam", "bjd_nm", "법정동명"})
"""Those of them that name areas of the law."""
CITIES = ("sggnm", "sgg_nm", "sig_kor_nm", "sig_nm", "sigungu_nm", "시군구명", "시군구")
"""Properties that hold the city."""


@dataclass(frozen=True, slots=True)
class City:
    """The city whose towns are wanted."""

    name: str

    def is_named(self, words: str) -> bool:
        """Whether the words name this city: `다솜시`, `가람도 다솜시`, `다솜`."""
        return any(part in (self.name, self.name[:-1]) for part in words.split())


@dataclass(frozen=True, slots=True)
class Naming:
    """How the areas of a file are called."""

    field: str = ""
    """The property that the editor says holds the name; empty where ours are looked for."""
    whole: frozenset[str] = frozenset()
    """Names of several words that are names as they stand: `새터동 서쪽`."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The properties that are looked for, in small letters."""
        return (self.field.lower(),) if self.field else NAMES


OURS = Naming()


def name_of(properties: Mapping[str, Any], naming: Naming = OURS) -> str:
    """The area's own name: `너른읍` of `가람도 다솜시 너른읍`; empty where there is none."""
    value = _value(properties, naming.fields)
    return value if value in naming.whole else next(iter(value.split()[-1:]), "")


def city_of(properties: Mapping[str, Any], naming: Naming = OURS) -> str:
    """The city that the properties name, if any: in a property of its own, or before the name of the area."""
    value = _value(properties, naming.fields)
    return _value(properties, CITIES) or ("" if value in naming.whole else " ".join(value.split()[:-1]))


def is_legal(properties: Mapping[str, Any], naming: Naming = OURS) -> bool:
    """Whether the name stands in a property that holds names of legal areas (법정동)."""
    known = {str(key).lower() for key, value in properties.items() if str(value or "").strip()}
    return next((name for name in naming.fields if name in known), "") in LEGAL_NAMES


def shown_fields(properties: Mapping[str, Any]) -> dict[str, str]:
    """The properties with what they hold, as people are shown them."""
    return {_visible(key)[:40]: _visible(value)[:20] for key, value in properties.items() if _visible(key)}


def _value(properties: Mapping[str, Any], names: tuple[str, ...]) -> str:
    known = {str(key).lower(): value for key, value in properties.items()}
    values = (known.get(name) for name in names)
    return _visible(next((value for value in values if value is not None and str(value).strip()), ""))[:100]


def _visible(value: Any) -> str:
    visible = "".join(sign for sign in str(value) if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    return " ".join(unicodedata.normalize("NFC", visible).split())
