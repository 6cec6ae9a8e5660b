"""What can be wrong with whoever makes packs: a lost process, no cluster, a fault of ours in one pack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from traceback import extract_tb

from guidebook.load.disk_faults import disk_fault
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text
from guidebook.preflight.checks import BUG
from guidebook.storage.cluster import ClusterError, Lacking
from guidebook.storage.crew import LostError


def why_not(error: Exception, file: str, visit: str, elsewhere: bool) -> Diagnostic:
    """Why there is no pack of the visit in `file`, where whoever made it, here or `elsewhere`, raised an error."""
    if isinstance(error, LostError | MemoryError):
        return Diagnostic(
            Span(file),
            "worker-lost",
            text("이 방문의 자료를 만들던 프로세스가 거듭 끝나 만들지 못했습니다."),
            text(
                "메모리가 모자랐을 수 있습니다. 동시에 만드는 수를 줄이거나(--jobs, 클러스터에서는 --nworkers), "
                "이 방문만 만들어 보세요: --visit {visit}",
                visit=visit,
            ),
        )
    if elsewhere and isinstance(error, ImportError):
        return other_program()
    fault = disk_fault(error) if isinstance(error, OSError) else None
    if fault is not None:
        return replace(fault, span=Span(file))
    frames = extract_tb(error.__traceback__)
    place = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    said = f"{type(error).__name__}: {error}".replace("\n", " ")[:200]
    return Diagnostic(
        Span(file),
        "program-fault",
        text("프로그램 오류로 이 방문의 자료를 만들지 못했습니다: {error} ({place})", error=said, place=place),
        BUG,
    )


def other_program() -> Diagnostic:
    """A machine of the cluster would make other packs than this one."""
    return Diagnostic(
        Span("build.py"),
        "other-program",
        text("클러스터의 작업 컴퓨터에 있는 프로그램이 이 컴퓨터의 것과 다르거나 없습니다."),
        text("모든 컴퓨터에 같은 판의 저장소를 두고 ‘python3 build.py doctor’로 확인한 뒤 다시 실행하세요."),
    )


def no_cluster(error: ClusterError, address: str) -> Diagnostic:
    """Nobody of the cluster answers."""
    message, hint = _LACKING[error.lacking](address)
    return Diagnostic(Span("build.py"), "no-cluster", message, hint)


def _no_address(address: str) -> tuple[Text, Text]:
    return (
        text("'{address}'{은} 클러스터의 주소가 아닙니다.", address=address),
        text("‘dask scheduler’가 보여 주는 주소를 그대로 적으세요. 예: tcp://192.168.0.10:8786"),
    )


def _no_connection(address: str) -> tuple[Text, Text]:
    return (
        text("'{address}' 주소의 클러스터와 연결이 끊겼습니다.", address=address),
        text("스케줄러가 실행 중인지 확인한 뒤 다시 실행하세요. 만든 자료는 그대로 있습니다."),
    )


def _no_library(_: str) -> tuple[Text, Text]:
    return (
        text("클러스터를 쓰는 데 필요한 파이썬 패키지(distributed)가 없습니다."),
        text("‘.venv/bin/python -m pip install -r requirements-cluster.txt’로 설치하거나 --scheduler를 빼세요."),
    )


def _no_scheduler(address: str) -> tuple[Text, Text]:
    certificate = text("스케줄러가 실행 중인지, Dask 설정 파일의 인증서가 맞는지 확인하세요.")
    running = text("스케줄러가 실행 중인지, ‘dask scheduler’가 보여 준 주소와 같은지 확인하세요.")
    return (
        text("'{address}' 주소의 클러스터에 연결할 수 없습니다.", address=address),
        certificate if address.startswith("tls:") else running,
    )


def _no_workers(address: str) -> tuple[Text, Text]:
    return (
        text("'{address}' 주소의 클러스터에 작업할 컴퓨터가 없습니다.", address=address),
        text(
            "컴퓨터마다 저장소 폴더에서 ‘.venv/bin/dask worker {address} --nthreads 1’을 실행하세요.", address=address
        ),
    )


_LACKING: dict[Lacking, Callable[[str], tuple[Text, Text]]] = {
    Lacking.ADDRESS: _no_address,
    Lacking.CONNECTION: _no_connection,
    Lacking.LIBRARY: _no_library,
    Lacking.SCHEDULER: _no_scheduler,
    Lacking.WORKERS: _no_workers,
}
