"""Steps that any change of the program makes anew."""

from __future__ import annotations

from pathlib import Path

from guidebook.storage.program import NOT_KEPT, ProgramSteps
from guidebook.storage.steps import StepCache, digest_of


def test_a_step_is_done_once_for_the_same_inputs_and_program(tmp_path: Path) -> None:
    done: list[str] = []

    def make(word: str, steps: ProgramSteps) -> str:
        def made() -> str:
            done.append(word)
            return word * 2

        return steps.kept("twice", "a word", {"word": digest_of(word)}, str, made)

    cache = StepCache(tmp_path)
    assert [make("가", ProgramSteps(cache, "1")) for _ in range(3)] == ["가가"] * 3
    assert make("나", ProgramSteps(cache, "1")) == "나나"
    assert make("나", ProgramSteps(cache, "2")) == "나나"
    assert [make("나", NOT_KEPT) for _ in range(2)] == ["나나"] * 2
    assert done == ["가", "나", "나", "나", "나"]
    assert [step.changed for step in cache.redone] == [("program", "word"), ("word",), ("program",)]


def test_what_is_kept_in_another_form_is_made_anew(tmp_path: Path) -> None:
    steps = ProgramSteps(StepCache(tmp_path), "1")
    assert steps.kept("step", "", {}, str, lambda: "words") == "words"
    assert steps.kept("step", "", {}, int, lambda: 7) == 7
