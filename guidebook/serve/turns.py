"""Whose turn it is: of all that is asked for while something is being made, one more run comes, with the last state.

A value without clock or task, so that it can be tried with every order of events.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Turns:
    """What is being made, and whether it must be made once more. Nothing queues up."""

    running: bool = False
    waiting: bool = False

    def asked(self) -> tuple[Turns, bool]:
        """After something changed; and whether a run begins now."""
        return (replace(self, waiting=True), False) if self.running else (Turns(running=True), True)

    def done(self) -> tuple[Turns, bool]:
        """After a run ended; and whether the next one begins now."""
        return Turns(running=self.waiting), self.waiting
