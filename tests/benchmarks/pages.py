"""How the cost of a website grows with its written pages: `python -m tests.benchmarks.pages [--unsectioned] [COUNT …]`.

Builds cities of 250, 1,000 and 2,000 short Korean texts, which stand under sections or (`--unsectioned`) in menu and
foot, each in a process and with a copy of a cache that holds nothing but fonts. Prints CPU seconds, peak memory, the
largest page, and the ratio to the size before; ends with 1 where time grows more than `LIMIT` allows. A benchmark and
no test, because a busy machine must never make a test fail.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.words import STEMS, sentence

ROOT = Path(__file__).parents[2]
CITY = ROOT / "tests" / "cities" / "maru"
COUNTS = (250, 1_000, 2_000)
LIMIT = 1.075
"""Times as much for each page: four times the pages take at most 4.3 times the CPU."""
SECTIONS = 5
OCTETS = 4_500
FEW = 60


def write_city(content: Path, count: int, sectioned: bool = True) -> None:
    """A tiny city with so many written pages more, the same ones on every machine."""
    shutil.copytree(CITY, content)
    if sectioned:
        for number in range(SECTIONS):
            _write(
                content,
                f"news{number}",
                f"소식 {number}호",
                f"order: {20 + number}\nfooter: true",
                "마을의 소식입니다.\n",
            )
    for number in range(count):
        place = f"section: news{number % SECTIONS}" if sectioned else f"order: {30 + number}\nfooter: {_half(number)}"
        _write(content, f"post-{number:05}", f"마을 글 {number:05}", place, _text(number))


def _half(number: int) -> str:
    return "true" if number % 2 else "false"


def _write(content: Path, id: str, title: str, place: str, body: str) -> None:
    head = f"---\ntitle: {title}\nsummary: {title}에 적은 마을의 일입니다.\nbook: false\n{place}\n---\n"
    (content / "pages" / f"{id}.md").write_text(head + body, encoding="utf-8")


def _text(number: int) -> str:
    chance, octets = random.Random(number), 0
    parts: list[str] = []
    while octets < OCTETS:
        said = sentence(chance)
        parts.append(f"\n\n## {len(parts)}. {chance.choice(STEMS)} 이야기\n\n" if len(parts) % 12 == 0 else " ")
        parts.append(said)
        octets += len(said.encode())
    return "".join(parts).strip() + "\n"


def measured(count: int, sectioned: bool, fonts: Path) -> tuple[float, int, int]:
    """CPU seconds, peak memory in MB and the octets of the largest page of one build."""
    with tempfile.TemporaryDirectory() as folder:
        content, output, cache = (Path(folder) / name for name in ("content", "output", "cache"))
        write_city(content, count, sectioned)
        shutil.copytree(fonts, cache, dirs_exist_ok=True)
        command = [sys.executable, "-m", "tests.benchmarks.pages", "--build", str(content), str(output)]
        environment = {**os.environ, "JUMIN_CACHE": str(cache)}
        said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if said.returncode:
            raise SystemExit(said.stdout + said.stderr)
        seconds, memory = said.stdout.split()[-2:]
        largest = max(page.stat().st_size for page in output.rglob("*.html"))
        return float(seconds), int(memory), largest


def _warm(fonts: Path) -> None:
    """Unpacks and cuts the fonts that all sizes share, which costs the same for each."""
    with tempfile.TemporaryDirectory() as folder:
        write_city(Path(folder) / "content", FEW)
        command = [sys.executable, "-m", "tests.benchmarks.pages", "--build", f"{folder}/content", f"{folder}/output"]
        environment = {**os.environ, "JUMIN_CACHE": str(fonts)}
        subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)


def build(content: str, output: str) -> int:
    """One build in this process, which says what it took."""
    from guidebook.cli import main as command_line

    code = command_line(["build", "--site-only", "--content", content, "--output", output])
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    sys.stdout.write(f"\n{seconds:.2f} {own.ru_maxrss // 1024}\n")
    return code


def main(*arguments: str) -> int:
    """Prints a line for each size; 1 if the time grows too fast."""
    if arguments[:1] == ("--build",):
        return build(*arguments[1:])
    sectioned = "--unsectioned" not in arguments
    counts = tuple(int(word) for word in arguments if word.isdigit()) or COUNTS
    rows = []
    with tempfile.TemporaryDirectory() as fonts:
        _warm(Path(fonts))
        for count in counts:
            seconds, memory, largest = measured(count, sectioned, Path(fonts))
            rows.append((count, seconds))
            sys.stdout.write(f"{count:6} pages {seconds:8.2f} s CPU {memory:6} MB  largest page {largest:8} octets\n")
            sys.stdout.flush()
    fast = 0
    for (fewer, less), (more, longer) in pairwise(rows):
        fast += longer / less > LIMIT * more / fewer
        sys.stdout.write(f"{more / fewer:.2f} times the pages took {longer / less:.2f} times the CPU\n")
    return min(fast, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
