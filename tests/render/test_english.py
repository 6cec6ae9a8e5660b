"""Pages in English: their own frame and menu, known by their Korean twins, nothing invented and nothing in the book."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from guidebook.commands.examine import examine
from guidebook.model.wording.telephone import from_abroad
from guidebook.render.book.guidebook import manuscript
from guidebook.render.new_context import context_of
from guidebook.render.text.korean_words import marked_korean
from guidebook.render.web.site import site_pages
from tests.paths import PACKAGES, TEMPLATES
from tests.render.conftest import add_english


@pytest.fixture
def english(maru: Path) -> Path:
    add_english(maru)
    return maru


def _shown(content: Path, folder: Path, path: str) -> str:
    """A page's body as rendered, without building a website."""
    catalogue, _ = examine(content)
    context = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    assert context.english
    return next(page.body for page in site_pages(context) if page.path == f"{path}/")


def _read(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def test_a_page_in_english_speaks_english_around_it_too(maru_site: Path) -> None:
    page = _read(maru_site, "en/visit")
    assert '<html lang="en">' in page
    assert "Skip to main content" in page
    assert "This is a sample made from public records." in page
    bare = re.sub(r'<(\w+)[^>]*lang="ko".*?</\1>', "", page, flags=re.DOTALL)
    said = re.sub(r"<script.*?</script>|<style.*?</style>|<button.*?</button>|<[^>]*>", "", bare, flags=re.DOTALL)
    assert re.findall("[가-힣]+", said.replace("마루 기록 모임", "")) == []


def test_each_knows_its_twin(maru_site: Path) -> None:
    for path, other in (("visit", "en/visit"), ("en/visit", "visit"), ("", "en"), ("en", "")):
        page = _read(maru_site, path)
        there = "https://example.org/maru/" + (f"{other}/" if other else "")
        language = "en" if other.startswith("en") else "ko"
        assert f'<link rel="alternate" hreflang="{language}" href="{there}">' in page
        (switch,) = re.findall(r'<a class="language" href="([^"]+)"', page)
        up = "../" * (path.count("/") + bool(path)) or "./"
        assert switch == (up + (f"{other}/" if other else "") if other or path else up)
    fort = _read(maru_site, "sites/old-fort")
    assert "hreflang" not in fort.replace('hreflang="en">English', "")
    assert '<a class="language" href="../../en/"' in fort


def test_they_are_in_neither_menu_nor_book_nor_index(maru_site: Path, english: Path) -> None:
    assert "What happened" not in _read(maru_site, "")
    assert "Visiting Maru" not in _read(maru_site, "index")
    catalogue, _ = examine(english)
    assert not [
        one for one in manuscript(context_of(catalogue.public(), TEMPLATES, PACKAGES)).chapters if "Maru" in one.html
    ]


def test_what_has_no_english_stays_korean_and_says_so_to_devices(maru_site: Path, yeoul_site: Path) -> None:
    assert '<td><span class="cell-head" aria-hidden="true">Result</span><span lang="ko">' in _read(maru_site, "en")
    assert '<span lang="ko">갈대 체험마을</span>' in _read(maru_site, "en/visit")
    assert 'class="language"' not in _read(yeoul_site, "")


def test_stops_have_their_times_and_english_words(english: Path, tmp_path: Path) -> None:
    route = english / "routes" / "river-day.md"
    said = route.read_text(encoding="utf-8").replace("text: 강길 이야기", "text: 강길 이야기, text_en: The path")
    route.write_text(said.replace("title: ", "title_en: A day by the river\ntitle: ", 1), encoding="utf-8")
    page = _shown(english, tmp_path, "en/visit")
    assert "A day by the river" in page
    assert 'Gaon-myeon town hall <span lang="ko">(가온면 행정복지센터)</span>. The path' in page
    assert '<span class="figure">10:00</span>' in page
    assert re.search(r"10:00–\d\d:\d\d", page)
    assert "~" not in re.sub("<[^>]*>", "", page)


def test_a_doubted_english_name_has_a_mark_and_one_sentence(english: Path, tmp_path: Path) -> None:
    place = english / "sites" / "river-museum.yml"
    said = place.read_text(encoding="utf-8").replace("covers: [name_en, ", "covers: [")
    place.write_text(said + "  - {kind: blog, publisher: 강 이야기, covers: [name_en]}\n", encoding="utf-8")
    page = _shown(english, tmp_path, "en/visit")
    assert 'River Museum<sup aria-hidden="true">*</sup> <span lang="ko">(강 박물관)</span>' in page
    assert page.count("has yet to be confirmed") == 1


def test_whom_to_ask_is_told_as_one_dials_and_writes_from_abroad(english: Path, tmp_path: Path) -> None:
    site = english / "site.yml"
    said = site.read_text(encoding="utf-8").replace("  hall: ", "  hall_en: 1 Maru-ro, Maru-gun\n  hall: ", 1)
    site.write_text(said.replace("  phone: ", "  phone_note_en: switchboard\n  phone: ", 1), encoding="utf-8")
    page = _shown(english, tmp_path, "en/visit")
    assert (
        '<a class="figure" href="tel:+82432220000">+82 43 222 0000</a> <span class="quiet">switchboard</span>' in page
    )
    assert '<dd>1 Maru-ro, Maru-gun <span lang="ko">(가람도 마루군 마루로 1)</span></dd>' in page


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("041-350-3114", "+82 41 350 3114"),
        ("02-120-0000", "+82 2 120 0000"),
        ("070-1234-0000", "+82 70 1234 0000"),
        *((home, home) for home in ("1522-3113", "080-222-0000", "119", "도움 119")),
    ],
)
def test_a_number_from_abroad_if_it_rings_there(phone: str, dialled: str) -> None:
    assert from_abroad(phone) == dialled


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Councils (주민자치회)</p>", '<p>Councils (<span lang="ko">주민자치회</span>)</p>'),
        ('<p lang="ko">가<b>나</b>다</p>라', '<p lang="ko">가<b>나</b>다</p><span lang="ko">라</span>'),
        ('<p lang="ko">가<br>나</p> 다', '<p lang="ko">가<br>나</p> <span lang="ko">다</span>'),
        ('<img alt="그림"> a', '<img alt="그림"> a'),
        ('<a hreflang="ko">가 b</a>', '<a hreflang="ko"><span lang="ko">가</span> b</a>'),
        ('<p title="a > 가" lang="ko">나</p>다', '<p title="a > 가" lang="ko">나</p><span lang="ko">다</span>'),
        ('<a title="가 > 나">a</a>', '<a title="가 > 나">a</a>'),
        ("<!-- 가 > 나 -->1 < 2 다", '<!-- 가 > 나 -->1 < 2 <span lang="ko">다</span>'),
        (
            "<svg><title>가</title><text>나</text></svg>다",
            '<svg><title>가</title><text>나</text></svg><span lang="ko">다</span>',
        ),
        ("<code>&lt;b 가&gt;</code>", '<code>&lt;b <span lang="ko">가</span>&gt;</code>'),
        ("가온면 행정복지센터", '<span lang="ko">가온면 행정복지센터</span>'),
    ],
)
def test_korean_words_are_marked_once(html: str, marked: str) -> None:
    assert marked_korean(Markup(html)) == marked
