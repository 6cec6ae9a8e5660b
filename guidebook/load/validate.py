"""Turns pydantic's validation errors into diagnostics with line, Korean message and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidebook.load.characters import half_width
from guidebook.load.remedies import Names, choice_for, id_for, is_text, model_at, strange_numbers, types_at, wanted
from guidebook.model.catalogue import Path, SourceMap
from guidebook.model.clock import CLOCK
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.kinds import KINDS, Kinds
from guidebook.model.picture import FOCUS
from guidebook.model.record import DATE, LANGUAGE, PHONE, SLUG, fields_by_key
from guidebook.model.records.report.series import READING
from guidebook.model.records.visit import DAY, MOMENT
from guidebook.model.settings.cms import APPLICATION, FOLDER, HOST, REPOSITORY
from guidebook.model.settings.printing import REGISTRATION
from guidebook.model.settings.showing import COLOUR
from guidebook.model.settings.vocabulary import CALLED
from guidebook.model.settings.web_addresses import BASE_URL, REPORT
from guidebook.model.source import ADDRESS
from guidebook.model.text import Text, text
from guidebook.model.wording.suggestion import suggested_name

Model = TypeVar("Model", bound=BaseModel)

_PATTERNS: Mapping[str, tuple[str, Text, Text]] = {
    DATE: (
        "bad-date",
        text("날짜를 읽을 수 없습니다."),
        text("2019, 2019-07, 2019-07-23 가운데 아는 데까지만 적으세요."),
    ),
    PHONE: (
        "bad-phone",
        text("전화번호 형식이 아닙니다."),
        text("041-350-3114처럼 지역번호와 붙임표를 넣어 적으세요."),
    ),
    CALLED: (
        "bad-word",
        text("부르는 말에 쓸 수 없는 글자가 있습니다."),
        text("중괄호와 %는 빼고 적으세요."),
    ),
    SLUG: ("bad-id", text("아이디로 쓸 수 없는 글자가 있습니다."), text("영문 소문자, 숫자, 붙임표(-)만 쓰세요.")),
    COLOUR: ("bad-colour", text("색을 읽을 수 없습니다."), text("#0b4f6c처럼 # 뒤에 소문자 여섯 자리로 적으세요.")),
    BASE_URL: (
        "bad-url",
        text("누리집 주소를 읽을 수 없습니다."),
        text(
            "‘https://example.org/guide/’처럼 https://로 시작하고 /로 끝나게, "
            "영문·한글·숫자와 - . _ ~ 만으로 적으세요. 따옴표, 괄호, 빈칸, @, ?, #은 쓸 수 없습니다."
        ),
    ),
    REGISTRATION: (
        "bad-registration",
        text("발간등록번호 형식이 아닙니다."),
        text("‘74-1234567-000001-01’처럼 받은 번호를 그대로 적으세요."),
    ),
    REPORT: (
        "bad-url",
        text("오류를 알릴 주소를 읽을 수 없습니다."),
        text("https://로 시작하는 주소나 mailto:로 시작하는 전자우편 주소를 적으세요."),
    ),
    FOCUS: (
        "bad-focus",
        text("사진의 초점을 읽을 수 없습니다."),
        text("왼쪽에서, 위에서 몇 퍼센트인지 ‘60% 40%’처럼 적으세요. 0%부터 100%까지 쓸 수 있습니다."),
    ),
    CLOCK: ("bad-time", text("시각을 읽을 수 없습니다."), text("09:30처럼 두 자리씩 적으세요.")),
    DAY: ("bad-date", text("날짜를 읽을 수 없습니다."), text("2026-12-03처럼 연, 월, 일을 모두 적으세요.")),
    READING: (
        "bad-number",
        text("수를 읽을 수 없습니다."),
        text("‘1200’, ‘3.5’처럼 쉼표와 단위 없이 적으세요. 기록이 없으면 '-'로 적습니다."),
    ),
    MOMENT: ("bad-time", text("날짜와 시각을 읽을 수 없습니다."), text("2026-12-01 16:30처럼 적으세요.")),
    HOST: (
        "bad-url",
        text("저장소 서버의 주소를 읽을 수 없습니다."),
        text("‘https://git.example.org’처럼 https://로 시작하는 서버 이름까지만 적으세요. 경로는 적지 않습니다."),
    ),
    REPOSITORY: (
        "bad-repository",
        text("저장소의 이름을 읽을 수 없습니다."),
        text("서버 주소는 빼고 ‘소유자/이름’만 적으세요."),
    ),
    FOLDER: ("bad-name", text("이름을 읽을 수 없습니다."), text("영문, 숫자, - _ . 만으로 ‘content’처럼 적으세요.")),
    APPLICATION: (
        "bad-name",
        text("앱 아이디를 읽을 수 없습니다."),
        text("서버가 앱을 등록할 때 알려 준 아이디를 그대로 적으세요."),
    ),
    LANGUAGE: (
        "bad-language",
        text("언어의 코드를 읽을 수 없습니다."),
        text("‘en’처럼 빈칸 없는 언어의 코드를 적으세요."),
    ),
    ADDRESS: ("bad-url", text("누리집 주소를 읽을 수 없습니다."), text("https://로 시작하는 주소 전체를 적으세요.")),
}

_KINDS: Mapping[str, tuple[str, Text, Text]] = {
    "no_such_day": ("bad-date", text("달력에 없는 날짜입니다."), text("날짜를 다시 확인하세요.")),
    "outside_korea": (
        "bad-point",
        text("우리나라 밖의 좌표입니다."),
        text("lat에는 위도(36.89), lon에는 경도(126.64)를 적으세요. 서로 바뀌지 않았는지 보세요."),
    ),
    "greater_than_equal": ("out-of-range", text("수가 너무 작습니다."), text("값을 다시 확인하세요.")),
    "less_than_equal": ("out-of-range", text("수가 너무 큽니다."), text("값을 다시 확인하세요.")),
    "string_too_short": ("empty-value", text("값이 비어 있습니다."), text("값을 적거나 이 항목을 지우세요.")),
    "too_short": ("empty-value", text("목록이 비어 있습니다."), text("하나 이상 적으세요.")),
    "string_too_long": ("too-long", text("값이 너무 깁니다."), text("짧게 줄여 적으세요.")),
    "string_type": (
        "wrong-type",
        text("여기에는 글 한 줄이 와야 합니다."),
        text("목록이나 하위 항목이 아니라 글로 적으세요."),
    ),
    "tuple_type": ("wrong-type", text("여기에는 목록이 와야 합니다."), text("한 줄에 하나씩 ‘- ’로 시작해 적으세요.")),
    "model_type": (
        "wrong-type",
        text("여기에는 하위 항목이 와야 합니다."),
        text("다음 줄에 들여 써서 ‘이름: 값’으로 적으세요."),
    ),
    "int_parsing": ("bad-number", text("정수가 아닙니다."), text("쉼표와 단위 없이 숫자만 적으세요.")),
    "decimal_parsing": ("bad-number", text("수가 아닙니다."), text("쉼표와 단위 없이 숫자만 적으세요.")),
    "bool_parsing": ("bad-boolean", text("예(true)나 아니요(false)가 아닙니다."), text("true 또는 false로 적으세요.")),
}
_KIND_ALIASES = {
    "int_type": "int_parsing",
    "int_from_float": "int_parsing",
    "int_parsing_size": "int_parsing",
    "decimal_type": "decimal_parsing",
    "float_type": "decimal_parsing",
    "float_parsing": "decimal_parsing",
    "finite_number": "decimal_parsing",
    "decimal_max_digits": "less_than_equal",
    "decimal_whole_digits": "less_than_equal",
    "bool_type": "bool_parsing",
    "model_attributes_type": "model_type",
    "dict_type": "model_type",
}


def validate(
    model: type[Model],
    data: Mapping[str, Any],
    places: SourceMap,
    names: Names = MappingProxyType({}),
    kinds: Kinds = KINDS,
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """The record that `data` describes, or everything that is wrong with it. By `names` an id is told from a name."""
    slips = {**dict(_reserved(model, places)), **dict(_no_numbers(model, data, places))}
    try:
        return model.model_validate(data), tuple(slips.values())
    except ValidationError as error:
        faults = [
            fault
            for fault in error.errors(include_url=False)
            if (fault["loc"] not in slips or fault["type"] == "extra_forbidden") and not _told_by_its_items(fault)
        ]
        return None, (*slips.values(), *(_diagnostic(model, fault, places, names, kinds) for fault in faults))


def _told_by_its_items(fault: ErrorDetails) -> bool:
    """Whether a list is too short only because items that are wrong, and said to be, are not counted."""
    return fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"]


def _reserved(model: type[BaseModel], places: SourceMap) -> Iterator[tuple[Path, Diagnostic]]:
    """Values that YAML takes for no text, where there must be a value or words: `fee: null`, `fee: no`, `fee:`."""
    for path, value in places.reserved.items():
        place = places.value(path)
        if not value:
            yield path, Diagnostic(place, *_KINDS["string_too_short"])
        elif value.lower() in ("~", "null"):
            yield path, Diagnostic(place, "empty-value", _NOTHING, _KINDS["string_too_short"][2])
        elif is_text(model, path):
            message = text("‘{value}’ 한 낱말은 YAML에서 글이 아니라 예, 아니요로 읽습니다.", value=value)
            hint = text("문장으로 풀어 적으세요. 이 낱말 그대로 싣는 것이라면 따옴표로 감싸세요.")
            yield path, Diagnostic(place, "reserved-word", message, hint)


def _no_numbers(
    model: type[BaseModel], data: Mapping[str, Any], places: SourceMap
) -> Iterator[tuple[Path, Diagnostic]]:
    """Numbers that Python reads and people do not write: `1_0`, digits of full width."""
    for path, value in strange_numbers(model, data):
        whole = "int_parsing" if int in types_at(model, path) else "decimal_parsing"
        wide = _half_width(value, whole)
        yield (
            path,
            (
                Diagnostic(places.value(path), "wide-characters", *wide)
                if wide
                else Diagnostic(places.value(path), *_KINDS[whole])
            ),
        )


def _diagnostic(
    model: type[BaseModel], fault: ErrorDetails, places: SourceMap, names: Names, kinds: Kinds
) -> Diagnostic:
    path: Path = fault["loc"]
    kind = fault["type"]
    if kind == "extra_forbidden":
        return _unknown_key(str(path[-1]), fields_at(model, path[:-1]), places, path)
    if kind == "missing":
        return Diagnostic(
            places.key(path[:-1]),
            "missing-key",
            text("'{key}' 항목이 없습니다.", key=path[-1]),
            wanted(model, path),
        )
    wide = _half_width(fault["input"], kind)
    if wide is not None:
        return Diagnostic(places.value(path), "wide-characters", *wide)
    if kind in ("enum", "literal_error") and not isinstance(fault["input"], str):
        kind = "string_type"
    if kind in ("enum", "literal_error"):
        allowed = _allowed(str(fault.get("ctx", {}).get("expected", "")))
        return Diagnostic(
            places.value(path),
            "bad-choice",
            text("'{value}' 값은 쓸 수 없습니다.", value=fault["input"]),
            _suggested(
                str(fault["input"]), allowed, text("다음 가운데 하나를 적으세요: {allowed}", allowed=", ".join(allowed))
            ),
        )
    if kind == "string_pattern_mismatch" and not fault["input"]:
        kind = "string_too_short"
    pattern = str(fault.get("ctx", {}).get("pattern", ""))
    code, message, hint = _PATTERNS.get(pattern) or _KINDS.get(_KIND_ALIASES.get(kind, kind)) or _OTHER
    if pattern == SLUG and isinstance(fault["input"], str):
        name = fault["input"]
        hint = choice_for(name, model, path) or id_for(name, path, names, kinds) or hint
    return Diagnostic(places.value(path), code, message, hint)


_NOTHING = text("값 자리에 ‘없음’을 뜻하는 null이나 ~가 적혀 있습니다.")
_OTHER = ("bad-value", text("이 항목에 쓸 수 없는 값입니다."), text("같은 종류의 다른 파일을 보고 맞춰 적으세요."))


def _unknown_key(key: str, allowed: Iterable[str], places: SourceMap, path: Path) -> Diagnostic:
    names = tuple(allowed)
    return Diagnostic(
        places.key(path),
        "unknown-key",
        text("'{key}' 항목은 없는 이름입니다.", key=key),
        _suggested(key, names, text("쓸 수 있는 이름: {allowed}", allowed=", ".join(names))),
    )


def _half_width(value: object, kind: str) -> tuple[Text, Text] | None:
    """Message and hint where a value is not understood that has letters or digits of full width."""
    if not isinstance(value, str) or kind not in _EXACT or half_width(value) == value:
        return None
    message = text("전각 문자가 섞여 있어 읽을 수 없습니다: {value}", value=value)
    return message, text("반각으로 고쳐 적으세요: {value}", value=half_width(value))


_EXACT = frozenset(
    {
        "string_pattern_mismatch",
        "enum",
        "literal_error",
        "no_such_day",
        "int_parsing",
        "decimal_parsing",
        "bool_parsing",
    }
)
"""Kinds of faults in values of which every character counts."""


def _allowed(expected: str) -> tuple[str, ...]:
    """The words in pydantic's `'a', 'b' or 'c'`."""
    return tuple(expected.replace(" or ", ", ").replace("'", "").split(", "))


def _suggested(word: str, allowed: Iterable[str], otherwise: Text) -> Text:
    return suggested_name(half_width(word).strip(), allowed, otherwise)


def fields_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The names that may stand in the mapping at `path` of a record of `model`; without the id."""
    inside = model_at(model, path)
    return tuple(key for key in fields_by_key(inside) if key not in ("id", "body") or path) if inside else ()
