"""Saves a PDF so that the same content always gives the same bytes: the only way in which our files are written."""

from __future__ import annotations

import io

from pikepdf import ObjectStreamMode, Pdf


def saved(pdf: Pdf, version: str = "") -> bytes:
    """The bytes of a PDF. Its identifier is a hash of its content, and no clock is read; `version` as in `1.6`."""
    octets = io.BytesIO()
    pdf.save(octets, force_version=version, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return octets.getvalue()
