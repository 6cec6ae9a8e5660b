"""A language is a catalogue and nothing else: Japanese as it is written, and one that nobody speaks."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup

from guidebook import words
from guidebook.check import glyphs
from guidebook.check.glyphs import as_table, covered, own_letters
from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.layout.typefaces import further_faces
from guidebook.model.wording.dates import cited, moment, with_weekday, written
from guidebook.render.text.korean_words import marked_korean
from guidebook.words import LOCALES, catalogue, languages, traits
from tests.conftest import ROOT, Change
from tests.extracted import sentences
from tests.paths import PACKAGES
from tests.test_words import PARTICLES, messages, read

FURTHER = [language for language in languages() if language not in ("ko", "en")]
SHOWN = (
    *("templates/theme/", "templates/pages/", "templates/macros/", "templates/print/"),
    *("guidebook/render/", "guidebook/export/", "guidebook/plan/", "guidebook/model/"),
)
"""Where sentences stand that readers of website, books and visits see."""
FOR_EDITORS = (
    *("guidebook/render/design/", "guidebook/render/office/review.py"),
    *("guidebook/model/settings/", "guidebook/model/forge/", "guidebook/model/kinds.py", "guidebook/model/outcome.py"),
    *("guidebook/model/records/imports.py", "guidebook/model/wording/suggestion.py"),
    *("guidebook/model/portal/", "guidebook/render/portal/"),
)
"""What of that only editors see, and the portal, which has no Japanese."""
INVENTED = {
    "업데이트 내역": "Zonva tuli",
    "발행일 {date}": "Vok {date}",
    "{year}년 {month}월 {day}일": "{day}.{month}.{year}",
}


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The code of a language that is a catalogue of two sentences, in a folder of catalogues of its own."""
    locales = tmp_path / "locale"
    shutil.copytree(LOCALES, locales)
    folder = locales / "qaa" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    lines = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nLanguage: qaa\\n"']
    lines += [f'msgid "{korean}"\nmsgstr "{said}"' for korean, said in INVENTED.items()]
    (folder / "guidebook.po").write_text("\n\n".join(lines), encoding="utf-8")
    with (folder / "guidebook.po").open("rb") as written_here, (folder / "guidebook.mo").open("wb") as compiled:
        write_mo(compiled, read_po(written_here))
    monkeypatch.setattr(words, "LOCALES", locales)
    forget()
    yield "qaa"
    monkeypatch.undo()
    forget()


def forget() -> None:
    catalogue.cache_clear()
    traits.cache_clear()
    own_letters.cache_clear()


@pytest.mark.parametrize("language", FURTHER)
def test_what_readers_see_is_said_in_it_with_the_same_places(language: str) -> None:
    places = defaultdict(set)
    for file, _, sentence in sentences():
        places[sentence].add(Path(file).relative_to(ROOT).as_posix() if Path(file).is_absolute() else file)
    shown = {
        sentence
        for sentence, files in places.items()
        if any(file.startswith(SHOWN) and not file.startswith(FOR_EDITORS) for file in files)
    }
    said = {
        korean: strings
        for korean, strings in messages(read(LOCALES / language / "LC_MESSAGES" / "guidebook.po")).items()
        if any(strings)
    }
    assert shown - said.keys() == set()
    for korean, strings in said.items():
        for string in strings:
            wanted = sorted(re.findall(r"\{\w*\}|%\(\w+\)s", korean))
            found = sorted(re.findall(r"\{\w*\}|%\(\w+\)s", string))
            assert found == [place for place in wanted if place not in PARTICLES], korean
            assert not re.search("[가-힣]", string), korean


@pytest.mark.parametrize("language", FURTHER)
def test_its_font_has_every_letter_of_it_and_of_its_table(language: str, pytestconfig: pytest.Config) -> None:
    from fontTools.ttLib import TTFont

    faces = further_faces(PACKAGES, language)
    has = []
    for _, _, path in faces:
        with TTFont(path, lazy=True) as font:
            has.append(frozenset(font.getBestCmap()))
    table = LOCALES / language / glyphs.TABLE.name
    if pytestconfig.getoption("accept"):
        table.write_text(as_table(has[0]), encoding="ascii")
        covered.cache_clear()
    assert {covered(table)} == set(has)
    assert table.read_text(encoding="ascii") == as_table(covered(table))
    said = messages(read(LOCALES / language / "LC_MESSAGES" / "guidebook.po")).values()
    letters = {letter for strings in said for string in strings for letter in string if not letter.isspace()}
    assert letters <= own_letters(language) | glyphs.drawn()


