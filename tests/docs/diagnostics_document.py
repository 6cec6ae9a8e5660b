"""Writes `docs/ko/diagnostics.md`: each diagnostic with what it says, what brings it about, and what to do.

What brings it about is a line of `tests/diagnostics/`, and then the sentences are those that a check of that folder
told. Of the others the document has the sentences of the source, with … where a value stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guidebook.check.glyphs import drawn
from guidebook.check.markdown.prose import MARKS
from guidebook.check.personal import personal_data
from guidebook.load.characters import faults_in
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.particles import PAIRS
from tests.docs.said_faults import Saying

GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("파일과 YAML", "파일을 읽을 수 없거나 YAML의 문법에 맞지 않을 때 나옵니다.", ("load/",)),
    (
        "항목과 값",
        "항목의 이름이나 값이 맞지 않을 때, 다른 파일과 어긋날 때 나옵니다.",
        ("load/validate", "load/draft", "load/slips", "load/private", "check/"),
    ),
    ("본문", "마크다운으로 적은 본문에서 나옵니다.", ("check/markdown/", "load/bounds")),
    (
        "사진과 첨부파일",
        "사진과 첨부파일, 사진의 권리에서 나옵니다.",
        ("load/assets", "load/attachments", "load/decoding", "check/assets", "check/pictures"),
    ),
    (
        "장소, 읍면동, 지도",
        "장소와 음식점, 읍면동과 그 경계에서 나옵니다.",
        ("check/places", "check/points", "check/merging", "load/boundaries", "load/merging"),
    ),
    (
        "코스와 방문",
        "코스와 방문의 일정, 방문 자료에서 나옵니다.",
        ("check/routes", "check/visit/", "commands/packs", "books/pack_faults", "output/earlier_pack"),
    ),
    (
        "이름을 바꾼 파일",
        "`redirects.yml`과 없어진 주소에서 나옵니다.",
        ("check/redirects", "load/redirects", "output/lost_addresses"),
    ),
    ("새 파일과 형식", "`new`와 `format` 명령에서 나옵니다.", ("commands/new", "commands/format")),
    ("다른 곳의 자료", "`import` 명령에서 나옵니다.", ("importers/", "commands/imports")),
    ("책의 제작", "책의 쪽을 나누고 PDF를 만들 때 나옵니다.", ("books/", "layout/", "pdf/")),
    ("완성된 PDF의 점검", "만든 PDF를 다시 읽을 때 나옵니다.", ("preflight/",)),
    ("완성된 누리집의 점검", "만든 누리집을 다시 읽을 때 나옵니다.", ("web/",)),
    ("명령과 결과 폴더", "명령의 실행, 결과를 저장할 폴더, 서버의 자동 실행에서 나옵니다.", ("",)),
)
"""Title, when its diagnostics come, and how the names of its modules begin; the longest that fits is taken."""
SEVERITIES = {"error": "오류", "warning": "주의", "note": "참고"}
INTRODUCTION = """# 오류와 고치는 방법

검사(`check`)와 제작에서 나오는 모든 오류, 주의, 참고입니다. 프로그램의 문장과 테스트의 예시(`tests/diagnostics/`)에서
자동으로 만들어집니다. 이 문서를 직접 고치지 마세요.
고치는 방법은 [CONTRIBUTING.md](../../CONTRIBUTING.md)에 있습니다.

명령은 이렇게 알려 줍니다. 대괄호 안의 이름이 아래 제목이고, 그 앞이 파일, 줄, 칸입니다.

```
content/programs/river-path.md:31:3: error[unknown-town] 'gaong' 읍면동을 찾을 수 없습니다.
  도움말: 'gaon'(가온면)을 뜻하셨나요?
```

- **오류**(error)가 하나라도 있으면 아무것도 만들지 않습니다. 이전에 만든 결과가 그대로 남습니다.
- **주의**(warning)는 만드는 것을 막지 않습니다. 그대로 두어도 되는지 확인하세요.
- **참고**(note)는 알아 두면 좋은 것입니다.

