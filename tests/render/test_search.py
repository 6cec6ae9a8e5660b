"""The search index finds what is written, however Korean endings hang on it."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.text.korean import initial
from guidebook.render.web.page import SitePage
from guidebook.render.web.search import grams, indexed, search_index, words_of

HANGUL = st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1, max_size=8)


def page(path: str, body: str, title: str = "제목", redirect: str = "") -> SitePage:
    return SitePage(path, title, "설명", "", body, (), "content/a.md", redirect=redirect)


def index(*pages: SitePage, tier: str = "grams") -> dict[str, list[int]]:
    """The index read back: gram → page numbers."""
    read = json.loads(search_index(pages))
    found: dict[str, list[int]] = {}
    for line in read[tier].split("\n"):
        steps, those = line.split("\t")
        numbers, total = [], 0
        for step in steps.split(","):
            total += int(step, 36)
            numbers.append(total)
        found |= dict.fromkeys(those.split(" "), numbers)
    return found


def test_pairs_single_syllables_latin_and_numbers() -> None:
    assert grams("주민자치회 쌀 mou 2,948명") == {"주민", "민자", "자치", "치회", "회쌀", "mou", "2948", "명"}


@given(HANGUL, HANGUL)
def test_a_word_is_found_by_any_two_syllables_of_it_whatever_ending_follows(word: str, ending: str) -> None:
    found = grams(word + ending)
    assert all(word[at : at + 2] in found for at in range(len(word) - 1))


@given(st.lists(st.lists(HANGUL, max_size=5), min_size=1, max_size=60))
def test_the_index_gives_back_the_pages_of_every_gram(bodies: list[list[str]]) -> None:
    pages = [page(f"p{number}/", f"<p>{' '.join(words)}</p>") for number, words in enumerate(bodies)]
    found = index(*pages)
    for gram, numbers in found.items():
        assert numbers == [number for number, one in enumerate(pages) if gram in grams(words_of(one))]
    assert set(found) == set().union(*(grams(words_of(one)) for one in pages))


def test_what_is_drawn_or_leads_about_is_no_text() -> None:
    body = "<nav>차례</nav><svg><text>지도</text></svg><script>코드</script><p>글 &amp; <b>말</b>"
    body += '<sup class="note-ref"><a href="#n">주1</a></sup></p>'
    assert words_of(page("a/", body)) == "제목\n글 & 말"


def test_decomposed_hangul_is_composed() -> None:
    assert "마을" in grams(words_of(page("a/", unicodedata.normalize("NFD", "마을"))))


@given(HANGUL, HANGUL)
def test_a_space_inside_of_a_word_makes_no_difference(word: str, other: str) -> None:
    assert grams(word + other) <= grams(f"{word} {other}") | grams(f"{word}·{other}")
    assert grams(f"{word} {other}") == grams(f"{word}·{other}") == grams(word + other)


def test_hanja_and_numbers_are_found_as_they_may_be_typed() -> None:
    assert {"공가", "公暇"} <= grams("공가(公暇)를")
    assert grams("民") == {"民"}
    assert {"2948", "0413608071", "041", "360", "8071", "15223113"} <= grams("2,948명 041-360-8071 1522-3113")
    assert grams("２０１９ ＭＯＵ".lower()) == grams("2019 mou")


def test_what_a_page_says_in_passing_is_kept_apart() -> None:
    body = '<p>강길</p><dl class="fields"><dt>점심</dt></dl><dd class="hours">휴무</dd><p>봄날</p>'
    assert {"강길", "봄날"} <= set(index(page("a/", body)))
    assert set(index(page("a/", body), tier="asides")) == {"점심", "휴무"}


def test_redirects_and_the_page_for_unknown_addresses_are_not_found() -> None:
    pages = [page("", "가"), page("q/a/", "나", redirect="../../a/"), page("404.html", "다")]
    assert [one.path for one in indexed(pages)] == [""]


def test_words_stand_under_their_plain_first_consonant() -> None:
    assert [initial(word) for word in ("가", "까치", "힣", "MOU", "2019년", "")] == ["ㄱ", "ㄱ", "ㅎ", "M", "#", "#"]
