"""The programmes as JSON, with every figure, note and source."""

from __future__ import annotations

import gettext

from guidebook.export.contract.filter_values import filter_values
from guidebook.export.contract.schemas import contract, programs_schema
from guidebook.export.imprint import imprint
from guidebook.export.json_values import Json, as_json, known, number, public
from guidebook.model.catalogue import Catalogue
from guidebook.model.label import label_of
from guidebook.model.portal.published import PROGRAMS
from guidebook.model.records.figures import Bar, Comparison, Indicator, Timetable, Total
from guidebook.model.records.lessons import LegalBasis, Lesson, Lessons
from guidebook.model.records.program import Program
from guidebook.model.records.report.program_parts import Partnership, ProgramContact
from guidebook.model.records.report.series import Series
from guidebook.model.site import Site
from guidebook.model.source import Note
from guidebook.model.text import text

FIELDS = (
    ("id", text("사업의 아이디. 누리집 주소에도 씁니다.")),
    ("mark", text("사업의 기호")),
    ("name", text("짧은 이름")),
    ("name_en", label_of(Program, "name_en").title),
    ("title", text("사례 보고의 제목")),
    ("summary", text("결과를 요약한 한 문장")),
    ("as_of", text("자료 기준 연도")),
    ("facts", text("사례명, 추진기간, 추진주체, 규모, 비용, 결과. 출처에 없는 항목은 없습니다.")),
    ("start", text("시작일. 확인된 데까지만 적습니다.")),
    ("end", text("종료일. 계속되는 사업에는 없습니다.")),
    ("offer", text("사업 내용")),
    ("claim", text("특이사항. said_by는 그렇게 말한 곳입니다.")),
    ("bodies", text("참여 기관과 단체. civic은 민, public은 관, business는 사입니다.")),
    (
        "indicators",
        text(
            "수치. value는 계산에 쓰는 수, text는 출처의 표기, note는 다른 기록과 다른 점입니다. "
            "sources가 있으면 그 출처의 수치입니다."
        ),
    ),
    (
        "comparisons",
        text(
            "비교 수치. sources가 있으면 그 출처의 수치입니다. "
            "counted_apart는 막대의 합이 아니라 따로 집계한 수치입니다."
        ),
    ),
    ("series", text("시기별 수치. 줄마다 단위가 있고, 값이 null이면 기록이 없습니다.")),
    ("timetable", text("날짜와 시각별 행사")),
    ("partnerships", text("읍면동이나 기관의 협력 사업")),
    ("rules", text("근거가 된 조례와 법령. article은 조항, date는 제정하거나 개정한 날입니다.")),
    (
        "lessons",
        text("따라 하려면 알아야 할 것: 추진 절차, 근거, 예산, 인력, 어려웠던 점. 출처가 없는 것은 없습니다."),
    ),
    ("towns", text("관련된 읍면동의 아이디와 이름")),
    ("follows", text("같은 사업을 앞선 해에 적은 보고의 아이디")),
    ("contact", text("문의처와 확인한 때")),
    ("notes", text("주석과 그 출처")),
    ("themes", label_of(Program, "themes").title),
    ("years", text("사업을 한 해. 추진기간을 모르면 자료 기준 연도입니다.")),
    ("won", text("facts의 cost에 적힌 금액(원). 한 금액으로 읽히지 않으면 없습니다.")),
    ("people", text("facts의 scale에 적힌 인원수. 한 수로 읽히지 않으면 없습니다.")),
    ("page", text("누리집 주소 뒤에 붙이는, 이 사업의 페이지 주소")),
)


def programs_json(catalogue: Catalogue, site: Site, translations: gettext.NullTranslations) -> bytes | None:
    """The file; None without programmes."""
    if not catalogue.programs:
        return None
    return as_json(
        {
            **contract(PROGRAMS, site),
            **imprint(translations.gettext("주민자치 사업"), site, translations),
            **({"document": public(site.document)} if site.document else {}),
            "programs": [_program(program, catalogue, site) for program in catalogue.programs],
        }
    )


def schema(catalogue: Catalogue, site: Site, translations: gettext.NullTranslations) -> bytes | None:
    """The JSON Schema of the file, in the language of the site; None without programmes."""
    if not catalogue.programs:
        return None
    return programs_schema(FIELDS, translations.gettext("주민자치 사업"), site, translations)


