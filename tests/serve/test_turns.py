"""Nothing queues up, however often something is asked for, and the last state is always made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidebook.serve.turns import Turns


@given(st.lists(st.booleans(), max_size=200))
def test_one_at_a_time_and_the_last_state_in_the_end(events: list[bool]) -> None:
    """True: something changed. False: what is being made, if anything is, is done."""
    turns, began, asked, seen, running = Turns(), 0, 0, 0, False
    for changed in events:
        if changed:
            asked += 1
            turns, begins = turns.asked()
        elif running:
            turns, begins = turns.done()
            running = False
        else:
            continue
        if begins:
            assert not running
            running, began, seen = True, began + 1, asked
        assert turns.running == running
    while running:
        turns, running = turns.done()
        if running:
            began, seen = began + 1, asked
    assert seen == asked
    assert began <= asked


def test_a_hundred_changes_during_a_run_are_one_more_run() -> None:
    turns, begins = Turns().asked()
    assert begins
    for _ in range(100):
        turns, begins = turns.asked()
        assert not begins
    turns, again = turns.done()
    assert again
    assert turns.done() == (Turns(), False)
