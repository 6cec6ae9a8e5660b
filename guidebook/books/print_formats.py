"""The editions that books come in, read from `templates/print/formats/`: one file each, named after its edition.

With them comes what a printing house prints to, where one of them is for a printing house.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.print_format import PrintFormat, parsed
from guidebook.model.text import text
from guidebook.pdf.icc import OutputProfile, output_profile

EDITIONS = ("screen", "office", "office-plain", "press", "large-print")
"""In the order in which they are made."""
USUAL = ("screen", "office")
"""What is made where nothing is asked for."""
ALL = "all"


def print_formats(wanted: tuple[str, ...], templates: Path) -> tuple[tuple[PrintFormat, ...], tuple[Diagnostic, ...]]:
    """The profiles asked for, in their order; `all` names every one, nothing the usual ones."""
    names = EDITIONS if ALL in wanted else tuple(name for name in EDITIONS if name in (wanted or USUAL))
    formats, faults = [], []
    for name in names:
        path = templates / "print" / "formats" / f"{name}.toml"
        try:
            formats.append(parsed(name, path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            faults.append(_unreadable(path, error))
    return tuple(formats), tuple(faults)


def sized(print_format: PrintFormat, size: str | None) -> PrintFormat:
    """The format on paper of another size, where it is not bound to office paper."""
    fits = size is not None and print_format.paper == "a5" and not print_format.folded
    return print_format.model_copy(update={"paper": size}) if fits else print_format


def condition_for(
    wanted: Sequence[PrintFormat], catalogue: Catalogue, content: Path
) -> tuple[OutputProfile | None, tuple[Diagnostic, ...]]:
    """What a printing house prints to, if any of the editions is for one.

    A fault in the city's own profile is told where the content is examined, and not again.
    """
    if not any(print_format.ink == "cmyk" for print_format in wanted) or catalogue.site is None:
        return None, ()
    condition, faults = output_profile(catalogue, content)
    return condition, () if catalogue.site.printing.icc else faults


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    return Diagnostic(
        Span(f"templates/print/formats/{path.name}"),
        "bad-profile",
        text("판의 설정을 읽을 수 없습니다: {error}", error=str(error).replace("\n", " ")[:200]),
        text("guidebook/model/print_format.py에 있는 이름과 값으로 고치세요."),
    )
