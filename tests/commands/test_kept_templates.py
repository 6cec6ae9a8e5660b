"""Templates that an earlier run compiled are not compiled again, and give the same text; those that changed are."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.commands.kept_templates import kept_templates
from guidebook.render import templates
from guidebook.storage.paths import Paths

CHECKOUT = Path(__file__).parents[2]
PLAIN = st.text("가나다 abc\n", max_size=20)


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    kept = templates.compiled()
    yield
    templates._COMPILED.clear()
    templates.give_compiled(kept)


def _rendered(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[str]]:
    """The text that a new process would draw, and the templates that it would compile."""
    templates._COMPILED.clear()
    compiled: list[str] = []
    compile_one = jinja2.Environment.compile

    def noting(self: jinja2.Environment, source: str, name: str, *rest: object) -> object:
        compiled.append(name)
        return compile_one(self, source, name, *rest)  # type: ignore[call-overload]

    with monkeypatch.context() as patched, kept_templates(paths):
        patched.setattr(jinja2.Environment, "compile", noting)
        drawn = templates.environment(paths.templates, "ko", gettext.NullTranslations(), str)
        return drawn.get_template("a.j2").render(x=1), compiled


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(PLAIN, min_size=2, max_size=5))
def test_only_what_changed_is_compiled(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    paths = replace(Paths.within(CHECKOUT, cache=folder / "cache"), templates=folder)
    (folder / "b.j2").write_text("end", encoding="utf-8")
    expected = ["a.j2", "b.j2"]
    before = None
    for written in texts:
        (folder / "a.j2").write_text(written + "{{ x }}{% include 'b.j2' %}", encoding="utf-8")
        text, compiled = _rendered(paths, monkeypatch)
        assert text == written + "1end"
        assert compiled == (expected if before is None else [] if before == written else ["a.j2"])
        before = written


def test_without_a_folder_for_it_everything_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.j2").write_text("{{ x }}", encoding="utf-8")
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    paths = replace(Paths.within(CHECKOUT, cache=tmp_path / "cache"), templates=tmp_path)
    for _ in range(2):
        assert _rendered(paths, monkeypatch) == ("1", ["a.j2"])
