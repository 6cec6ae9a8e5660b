"""Rules over `content/redirects.yml`: a former id leads in one step to a public record that exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import text
from guidebook.model.wording.suggestion import suggested_id


def former_ids_are_free(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A former id is no record's today: its address would have two ends."""
    for record in catalogue.records:
        if record.id in catalogue.redirects:
            yield Diagnostic(
                catalogue.where_redirect(record.id),
                "redirect-in-use",
                text("'{id}' 아이디는 지금도 쓰이고 있습니다: {file}", id=record.id, file=catalogue.where(record).file),
                text("이 줄을 지우거나, 그 파일의 이름을 바꾸세요."),
            )


def redirects_lead_to_records(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The new id is a public record's, not a former id itself."""
    names, declared = catalogue.names, catalogue.declared_public
    private = {id for key, id in catalogue.declared if catalogue.kinds[key].private}
    ends = _ends(catalogue.redirects)
    for old, new in catalogue.redirects.items():
        span = catalogue.where_redirect(old)
        last = ends[old]
        if last is None:
            yield Diagnostic(
                span,
                "redirect-loop",
                text("'{old}' 주소가 서로를 가리켜 순환합니다.", old=old),
                text("지금 있는 파일의 이름을 새 아이디로 적으세요."),
            )
        elif new in catalogue.redirects:
            yield Diagnostic(
                span,
                "redirect-chain",
                text("'{new}' 아이디도 지금은 쓰지 않는 이전 아이디입니다.", new=new),
                text("'{old}: {last}'처럼 마지막 아이디를 바로 적으세요.", old=old, last=last),
            )
        elif new in private and new not in declared:
            yield Diagnostic(
                span,
                "redirect-private",
                text("'{new}' 파일은 공개하지 않는 방문입니다.", new=new),
                text("공개되는 기록의 아이디를 적거나 이 줄을 지우세요."),
            )
        elif new not in declared:
            yield Diagnostic(
                span,
                "unknown-redirect",
                text("'{new}' 아이디를 쓰는 파일이 없습니다.", new=new),
                suggested_id(new, names, text("지금 있는 파일의 이름을 적으세요.")),
            )


def _ends(redirects: Mapping[str, str]) -> Mapping[str, str | None]:
    """Where each former id leads in the end; None where it goes round. Every step is walked once."""
    ends: dict[str, str | None] = {}
    for old in redirects:
        way: dict[str, None] = {}
        place = old
        while place in redirects and place not in ends and place not in way:
            way[place] = None
            place = redirects[place]
        end = None if place in way else ends.get(place, place)
        ends |= dict.fromkeys(way, end)
    return ends


RULES = (former_ids_are_free, redirects_lead_to_records)
