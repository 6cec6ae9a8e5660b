"""What is written as YAML is read again as the same words, by us and by other readers."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from guidebook.forms.yaml_text import mapping_lines
from guidebook.load.yaml_positions import parse

KEYS = st.from_regex(r"key_[a-z]{1,5}", fullmatch=True)
SIGNS = "가각나 다라마abcXYZ0123456789 .,:;-#'\"[]{}&*!|>%@`?/\\~()=+_㉠°·"
WORDS = st.text(SIGNS, min_size=1, max_size=40).map(str.strip).filter(bool) | st.sampled_from(
    [
        *("10:00", "041-350-3114", "0413503114", "yes", "No", "null", "~", "2026-12-03", "1e3", "0x1f"),
        *("- a", "a: b", "# a", "true"),
    ]
)
PARTS = st.dictionaries(KEYS, WORDS, min_size=1, max_size=3)
VALUES = WORDS | st.lists(WORDS, min_size=1, max_size=4) | PARTS | st.lists(PARTS, min_size=1, max_size=3)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5))
def test_it_is_read_again(data: dict[str, Any]) -> None:
    written = "\n".join(mapping_lines(data)) + "\n"
    read, _, faults = parse(written, "written.yml")
    assert (read, faults) == (data, ())
    assert _words(yaml.safe_load(written)) == data, written


def _words(value: Any) -> Any:
    """As text what is no other words to any reader: whole numbers, days, yes and no as we write them."""
    if isinstance(value, dict):
        return {key: _words(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_words(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(st.lists(st.text("가나 다.", min_size=1, max_size=20).map(str.strip).filter(bool), min_size=2, max_size=4))
def test_lines_stay_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    read, _, faults = parse("\n".join(mapping_lines({"text": text})) + "\n", "written.yml")
    assert (read, faults) == ({"text": text}, ())
