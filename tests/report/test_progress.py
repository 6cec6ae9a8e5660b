"""Progress is a bar on a terminal, which is gone at the end, and a plain line a stage elsewhere."""

from __future__ import annotations

import os
import pty
import sys

import pytest

from guidebook.model.text import text
from guidebook.report.progress import BuildProgress
from guidebook.words import catalogue

STAGES = (text("아주 긴 단계의 이름"), text("끝"))


def run() -> None:
    with BuildProgress(catalogue("ko"), len(STAGES)) as progress:
        for stage in STAGES:
            progress.stage(stage)


def test_elsewhere_each_stage_is_a_plain_line(capsys: pytest.CaptureFixture[str]) -> None:
    run()
    assert capsys.readouterr().err == "아주 긴 단계의 이름 …\n끝 …\n"


def test_on_a_terminal_a_bar_names_the_stage_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    outside, terminal = pty.openpty()
    with os.fdopen(terminal, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        run()
        stream.flush()
        written = b""
        while not written.endswith(b"\033[2K"):
            written += os.read(outside, 4096)
    os.close(outside)
    shown = written.decode()
    _, first, last = shown.split("\r\033[?25l")[1:]
    assert first.count("━") == 12
    assert "1/2 아주 긴 단계의 이름\033[K" in first
    assert last.count("━") == 24
    assert "2/2 끝\033[K" in last
    assert shown.endswith("\033[?25h\r\n\033[1A\033[2K")
