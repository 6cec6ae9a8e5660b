"""Where the lines of a chapter may end: rules of Korean typesetting that the layout engine lacks.

For print alone; on the web CSS does this. They work on the chapter's tree, because a word may run through several
elements. The rules for plain text are in `korean.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from guidebook.render.text.balance import balanced
from guidebook.render.text.html_tree import local_name
from guidebook.render.text.korean import BREAK, CLOSING, JOINER, OPENING, bind_telephones, bind_words, unbind
from guidebook.render.text.korean_words import HANGUL
from guidebook.words import DEFAULT_LANGUAGE, traits

LONG = 24
"""Letters, of which one of Hangul counts for two: a run without a space that may be wider than its line."""
NO_TEXT = frozenset({"title", "style", "script"})
"""Elements whose text is not set in lines."""
INLINE = frozenset({"strong", "em", "code", "del", "b", "i", "a"})
"""Elements that may begin or end inside a word."""
SPACED = frozenset({"a", "strong", "em", "code"})
"""Inline elements without a frame, which take the space before them."""
SPACED_SPANS = frozenset({"quiet", "note-source"})
"""Classes of `span` that do so as well."""
NOTE_MARK = "note-ref"
"""The class of the `sup` that refers to a note."""
MARKS = frozenset({NOTE_MARK, "doubt-mark"})
"""Classes of `sup` that stay with the word before them: marks of notes, and of values that need confirming."""

Measures = Iterable[tuple[str, str, float]]
"""Name and class of an element, and how many of its ems fit into a line. One of another class, or of any where none is
told, is set in another size and stays as it is: words tied for a wider column would be torn in a narrower one."""


@dataclass(frozen=True, slots=True)
class _TextSlot:
    """The text at the beginning of an element, or the text behind it."""

    element: Element
    side: Literal["text", "tail"]

    @property
    def text(self) -> str:
        return getattr(self.element, self.side) or ""

    def insert(self, offset: int, letter: str) -> None:
        text = self.text
        setattr(self.element, self.side, f"{text[:offset]}{letter}{text[offset:]}")


def set_line_breaks(body: Element, measures: Measures = (), language: str = DEFAULT_LANGUAGE) -> None:
    """Prepare the text of a chapter's body for the layout engine; `measures` tell how wide titles are set.

    In a language without spaces lines end between letters, and only its Korean names are kept whole.
    """
    balance_lines(body, measures)
    move_spaces_inside(body)
    bind_text(body, traits(language).spaced)
    break_long_runs(body)


def move_spaces_inside(root: Element) -> None:
    """Put the space before a link or a quiet remark inside of it.

    Outside of it, WeasyPrint forgets that a line may end there and breaks the text before it early.
    """
    for before, element in _followed_by_element(root):
        text = before.text
        if _takes_space(element) and text[-1:] == " " and text[-2:-1].strip():
            setattr(before.element, before.side, text[:-1])
            element.text = " " + (element.text or "")


def balance_lines(body: Element, measures: Measures) -> None:
    """Set titles and summaries in lines of about the same length; those of several elements stay as they are."""
    for name, css_class, measure in measures:
        for element in body.iter(name):
            if element.text and not len(element) and element.get("class", "") == css_class:
                element.text = balanced(element.text, measure)


def bind_text(root: Element, spaced: bool = True) -> None:
    """Put word joiners into all text, so that lines end at spaces only, and never before a mark.

    Where words are not `spaced`, text without Hangul stays as it is but for telephone numbers.
    """
    for element in root.iter():
        if element.text and local_name(element) and local_name(element) not in NO_TEXT:
            element.text = _bound(element.text, spaced)
        if element.tail and element is not root:
            element.tail = _bound(element.tail, spaced)
    for before, element in _followed_by_element(root):
        text = before.text
        if local_name(element) == "sup" and element.get("class") in MARKS and text[-1:].strip():
            before.insert(len(text), JOINER)


def _bound(words: str, spaced: bool) -> str:
    return bind_words(words) if spaced or HANGUL.search(words) else bind_telephones(words)


def break_long_runs(root: Element) -> None:
    """Let lines end where inline elements begin or end inside a long run of letters without a space.

    WeasyPrint breaks a run that is wider than its line anywhere, but not one of several elements.
    """
    slots: list[_TextSlot] = []
    for slot, continues in _text_slots(root):
        if not continues:
            _break_at_elements(slots)
            slots = []
        slots.append(slot)
    _break_at_elements(slots)


def _followed_by_element(root: Element) -> Iterator[tuple[_TextSlot, Element]]:
    """Every element below `root` with the text right before it."""
    for parent in root.iter():
        before = _TextSlot(parent, "text")
        for child in parent:
            yield before, child
            before = _TextSlot(child, "tail")


def _takes_space(element: Element) -> bool:
    if _is_page_number(element):
        return False
    name = local_name(element)
    return name in SPACED or (name == "span" and element.get("class") in SPACED_SPANS)


def _is_page_number(element: Element) -> bool:
    return element.get("class") == "page-ref"


def _text_slots(element: Element) -> Iterator[tuple[_TextSlot, bool]]:
    """Each piece of text in its order, and whether a word may continue into it from the piece before."""
    yield _TextSlot(element, "text"), _is_inline(element)
    for child in element:
        if local_name(child) not in ("", "svg", *NO_TEXT):
            yield from _text_slots(child)
        yield _TextSlot(child, "tail"), _is_inline(child)


def _is_inline(element: Element) -> bool:
    return local_name(element) in INLINE and not _is_page_number(element)


def _break_at_elements(slots: list[_TextSlot]) -> None:
    """Insert places to break into text that only inline elements divide."""
    if len(slots) < 2:
        return
    whole = "".join(slot.text for slot in slots)
    runs = [run.span() for run in re.finditer(r"\S+", whole) if _weight(run[0]) >= LONG]
    if not runs:
        return
    letters = [(number, offset) for number, slot in enumerate(slots) for offset in range(len(slot.text))]
    breaks = {place for first, end in runs for place in _breaks(whole, letters, first, end)}
    for number, offset in sorted(breaks, reverse=True):  # the last first, so that the offsets before it stay true
        slots[number].insert(offset, BREAK)


def _breaks(whole: str, letters: list[tuple[int, int]], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Slot and offset of each break of a run: beside its elements, but not between a bracket and what it encloses."""
    for place in range(first + 1, end):
        (number, offset), (next_number, next_offset) = letters[place - 1], letters[place]
        if number == next_number:
            continue
        opens = whole[place - 1] in OPENING
        yield (number, offset) if opens or whole[place] in CLOSING else (number, offset + 1)
        after = place + 1
        if opens and after < end and letters[after][0] == next_number and whole[after] not in CLOSING:
            yield next_number, next_offset + 1


def _weight(run: str) -> int:
    letters = unbind(run)
    return len(letters) + sum(letter >= "\u1100" for letter in letters)
