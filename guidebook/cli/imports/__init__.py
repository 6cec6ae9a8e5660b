"""`import`: data of other offices into the content. Each kind of data is a command in a file of its own."""

from __future__ import annotations

import click

from guidebook.cli.speaking import LazyCommand, SpeakingGroup
from guidebook.words import marked

COMMANDS = {
    "hygiene": LazyCommand(
        "guidebook.cli.imports.hygiene:hygiene",
        marked("위생등급 지정 목록(엑셀, CSV, C004)을 음식점 자료와 비교해 반영합니다."),
    ),
    "table": LazyCommand(
        "guidebook.cli.imports.table:table",
        marked("장소, 음식점, 안내, 방문의 표(엑셀, CSV)를 콘텐츠와 비교해 반영합니다."),
    ),
    "tourapi": LazyCommand(
        "guidebook.cli.imports.tourapi:tourapi",
        marked("한국관광공사 TourAPI에서 받아 저장한 파일을 장소와 음식점에 반영합니다. 인터넷에 접속하지 않습니다."),
    ),
    "boundaries": LazyCommand(
        "guidebook.cli.imports.boundaries:boundaries",
        marked("읍면동 경계를 가져와 지도의 바탕을 만듭니다. 파일을 적지 않으면 법정동 경계로 만듭니다."),
    ),
}


@click.group("import", cls=SpeakingGroup, lazy_commands=COMMANDS)
def imports() -> None:
    """Never runs by itself: a command is named."""
