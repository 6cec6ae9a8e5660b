"""Pages of a PDF as pictures: no browser's own viewer keeps its page when the file changes, and some have none.

Separate because PDFium may be asked by one thread at a time only.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from threading import Lock

import pypdfium2

WIDEST = 2400
"""Pixels."""
KEPT = 60
"""Pictures that are kept, some 300,000 octets each."""
_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=KEPT)
def page_image(pdf: Path, page: int, width: int) -> bytes | None:
    """A page, counted from 1, as PNG so wide; None where the file has no such page. A file never changes its content.

    Raises OSError where the file is gone.
    """
    octets = pdf.read_bytes()
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(octets)
        try:
            if not 1 <= page <= len(document):
                return None
            drawn = document[page - 1]
            picture = drawn.render(scale=min(width, WIDEST) / drawn.get_width()).to_pil()
        finally:
            document.close()
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