‘해결’은 고치는 방법이고, 상자 안의 글은 이 오류가 나오는 줄의 예시입니다. ‘…’ 자리에는 그때의 값이 나옵니다.
"""
BY_HAND = {
    "doubtful-row": "표의 행이 어느 기록을 가리키는지 알 수 없습니다.",
    "no-cluster": "클러스터를 쓸 수 없습니다. 주소가 아니거나, 답하지 않거나, distributed 패키지가 없습니다.",
    "unsafe-form": "안전하게 고칠 수 없는 것이 들어 있어 형식을 맞추지 않았습니다. 무엇인지는 문장에 나옵니다.",
}
"""What is said where the source picks its sentence from a table of functions."""
PARTICLES = {
    form: f"({long.removesuffix(short)}){short}" if long.endswith(short) else f"{long}({short})"
    for long, short in PAIRS
    for form in (long, short)
}
_PLACE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
_MARKS = re.compile(r"[\\`*_\[\]<>#|~$&{}^!]|=(?==)|\+(?=\+)|%(?=%)|:(?=[a-z0-9_+-]+:)")
_EXPECTATION = re.compile(r"\s*(?:#|<!--|%%)?\s*(?:error|warning)\[[a-z-]+\].*$")
LONGEST_EXAMPLE, MOST_MARKS = 160, 4
"""Letters of a line that is shown, and its brackets of one kind: what is tangled there is tangled here."""


@dataclass(frozen=True)
class Example:
    """A diagnostic that was told, and the line that brought it about; empty where it cannot be shown."""

    diagnostic: Diagnostic
    line: str


def examples(diagnostics: Iterable[Diagnostic], content: Path) -> Mapping[str, Example]:
    """For each code the first line that brought it about; one that can be shown goes before one that cannot."""
    found: dict[str, Example] = {}
    for diagnostic in sorted(diagnostics, key=lambda one: one.span):
        parts = Path(diagnostic.span.file).parts
        line = _shown(content.joinpath(*parts[parts.index("content") + 1 :]), diagnostic.span.line)
        if diagnostic.code not in found or (line and not found[diagnostic.code].line):
            found[diagnostic.code] = Example(diagnostic, line)
    return found


def _shown(path: Path, number: int) -> str:
    if not path.is_file():
        return ""
    lines = path.read_bytes()[:1_000_000].decode("utf-8", "replace").split("\n")
    line = _EXPECTATION.sub("", lines[number - 1]).strip() if number <= len(lines) else ""
    tangled = max(map(line.count, ("[", "(", "<", "`", ">", "- "))) > MOST_MARKS
    readable = _may_stand_here(line) and not tangled and "\ufffd" not in line and len(line) <= LONGEST_EXAMPLE
    return line if readable and line not in ("", "---") else ""


def _may_stand_here(words: str) -> bool:
    """Whether no rule of our own is against them in this very document, which the handbook has as a page."""
    strange = [letter for letter in words if letter in MARKS or letter not in drawn()]
    return not strange and not any(faults_in(words)) and not any(personal_data(words)) and "```" not in words


def document(said: Mapping[str, Sequence[Saying]], told: Mapping[str, Example]) -> str:
    """The whole document."""
    groups: dict[str, list[str]] = {title: [] for title, _, _ in GROUPS}
    for code, sayings in said.items():
        groups[_group(sayings)].append(code)
    contents = [f"- [{title}](#{_anchor(title)}): {len(codes)}가지" for title, codes in groups.items() if codes]
    parts = [INTRODUCTION, "\n".join(contents) + "\n"]
    for title, about, _ in GROUPS:
        if groups[title]:
            entries = [_entry(code, said[code], told.get(code)) for code in groups[title]]
            parts += [f"## {title}\n\n{about}\n", *entries]
    return "\n".join(parts)


def _group(sayings: Sequence[Saying]) -> str:
    """That of the first place in the order of the groups."""
    titles = [title for title, _, _ in GROUPS]
    return min((_group_of(one.module) for one in sayings), key=titles.index)


def _group_of(module: str) -> str:
    fitting = ((prefix, title) for title, _, prefixes in GROUPS for prefix in prefixes if module.startswith(prefix))
    return max(fitting, key=lambda one: len(one[0]))[1]


def _anchor(title: str) -> str:
    """As forges name a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _entry(code: str, sayings: Sequence[Saying], example: Example | None) -> str:
    if example is None:
        return "\n".join([f"### `{code}`", "", *_as_written(code, sayings)])
    told = example.diagnostic
    message = _EXPECTATION.sub("", str(told.message))
    message = message if _may_stand_here(message) else filled(told.message.wording)
    hint, _, rest = str(told.hint).removesuffix(" 예:\n…").partition("\n")
    lines = [f"### `{code}`", "", *_paragraph(told.severity.value, [message], [hint])]
    for block in (example.line, rest.rstrip()):
        lines += ["```", block, "```", ""] if block else []
    return "\n".join(lines)


def _as_written(code: str, sayings: Sequence[Saying]) -> Iterator[str]:
    """What the source says under a code, each sentence once: those with one remedy together."""
    together: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    said: set[str] = set()
    for saying in [one for one in sayings if one.messages] or sayings:
        for message in dict.fromkeys(map(filled, saying.messages or (BY_HAND.get(code, code),))):
            if message not in said:
                said.add(message)
                together.setdefault((saying.severity, saying.hints), {})[message] = None
    for (severity, hints), messages in together.items():
        yield from _paragraph(severity, list(messages), [filled(one).partition("\n")[0] for one in hints])


def _paragraph(severity: str, messages: Sequence[str], hints: Sequence[str]) -> Iterator[str]:
    """Sentences and remedies, a line each."""
    lines = [f"**{SEVERITIES[severity]}** {escaped(one)}" for one in messages]
    lines += [f"**해결** {escaped(one)}" for one in dict.fromkeys(hints) if one]
    yield from (*(f"{line}\\" for line in lines[:-1]), lines[-1], "")


def filled(wording: str) -> str:
    """A sentence of the source, with … for its values and both forms of particles."""
    return _PLACE.sub(lambda place: PARTICLES.get(place[1], "…"), wording).replace("{{", "{").replace("}}", "}")


def escaped(words: str) -> str:
    """Words as Markdown that shows them as they are."""
    return _MARKS.sub(lambda mark: "\\" + mark[0], words)
