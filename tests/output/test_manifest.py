"""The list of published files."""

from __future__ import annotations

import json
from pathlib import Path

from guidebook.output.manifest import is_ours, verify, write_manifest


def tree(folder: Path) -> Path:
    for name, content in (
        ("site/b.html", "둘"),
        ("site/a/index.html", "하나"),
        ("admin/x.pdf", "%PDF"),
        ("notes", "mine"),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    write_manifest(folder)
    return folder


def test_it_lists_our_files_in_order_with_size_and_hash(tmp_path: Path) -> None:
    listed = json.loads((tree(tmp_path) / "manifest.json").read_text("utf-8"))["files"]
    assert [entry["path"] for entry in listed] == ["admin/x.pdf", "site/a/index.html", "site/b.html"]
    digest = "315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027"
    assert listed[0] == {"path": "admin/x.pdf", "size": 4, "sha256": digest}


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert (one / "manifest.json").read_bytes() == (two / "manifest.json").read_bytes()


def test_an_untouched_output_is_whole(tmp_path: Path) -> None:
    assert verify(tree(tmp_path)) == ()
    assert is_ours(tmp_path)


def test_missing_changed_and_added_files_are_named(tmp_path: Path) -> None:
    output = tree(tmp_path)
    (output / "site/b.html").unlink()
    (output / "admin/x.pdf").write_text("%PDX")
    (output / "site/new.html").write_text("셋")
    assert {(fault.code, fault.span.file.rpartition("/")[2]) for fault in verify(output)} == {
        ("file-missing", "manifest.json"),
        ("file-changed", "x.pdf"),
        ("file-unlisted", "new.html"),
    }


def test_a_manifest_that_is_lost_or_foreign_is_told(tmp_path: Path) -> None:
    for content in ("", "{}", "[1]", '{"name": "an app", "files": []}', '{"generator": "jumin-guidebook"}'):
        (tmp_path / "manifest.json").write_text(content)
        assert [fault.code for fault in verify(tmp_path)] == ["manifest-unreadable"]
        assert not is_ours(tmp_path)
    (tmp_path / "manifest.json").unlink()
    assert [fault.code for fault in verify(tmp_path)] == ["manifest-unreadable"]
