"""No file makes an import unpack more than a list can need: tried in processes whose memory is measured."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebook.importers.reading.limits import UnreadableError
from guidebook.importers.reading.refusals import REASONS
from guidebook.importers.reading.spreadsheet import rows
from tests.conftest import ROOT
from tests.importers.hostile import HOSTILE, sheet, strings, workbook

MEGABYTES = 400
"""What reading any file may take, Python and its libraries included."""
READ = """
import os, re, sys
from pathlib import Path
from guidebook.importers.reading.limits import UnreadableError
from guidebook.importers.hygiene.register import is_register, register_rows
from guidebook.importers.reading.spreadsheet import rows

def read(octets):
    try:
        count = sum(1 for _ in (register_rows(octets) if is_register(octets) else rows(octets)))
        print("rows", count, end=" ")
    except UnreadableError as error:
        print("refused", error, end=" ")
    # of this process alone: ru_maxrss counts what it was before it became this program
    print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024, flush=True)

for line in sys.stdin:
    if not os.fork():
        read(Path(line.rstrip("\\n")).read_bytes())
        os._exit(0)
    if os.wait()[1]:
        print("died 0", flush=True)
"""
"""Reads each file that it is told of in a child of its own, which has the libraries already."""


@pytest.fixture(scope="module")
def reader() -> Iterator[subprocess.Popen[str]]:
    """The process whose children read files."""
    pipe, command = subprocess.PIPE, [sys.executable, "-c", READ]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, bufsize=1) as process:
        yield process


def read_apart(reader: subprocess.Popen[str], octets: bytes, tmp_path: Path) -> tuple[str, int]:
    """What a process of its own says of the file, and the most megabytes it held."""
    file = tmp_path / "list"
    file.write_bytes(octets)
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(f"{file}\n")
    said, _, memory = reader.stdout.readline().strip().rpartition(" ")
    return said, int(memory)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_before_it_is_unpacked(
    reader: subprocess.Popen[str], kind: str, tmp_path: Path
) -> None:
    make, reason = HOSTILE[kind]
    said, memory = read_apart(reader, make(), tmp_path)
    assert re.fullmatch(f"refused ({reason}|ratio)", said), said
    assert memory < MEGABYTES
    assert said.removeprefix("refused ") in REASONS


def test_a_large_list_that_is_a_list_is_read_within_bounds(reader: subprocess.Popen[str], tmp_path: Path) -> None:
    line = b"<row>" + b'<c t="inlineStr"><is><t>%s</t></is></c>' % ("강가식당".encode()) * 12 + b"</row>"
    said, memory = read_apart(reader, workbook(sheet(line * 3_000)), tmp_path)
    assert said == "rows 3000"
    assert memory < MEGABYTES


def test_empty_rows_between_and_strings_of_everyday_are_no_fault() -> None:
    spaced = sheet(b'<row r="1"><c><v>1</v></c></row><row r="90000"><c><v>2</v></c></row>')
    assert [(row.number, row.cells) for row in rows(workbook({**spaced, **strings(b"<si><t>a</t></si>" * 9000)}))] == [
        (1, ("1",)),
        (90_000, ("2",)),
    ]


def test_every_reason_for_which_a_file_is_refused_has_a_sentence() -> None:
    folder = ROOT / "guidebook" / "importers"
    said = {
        word
        for file in folder.glob("*.py")
        for word in re.findall(r'UnreadableError\("(\w+)"\)|\(\d[\d_]*, "(\w+)"\)', file.read_text(encoding="utf-8"))
        for word in word
        if word
    }
    assert said - {"points"} <= set(REASONS)
    assert issubclass(UnreadableError, Exception)
