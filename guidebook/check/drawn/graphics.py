"""Rules over the graphics of reports: what one refers to is there, and what it draws comes out whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from guidebook.check.references import unknown_note
from guidebook.model.catalogue import Catalogue, Path
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.record import key_of
from guidebook.model.records.figures import Comparison
from guidebook.model.records.graphic import Graphic, GrowthGraphic, SpreadGraphic
from guidebook.model.records.graphic_parts import noted
from guidebook.model.records.program import Program
from guidebook.model.text import Text, text
from guidebook.model.wording.suggestion import suggested_id

MOST = 300
"""Squares that a reader still sees as an amount, in one bar."""
NEEDS = {"actors": "bodies", "ties": "partnerships", "hours": "timetable"}
"""The kinds that draw a part of the programme, and the field of that part."""


def graphics_are_of_one_kind(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A graphic is exactly one, and the programme has what it draws."""
    for program, graphic in _graphics(catalogue):
        names = ", ".join(key_of(Graphic, name) for name in Graphic.model_fields)
        if len(graphic.kinds) != 1:
            yield _fault(
                catalogue,
                program,
                (),
                "graphic-kind",
                text("그림의 종류가 {count}가지 적혀 있습니다.", count=len(graphic.kinds)),
                text("다음 가운데 한 가지만 적으세요: {names}", names=names),
            )
        for kind in graphic.kinds:
            field = NEEDS.get(kind)
            if field and not getattr(program, field):
                yield _fault(
                    catalogue,
                    program,
                    (kind,),
                    "graphic-without",
                    text("그림으로 그릴 '{field}' 항목이 이 사업에 없습니다.", field=field),
                    text("{field} 항목을 적거나 그림의 종류를 바꾸세요.", field=field),
                )
        if graphic.coverage and not (graphic.coverage.teams or graphic.coverage.awards or program.towns):
            yield _fault(
                catalogue,
                program,
                ("coverage",),
                "graphic-empty",
                text("그림에 그릴 것이 없습니다."),
                text("teams나 awards, 사업의 towns 가운데 하나는 적으세요."),
            )


