"""Each edition is a file that the designer may change; a mistake in it is told with the file's name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.model.profile import BODY, parsed
from guidebook.publish.pipeline import TEMPLATES
from guidebook.publish.profiles import EDITIONS, USUAL, profiles


def test_every_edition_has_its_file_and_every_file_its_edition() -> None:
    files = {path.stem for path in (TEMPLATES / "print" / "editions").glob("*.toml")}
    made, faults = profiles(("all",), TEMPLATES)
    assert faults == ()
    assert tuple(profile.id for profile in made) == EDITIONS
    assert files == set(EDITIONS)


def test_without_a_wish_the_usual_are_made_and_wishes_keep_their_order() -> None:
    assert tuple(one.id for one in profiles((), TEMPLATES)[0]) == USUAL
    assert [one.id for one in profiles(("press", "screen"), TEMPLATES)[0]] == ["screen", "press"]


@pytest.mark.parametrize(
    "line", ['paper = "a3"', "body = 2", 'ink = "gold"', "colour = true", "multiple = 0", "body ="]
)
def test_what_no_edition_can_have_is_refused_with_the_file(tmp_path: Path, line: str) -> None:
    shutil.copytree(TEMPLATES / "print" / "editions", tmp_path / "print" / "editions")
    (tmp_path / "print" / "editions" / "press.toml").write_text(f'title = "인쇄소용"\n{line}\n', encoding="utf-8")
    made, (fault,) = profiles(("press",), tmp_path)
    assert made == ()
    assert fault.code == "bad-profile"
    assert fault.span.file == "templates/print/editions/press.toml"


def test_type_and_paper_say_how_much_everything_grows() -> None:
    assert parsed("x", 'title = "판"\nbody = 19').scale == 19 / BODY
    assert parsed("x", 'title = "판"').scale == 1
