"""YAML as people write it: records of a model in any order, every style of value, comments and blank lines anywhere."""

from __future__ import annotations

from hypothesis import strategies as st

from guidebook.forms.files import written_fields
from guidebook.forms.shapes import shape_of
from guidebook.model.record import SubRecord, key_of

PLAIN = (
    *("10:00", "041-350-3114", "yes", "No", "~", "null", "true", "", "가나 다라", "2026-11-24 16:30", "1.50", "007"),
    *(
        "https://example.org/?a=1&b=2",
        "a#b",
        "08",
        "=",
        "-x",
        "?y",
        ":z",
        "가\u1100\u1161",
        "a  b",
        "문 (앞)",
        "y",
        "‘첫’ 말",
    ),
    *("1,200명", "3. 1.", "x\\y", "it's", "끝,", "a - b", "a?b"),
)
QUOTED = (
    "# 가",
    " 앞 빈칸",
    "뒤 빈칸 ",
    "a: b",
    "- 가",
    "[가]",
    "{",
    "}",
    "&가",
    "*가",
    "!가",
    "%",
    "@",
    "`",
    "> 가",
    "| 가",
    "탭\t",
    *PLAIN,
)
COMMENTS = ("# 설명", "#붙은 말", "# name: 아님", "#", "## 묶음 ##", '# "따옴표', "# - [ ] 할 일", "# more: {")
BEHIND = ("", "", "", " # 뒤", "  #표시", " # '")


def records(model: type[SubRecord]) -> st.SearchStrategy[str]:
    """Texts of a record; most can be put into form."""
    return st.composite(_record)(model)


def _record(draw: st.DrawFn, model: type[SubRecord]) -> str:
    head = draw(st.sampled_from(([], [], ["# 머리", ""], ["# yaml-language-server: $schema=x.json"], ["", "# 머리"])))
    foot = draw(st.sampled_from(([], [], ["# 발"], ["", "# 발", "# 끝"], ["", ""])))
    lines = [*head, *_mapping(draw, model, 0, 0), *foot]
    return "\n".join(lines) + draw(st.sampled_from(("\n", "\n", "\n", "")))


def _mapping(draw: st.DrawFn, model: type[SubRecord] | None, indent: int, depth: int) -> list[str]:
    parts = {"more": None, "더 있는 것": None, "on": None}
    if model is not None:
        parts |= {key_of(model, one): shape_of(model.model_fields[one]).model for one in written_fields(model)}
    keys = draw(st.lists(st.sampled_from(sorted(parts)), min_size=1, max_size=5, unique=True))
    lines: list[str] = []
    for number, key in enumerate(keys):
        lines += _between(draw, indent) if number else []
        lines += _entry(draw, key, parts[key], indent, depth)
    return lines


def _between(draw: st.DrawFn, indent: int) -> list[str]:
    spaces = st.sampled_from((indent, indent, indent, indent + 2, 0))
    lines = draw(st.lists(st.sampled_from(("", *COMMENTS)), max_size=3)) if draw(st.integers(0, 2)) == 0 else []
    return [f"{' ' * draw(spaces)}{line}".rstrip() for line in lines]


def _entry(draw: st.DrawFn, key: str, model: type[SubRecord] | None, indent: int, depth: int) -> list[str]:
    written = draw(st.sampled_from((key, key, key, f'"{key}"', f"'{key}'")))
    start, behind = f"{' ' * indent}{written}:", draw(st.sampled_from(BEHIND))
    kinds = ["scalar", "scalar", "block", "folded", "flow", "list"]
    kind = draw(st.sampled_from([*kinds, "mapping", "mappings", "mappings"] if depth < 3 else kinds))
    inner = " " * (indent + 2)
    if kind == "scalar":
        value = _scalar(draw)
        return [f"{start} {value}{behind}".rstrip() if value else f"{start}{behind}"]
    if kind == "block":
        sign = draw(st.sampled_from(("|", ">", "|-", "|+", ">+", ">-")))
        rest = draw(st.sampled_from((["# 주석 아님"], ["둘째: 줄", "", "셋째"], [""], ["  더 안"], ["", ""], ["   "])))
        return [f"{start} {sign}{behind}", *(f"{inner}{line}" if line else "" for line in ["첫 줄", *rest])]
    if kind == "folded":
        sign = draw(st.sampled_from(("", '"', "'")))
        return [f"{start} {sign}앞부분", f"{inner}뒷부분{sign}{behind}"]
    if kind == "flow":
        return [f"{start} {_flow(draw, model, inner, depth)}{behind}"]
    step = draw(st.sampled_from((0, 2, 4)))
    hyphen = " " * (indent + step) + "-"
    if kind == "list":
        values = draw(st.lists(st.builds(lambda at: at, st.sampled_from(QUOTED)), min_size=1, max_size=3))
        items = [f"{hyphen} {_quoted(draw, value)}{draw(st.sampled_from(BEHIND))}" for value in values]
        return [f"{start}{behind}", *(line for item in items for line in (*_between(draw, indent + step), item))]
    if kind == "mapping":
        return [f"{start}{behind}", *_between(draw, indent + 2), *_mapping(draw, model, indent + 2, depth + 1)]
    lines = [f"{start}{behind}"]
    for _ in range(draw(st.integers(1, 2))):
        gap = draw(st.sampled_from((" ", " ", "   ")))
        entries = _mapping(draw, model, indent + step + 1 + len(gap), depth + 1)
        alone = draw(st.integers(0, 4)) == 0
        lines += _between(draw, indent + step)
        lines += [hyphen, *entries] if alone else [f"{hyphen}{gap}{entries[0].lstrip()}", *entries[1:]]
    return lines


def _scalar(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        return draw(st.sampled_from(PLAIN))
    return _quoted(draw, draw(st.sampled_from(QUOTED) | st.text("가a1 :#-'\"[]{},&*!|>%@`~?=\\", max_size=12)))


def _quoted(draw: st.DrawFn, value: str) -> str:
    if draw(st.booleans()):
        return "'" + value.replace("'", "''") + "'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _flow(draw: st.DrawFn, model: type[SubRecord] | None, inner: str, depth: int) -> str:
    apart = draw(st.sampled_from((", ", ",", f",\n{inner}", f", # 사이\n{inner}")))
    end = draw(st.sampled_from(("", "", ",", " ")))
    if draw(st.booleans()):
        values = draw(st.lists(st.sampled_from(QUOTED), max_size=3))
        return f"[{apart.join(_quoted(draw, value) for value in values)}{end if values else ''}]"
    names = ["more", "b"] if model is None else ["more", *(key_of(model, one) for one in written_fields(model))]
    keys = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    colon = draw(st.sampled_from((": ", ": ", ":")))
    entries = []
    for key in keys:
        value = (
            _flow(draw, None, inner, depth + 1) if depth < 2 and draw(st.integers(0, 3)) == 0 else _scalar_in_flow(draw)
        )
        entries.append(f'"{key}"{colon}{value}' if colon == ":" else f"{key}{colon}{value}")
    return "{" + apart.join(entries) + (end if entries else "") + "}"


def _scalar_in_flow(draw: st.DrawFn) -> str:
    return _quoted(draw, draw(st.sampled_from(QUOTED)))
