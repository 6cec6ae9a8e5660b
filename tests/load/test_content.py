from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.load.content import load_content
from guidebook.load.files import MAX_BYTES, read_text


def test_a_good_city_has_no_faults_and_keeps_its_order(yeoul: Path) -> None:
    loaded = load_content(yeoul)
    assert loaded.diagnostics == ()
    assert check(loaded.catalogue) == ()
    assert [program.mark for program in loaded.catalogue.programs] == ["㉠", "㉡", "㉢", "㉣"]
    market = loaded.catalogue.programs[0]
    assert market.indicators[0].value == 1200
    assert str(loaded.catalogue.where(market, "indicators", 0, "value")).endswith("programs/market.md:26:12")


def test_the_body_knows_its_line(yeoul: Path) -> None:
    catalogue = load_content(yeoul).catalogue
    market = catalogue.programs[0]
    lines = (yeoul / "programs" / "market.md").read_text(encoding="utf-8").split("\n")
    assert lines[catalogue.source_map(market).body(1).line - 1] == "## 배경"


def test_missing_folder_is_one_fault(tmp_path: Path) -> None:
    loaded = load_content(tmp_path / "없음")
    assert [fault.code for fault in loaded.diagnostics] == ["no-content"]


def test_empty_folder_asks_for_the_site(tmp_path: Path) -> None:
    assert [fault.code for fault in load_content(tmp_path).diagnostics] == ["no-site"]


def test_hangul_typed_on_a_mac_is_composed(yeoul: Path) -> None:
    path = yeoul / "towns" / "gangbyeon.yml"
    import unicodedata

    path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert load_content(yeoul).catalogue.towns[0].name == "강변면"


def test_windows_line_ends_and_byte_order_mark_are_fine(yeoul: Path) -> None:
    path = yeoul / "programs" / "market.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    loaded = load_content(yeoul)
    assert loaded.diagnostics == ()
    assert "\r" not in loaded.catalogue.programs[0].body


def test_a_link_out_of_the_folder_is_not_followed(yeoul: Path) -> None:
    (yeoul / "towns" / "secret.yml").symlink_to("/etc/passwd")
    assert [fault.code for fault in load_content(yeoul).diagnostics] == ["linked-file"]


def test_files_of_desks_are_passed_by(yeoul: Path) -> None:
    (yeoul / ".DS_Store").write_bytes(b"\0\1")
    (yeoul / "towns" / ".gangbyeon.yml.swp").write_bytes(b"\0\1")
    assert load_content(yeoul).diagnostics == ()


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    content, faults = read_text(path, "large.yml")
    assert content is None
    assert faults[0].code == "file-too-large"


def test_a_broken_record_causes_no_second_fault_elsewhere(yeoul: Path) -> None:
    (yeoul / "towns" / "gangbyeon.yml").write_text("name: 강변면\n", encoding="utf-8")
    loaded = load_content(yeoul)
    found = [*loaded.diagnostics, *check(loaded.catalogue)]
    assert {Path(fault.span.file).name for fault in found} == {"gangbyeon.yml"}


@pytest.mark.parametrize("line", ["official: true", "official: yes", "official: TRUE"])
def test_booleans_are_read_as_people_write_them(yeoul: Path, line: str) -> None:
    site = yeoul / "site.yml"
    site.write_text(site.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    catalogue = load_content(yeoul).catalogue
    assert catalogue.site is not None
    assert catalogue.site.official is True


def test_paths_are_shown_from_the_current_folder(yeoul: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (yeoul / "towns" / "empty.yml").touch()
    monkeypatch.chdir(yeoul.parent)
    assert [fault.span.file for fault in load_content(Path("content").absolute()).diagnostics] == [
        "content/towns/empty.yml"
    ]
