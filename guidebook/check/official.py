"""Rules over settings: a sample does not pose as the city, colours have contrast, forms know their repository, there
are words in each language."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.colour import WHITE, contrast
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import text
from guidebook.model.wording.numbers import number
from guidebook.model.wording.sample import is_sample
from guidebook.plan.written_only import only_written
from guidebook.words import languages

READABLE = 7.0
"""Contrast of the city's colour on white: art direction asks for 7:1, so that it carries text of any size."""

VISIBLE = 3.0
"""Contrast of what is seen and not read (WCAG 2.2, 1.4.11)."""


def nobody_takes_a_sample_for_the_city(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """While `official` is false the city is not the publisher and no KOGL mark is claimed."""
    site = catalogue.site
    if site is None or not is_sample(site):
        return
    if site.licence.startswith("kogl"):
        yield Diagnostic(
            catalogue.where_site("licence"),
            "sample-licence",
            text("견본(official: false)에는 공공누리 표시를 붙일 수 없습니다."),
            text("licence를 cc-by-4.0으로 바꾸세요. 공공누리는 권리를 모두 가진 공공기관만 붙일 수 있습니다."),
        )
    for key, value in (("name", site.publisher.name), ("department", site.publisher.department)):
        if value is not None and site.city.name.replace(" ", "") in value.replace(" ", ""):
            yield Diagnostic(
                catalogue.where_site("publisher", key),
                "sample-publisher",
                text("견본(official: false)의 발행처에 '{city}' 이름이 들어 있습니다.", city=site.city.name),
                text("만든 사람이나 단체의 이름을 적으세요. 시·군·구가 직접 운영한다면 official: true로 바꾸세요."),
            )


def who_tells_of_a_city_names_it(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Only written pages and terms can be about no city; neither can what a city operates."""
    site = catalogue.site
    if site is not None and not site.city.name and (site.official or not only_written(catalogue)):
        yield Diagnostic(
            catalogue.where_site(),
            "missing-key",
            text("'{key}' 항목이 없습니다.", key="city"),
            text(
                "‘{key}: {example}’처럼 적은 줄을 더하세요.",
                key="city",
                example="{name: 마루군, name_en: Maru-gun, province: 가람도}",
            ),
        )


def city_colour_can_be_read(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The primary colour carries text on white and white text on itself; the signal colour can be told from white."""
    if catalogue.site is None:
        return
    signal = contrast(catalogue.site.palette.signal, WHITE)
    if signal < VISIBLE:
        yield Diagnostic(
            catalogue.where_site("palette", "signal"),
            "low-contrast",
            text("강조색과 흰색의 명도 대비가 {measured}:1로 낮습니다.", measured=number(signal, 1)),
            text("{needed}:1 이상이 되게 더 어두운 색을 고르세요.", needed=number(VISIBLE, 0)),
        )
    measured = contrast(catalogue.site.palette.primary, WHITE)
    if measured < READABLE:
        yield Diagnostic(
            catalogue.where_site("palette", "primary"),
            "low-contrast",
            text("대표색과 흰색의 명도 대비가 {measured}:1로 낮습니다.", measured=number(measured, 1)),
            text("{needed}:1 이상이 되게 더 어두운 색을 고르세요.", needed=number(READABLE, 0)),
        )


def languages_have_words(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The site, and each visit, is in a language that has a catalogue of words."""
    asked = [(catalogue.site.language, catalogue.where_site("language"))] if catalogue.site else []
    asked += [(visit.language, catalogue.where(visit, "language")) for visit in catalogue.visits if visit.language]
    for language, place in asked:
        if language not in languages():
            yield Diagnostic(
                place,
                "bad-language",
                text("'{language}' 언어의 번역이 없습니다.", language=language),
                text("다음 가운데 하나를 적으세요: {allowed}", allowed=", ".join(languages())),
            )


def forms_know_their_repository(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Who signs in to the forms is led to a server and a repository that are named."""
    cms = catalogue.site.cms if catalogue.site else None
    if cms is None or cms.backend == "local":
        return
    if cms.repo is None:
        yield Diagnostic(
            catalogue.where_site("cms", "backend"),
            "no-repository",
            text("편집 양식이 저장할 저장소(repo)가 없습니다."),
            text("‘repo: 소유자/이름’을 적으세요. 컴퓨터의 폴더를 고친다면 backend를 local로 바꾸세요."),
        )
    elif cms.backend != "gitlab" and cms.repo.count("/") != 1:
        yield Diagnostic(
            catalogue.where_site("cms", "repo"),
            "bad-repository",
            text("{backend} 저장소의 이름을 읽을 수 없습니다: {repo}", backend=cms.backend, repo=cms.repo),
            text("‘소유자/이름’으로만 적으세요. 묶음 안의 묶음은 GitLab에만 있습니다."),
        )
    if cms.address is None:
        yield Diagnostic(
            catalogue.where_site("cms", "backend"),
            "no-git-server",
            text("{backend} 서버의 주소(host)가 없습니다.", backend=cms.backend),
            text("‘host: https://git.example.org’처럼 서버의 주소를 적으세요."),
        )
    if cms.backend == "github" and cms.app_id is not None:
        yield Diagnostic(
            catalogue.where_site("cms", "app_id"),
            "unused-application",
            text("GitHub은 브라우저만으로는 계정 로그인을 할 수 없어 app_id를 쓰지 않습니다."),
            text("app_id를 지우세요. 담당자는 GitHub에서 만든 토큰으로 로그인합니다."),
            Severity.WARNING,
        )
