"""The dialect as a table: what is in it and how it comes out, what is not and how it is told."""

from __future__ import annotations

import pytest

from guidebook.model.source import Note
from guidebook.render.text.prose import prose
from tests.markdown.bodies import NOTES
from tests.markdown.conftest import Judge


def link(kind: str, id: str, heading: str = "") -> str:
    return f"../{kind}/{id}/" + (f"#{heading}" if heading else "")


def html(body: str) -> str:
    return str(prose(body, tuple(Note(id=id, text=id) for id in NOTES), link).html).replace("\n", "")


IN_THE_DIALECT: tuple[tuple[str, str], ...] = (
    ("2026. 3. 1. 마을회관을 열었습니다.", "<p>2026. 3. 1. 마을회관을 열었습니다.</p>"),
    ("- 2026. 4. 5. 나무를 심었습니다.", "<li>2026. 4. 5. 나무를 심었습니다.</li>"),
    ("3. 1. 만세를 불렀습니다.", "<p>3. 1. 만세를 불렀습니다.</p>"),
    ("2026. 3월에 시작했습니다.", "<p>2026. 3월에 시작했습니다.</p>"),
    ("26. 3. 1.(토) 열었습니다.", "<p>26. 3. 1.(토) 열었습니다.</p>"),
    ("3. 1절의 독립선언", '<ol start="3"><li>1절의 독립선언</li></ol>'),
    ("1. 2.5km를 걷기\n2. 3개 읍면", "<ol><li>2.5km를 걷기</li><li>3개 읍면</li></ol>"),
    ("1. 가\n\n2026. 3. 1. 나", "<ol><li>가</li></ol><p>2026. 3. 1. 나</p>"),
    ("4. 넷\n5. 다섯", '<ol start="4"><li>넷</li><li>다섯</li></ol>'),
    ("1. 가\n1. 나", "<ol><li>가</li><li>나</li></ol>"),
    ("- 가\n  - 나\n    - 다", "<li>가<ul><li>나<ul><li>다</li></ul></li></ul></li>"),
    ("- 가\n    - 나\n        - 다", "<li>가<ul><li>나<ul><li>다</li></ul></li></ul></li>"),
    ("- 가\n      - 나", "<li>가<ul><li>나</li></ul></li>"),
    ("- 가\n    - 나\n  - 다", "<li>가<ul><li>나</li><li>다</li></ul></li>"),
    ("-   가\n  - 나", "<li>가<ul><li>나</li></ul></li>"),
    ("- 가\n\t- 나", "<li>가<ul><li>나</li></ul></li>"),
    ("1. 가\n  - 나\n2. 다", "<ol><li>가<ul><li>나</li></ul></li><li>다</li></ol>"),
    ("1. 가\n   1. 나\n      - 다", "<ol><li>가<ol><li>나<ul><li>다</li></ul></li></ol></li></ol>"),
    ("10. 가\n   - 나", '<ol start="10"><li>가<ul><li>나</li></ul></li></ol>'),
    ("1. 가\n\n  둘째 문단\n\n2. 나", "<li><p>가</p><p>둘째 문단</p></li><li><p>나</p></li>"),
    ("1. 가\n\n    둘째 문단\n\n2. 나", "<li><p>가</p><p>둘째 문단</p></li><li><p>나</p></li>"),
    ("- 가\n\n        깊은 문단", "<li><p>가</p><p>깊은 문단</p></li>"),
    ("- 가\n  ```\n  코드\n    칸\n  ```", "<li>가<pre><code>코드  칸</code></pre></li>"),
    ("- ```\n  - 나\n      `a|b`\n  ```", "<li><pre><code>- 나    `a|b`</code></pre></li>"),
    ("``` 한 줄 ```\n- 가", "<p><code>한 줄</code></p><ul><li>가</li></ul>"),
    ("> 1. 가\n>   - 나", "<blockquote><ol><li>가<ul><li>나</li></ul></li></ol></blockquote>"),
    ("글\n- 가", "<p>글</p><ul><li>가</li></ul>"),
    ("```\n# 줄\n\n[[routes]]\n```", "<pre><code># 줄[[routes]]</code></pre>"),
    ("~~~yaml\na: 1\n~~~", '<pre><code class="language-yaml">a: 1</code></pre>'),
    ("낱말\n: 뜻풀이\n: 둘째 뜻", "<dl><dt>낱말</dt><dd>뜻풀이</dd><dd>둘째 뜻</dd></dl>"),
    ("가\n: 나\n\n다\n: 라", "<dl><dt>가</dt><dd>나</dd><dt>다</dt><dd>라</dd></dl>"),
    ("~~지운 글(가)~~이", "<p><del>지운 글(가)</del>이</p>"),
    ("- [ ] 할 것\n- [x] 한 것", 'aria-label="한 일">✓</span> 한 것</li>'),
    ("가[^one]", '<sup class="note-ref"><a href="#note-one" id="ref-one">1</a></sup>'),
    ("가[^one][^one]", '1</a></sup><sup class="note-ref">,<a href="#note-one">1</a></sup>'),
    ("가[^one] 나[^one]", '나<sup class="note-ref"><a href="#note-one">1</a></sup>'),

    ("표: 표\n\n| 가 | 나 |\n|---|---|\n| 1 | 2명 |", '<th scope="row">1</th><td class="right">2명</td>'),
    ("표: 표\n\n| 가 | 나 |\n|---|---|\n| 1 | 2명 |", '<th scope="col" class="right">나</th>'),
    ("표: 표\n\n| 가 | 나 |\n|---|:--|\n| 1 | 2명 |", '<td class="left">2명</td>'),
    ("표: 표\n\n| 가 | 나 |\n|---|---|\n| 1 | 2명 |\n| 2 | 둘 |", "<td>2명</td>"),
    ("[041-360-5114](tel:041-360-5114)", '<a href="tel:041-360-5114">041-360-5114</a>'),
    ("[편지](mailto:a@example.go.kr)", '<a href="mailto:a@example.go.kr">편지</a>'),
    ("<https://example.go.kr/가_나>", '<a href="https://example.go.kr/가_나">https://example.go.kr/가_나</a>'),
    ("https://example.go.kr/a_b_c", "<p>https://example.go.kr/a_b_c</p>"),
    ("[가온](town:gaon)", '<a href="../town/gaon/">가온</a>'),
    ("## 까닭\n\n[위](#까닭)", '<a href="#까닭">위</a>'),
    ("## 까닭\n\n[위](#%EA%B9%8C%EB%8B%AD)", '<a href="#까닭">위</a>'),
    ("## 가\n\n글\n\n## 가\n\n[둘째](#가_1)", '<h2 id="가_1">가</h2><p><a href="#가_1">둘째</a></p>'),
    ("표: 붙은 표\n| 가 | 나 |\n|---|--:|\n| 1 | 2 |", '<caption>붙은 표</caption><thead><tr><th scope="col">가</th>'),
    ("표 : 예산\n\n| 가 | 나 |\n|---|--:|\n| 1 | 2 |", "<caption>예산</caption>"),
    ("표：예산\n\n| 가 | 나 |\n|---|--:|\n| 1 | 2 |", "<caption>예산</caption>"),
    ("표: 표\n\n| 가 | 나 |\n|---|--:|\n| 1 | 2 |", '<th scope="row">1</th><td class="right">2</td>'),
    ("표: 표\n\n| 가 | 나 |\n|---|:-:|\n| `x|y` | 2 \\| 3 |", "<code>x|y</code></th>"),
    ("**마을(Village)**의 _이유_는", "<strong>마을(Village)</strong>의 <em>이유</em>는"),
    ("*까닭(이유)*과 __굵게__도", "<em>까닭(이유)</em>과 <strong>굵게</strong>도"),
    ("가\n: 나\n다\n: 라", "<dl><dt>가</dt><dd>나</dd><dt>다</dt><dd>라</dd></dl>"),
    ("**“따옴”**이 file_name_x 2 * 3", "<strong>“따옴”</strong>이 file_name_x 2 * 3"),
    ("김*수, 이*영 위원과 홍*, 박*의 면적*단가*횟수", "<p>김*수, 이*영 위원과 홍*, 박*의 면적*단가*횟수</p>"),
    ("마을**자치**회와 (*까닭*)", "마을<strong>자치</strong>회와 (<em>까닭</em>)"),
    ("1차(~3. 5.), 2차(3. 6.~), 접수 ~3월, 발표 4월~", "<p>1차(~3. 5.), 2차(3. 6.~), 접수 ~3월, 발표 4월~</p>"),
    ("김○○, 이 ○ ○, (재)○○재단, △△동", "<p>김○○, 이 ○ ○, (재)○○재단, △△동</p>"),
    ("위 원 장  김  ○  ○  (서명)", "<p>위 원 장  김  ○  ○  (서명)</p>"),
    ("성명: ______ (인)", "<p>성명: ______ (인)</p>"),
    ("1.\t하나\n2.\t둘", "<ol><li>하나</li><li>둘</li></ol>"),
    ("-\t가\n  -\t나\n-\u3000다", "<ul><li>가<ul><li>나</li></ul></li><li>다</li></ul>"),
    ("R&D; Q&A;", "<p>R&amp;D; Q&amp;A;</p>"),
    ("5*3*2=30, 2**3", "<p>5*3*2=30, 2**3</p>"),
    ("- > 가\n  > 나", "<li><blockquote><p>가나</p></blockquote></li>"),
    ("- 가\n\n  > 1. 나\n  >   - 다", "<blockquote><ol><li>나<ul><li>다</li></ul></li></ol></blockquote></li>"),
    ("가  \n나\\\n다", "<p>가<br>나<br>다</p>"),
    (r"\*별\* \[괄호\] \# &lt;b&gt; &amp;", "<p>*별* [괄호] # &lt;b&gt; &amp;</p>"),
    ("가\n\n* * *\n\n나", "<hr>"),
    ("## `코드`와 [링크](town:gaon)와 韓字\n\n글", '<h2 id="코드와-링크와-韓字">'),
    ("\"따옴표\" '작은' ... --", "<p>\"따옴표\" '작은' ... --</p>"),
    ("10~20명, 30~40명, 3. 1.~3. 5.", "<p>10~20명, 30~40명, 3. 1.~3. 5.</p>"),
    ("요금은 $5이고 10:30:20에 C++를", "<p>요금은 $5이고 10:30:20에 C++를</p>"),
    ("<강길>은 a < b", "<p>&lt;강길&gt;은 a &lt; b</p>"),
    ("5,000원* 별표", "<p>5,000원* 별표</p>"),
)  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), IN_THE_DIALECT)
def test_what_is_in_the_dialect_comes_out_right(body: str, expected: str, judged: Judge) -> None:
    told = judged(body if body.startswith("## ") else f"## 제목\n\n{body}\n")
    assert [(one.code, str(one.message)) for one in told] == []
    assert expected in html(body)


