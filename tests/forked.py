"""Python for scripts that start the commands many times: forked from one process that has imported all of them.

Whoever runs `python3` from the folder of `python_in` gets a process of its own, with its own arguments, environment,
folder and files, whose exit code it is told; only the imports, which take longer than most of these commands, are done
once. Not for tests of how a process starts. Separate from those who use it, because it is run in three ways: imported
by a test, as the process that forks, and as the small program that asks that one.
"""

import os
import socket
import sys

READ = 65_536


def python_in(folder: str) -> None:
    """Put a `python3` there. The process that forks is started with the first one and ends with this process."""
    from pathlib import Path

    program = Path(folder) / "python3"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{__file__}" "{_started()}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)


def _started() -> str:
    """The address at which the one that forks is asked; there is one for all tests of this process."""
    import atexit
    import subprocess
    import tempfile
    from pathlib import Path

    if not RUNNING:
        folder = tempfile.TemporaryDirectory()
        RUNNING.append(str(Path(folder.name) / "asked"))
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # no other thread may run while it forks
        command = [sys.executable, "-X", "utf8", "-m", "tests.forked", RUNNING[0]]
        root = Path(__file__).parents[1]
        process = subprocess.Popen(command, cwd=root, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        atexit.register(folder.cleanup)
        atexit.register(process.communicate)  # closes what it reads, at which it ends
    return RUNNING[0]


RUNNING: list[str] = []


def ask(address: str, arguments: list[str]) -> int:
    """What a Python with these arguments ends with; it has this process's environment, folder and first three files."""
    import marshal

    with socket.socket(socket.AF_UNIX) as asked:
        asked.connect(address)
        socket.send_fds(asked, [b"."], [0, 1, 2])
        folder = os.getcwd()  # noqa: PTH109  # importing Path takes longer than all else here
        asked.sendall(marshal.dumps((arguments, folder, dict(os.environ))))
        asked.shutdown(socket.SHUT_WR)
        code = int(_all(asked))
    if code < 0:
        os.kill(os.getpid(), -code)  # as it ended, by a signal
    return code


def _all(source: socket.socket) -> bytes:
    return b"".join(iter(lambda: source.recv(READ), b""))


def fork_when_asked(address: str) -> None:
    """Import every module, then fork for each who asks, one after the other, until nobody holds our input any more."""
    import gc
    import importlib
    import pkgutil
    import select
    from pathlib import Path

    import guidebook

    for module in pkgutil.walk_packages(guidebook.__path__, "guidebook."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    gc.freeze()
    assert len([*Path("/proc/self/task").iterdir()]) == 1, "a thread would leave its locks behind"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while listening in select.select([listening, sys.stdin], [], [])[0]:
            asking, _ = listening.accept()
            with asking:
                files = socket.recv_fds(asking, 1, 3)[1]
                given = _all(asking)
                child = os.fork()
                if not child:
                    listening.close()
                    asking.close()
                    become(given, files)
                for file in files:
                    os.close(file)
                asking.sendall(b"%d" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def become(given: bytes, files: list[int]) -> None:
    """Be what was asked for: a Python that runs a script. Ends as that one does."""
    import marshal
    import runpy
    from pathlib import Path

    arguments, folder, environment = marshal.loads(given)
    for place, file in enumerate(files):
        os.dup2(file, place)
        os.close(file)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[:] = arguments
    sys.path[0] = str(Path(arguments[0]).absolute().parent)
    runpy.run_path(arguments[0], run_name="__main__")
    sys.exit()


if __name__ == "__main__":
    if sys.argv[2:]:
        sys.exit(ask(sys.argv[1], sys.argv[2:]))
    fork_when_asked(sys.argv[1])