def _program(program: Program, catalogue: Catalogue, site: Site) -> Json:
    towns = [town for town in catalogue.towns if town.id in program.towns]
    return known(
        {
            "id": program.id,
            "mark": catalogue.emblems[program.id] or None,
            "name": program.name,
            "name_en": program.name_en,
            "title": program.title,
            "summary": program.summary,
            "as_of": program.as_of,
            "facts": program.facts.model_dump(exclude_none=True),
            "start": program.start,
            "end": program.end,
            "offer": program.offer,
            "claim": _claim(program, site),
            "bodies": [{"sector": part.sector, "names": part.names} for part in program.bodies],
            "indicators": [_indicator(part, program.notes) for part in program.indicators],
            "comparisons": [_comparison(part, program.notes) for part in program.comparisons],
            "series": [_series(part, program.notes) for part in program.series],
            "timetable": _timetable(program.timetable, program.notes),
            "partnerships": [_partnership(part, program.notes) for part in program.partnerships],
            "rules": [_rule(rule) for rule in program.rules],
            "lessons": _lessons(program.lessons),
            "towns": [{"id": town.id, "name": town.name} for town in towns],
            "follows": program.follows,
            "contact": _contact(program.contact),
            "notes": [{"id": note.id, **_note(note)} for note in program.notes],
            **filter_values(program, catalogue),
        }
    )


def _claim(program: Program, site: Site) -> Json | None:
    """What is claimed of a programme, and who claims it."""
    said_by = (site.document.title or site.document.publisher) if site.document else site.publisher.name
    return {"text": program.claim, "said_by": said_by} if program.claim else None


def _partnership(part: Partnership, notes: tuple[Note, ...]) -> Json:
    written = part.model_dump(exclude_none=True, exclude={"note"})
    return known({**written, "note": _note_with_id(part.note, notes)})


def _rule(rule: LegalBasis) -> Json:
    sources = [public(source) for source in rule.sources]
    return known({"title": rule.title, "article": rule.article, "date": rule.date, "url": rule.url, "sources": sources})


def _lessons(lessons: Lessons) -> Json:
    steps = [_lesson(step) for step in lessons.steps]
    return known({"steps": steps, **{name: _lesson(part) for name, part in lessons.single}})


def _lesson(lesson: Lesson) -> Json:
    return {"text": lesson.text, "sources": [public(source) for source in lesson.sources]}


def _indicator(indicator: Indicator, notes: tuple[Note, ...]) -> Json:
    return known(
        {
            "id": indicator.id,
            "label": indicator.label,
            "value": number(indicator.value),
            "text": indicator.text,
            "when": indicator.when,
            "note": _note_with_id(indicator.note, notes),
            "sources": [public(source) for source in indicator.sources],
        }
    )


def _comparison(comparison: Comparison, notes: tuple[Note, ...]) -> Json:
    return known(
        {
            "id": comparison.id,
            "title": comparison.title,
            "bars": [_bar(bar) for bar in comparison.bars],
            "total": _total(comparison.total) if comparison.total and comparison.adds_up else None,
            "counted_apart": _total(comparison.total) if comparison.total and not comparison.adds_up else None,
            "note": _note_with_id(comparison.note, notes),
            "sources": [public(source) for source in comparison.sources],
        }
    )


def _contact(contact: ProgramContact | None) -> Json:
    if contact is None:
        return None
    written = contact.model_dump(exclude_none=True, exclude={"sources"})
    return known({**written, "sources": [public(source) for source in contact.sources]})


def _series(series: Series, notes: tuple[Note, ...]) -> Json:
    rows: Json = [
        {"when": row.when, "values": [None if value is None else number(value) for value in row.known]}
        for row in series.rows
    ]
    return known(
        {
            "id": series.id,
            "title": series.title,
            "lines": [{"label": line.label, "unit": line.unit} for line in series.lines],
            "rows": rows,
            "note": _note_with_id(series.note, notes),
            "sources": [public(source) for source in series.sources],
        }
    )


def _bar(bar: Bar) -> dict[str, Json]:
    return {"label": bar.label, "value": number(bar.value), "text": bar.text}


def _total(total: Total) -> Json:
    return known({**_bar(total), "when": total.when})


def _timetable(timetable: Timetable | None, notes: tuple[Note, ...]) -> Json:
    if timetable is None:
        return None
    sessions = [session.model_dump(exclude_none=True) for session in timetable.sessions]
    sources = [public(source) for source in timetable.sources]
    note = _note_with_id(timetable.note, notes)
    return known({"title": timetable.title, "sessions": sessions, "note": note, "sources": sources})


def _note_with_id(id: str | None, notes: tuple[Note, ...]) -> dict[str, Json]:
    """The note of that id, at the figure that it speaks of: who copies the figure copies the doubt."""
    return next((_note(note) for note in notes if note.id == id), {})


def _note(note: Note) -> dict[str, Json]:
    return known({"text": note.text, "sources": [public(source) for source in note.sources]})
