"""Rules over pictures: the file exists and is used, the description describes it, people in it consented."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.picture import People
from guidebook.model.text import text
from guidebook.model.wording.suggestion import suggested_file

WIDE = 800
"""Pixels from which a picture fills its column."""
EMPTY_WORDS = frozenset({"사진", "그림", "이미지", "image", "photo", "picture"})


def pictures_have_files(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Every picture's file lies in `content/assets/`; a file that cannot be read has its own fault."""
    for record, position, picture in catalogue.pictures():
        if picture.file not in catalogue.assets:
            yield Diagnostic(
                catalogue.where(record, "pictures", position, "file"),
                "unknown-picture",
                text("'{file}' 그림 파일을 찾을 수 없습니다.", file=picture.file),
                suggested_file(picture.file, catalogue.assets, text("assets 폴더에 파일을 넣고 그 이름을 적으세요.")),
            )


def pictures_are_used(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A file that no record shows is published nowhere."""
    used = {picture.file for _, _, picture in catalogue.pictures()}
    for name, asset in catalogue.assets.items():
        if name not in used and asset is not None:
            yield Diagnostic(
                Span(asset.file),
                "unused-picture",
                text("어느 글도 쓰지 않는 그림입니다."),
                text("장소, 읍면동, 사업, 코스, 글 파일의 pictures에 권리와 함께 적거나, 파일을 지우세요."),
                Severity.WARNING,
            )


def pictures_are_described(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The description says what is seen; neither the file's name nor "사진" does."""
    for record, position, picture in catalogue.pictures():
        if not describes(picture.alt, picture.file):
            yield Diagnostic(
                catalogue.where(record, "pictures", position, "alt"),
                "bad-alt",
                text("대체 텍스트가 그림을 설명하지 않습니다."),
                text("무엇이 보이는지 한 문장으로 적으세요: ‘소나무 언덕 위의 기와집과 너른 마당’"),
            )


def describes(alt: str, file: str) -> bool:
    """Whether words say what is seen, and not only that something is, or how the file is called."""
    content = alt.strip().strip(".").casefold()
    return content not in EMPTY_WORDS and content not in (file.casefold(), file.rpartition(".")[0].casefold())


def people_agreed(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """People who can be known again agreed, and it is written where that is kept."""
    for record, position, picture in catalogue.pictures():
        if picture.people is People.CONSENTED and picture.consent is None:
            yield Diagnostic(
                catalogue.where(record, "pictures", position, "people"),
                "no-consent",
                text("사진 속 사람의 동의를 어디에 두었는지 적혀 있지 않습니다."),
                text("consent에 동의서를 보관한 곳을 적으세요(이름은 적지 않습니다). 동의가 없으면 사진을 빼세요."),
            )


def pictures_are_large_enough(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A small picture is shown small: none is enlarged."""
    for record, position, picture in catalogue.pictures():
        asset = catalogue.assets.get(picture.file)
        if asset is not None and asset.width < WIDE:
            yield Diagnostic(
                catalogue.where(record, "pictures", position, "file"),
                "small-picture",
                text("그림의 너비가 {width}픽셀뿐이라 작게 보입니다.", width=asset.width),
                text("너비 {wide}픽셀 이상인 원본을 쓰세요.", wide=WIDE),
                Severity.WARNING,
            )


RULES = (pictures_have_files, pictures_are_used, pictures_are_described, people_agreed, pictures_are_large_enough)
