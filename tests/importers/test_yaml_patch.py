"""Values of a YAML file are replaced, and every other byte stays as it was."""

from __future__ import annotations

import pytest

from guidebook.importers.yaml_patch import UnpatchableError, YamlPatch

FILE = """
# 맨 위의 말
name:   강가식당   # 옛 이름은 다름
sources:
-   kind: press
    covers: [name,phone ,  seats]
    # 사이의 말
    publisher: "마루
      신문"
designation:
    grade: 'good'  # 좋음

    number:  제1호
# 끝
"""


@pytest.fixture
def patch() -> YamlPatch:
    return YamlPatch(FILE)


def test_without_a_change_every_byte_stays(patch: YamlPatch) -> None:
    assert patch.text() == FILE


def test_values_are_replaced_where_they_stand(patch: YamlPatch) -> None:
    designation = patch.value("designation")
    assert designation is not None
    assert patch.replace_scalars(patch.root, {"name": "들식당", "phone": "043-1"}) == {"phone": "043-1"}
    assert patch.replace_scalars(designation, {"grade": '"very-good"'}) == {}
    assert patch.text() == FILE.replace("강가식당", "들식당").replace("'good'", '"very-good"')


def test_new_lines_follow_the_last_entry_and_have_its_indent(patch: YamlPatch) -> None:
    for name, lines in (("designation", ["end: 2027-01-01"]), ("sources", ["- kind: data", "  title: 목록"])):
        collection = patch.value(name)
        assert collection is not None
        patch.add_lines(collection, lines)
    assert patch.text() == FILE.replace("  제1호\n", "  제1호\n    end: 2027-01-01\n").replace(
        '      신문"\n', '      신문"\n- kind: data\n  title: 목록\n'
    )


def test_a_block_is_replaced_or_put_before_another(patch: YamlPatch) -> None:
    patch.replace_block("designation", ["designation: {grade: good}"], before="sources")
    patch.replace_block("imported", ["imported:", "  key: '1'"], before="sources")
    head, _, _ = FILE.partition("designation:")
    assert patch.text() == head.replace("sources:", "imported:\n  key: '1'\nsources:") + (
        "designation: {grade: good}\n# 끝\n"
    )


def test_an_entry_is_replaced_behind_its_hyphen_and_its_comments_stay(patch: YamlPatch) -> None:
    sources = patch.value("sources")
    assert sources is not None
    patch.replace_entry(sources.value[0], ["kind: data", "title: 목록"])
    before, after = FILE.partition("kind: press")[0], FILE.partition('신문"\n')[2]
    assert patch.text() == f"{before}kind: data\n    title: 목록\n    # 사이의 말\n{after}"


@pytest.mark.parametrize("file", ["", "- a\n", "{name: a}\n", "name: [\n", "name: a\nname: : b\n", "a: *b\n"])
def test_what_is_no_block_mapping_is_refused(file: str) -> None:
    with pytest.raises(UnpatchableError):
        YamlPatch(file)


@pytest.mark.parametrize("value", [">\n  강가\n  식당", "|\n  강가", "강가\n  식당", "[강가]", "{강가: 1}"])
def test_a_value_that_is_more_than_a_line_is_not_replaced(value: str) -> None:
    patch = YamlPatch(f"name: {value}\nkind: 한식\n")
    with pytest.raises(UnpatchableError):
        patch.replace_scalars(patch.root, {"name": "들식당"})
