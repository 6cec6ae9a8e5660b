"""A visit in another language: what visitors get is in it, what the host keeps is not, nothing poses as translated."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from guidebook.books.edition_files import PRINTING
from guidebook.books.visit_editions import COPIER
from guidebook.books.visit_papers import CHECKLIST, MESSAGE
from guidebook.load.content import load_content
from guidebook.model.records.visit import Visit
from guidebook.model.wording.latin import in_latin
from guidebook.render.new_context import context_of, contexts_of_visit
from guidebook.render.visit.foreign import file_name
from guidebook.words import catalogue
from tests.commands.packs import FILES, Pack, packed
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES

HANGUL, KANA = re.compile("[가-힣]+"), re.compile("[\u3041-\u30ff]")
HOSTS_OWN = {CHECKLIST, COPIER, MESSAGE, PRINTING}
"""Files that keep names which the host reads."""


@pytest.fixture(scope="module", params=["ja", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pack(language: str, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp(language)
    content = folder / "content"
    shutil.copytree(CITIES / "dasom", content)
    visit = content / "visits" / "haedam.yml"
    named = visit.read_text(encoding="utf-8").replace(
        "host: {", "host: {department_en: Sample Division, duty_en: Hosting, "
    )
    visit.write_text(f"language: {language}\n{named}", encoding="utf-8")
    site = content / "site.yml"
    called = site.read_text(encoding="utf-8").replace("{label: 화재", "{label_en: Fire and ambulance, label: 화재")
    site.write_text(called, encoding="utf-8")
    return packed(content, folder / "output", "haedam")


def booklet(language: str) -> str:
    words = catalogue(language).gettext
    return f"{file_name('안내책자', words)}-{words('화면용')}.pdf"


def of_content(pack: Pack) -> str:
    """All that editors wrote, without spaces and the marks of links."""
    files = (path for path in pack.content.rglob("*") if path.suffix in (".yml", ".md", ".geojson"))
    return re.sub(r"\s|\[|\]\([^)]*\)", "", "".join(path.read_text(encoding="utf-8") for path in files))


def language_of(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        return str(pdf.Root.Lang)


def test_files_for_the_visitors_have_names_that_they_read(pack: Pack, language: str) -> None:
    found = {path.name for path in pack.folder.iterdir()}
    assert len(found) == len(FILES)
    assert found >= HOSTS_OWN
    if language == "ja":
        assert found - HOSTS_OWN == {
            *("ガイドブック-画面用.pdf", "日程表.pdf", "日程表.hwpx", "日程.ics"),
            *("歓迎案内板.pdf", "結果報告.pdf", "結果報告.hwpx"),
        }


def test_all_words_of_the_visitors_papers_are_theirs_or_the_editors(pack: Pack, language: str) -> None:
    """Hangul is left only in what stands so in the content: names, and reports that say that they are Korean."""
    words, written = catalogue(language).gettext, of_content(pack)
    papers = [pack.words(booklet(language))]
    papers += [pack.words(f"{file_name(name, words)}.pdf") for name in ("일정표", "환영-안내판", "결과보고")]
    for pages in papers:
        text = "".join(pages)
        if language == "ja":  # of words that are new, the lead of this work writes the English
            assert [run for run in HANGUL.findall(text) if run not in written] == []
            assert KANA.search(text)
    remark = words("이 사례 보고의 본문은 한국어로 쓰여 있습니다.")
    text = re.sub(r"\s", "", "".join(pack.words(booklet(language))))
    assert text.count(re.sub(r"\s", "", remark)) == 4


def test_names_are_those_in_latin_letters(pack: Pack, language: str) -> None:
    text = "".join(pack.words(booklet(language)))
    assert "Residents' tours" in text
    assert "Noeul-myeon" in text
    assert "guide guide" not in text
    assert "Dasom" in pack.words(booklet(language))[0]
    assert "Fire and ambulance" in text
    assert "화재" not in text
    assert "Sample Division" in pack.words(booklet(language))[0]
    assert "견본 부서" not in text
    assert catalogue(language).gettext("{town} 행정복지센터").format(town="Noeul-myeon") in text.replace("\n", " ")


def test_telephones_are_dialled_from_abroad_in_all_that_visitors_get(pack: Pack, language: str) -> None:
    """Numbers that ring in Korea alone stay; so do all in what the host keeps."""
    words = catalogue(language).gettext
    calendar = next(pack.folder.glob("*.ics")).read_text(encoding="utf-8").replace("\r\n ", "")
    message = (pack.folder / MESSAGE).read_text(encoding="utf-8-sig")
    to_delegation, others = message.split("[버스 기사님께]", 1)
    papers = [" ".join(pack.words(f"{file_name(name, words)}.pdf")) for name in ("일정표", "결과보고")]
    for told in (*papers, "".join(pack.words(booklet(language))), to_delegation, calendar):
        assert "+82 43 333 " in told
        assert re.search(r"\b0\d{1,2}-\d{3}", told) is None
    assert {"119", "112"} <= set("".join(pack.words(booklet(language))).split())
    assert "+82" not in others + "".join(pack.words(CHECKLIST))
    assert "043-333-0000" in others


def test_the_number_of_a_note_stands_on_the_line_of_its_word(pack: Pack, language: str) -> None:
    """At the foot of the page, and in the text."""
    word = catalogue(language).gettext("주{number}").replace("{number}", "").strip()
    with pymupdf.open(pack.folder / booklet(language)) as pdf:
        lines = [line.strip() for page in pdf for line in page.get_text().splitlines()]
    assert any(line.startswith(word) for line in lines)
    assert word not in lines


def test_a_file_says_its_language_and_shows_its_letters(pack: Pack, language: str) -> None:
    booklet_file = pack.folder / booklet(language)
    assert language_of(booklet_file) == language
    with pikepdf.open(booklet_file) as pdf:
        fonts = {
            str(font.get("/BaseFont")).partition("+")[2]
            for page in pdf.pages
            for font in page.obj.Resources.get("/Font", {}).values()
        }
    assert any("JP" in font for font in fonts) == (language == "ja")
    assert not [fault for fault in pack.told.split("\n") if "missing-glyph" in fault or "broken-word" in fault]


def test_what_the_host_keeps_is_in_korean(pack: Pack) -> None:
    assert language_of(pack.folder / CHECKLIST) == "ko"
    text = "".join(pack.words(CHECKLIST))
    assert "담당자용입니다" in text
    assert "Sample Division" not in text
    assert "노을면 행정복지센터" in text
    assert not KANA.search(text)
    assert "부수·용지" in (pack.folder / PRINTING).read_text(encoding="utf-8-sig")


def test_each_message_is_in_the_language_of_whom_it_is_for(pack: Pack, language: str) -> None:
    message = (pack.folder / MESSAGE).read_text(encoding="utf-8-sig")
    to_delegation, to_driver = message.split("[버스 기사님께]")[:2]
    assert to_delegation.startswith(catalogue(language).gettext("[방문단께]"))
    assert "행정복지센터" not in to_delegation
    assert "노을면 행정복지센터" in to_driver
    calendar = next(pack.folder.glob("*.ics")).read_text(encoding="utf-8")
    assert "Pine Holy Ground" in calendar


def test_visitors_may_read_korean_where_the_site_does_not() -> None:
    content = load_content(CITIES / "maru").catalogue
    (visit,) = content.visits
    context = context_of(content, TEMPLATES, PACKAGES, "en")

    def languages(visit: Visit) -> tuple[str, str]:
        visitors, host = contexts_of_visit(context, visit, TEMPLATES, PACKAGES)
        return visitors.language, host.language

    assert languages(visit) == ("en", "en")
    assert languages(visit.model_copy(update={"language": "ko"})) == ("ko", "en")


def test_no_doubtful_name_takes_the_place_of_a_korean_one() -> None:
    """Towns keep their outlines, which bear their names."""
    content = load_content(CITIES / "dasom").catalogue
    foreign = in_latin(content)
    assert {town.name for town in foreign.towns} == {town.name_en for town in content.towns}
    assert foreign.boundaries is not None
    assert all(foreign.boundaries.outline(town.name) for town in foreign.towns)
    for before, after in zip(content.sites, foreign.sites, strict=True):
        kept = before.name_en is None or before.doubtful("name_en")
        assert after.name == (before.name if kept else before.name_en)