OUTSIDE: tuple[tuple[str, str, int], ...] = (
    ("가\n\n[^x]: 주석의 글", "note-definition", 3),
    ("*[NGO]: 민간단체", "abbreviation", 1),
    ("[가][나]", "reference-link", 1),
    ("가\n\n[나]: https://example.go.kr", "reference-link", 3),
    ("!!! note\n    글", "container", 1),
    ("::: tip\n글\n:::", "container", 1),
    ("> [!NOTE]\n> 글", "container", 1),
    ("=== \"탭\"", "container", 1),
    ("[TOC]", "contents", 1),
    ("[[_TOC_]]", "contents", 1),
    ("가 [[페이지]] 나", "unknown-block", 1),
    ("> [[routes]]", "unknown-block", 1),
    ("- [[routes]]", "unknown-block", 1),
    ("가\n[[routes]]", "unknown-block", 2),
    ("[[routes]]", "unknown-block", 1),
    ("가 {: .x}", "attribute-list", 1),
    ("가 {.x}", "attribute-list", 1),
    ("{{ page.title }}", "attribute-list", 1),
    ("{% include x %}", "attribute-list", 1),
    ("가 ==표시== 나", "foreign-mark", 1),
    ("m^2^와 H~2~O", "foreign-mark", 1),
    ("가^[덧붙임] 나", "foreign-mark", 1),
    ("수식 $E=mc^2$", "math", 1),
    ("수 $x$", "math", 1),
    ("~가~", "mark-left", 1),
    ("김**, 이** 위원", "mark-left", 1),
    ("https://example.go.kr/_a_/b", "mark-left", 1),
    ("https://example.go.kr/*a*/b", "mark-left", 1),
    ("- 아 래 -\n\n1. 일시", "dashed-line", 1),
    ("- 끝 -", "dashed-line", 1),
    ("글 %%숨은 메모%%", "foreign-mark", 1),
    ("＃ 제목", "wide-mark", 1),
    ("－ 항목", "wide-mark", 1),
    ("｜ 가 ｜ 나 ｜", "wide-mark", 1),
    ("-\t가\t나", "pasted-table", 1),
    ("○ 추진 배경", "ornament", 1),
    ("- ○ 추진 배경", "ornament", 1),
    ("□ 추진 배경", "ornament", 1),
    ("┌─┬─┐\n│가│나│\n└─┴─┘", "broken-table", 1),
    ("가[^ one]", "unknown-note", 1),
    ("$$\nx\n$$", "math", 1),
    (r"수식 \(a+b\)", "math", 1),
    ("좋아요 :smile:", "emoji", 1),
    ("<https://example.go.kr/가 나>", "broken-link", 1),
    ("[글] (https://example.go.kr)", "broken-link", 1),
    ("[글](https://example.go.kr", "broken-link", 1),
    ("[글](https://example.go.kr/가 나)", "broken-link", 1),
    ("[x] 한 일", "task", 1),
    ("##제목", "heading-space", 1),
    ("-가\n-나", "item-space", 1),
    ("1.가\n2.나", "item-space", 1),
    (": 뜻풀이", "definition", 1),
    ("**굵게 글", "mark-left", 1),
    ("~~지운 글", "mark-left", 1),
    ("`코드 글", "mark-left", 1),
    ("__굵게 글", "mark-left", 1),
    ("가 &foo; 나", "entity", 1),
    ("제목\n---", "underlined-heading", 1),
    ("제목\n===", "underlined-heading", 1),
    ("---\ntitle: 글\n---", "underlined-heading", 2),
    ("    코드", "indented", 1),
    ("> ## 안", "inner-heading", 1),
    ("```\n코드", "open-code", 1),
    ("``` {.python}\n코드\n```", "code-language", 1),
    ("1. 가\n3. 나", "list-number", 2),
    ("- 가\n-\n- 나", "empty-item", 2),
    ("차례는\n2. 가\n3. 나", "item-in-text", 2),
    ("> " * 12 + "글", "nesting", 1),
    ("".join(f"{'  ' * depth}- 가\n" for depth in range(9)), "nesting", 7),
    ("<!-- 메모 -->", "raw-html", 1),
    ("가 <b>나</b>", "raw-html", 1),
    ("가<br>나", "raw-html", 1),
    ("![가](a.jpg)", "unknown-picture", 1),
    ("| 가 | 나 |\n|---|---|\n| 1 | 2 |", "table-caption", 1),
    ("표: 표\n\n| 가 | 나 |\n|---|---|\n| 1 |", "table-cells", 5),
    ("표: 표\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 | 3 |", "table-cells", 5),
    ("표: 표\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n이어지는 글", "text-in-table", 6),
    ("표: 표\n\n| 가 | 나 |\n| 1 | 2 |", "broken-table", 3),
    ("표: 표\n\n| 가 | 나 |\n|---|\n| 1 | 2 |", "broken-table", 3),
    ("구분\t값\n가\t1", "pasted-table", 1),
    ("<table><tr><td>구분</td><td>값</td></tr><tr><td>가</td><td>1</td></tr></table>", "pasted-table", 1),
    ("[](https://example.go.kr)", "empty-link", 1),
    ("[가](https://example.go.kr \"설명\")", "link-title", 1),
    ("[가](javascript:alert(1))", "link-scheme", 1),
    ("[가](ftp://example.go.kr)", "link-scheme", 1),
    ("[가](data:text/html,x)", "link-scheme", 1),
    ("[가](book:page-x)", "link-scheme", 1),
    ("[가](tel:전화)", "bad-address", 1),
    ("[가](mailto:office)", "bad-address", 1),
    ("[가](https://)", "bad-address", 1),
    ("[가](town:nowhere)", "unknown-link", 1),
    ("[가](#없는-제목)", "unknown-heading", 1),
    ("[가](page:visit#없음)", "unknown-heading", 1),
    ("[가](town:gaon#주소)", "unknown-heading", 1),
    ("[가](../../towns/gaon/)", "relative-link", 1),
    ("[가](../nowhere/)", "unknown-link", 1),
    ("[가](/towns/)", "unknown-link", 1),
    ("[가](www.example.go.kr)", "unknown-link", 1),
    ("[가]()", "unknown-link", 1),
    ("[가[^one]](town:gaon)", "broken-link", 1),
    ("글\n    - 가", "item-in-text", 2),
    ("가[^three]", "unknown-note", 1),
)  # fmt: skip


