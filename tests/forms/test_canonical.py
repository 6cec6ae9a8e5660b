"""Files in form say what they said: every value, every comment; and what is in form stays as it is."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guidebook.forms.canonical.comments import comments_in
from guidebook.forms.canonical.unsafe import UnsafeError
from guidebook.forms.canonical.writing import in_form
from guidebook.forms.files import files_of
from guidebook.load.characters import composed
from guidebook.load.front_matter import split
from guidebook.load.yaml_positions import parse
from guidebook.model.diagnostic import has_errors
from guidebook.model.kinds import KINDS
from guidebook.model.record import SubRecord
from guidebook.model.records.place import Place
from guidebook.model.records.route import Route
from guidebook.model.records.visit import Visit
from tests.conftest import CITIES
from tests.forms.written_yaml import records

MODELS = [file.model for file in files_of(KINDS)]


def meaning(source: str) -> object:
    data, places, faults = parse(source, "a.yml")
    return data, places.reserved, sorted((fault.code, str(fault.message)) for fault in faults)


@given(st.sampled_from(MODELS).flatmap(lambda model: st.tuples(st.just(model), records(model))))
def test_form_changes_no_meaning_and_holds(written: tuple[type[SubRecord], str]) -> None:
    model, source = written
    source = composed(source)
    _, _, faults = parse(source, "a.yml")
    assume(not has_errors(faults))
    try:
        new = in_form(source, model, closed=True)
    except UnsafeError:
        return
    assert meaning(new) == meaning(source)
    assert in_form(new, model, closed=True) == new
    assert comments_in(new) == comments_in(source)
    assert new.count("#") == source.count("#")
    assert new.endswith("\n")


WRITTEN = [
    (path.read_text(encoding="utf-8"), file.model)
    for file in files_of(KINDS)
    for path in sorted((CITIES / "maru").glob(file.name.removeprefix("content/").replace("<아이디>", "*")))
]
SPOILING = st.text("\n\n  :#-'\"[]{},|>+?!&*~가a1\t\r\ufeff\u1100", min_size=1, max_size=6) | st.sampled_from(
    (
        "\n# 주석\n",
        " # 뒤\n",
        "\n\n",
        "\n---\n",
        "\n...\n",
        "? ",
        "!!str ",
        "- ",
        "\n  ",
        ": |\n    ",
        "'",
        '"',
        "%YAML 1.1\n---\n",
    )
)


@given(st.sampled_from(WRITTEN), st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 12), SPOILING), max_size=4))
def test_whatever_is_spoilt_is_refused_or_says_the_same(
    written: tuple[str, type[SubRecord]], edits: list[tuple[int, int, str]]
) -> None:
    source, model = written
    parts, _ = split(source, "a.md")
    source = parts.front if parts else source
    for at, length, words in edits:
        at %= len(source) + 1
        source = source[:at] + words + source[at + length :]
    source = composed(source.replace("\r", "\n").replace("\ufeff", ""))
    assume(not has_errors(parse(source, "a.yml")[2]))
    for closed in (True, False):
        try:
            new = in_form(source, model, closed=closed)
        except UnsafeError:
            continue
        assert meaning(new) == meaning(source)
        assert comments_in(new) == comments_in(source)
        assert in_form(new, model, closed=closed) == new


def test_a_text_that_other_quotes_would_spoil_is_refused() -> None:
    """A lone question mark is a key without a value; with other quotes behind it the text could not be read."""
    source = "stops:\n  - {restaurant: ferry-table,?,1 text: 점심, stay: 60}\n"
    assert not has_errors(parse(source, "a.yml")[2])
    with pytest.raises(UnsafeError):
        in_form(source, Route)


def formed(source: str, model: type[SubRecord] | None = Place) -> str:
    return in_form(dedent(source), model, closed=True)


def test_keys_stand_in_the_order_of_the_model_with_their_comments() -> None:
    assert formed(
        """\
        # 이 파일은 손으로 적었다.

        # 시장의 자리
        town: gaon
        more: 모르는 항목   # 맨 뒤로

        # 부르는 이름
        name: '나루 시장'  # 옛 이름은 나루장
        kind: market
        sources:
        - title: "나루: 어제와 오늘"
          # 누가 냈는지
          kind: press
          publisher: 마루 신문
        # 끝
        """
    ) == dedent(
        """\
        # 이 파일은 손으로 적었다.

        # 부르는 이름
        name: 나루 시장  # 옛 이름은 나루장
        kind: market

        # 시장의 자리
        town: gaon
        sources:
        # 누가 냈는지
        - kind: press
          publisher: 마루 신문
          title: "나루: 어제와 오늘"
        # 끝

        more: 모르는 항목   # 맨 뒤로
        """
    )


def test_a_comment_stays_with_what_it_speaks_of() -> None:
    """Right below an entry and before a blank line: of that entry. Farther in: inside of it. At the end: the foot."""
    assert formed("town: gaon\n# 읍면동은 하나\n\nname: 장터\n\n# 발\n") == (
        "name: 장터\n\ntown: gaon\n# 읍면동은 하나\n\n# 발\n"
    )
    assert formed("town: gaon\nsources:\n  - kind: press\n    # 더 있음\nname: 장터\n") == (
        "name: 장터\ntown: gaon\nsources:\n  - kind: press\n    # 더 있음\n"
    )


def test_one_rule_of_quotes() -> None:
    assert formed(
        """\
        name: "나루 시장"
        hours: 10:00
        phone: '041-350-3114'
        remark: 'it''s'
        closed: yes
        fee: "yes"
        search: ["a, b", '가', "나" ]
        """
    ) == dedent(
        """\
        name: 나루 시장
        phone: 041-350-3114
        hours: "10:00"
        closed: yes
        fee: "yes"
        remark: it's
        search: ["a, b", 가, 나 ]
        """
    )


def test_what_has_several_lines_stays_as_it_is() -> None:
    source = "name: 장터\nremark: |\n  첫 줄\n\n  # 줄\nstory: >-\n  접은\n  글\nhours: '아침\n  저녁'\n"
    assert sorted(formed(source).split("\n")) == sorted(source.split("\n"))


def test_what_might_have_been_cut_off_stays_as_it_is() -> None:
    """`#` without a space behind it is told by `check`, and would not be any more with quotes before it."""
    source = "name: 삽교호/가:나 #1 관광지\n"
    assert formed(source) == source


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("name: !!str 장터\n", 0),
        ("name: 장터\nsources:\n  - !mine\n    kind: press\n", 2),
        ("? name\n: 장터\n", 0),
        ("name: 장터\n? town\n: gaon\n", 1),
        ("name: 장터\nparking: {more: 1, # 하나\n  name: 2}\nhall: {b: 1}\n", -1),
        ("name: 장터\nremark: |\n  끝에 줄바꿈이 없음", 0),
    ],
)
def test_what_cannot_be_written_anew_for_certain_is_left_alone(source: str, line: int) -> None:
    if line < 0:
        assert in_form(source, Place, closed=True) == source
        return
    with pytest.raises(UnsafeError) as raised:
        in_form(source, Place, closed=True)
    assert raised.value.line == line


def test_comments_in_brackets_keep_the_order_there() -> None:
    with pytest.raises(UnsafeError) as raised:
        in_form("delegation: 가\ncontact: {phone: 02-000-0000, # 낮에만\n  department: 나}\n", Visit, closed=True)
    assert raised.value.line == 1


def test_what_is_offered_below_a_new_record_stays_below() -> None:
    offered = "\n".join(
        (
            "name: 장터\n\n# 더 적을 수 있는 항목입니다. 줄 앞의 ‘# ’을 지우고 예시를 실제 값으로 바꾸세요.",
            "# 자세한 설명은 docs/ko/fields.md에 있습니다.",
            "#   휴무일: 쉬는 날",
            "# closed: 월요일",
            "#   전화: 번호",
            "phone: 041-350-3114",
            "#   읍면동: 어느 곳인지",
            "town: gaon",
            "#   낱말: 찾는 말",
            "# search: [가]\n",
        )
    )
    assert formed(offered, Place).split("\n")[:6] == [
        "name: 장터",
        "#   읍면동: 어느 곳인지",
        "town: gaon",
        "#   전화: 번호",
        "phone: 041-350-3114",
        "",
    ]
    assert formed(offered, Place).endswith("# closed: 월요일\n#   낱말: 찾는 말\n# search: [가]\n")


def test_a_comment_below_an_entry_stays_apart_from_the_next() -> None:
    """Above the next entry it would be taken for a comment of that one."""
    text = "town: gaon  # 안\n# 아래\n\nname: 숲\nkind: park\nsources: []\n"
    written = in_form(text, Place)
    assert written == "name: 숲\nkind: park\n\ntown: gaon  # 안\n# 아래\n\nsources: []\n"
    assert in_form(written, Place) == written
