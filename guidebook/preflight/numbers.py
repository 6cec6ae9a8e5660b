"""Page numbers as the finished file shows them: folios, printed references, and the room that was left for them.

Nothing is computed as the maker does it: a page's number is its position in the file, and a reference must name the
page that its own link leads to.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.pdf.content_stream import Instruction
from guidebook.model.placeholder import FOLIO, LINK_NAME, PRIMER, REFERENCE
from guidebook.model.text import text
from guidebook.preflight.document import Document, Finding
from guidebook.preflight.links import links

FOLIO_ZONE = 53.0
"""Height in points of the strip at the foot of a page in which its folio stands, on any paper."""
FOLIO_WIDTH = 0.3
"""Share of a page's width, from its outer edge, in which its folio stands."""
RESERVED_REDS = (REFERENCE, FOLIO, PRIMER)
TOLERANCE = 0.01
"""Steps of 255 by which the red of a reserved colour may be rounded."""


def references_are_right(document: Document) -> Iterator[Finding]:
    """Every printed page reference names the page that its link leads to; none is missing."""
    printed = 0
    for link in links(document):
        if str(link.annotation.get("/NM", "")).startswith(LINK_NAME):
            number = document.words_in(link.page, link.annotation.Rect)
            printed += bool(number)
            if link.target is None or number.replace(" ", "") != str(link.target + 1):
                yield (
                    "wrong-page-number",
                    text("{page}쪽에 적힌 쪽 번호 '{number}' 값이 실제와 다릅니다.", page=link.page + 1, number=number),
                )
    expected = len(document.expected.references)
    if printed != expected:
        yield (
            "missing-page-number",
            text("쪽 번호 {wanted}개 가운데 {found}개만 읽을 수 있습니다.", wanted=expected, found=printed),
        )


def folios_are_right(document: Document) -> Iterator[Finding]:
    """Each page shows its own number at its outer foot."""
    for page in range(len(document.pdf.pages)):
        width, _ = document.size(page)
        left = (0.0, 0.0, width * FOLIO_WIDTH, FOLIO_ZONE)
        right = (width * (1 - FOLIO_WIDTH), 0.0, width, FOLIO_ZONE)
        shown = document.words_in(page, right if page % 2 == 0 else left)
        folio = "" if page + 1 in document.expected.without_folio else str(page + 1)
        if shown != folio:
            yield "wrong-folio", text("{page}쪽의 쪽 번호가 '{shown}'{로} 적혀 있습니다.", page=page + 1, shown=shown)


def placeholders_are_filled(document: Document) -> Iterator[Finding]:
    """No reserved colour is left on a page: where one is, a page number was never stamped."""
    for page in document.new_pages:
        if any(sets_reserved_colour(instruction) for instruction in document.instructions(page)):
            yield "placeholder", text("{page}쪽에 채워지지 않은 쪽 번호가 있습니다.", page=page + 1)


def sets_reserved_colour(instruction: Instruction) -> bool:
    """Whether an instruction sets the fill colour of a placeholder (`guidebook/model/placeholder.py`)."""
    if instruction.operator != "rg":
        return False
    red = float(instruction.operands[0]) * 255
    return any(abs(red - reserved) < TOLERANCE for reserved in RESERVED_REDS)
