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
CITIES = ("sggnm", "sgg_nm", "sig_kor_nm", "sig_nm", "sigungu_nm", "시군구명", "시군구")
"""Properties that hold the city."""


@dataclass(frozen=True, slots=True)
class City:
    """The city whose towns are wanted."""

    name: str

    def is_named(self, words: str) -> bool:
        """Whether the words name this city: `다솜시`, `가람도 다솜시`, `다솜`."""
        return any(part in (self.name, self.name[:-1]) for part in words.split())


def name_of(properties: Mapping[str, Any]) -> str:
    """The area's own name: `너른읍` of `가람도 다솜시 너른읍`; empty where there is none."""
    return next(iter(_value(properties, NAMES).split()[-1:]), "")


def city_of(properties: Mapping[str, Any]) -> str:
    """The city that the properties name, if any: in a property of its own, or before the name of the area."""
    return _value(properties, CITIES) or " ".join(_value(properties, NAMES).split()[:-1])


def _value(properties: Mapping[str, Any], names: tuple[str, ...]) -> str:
    known = {str(key).lower(): value for key, value in properties.items()}
    values = (known.get(name) for name in names)
    word = next((str(value) for value in values if value is not None and str(value).strip()), "")
    visible = "".join(sign for sign in word if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    return " ".join(unicodedata.normalize("NFC", visible).split())[:100]
