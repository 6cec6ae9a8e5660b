"""Up to five values say "확인 필요" where they stand; of more, one sentence speaks and each has a sign."""

from __future__ import annotations

from guidebook.render.text.doubts import MOST, counted_doubts

DOUBT = ' <span class="doubt">확인 필요</span>'


def page(count: int, head: str = "<header><h1>장소</h1><p>요약</p></header>") -> str:
    return head + "".join(f"<p>값{number}{DOUBT}</p>" for number in range(count))


def test_few_say_so_themselves() -> None:
    assert counted_doubts(page(MOST), str) == page(MOST)


def test_of_many_one_sentence_speaks() -> None:
    html = counted_doubts(page(MOST + 1), str)
    assert 'class="doubt"' not in html
    assert html.count('<sup class="doubt-mark">') == MOST + 1
    assert html.count(f"값 {MOST + 1}개는 확인이 필요합니다.") == 1


def test_each_sign_is_read_aloud() -> None:
    assert counted_doubts(page(MOST + 1), str).count('<span class="unseen">(확인 필요)</span>') == MOST + 1


def test_the_sentence_stands_behind_the_head() -> None:
    sentence = '<p class="doubt-note quiet">'
    with_header = counted_doubts(page(MOST + 1), str)
    assert with_header.index("</header>") < with_header.index(sentence) < with_header.index("값0")
    bare = counted_doubts(page(MOST + 1, "<h1>장소</h1>"), str)
    assert bare.index("</h1>") < bare.index(sentence) < bare.index("값0")
    nav = counted_doubts("<nav><header>차례</header></nav>" + page(MOST + 1), str)
    assert nav.index(sentence) < nav.index("값0")
