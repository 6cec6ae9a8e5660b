"""A telephone's fonts for Chromium: the Korean one of the system, and nothing that the machine has by chance."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT

NOTO = ROOT / "node_modules" / "@expo-google-fonts" / "noto-sans-kr"
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{folders}<cachedir>{cache}</cachedir></fontconfig>"""


def phone_fonts(folder: Path) -> dict[str, str]:
    """The environment for Chromium; its files go to `folder`."""
    folders = "".join(f"<dir>{path}</dir>" for path in (NOTO / "400Regular", NOTO / "700Bold", "/usr/share/fonts"))
    file = folder / "fonts.conf"
    file.write_text(CONFIGURATION.format(folders=folders, cache=folder / "fontconfig"), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(file)}