@pytest.mark.parametrize(("body", "code", "line"), OUTSIDE)
def test_what_is_outside_is_told_at_its_line(body: str, code: str, line: int, judged: Judge) -> None:
    told = judged(f"## 제목\n\n글\n\n{body}\n")
    assert (code, line + 4) in {(one.code, one.span.line) for one in told}, [
        (one.code, str(one.message), one.span) for one in told
    ]
    assert len(told) <= 3


def test_a_pasted_table_is_offered_in_markdown(judged: Judge) -> None:
    for body in ("구분\t값\n가\t1", "<table><tr><td>구분</td><td>값</td></tr><tr><td>가</td><td>1</td></tr></table>"):
        told = judged(f"## 제목\n\n{body}\n")
        assert [one.code for one in told] == ["pasted-table"]
        assert "| 구분 | 값 |\n|---|---|\n| 가 | 1 |" in str(told[0].hint)


def test_a_page_may_ask_for_blocks_and_nothing_else_is_cut(judged: Judge) -> None:
    body = "[[routes]]\n\n## 가\n\n```\n[[routes]]\n```\n\n### 나\n\n[[sources]]\n"
    assert [one.code for one in judged(body, page=True)] == []
    pieces = prose(body, (), link).pieces
    assert [(piece.block, piece.level) for piece in pieces] == [("routes", 2), ("sources", 4), ("", 4)]


def test_links_to_lists_and_headings_of_other_records(judged: Judge) -> None:
    body = "## 가\n\n[목록](../../programs/) [색인](../../index/) [코스](page:visit#코스)\n"
    assert [(one.code, str(one.hint)) for one in judged(body)] == []
    told = judged("## 가\n\n[가온](../../towns/gaon/)\n")
    assert "town:gaon" in str(told[0].hint)
