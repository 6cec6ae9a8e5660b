"""Making output with other processes: where one of them is lost, that is a fault, and the output stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.text import text
from guidebook.storage.workers import WorkerLostError, Workers


def with_workers(make: Callable[[Path, Workers], Faults], most: int | None = None) -> Callable[[Path], Faults]:
    """What fills a folder, with processes to do it, of which none is left afterwards; no more than `most` if given."""

    def made(folder: Path) -> Faults:
        try:
            with Workers(most) as workers:
                return make(folder, workers)
        except WorkerLostError:
            return (_lost_worker(),)

    return made


def _lost_worker() -> Diagnostic:
    return Diagnostic(
        Span("build.py"),
        "worker-lost",
        text("책을 만들던 프로세스 하나를 운영체제나 다른 프로그램이 끝냈습니다. 메모리가 모자랐을 수 있습니다."),
        text("다른 프로그램을 닫고 다시 실행하세요. 이전에 만든 결과는 그대로 있습니다."),
    )
