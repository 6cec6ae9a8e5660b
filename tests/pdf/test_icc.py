"""Which profile a press file gets, and what the editor is told where there is none."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from PIL import ImageCms

from guidebook.commands.examine import examine
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.pdf.icc import OutputProfile, output_profile

KIND = slice(12, 16)
"""Where a profile says what sort of device it describes."""


def of_site(city: Path, name: str) -> tuple[OutputProfile | None, tuple[Diagnostic, ...], int]:
    """What is found where `site.yml` names a profile, and the line on which it does."""
    site = city / "site.yml"
    lines = site.read_text(encoding="utf-8").split("\n")
    at = lines.index("printing:") + 1
    lines.insert(at, f"  icc: {name}")
    site.write_text("\n".join(lines), encoding="utf-8")
    catalogue, examined = examine(city)
    profile, faults = output_profile(catalogue, city, ())
    assert examined == faults
    return profile, faults, at + 1


def test_the_shipped_profile_is_taken_with_a_note(catalogue: Catalogue) -> None:
    found, (note,) = output_profile(catalogue, Path())
    assert found is not None
    assert (note.code, note.severity) == ("default-icc", Severity.NOTE)
    assert found.condition
    assert found.condition in str(note.message)


def test_the_profile_of_the_site_comes_first_and_brings_no_note(yeoul: Path, profile: OutputProfile) -> None:
    (yeoul / "house.icc").write_bytes(profile.octets)
    found, faults, _ = of_site(yeoul, "house.icc")
    assert faults == ()
    assert found == profile


def test_without_any_both_remedies_are_named(catalogue: Catalogue, tmp_path: Path) -> None:
    found, (fault,) = output_profile(catalogue, tmp_path, (str(tmp_path / "*" / "none.icc"),))
    assert found is None
    assert (fault.code, fault.severity) == ("no-icc", Severity.ERROR)
    assert "icc:" in str(fault.hint)
    assert "sudo apt-get install libgs-common" in str(fault.hint)
    assert fault.span.file.endswith("site.yml")


def test_a_folder_by_version_is_looked_into(catalogue: Catalogue, tmp_path: Path, profile: OutputProfile) -> None:
    (tmp_path / "10.1").mkdir()
    (tmp_path / "10.1" / "ink.icc").write_bytes(profile.octets)
    assert output_profile(catalogue, tmp_path, (str(tmp_path / "*" / "ink.icc"),))[0] == profile


@pytest.mark.parametrize(
    ("wrong", "said"), [("absent", "읽을 수"), ("noise", "읽을 수"), ("screen", "CMYK"), ("scanner", "출력 장치")]
)
def test_what_is_no_profile_of_a_press_is_an_error_at_its_line(
    yeoul: Path, profile: OutputProfile, wrong: str, said: str
) -> None:
    scanner = bytearray(profile.octets)
    scanner[KIND] = b"scnr"
    files = {
        "noise": b"not a profile",
        "screen": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        "scanner": bytes(scanner),
    }
    if wrong in files:
        (yeoul / "house.icc").write_bytes(files[wrong])
    found, (fault,), line = of_site(yeoul, "house.icc")
    assert found is None
    assert (fault.code, fault.severity) == ("bad-icc", Severity.ERROR)
    assert said in str(fault.message)
    assert (Path(fault.span.file).name, fault.span.line) == ("site.yml", line)


@pytest.mark.parametrize(
    "name",
    [
        "/dev/zero",
        "/dev/stdin",
        "../house.icc",
        "linked.icc",
        "linked/house.icc",
        "pipe.icc",
        "folder.icc",
        "a/../b.icc",
    ],
)
def test_only_a_file_below_the_content_folder_is_opened(
    yeoul: Path, tmp_path: Path, profile: OutputProfile, name: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    for place in (tmp_path / "house.icc", tmp_path / "elsewhere" / "house.icc"):
        place.write_bytes(profile.octets)
    (yeoul / "folder.icc").mkdir()
    (yeoul / "linked.icc").symlink_to(tmp_path / "house.icc")
    (yeoul / "linked").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(yeoul / "pipe.icc")
    site = yeoul / "site.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("printing:\n", f"printing:\n  icc: {name}\n"), "utf-8")
    catalogue, faults = examine(yeoul)
    (fault,) = (fault for fault in faults if fault.code == "bad-icc")
    assert Path(fault.span.file).name == "site.yml"
    assert "보통 파일이 아닙니다" in str(fault.message)
    assert output_profile(catalogue, yeoul, ()) == (None, (fault,))


def test_a_damaged_profile_is_told_and_never_raises(
    tmp_path: Path, catalogue: Catalogue, profile: OutputProfile
) -> None:
    dice = random.Random(7)
    for number in range(300):
        octets = bytearray(profile.octets[: dice.choice((0, 128, 200, 1000, len(profile.octets)))])
        for _ in range(dice.randint(0, 12) if octets else 0):
            octets[dice.randrange(min(len(octets), 600))] = dice.randrange(256)
        (tmp_path / "house.icc").write_bytes(octets)
        found, faults = output_profile(catalogue, tmp_path, (str(tmp_path / "house.icc"),))
        assert [fault.code for fault in faults] == (["default-icc"] if found else ["bad-icc"]), number
