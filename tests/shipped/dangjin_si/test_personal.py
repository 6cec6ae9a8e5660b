"""The rule on personal data is silent on all of the content: what is told for nothing is soon read by nobody."""

from __future__ import annotations

from guidebook.check.personal import no_personal_data
from guidebook.model.catalogue import Catalogue


def test_there_are_no_false_alarms(content: Catalogue) -> None:
    assert list(no_personal_data(content)) == []
