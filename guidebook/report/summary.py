"""What a build made, in a few lines: how many pages, where they lie, how long each stage took."""

from __future__ import annotations

import gettext
from collections.abc import Sequence

from guidebook.model.outcome import Outcome, Packed, PacksOutcome, Printed
from guidebook.model.wording.file_sizes import size
from guidebook.model.wording.numbers import number


def summary(outcome: Outcome, words: gettext.NullTranslations) -> str:
    """The lines that end a build; empty where nothing was made."""
    made = outcome.made
    if made is None:
        return ""
    site = words.ngettext("누리집 {count}쪽", "누리집 {count}쪽", made.site_pages).format(count=made.site_pages)
    lines = [f"{site}: {made.output}/site/index.html"]
    if made.book_pages is not None and made.book_octets is not None:
        book = words.ngettext("안내책자 {count}쪽, {size}", "안내책자 {count}쪽, {size}", made.book_pages)
        described = book.format(count=made.book_pages, size=size(made.book_octets))
        lines.append(f"{described}: {made.output}/{made.book}")
    else:
        lines.append(words.gettext("안내책자 PDF는 빼고 만들었습니다(--site-only)."))
    if outcome.unchanged:
        lines.append(words.gettext("바뀐 것이 없어 그대로 두었습니다."))
        return "\n".join(lines)
    spent = ", ".join(f"{stage.name.into(words.gettext)} {number(stage.seconds, 1)}" for stage in outcome.stages)
    total = sum(stage.seconds for stage in outcome.stages)
    lines.append(words.gettext("소요 시간 {total}초 ({spent})").format(total=number(total, 1), spent=spent))
    return "\n".join(lines)


def editions_summary(printed: Sequence[Printed], words: gettext.NullTranslations) -> str:
    """The lines that end the making of editions: where each lies, what is in it, how to print it."""
    lines: list[str] = []
    for edition in printed:
        pages = words.gettext("{count}쪽").format(count=edition.pages)
        lines.append(f"{edition.title} ({pages}): {edition.folder}/")
        lines += [f"  {name}" for name in edition.files]
        if edition.printing:
            lines.append("  " + words.gettext("인쇄: {how}").format(how=edition.printing))
    return "\n".join(lines)


def listed_summary(folder: str, files: Sequence[str]) -> str:
    """The lines that end the making of a list: where it lies."""
    return "\n".join([f"{folder}/", *(f"  {name}" for name in files)])


def pack_summary(packed: Packed, words: gettext.NullTranslations) -> str:
    """The lines that end the making of a pack: where it lies, what is in it, how to print it."""
    lines = [f"{packed.folder}/"]
    lines += [f"  {name}" for name in packed.files]
    booklet = words.ngettext("안내책자 {count}쪽", "안내책자 {count}쪽", packed.pages).format(count=packed.pages)
    lines.append(words.gettext("인쇄: {how} ({booklet})").format(how=packed.printing, booklet=booklet))
    lines += [words.gettext("인쇄: {how}").format(how=other) for other in packed.others]
    return "\n".join(lines)


def packs_summary(outcome: PacksOutcome, words: gettext.NullTranslations) -> str:
    """The lines that end the making of many packs: how many there are, and where each lies."""
    count = len(outcome.packed)
    made = words.ngettext("방문 {count}건의 자료를 만들었습니다", "방문 {count}건의 자료를 만들었습니다", count)
    lines = [f"{made.format(count=number(count))}: {outcome.folder}/"]
    for packed in outcome.packed:
        lines.append(f"  {packed.folder.rpartition('/')[2]}: " + _printing(packed, words))
    return "\n".join(lines)


def _printing(packed: Packed, words: gettext.NullTranslations) -> str:
    booklet = words.ngettext("안내책자 {count}쪽", "안내책자 {count}쪽", packed.pages).format(count=packed.pages)
    return f"{packed.printing} ({booklet})"


def failed_packs(outcome: PacksOutcome, words: gettext.NullTranslations) -> str:
    """Of which visits there is nothing new, and that what lay there stays."""
    count = len(outcome.failed)
    said = words.ngettext(
        "만들지 못한 방문 {count}건: {ids}. 이전에 만든 자료가 있으면 그대로입니다.",
        "만들지 못한 방문 {count}건: {ids}. 이전에 만든 자료가 있으면 그대로입니다.",
        count,
    )
    return said.format(count=number(count), ids=", ".join(outcome.failed))