def graphics_name_what_is_there(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Notes, comparisons and indicators that a graphic or a partnership names are the programme's."""
    for program in catalogue.programs:
        note_ids = [note.id for note in program.notes]
        named: list[tuple[Path, str]] = [
            (("partnerships", place, "note"), one.note) for place, one in enumerate(program.partnerships) if one.note
        ]
        named += [(path, note) for path, note in noted(program.graphic, "graphic")] if program.graphic else []
        for path, note in named:
            if note not in note_ids:
                yield unknown_note(catalogue, program, note, note_ids, *path)
    for program, graphic in _graphics(catalogue):
        comparisons = {one.id: one.title for one in program.comparisons}
        indicators = {one.id: one.label for one in program.indicators}
        for path, id in _comparisons_named(graphic):
            if id not in comparisons:
                message = text("이 사업에 '{id}' 비교가 없습니다.", id=id)
                hint = suggested_id(id, comparisons, text("comparisons 항목에 적은 아이디를 쓰세요."))
                yield _fault(catalogue, program, path, "unknown-comparison", message, hint)
        for path, id in _indicators_named(graphic):
            if id not in indicators:
                message = text("'{program}' 사업에 '{id}' 지표가 없습니다.", program=program.id, id=id)
                hint = suggested_id(id, indicators, text("그 사업의 indicators 항목에 적은 아이디를 쓰세요."))
                yield _fault(catalogue, program, path, "unknown-indicator", message, hint)


def graphics_come_out_whole(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Squares and dots are whole numbers, parts are smaller than their bars, and towns are told once."""
    for program, graphic in _graphics(catalogue):
        if graphic.spread:
            faults = [*_towns(graphic.spread), *_money(program, graphic.spread), *_share(program, graphic.spread)]
        elif graphic.growth:
            faults = [
                *_drawn_in(graphic.growth),
                *_marked(program, graphic.growth),
                *_years(program, graphic.growth),
            ]
        else:
            faults = []
        for path, code, message, hint in (*faults, *_instead(program, graphic)):
            yield _fault(catalogue, program, path, code, message, hint)
        for path, code, message, hint in _tied(program) if graphic.ties else ():
            yield Diagnostic(catalogue.where(program, *path), code, message, hint)


Fault = tuple[Path, str, Text, Text]
"""Where in the graphic, the code, what is wrong, what to do."""


def _graphics(catalogue: Catalogue) -> Iterator[tuple[Program, Graphic]]:
    return ((program, program.graphic) for program in catalogue.programs if program.graphic is not None)


def _fault(catalogue: Catalogue, program: Program, path: Path, code: str, message: Text, hint: Text) -> Diagnostic:
    return Diagnostic(catalogue.where(program, "graphic", *path), code, message, hint)


def _comparisons_named(graphic: Graphic) -> Iterator[tuple[Path, str]]:
    for kind, part in (("actors", graphic.actors), ("spread", graphic.spread)):
        if part and part.comparison:
            yield (kind, "comparison"), part.comparison
    if graphic.spread and graphic.spread.money:
        yield ("spread", "money", "comparison"), graphic.spread.money.comparison
    if graphic.growth:
        yield from ((("growth", "comparisons", place), id) for place, id in enumerate(graphic.growth.comparisons))
        for place, one in enumerate(graphic.growth.marked):
            yield ("growth", "marked", place, "comparison"), one.comparison
        if graphic.growth.ratios:
            yield ("growth", "ratios", "comparison"), graphic.growth.ratios.comparison


def _indicators_named(graphic: Graphic) -> Iterator[tuple[Path, str]]:
    if graphic.spread and graphic.spread.share:
        yield ("spread", "share", "indicator"), graphic.spread.share.indicator
    if graphic.spread:
        yield from (
            (("spread", "later", place, "indicator"), one.indicator) for place, one in enumerate(graphic.spread.later)
        )
    if graphic.growth:
        yield from ((("growth", "totals", place), id) for place, id in enumerate(graphic.growth.totals))


def _comparison(program: Program, id: str | None) -> Comparison | None:
    return next((one for one in program.comparisons if one.id == id), None)


def _towns(spread: SpreadGraphic) -> Iterator[Fault]:
    for name, stage in (("before", spread.before), ("after", spread.after)):
        for id, times in Counter(stage.towns).items():
            if times > 1:
                yield (
                    ("spread", name, "towns", stage.towns.index(id)),
                    "town-twice",
                    text("'{id}' 읍면동이 두 번 적혀 있습니다.", id=id),
                    text("한 번만 적으세요."),
                )
    for place, id in enumerate(spread.before.towns):
        if id not in spread.after.towns:
            yield (
                ("spread", "before", "towns", place),
                "town-left-out",
                text("'{id}' 읍면동이 앞에는 있고 뒤에는 없습니다.", id=id),
                text("after의 towns에 그때 참여한 읍면동을 모두 적으세요. 앞에 있던 곳도 다시 적습니다."),
            )


def _money(program: Program, spread: SpreadGraphic) -> Iterator[Fault]:
    money = spread.money
    comparison = _comparison(program, money.comparison) if money else None
    if money is None or comparison is None:
        return
    counts = [bar.value / money.unit if money.unit else Decimal(0) for bar in comparison.bars]
    if not money.unit or any(count != int(count) or count > MOST for count in counts):
        yield (
            ("spread", "money", "unit"),
            "graphic-unit",
            text("막대의 수가 한 칸의 금액으로 나누어떨어지지 않거나 {most}칸보다 많습니다.", most=MOST),
            text("모든 막대의 수를 나누어떨어지게 하는 수를 적으세요."),
        )
    elif money.unexplained > counts[-1]:
        yield (
            ("spread", "money", "unexplained"),
            "graphic-unit",
            text("설명 없는 칸이 마지막 막대의 칸({count}칸)보다 많습니다.", count=int(counts[-1])),
            text("칸의 수를 고치세요."),
        )


def _share(program: Program, spread: SpreadGraphic) -> Iterator[Fault]:
    share = spread.share
    value = next((one.value for one in program.indicators if share and one.id == share.indicator), None)
    if share is None or value is None:
        return
    dots = value * share.of / 100
    if not 0 <= dots <= share.of or dots != int(dots):
        yield (
            ("spread", "share", "of"),
            "graphic-share",
            text("{value}%를 {of}점으로 나타낼 수 없습니다.", value=f"{value:g}", of=share.of),
            text("칠할 점의 수가 정수가 되도록 점의 수를 고치세요. 1.3%이면 1000점 가운데 13점입니다."),
        )


def _marked(program: Program, growth: GrowthGraphic) -> Iterator[Fault]:
    for place, one in enumerate(growth.marked):
        path = ("growth", "marked", place)
        comparison = _comparison(program, one.comparison)
        if comparison is None:
            continue
        bar = next((bar for bar in comparison.bars if bar.label == one.bar), None)
        labels = ", ".join(bar.label for bar in comparison.bars)
        if bar is None:
            message = text("'{id}' 비교에 '{bar}' 막대가 없습니다.", id=comparison.id, bar=one.bar)
            yield (*path, "bar"), "unknown-bar", message, text("다음 가운데 하나를 적으세요: {names}", names=labels)
        elif one.value > bar.value:
            message = text("막대({bar})보다 큰 수입니다: {value}", bar=f"{bar.value:g}", value=f"{one.value:g}")
            yield (*path, "value"), "marked-over-bar", message, text("그해의 중간에 센 수를 적으세요.")


def _drawn_in(growth: GrowthGraphic) -> Iterator[Fault]:
    """What is marked or reckoned is so within a comparison that is drawn."""
    named: list[tuple[Path, str]] = [
        (("growth", "marked", place, "comparison"), one.comparison) for place, one in enumerate(growth.marked)
    ]
    if growth.ratios:
        named.append((("growth", "ratios", "comparison"), growth.ratios.comparison))
    for path, id in named:
        if id not in growth.comparisons:
            yield (
                path,
                "graphic-not-drawn",
                text("'{id}' 비교는 이 그림에 그리지 않는 비교입니다.", id=id),
                text(
                    "다음 가운데 하나를 적으세요: {names}",
                    names=", ".join(growth.comparisons),
                ),
            )


def _tied(program: Program) -> Iterator[tuple[Path, str, Text, Text]]:
    """Each tie has a place on the map, once for each town."""
    for place, tie in enumerate(program.partnerships):
        path: Path = ("partnerships", place, "towns")
        if not tie.towns:
            message = text("지도에 그릴 읍면동이 없습니다.")
            yield path, "graphic-empty", message, text("협력한 읍면동의 아이디를 적으세요.")
        for id, times in Counter(tie.towns).items():
            if times > 1:
                message = text("'{id}' 읍면동이 두 번 적혀 있습니다.", id=id)
                yield path, "town-twice", message, text("한 번만 적으세요.")


def _years(program: Program, growth: GrowthGraphic) -> Iterator[Fault]:
    first = _comparison(program, growth.comparisons[0])
    for place, id in enumerate(growth.comparisons):
        comparison = _comparison(program, id)
        if first and comparison and [bar.label for bar in comparison.bars] != [bar.label for bar in first.bars]:
            yield (
                ("growth", "comparisons", place),
                "graphic-axis",
                text("막대의 이름이 첫째 비교와 달라 한 축에 그릴 수 없습니다."),
                text("같은 해의 막대를 같은 순서로 적은 비교를 고르세요."),
            )
    grown = _comparison(program, growth.ratios.comparison) if growth.ratios else None
    if grown and (len(grown.bars) < 2 or any(not bar.value for bar in grown.bars[:-1])):
        yield (
            ("growth", "ratios", "comparison"),
            "graphic-ratio",
            text("막대가 하나이거나 0인 막대가 있어 배수를 셈할 수 없습니다."),
            text("ratios 항목을 지우거나 다른 비교를 적으세요."),
        )


def _instead(program: Program, graphic: Graphic) -> Iterator[Fault]:
    """A comparison that a graphic stands for counts what the graphic draws."""
    drawn: list[tuple[str, str | None, list[int]]] = []
    if graphic.actors:
        drawn.append(("actors", graphic.actors.comparison, [len(one.names) for one in program.bodies]))
    if graphic.spread:
        stages = (graphic.spread.before, graphic.spread.after)
        drawn.append(("spread", graphic.spread.comparison, [len(stage.towns) for stage in stages]))
    for kind, id, counts in drawn:
        comparison = _comparison(program, id)
        if comparison and [bar.value for bar in comparison.bars] != counts:
            yield (
                (kind, "comparison"),
                "graphic-count",
                text("비교의 막대와 그림에 그린 수가 다릅니다: {counts}", counts=", ".join(map(str, counts))),
                text("막대의 수를 확인하거나 comparison 항목을 지워 막대를 따로 보이세요."),
            )


RULES = (graphics_are_of_one_kind, graphics_name_what_is_there, graphics_come_out_whole)
