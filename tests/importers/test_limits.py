"""No file makes an import unpack more than a list can need: tried in processes whose memory is measured."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from guidebook.importers.hygiene_list import REASONS
from guidebook.importers.limits import UnreadableError
from guidebook.importers.spreadsheet import rows
from tests.conftest import ROOT
from tests.importers.hostile import HOSTILE, sheet, strings, workbook

MEGABYTES = 400
"""What reading any file may take, Python and its libraries included."""
READ = """
import re, sys
from pathlib import Path
from guidebook.importers.limits import UnreadableError
from guidebook.importers.register import is_register, register_rows
from guidebook.importers.spreadsheet import rows
octets = Path(sys.argv[1]).read_bytes()
try:
    count = sum(1 for _ in (register_rows(octets) if is_register(octets) else rows(octets)))
    print("rows", count, end=" ")
except UnreadableError as error:
    print("refused", error, end=" ")
# of this program alone: ru_maxrss counts what the process was before it became this program
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def read_apart(octets: bytes, tmp_path: Path) -> tuple[str, int]:
    """What a process of its own says of the file, and the most megabytes it held."""
    file = tmp_path / "list"
    file.write_bytes(octets)
    done = subprocess.run([sys.executable, "-c", READ, file], cwd=ROOT, capture_output=True, text=True, check=True)
    said, _, memory = done.stdout.strip().rpartition(" ")
    return said, int(memory)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_before_it_is_unpacked(kind: str, tmp_path: Path) -> None:
    make, reason = HOSTILE[kind]
    said, memory = read_apart(make(), tmp_path)
    assert re.fullmatch(f"refused ({reason}|ratio)", said), said
    assert memory < MEGABYTES
    assert said.removeprefix("refused ") in REASONS


def test_a_large_list_that_is_a_list_is_read_within_bounds(tmp_path: Path) -> None:
    line = b"<row>" + b'<c t="inlineStr"><is><t>%s</t></is></c>' % ("강가식당".encode()) * 12 + b"</row>"
    said, memory = read_apart(workbook(sheet(line * 3_000)), tmp_path)
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
