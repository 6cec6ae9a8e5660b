"""Headings under which the lists of this city's offices have their columns, beside those that the import knows."""

from __future__ import annotations

from guidebook.model.record import Part, Words

Headings = tuple[Words, ...]


class HygieneColumns(Part):
    """For `import hygiene`: what is read → the headings of its column, the best first."""

    name: Headings = ()
    """업소명."""
    address: Headings = ()
    """주소."""
    grade: Headings = ()
    """등급."""
    number: Headings = ()
    """지정번호."""
    start: Headings = ()
    """지정된 날."""
    end: Headings = ()
    """지정이 끝나는 날."""
    phone: Headings = ()
    """전화."""
    kind: Headings = ()
    """업종."""
    licence: Headings = ()
    """인허가번호, by which a restaurant is known again."""
    cancelled: Headings = ()
    """지정이 취소된 날."""
    closed: Headings = ()
    """폐업한 날."""
    status: Headings = ()
    """영업 상태."""