def test_dates_are_written_as_the_catalogue_has_them() -> None:
    say = catalogue("ja").gettext
    assert [written(date, "ja", say) for date in ("2026-12-03", "2026-12", "2026")] == [
        *("2026年12月3日", "2026年12月", "2026年")
    ]
    assert cited("2026", "ja", say) == "2026"
    assert with_weekday("2026-12-03", "ja", say) == "2026年12月3日（木）"
    assert moment("2026-12-01 16:30", "ja", say) == "2026年12月1日 16:30"
    assert with_weekday("2026-12-03", "en", str) == "Thu 3 December 2026"


def test_what_has_no_words_in_it_is_said_in_english() -> None:
    only_for_editors = "언어의 코드를 읽을 수 없습니다."
    assert catalogue("ja").gettext(only_for_editors) == catalogue("en").gettext(only_for_editors)
    assert catalogue("ja").gettext("발행일") == "発行日"


def test_a_catalogue_is_all_that_a_language_needs(invented: str, maru: Path, change: Change, tmp_path: Path) -> None:
    assert languages()[-1] == invented
    change("site.yml", "published:", f"language: {invented}\npublished:")
    assert main(["--site-only", "--content", str(maru), "--output", str(tmp_path / "output")]) == 0
    home = (tmp_path / "output" / "site" / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{invented}"' in home
    assert re.search(r"Vok \d{1,2}\.\d{1,2}\.20\d\d", home)
    assert "Search" in home, "what it has no words for is said in English"
    assert '<span lang="ko">' in home


@pytest.mark.parametrize("file", ["site.yml", "visits/hansol.yml"])
def test_a_language_without_a_catalogue_is_told_with_those_that_there_are(
    maru: Path, change: Change, file: str
) -> None:
    place = "published:" if file == "site.yml" else "people:"
    change(file, place, f"language: fr\n{place}")
    (fault,) = [fault for fault in examine(maru)[1] if fault.code == "bad-language"]
    assert fault.span.file.endswith(file)
    assert "fr" in str(fault.message)
    assert "ko, en" in str(fault.hint)


def test_letters_of_its_own_font_may_stand_in_a_visit_in_that_language(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "delegation: 한솔시 주민자치회", "delegation: 横浜市駅前町内会")
    assert [fault for fault in examine(maru)[1] if fault.code == "missing-glyph"]
    change("visits/hansol.yml", "people:", "language: ja\npeople:")
    assert not [fault for fault in examine(maru)[1] if fault.code == "missing-glyph"]


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>7. 22.~7. 24.(화) 여름</p>", '<p><span lang="ko">7. 22.~7. 24.(화) 여름</span></p>'),
        ("<p>Maru 강가 길</p>", '<p>Maru <span lang="ko">강가 길</span></p>'),
        ("<p>강가길の地図</p>", '<p><span lang="ko">강가길</span>の地図</p>'),
        ("<p> 12:00 </p>", "<p> 12:00 </p>"),
    ],
)
def test_a_text_that_is_all_korean_is_marked_as_a_whole(html: str, marked: str) -> None:
    assert marked_korean(Markup(html), sentences=True) == marked


def test_no_code_names_a_third_language() -> None:
    """Neither code, templates nor styles know Japanese: all of it lies in its folder."""
    naming = re.compile(r"""["'(]ja["')]|日本|Japanese|\bNoto Sans JP\b""")
    files = [*(ROOT / "guidebook").rglob("*.py"), *(ROOT / "templates").rglob("*.*")]
    texts = ((path, path.read_bytes().decode("utf-8", "ignore")) for path in files)
    assert [path.name for path, content in texts if naming.search(content)] == []
