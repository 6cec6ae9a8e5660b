"""The page of downloads: every file with its contents and its licence."""

from __future__ import annotations

from guidebook.render.addresses import DATA
from guidebook.render.context import RenderContext
from guidebook.render.text.licence import licence_name
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import FilesValues


def files_page(context: RenderContext) -> SitePage:
    """Everything in `data/`, and the books."""
    words, catalogue = context.words.gettext, context.catalogue
    common = [file for file in context.downloads if file.record is None]
    by_route = [
        (route, context.paper(route.id), [file for file in context.downloads if file.record == route.id])
        for route in catalogue.routes
    ]
    return page_from(
        context,
        "files",
        PageHead(
            DATA,
            words("자료 내려받기"),
            words("사업, 장소, 음식점, 코스 자료를 표 계산·지도 프로그램에서 이용할 수 있는 파일로 제공합니다."),
            catalogue.where_site().file,
        ),
        FilesValues(files=common, by_route=by_route, licence=licence_name(context.site, context.words)),
    )
