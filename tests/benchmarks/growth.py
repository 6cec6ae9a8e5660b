"""How time grows with the length of hostile texts: `python -m tests.benchmarks.growth [PART OF A NAME]`.

Twice as much should take about twice as long; what is quadratic takes four times. Prints the ratio of each doubling and
ends with 1 if one is above `LIMIT`. A benchmark and no test, because a busy machine must never make a test fail.
"""

from __future__ import annotations

import gc
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

from guidebook.check.markdown.bodies import forget_bodies
from guidebook.commands.examine import examine
from guidebook.markdown.document import read
from tests.load.hostile import HOSTILE, OTHERS, WORST, YAML, former_ids, lines_of, rendered, write_body

CITY = Path(__file__).parents[1] / "cities" / "maru"
LIMIT = 2.5
"""Times the time of half the size, besides `NOISE`."""
NOISE = 0.1
"""Seconds that the garbage collector or a neighbour may cost."""
TRIES = 4
BODIES = (20_000, 40_000, 80_000)
FILES = (50_000, 100_000, 200_000)
COUNTS = (2_000, 4_000, 8_000)
Measured = tuple[str, Callable[[int], object], tuple[int, ...]]


def cases(city: Path) -> Iterator[Measured]:
    """What is measured: a name, what is done with a size, and the sizes."""
    texts: dict[str, Callable[[int], str]] = dict(HOSTILE)
    texts |= {f"marks {unit!r}": partial(lines_of, unit) for unit in (*WORST, *OTHERS)}
    for name, body in texts.items():
        yield f"check: {name}", partial(_check, city, body), BODIES
        yield f"render: {name}", partial(_render, city, body), BODIES
    for heading in ("가", "!", "가_1", "map"):
        yield f"equal headings {heading!r}", partial(_read, f"## {heading}\n\n글\n\n"), COUNTS
    for file in ("site.yml", "towns/naru.yml", "redirects.yml"):
        for name, lines in YAML.items():
            yield f"{file}: {name}", partial(_check_file, city, file, lines), FILES
    yield "redirects in a row", partial(_check_file, city, "redirects.yml", former_ids), COUNTS


def _check(city: Path, body: Callable[[int], str], size: int) -> None:
    write_body(city, body(size))
    forget_bodies()
    examine(city)


def _render(city: Path, body: Callable[[int], str], size: int) -> None:
    write_body(city, body(size))
    rendered(city)


def _read(paragraph: str, count: int) -> None:
    read(paragraph * count)


def _check_file(city: Path, file: str, lines: Callable[[int], str], size: int) -> None:
    path = city / file
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{lines(size)}\n", encoding="utf-8")
    try:
        examine(city)
    finally:
        path.write_text(before, encoding="utf-8")


def seconds(deed: Callable[[int], object], size: int, tries: int) -> float:
    """CPU time of this process, the least of some tries: what others do on the machine does not count."""
    measured = []
    for _ in range(tries):
        gc.collect()
        gc.disable()  # how much of all that lives is looked through meanwhile says nothing of the deed
        started = time.process_time()
        deed(size)
        measured.append(time.process_time() - started)
        gc.enable()
    return min(measured)


def grows(deed: Callable[[int], object], sizes: tuple[int, ...]) -> tuple[list[float], bool]:
    """The ratio of each doubling, and whether all are as they should be in one of some tries."""
    for tries in range(1, TRIES + 1):
        times = [seconds(deed, size, tries) for size in sizes]
        if all(more <= LIMIT * less + NOISE for less, more in pairwise(times)):
            break
    else:
        return [more / less for less, more in pairwise(times)], False
    return [more / less for less, more in pairwise(times)], True


def main(wanted: str = "") -> int:
    """Prints a line for each text whose name has `wanted` in it; 1 if one grows too fast."""
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        city = Path(folder) / "content"
        shutil.copytree(CITY, city)
        for name, deed, sizes in cases(city):
            if wanted in name:
                ratios, linear = grows(deed, sizes)
                slow += not linear
                sys.stdout.write(
                    f"{' '.join(f'{ratio:5.2f}' for ratio in ratios)}  {name}{'' if linear else '  TOO FAST'}\n"
                )
                sys.stdout.flush()
    sys.stdout.write(f"{slow} grow faster than {LIMIT} times when the text doubles\n")
    return min(slow, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
