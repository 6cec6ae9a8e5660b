"""What has to come from the operating system: Pango and HarfBuzz for PDFs, python3-venv, programs that tests start.

Looks without installing anything; installs through apt where root or a passwordless sudo allows it, and otherwise
gives the one line to type.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from guidebook.model.text import text
from guidebook.setup.error import SetupError
from guidebook.setup.failures import explain
from guidebook.setup.packages import lacks_venv
from guidebook.setup.progress import Progress


class Library(NamedTuple):
    """A library WeasyPrint opens: what people call it, its file on Linux and on a Mac, its apt package."""

    name: str
    linux: str
    mac: str
    apt: str


LIBRARIES = (
    Library("GObject", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libpango-1.0-0"),
    Library("Pango", "libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0"),
    Library("PangoFT2", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0"),
    Library("Fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig1"),
    Library("HarfBuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz0b"),
    Library("HarfBuzz subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset0"),
)
PDF_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")  # apt brings the rest with them
JAVA_PACKAGE, GHOSTSCRIPT, NGINX = "default-jre-headless", "ghostscript", "nginx"
PRESS_PACKAGE = "libgs-common"
PRESS_PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
"""A printing condition for press files, which a city may replace by its printing house's."""
CHROMIUM, HEADLESS = "chromium", "chromium-headless-shell"
"""A browser, and the same without windows, which Debian has had since 12: half the download, a fifth less work."""
BROWSERS = (HEADLESS, CHROMIUM, "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MAC_CASKS = {
    CHROMIUM: "--cask chromium",
    JAVA_PACKAGE: "--cask temurin",
    GHOSTSCRIPT: "ghostscript",
    NGINX: "nginx",
}
MAC_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/usr/lib")

APT = ("apt-get", "-y", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=2")
APT_WORDS = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C", "SYSTEMD_OFFLINE": "1", "RUNLEVEL": "1"}
"""It asks nothing, fails in words we know, and starts no server that tests install (systemd and older systems)."""
WITHOUT_HEADLESS = (f"Unable to locate package {HEADLESS}", f"'{HEADLESS}' has no installation candidate")
"""What apt says where it does not have the browser without windows."""
STALE_LISTS = ("Unable to locate package", "has no installation candidate", "404  Not Found", "Failed to fetch")


def missing_libraries() -> list[str]:
    """The names of the libraries that a PDF needs and that cannot be opened."""
    return [library.name for library in LIBRARIES if open_library(library) is None]


def open_library(library: Library) -> ctypes.CDLL | None:
    """The library itself, as WeasyPrint will open it."""
    names = [library.linux]
    if sys.platform == "darwin":
        names = [library.mac, *(f"{folder}/{library.mac}" for folder in MAC_FOLDERS)]
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def with_libraries(environment: dict[str, str]) -> dict[str, str]:
    """The environment in which a program finds the libraries: a Mac looks where Homebrew puts them only if told so."""
    if sys.platform != "darwin":
        return environment
    folders = [environment.get("DYLD_FALLBACK_LIBRARY_PATH", ""), *MAC_FOLDERS]
    return {**environment, "DYLD_FALLBACK_LIBRARY_PATH": ":".join(filter(None, folders))}


def chromium() -> str | None:
    """A browser of the Chromium family to run the tests with."""
    on_path = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return on_path or next((path for path in MAC_BROWSERS if Path(path).exists()), None)


def java() -> str | None:
    """The Java that runs the HTML validator of the tests."""
    return shutil.which("java")


def ghostscript() -> str | None:
    """The second engine that the tests let draw the pages of press files."""
    return shutil.which("gs")


def nginx() -> str | None:
    """The web server by which tests read a published site, as the server of a city hall does."""
    named = [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if folder]
    beside = [str(Path(folder).with_name("sbin")) for folder in named]  # Debian keeps servers there, off people's PATH
    return shutil.which(NGINX, path=os.pathsep.join((*named, *beside)))


def missing_test_programs() -> list[str]:
    """The apt packages of the programs that only tests start and that are not there."""
    programs = ((CHROMIUM, chromium()), (JAVA_PACKAGE, java()), (GHOSTSCRIPT, ghostscript()), (NGINX, nginx()))
    return [name for name, program in programs if program is None]


def ensure_press(progress: Progress) -> None:
    """Fetch a printing condition where that may be done; where not, the command says what to do."""
    if PRESS_PROFILE.exists() or shutil.which("apt-get") is None:
        return
    allowed = _permission(progress)
    if allowed is not None:
        with suppress(SetupError), progress.step(text("시스템 패키지 설치 중({names})", names=PRESS_PACKAGE)):
            _install(progress, allowed, [PRESS_PACKAGE])


def ensure(progress: Progress, *, venv: bool, pdf: bool, tests: bool, browser: bool = False) -> None:
    """Install what is missing of the parts asked for, all in one go, or say the one line that does."""
    wanted = [_venv_package()] if venv and lacks_venv() else []
    wanted += PDF_PACKAGES if pdf and missing_libraries() else ()
    wanted += missing_test_programs() if tests else [CHROMIUM] if browser and chromium() is None else []
    if not wanted:
        return
    site_only_helps = set(wanted) <= set(PDF_PACKAGES) and not tests
    if shutil.which("apt-get") is None:
        raise _without_apt(wanted, site_only_helps=site_only_helps)
    allowed = _permission(progress)
    if allowed is None:
        raise _without_permission(wanted, site_only_helps=site_only_helps)
    with progress.step(text("시스템 패키지 설치 중({names})", names=" ".join(wanted))):
        _install(progress, allowed, wanted)
    if (pdf and missing_libraries()) or (tests and missing_test_programs()) or (venv and lacks_venv()):
        raise SetupError(
            text("시스템 패키지를 설치했지만 쓸 수 없습니다: {names}", names=" ".join(wanted)),
            text("'python3 build.py doctor'를 실행하면 무엇이 부족한지 알려 줍니다."),
        )


def command_line(wanted: Sequence[str]) -> str:
    """The one line to type."""
    names = " ".join(wanted)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def _venv_package() -> str:
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def _permission(progress: Progress) -> list[str] | None:
    """What to put before apt-get; None when this user may not install."""
    settings = [f"{name}={value}" for name, value in APT_WORDS.items()]
    if os.geteuid() == 0:
        return ["env", *settings]
    sudo = shutil.which("sudo")
    if sudo and progress.run([sudo, "-n", "true"]).code == 0:
        return [sudo, "-n", "env", *settings]
    return None


def _install(progress: Progress, allowed: Sequence[str], wanted: Sequence[str]) -> None:
    install = [*allowed, *APT, "install", "--no-install-recommends"]
    lighter = [HEADLESS if name == CHROMIUM else name for name in wanted]
    first = progress.run([*install, *lighter])
    if first.code == 0:
        return
    if not any(sign in first.output for sign in STALE_LISTS):
        raise explain(first.output)
    # On a fresh machine the package lists were never fetched, on an old one they name packages that are gone.
    update = progress.run([*allowed, *APT, "update"])
    again = progress.run([*install, *lighter]) if update.code == 0 else first
    if again.code and any(sign in again.output for sign in WITHOUT_HEADLESS):
        again = progress.run([*install, *wanted])
    if again.code:
        raise explain(update.output + again.output)


def _without_permission(wanted: Sequence[str], *, site_only_helps: bool) -> SetupError:
    if site_only_helps:
        remedy = text(
            "아래 명령 한 줄을 입력한 뒤 다시 실행하거나, PDF 없이 누리집만 만들려면"
            " 'python3 build.py --site-only'를 실행하세요.\n    {line}",
            line=command_line(wanted),
        )
    else:
        remedy = text("아래 명령 한 줄을 입력한 뒤 다시 실행하세요.\n    {line}", line=command_line(wanted))
    return SetupError(
        text("시스템 패키지가 필요하지만 설치할 권한이 없습니다: {names}", names=" ".join(wanted)), remedy
    )


def _without_apt(wanted: Sequence[str], *, site_only_helps: bool) -> SetupError:
    no_pdf = PDF_PACKAGES[0] in wanted
    names = [*(missing_libraries() if no_pdf else []), *(name for name in wanted if name not in PDF_PACKAGES)]
    reason = text("시스템에 설치되지 않은 것이 있습니다: {names}", names=", ".join(names))
    if sys.platform == "darwin":
        formulas = [*(["pango"] if no_pdf else []), *(cask for name, cask in MAC_CASKS.items() if name in wanted)]
        line = " && ".join(f"brew install {formula}" for formula in formulas)
        return SetupError(reason, text("아래 명령 한 줄을 입력한 뒤 다시 실행하세요.\n    {line}", line=line))
    if site_only_helps:
        remedy = text(
            "이 운영체제의 패키지 관리 프로그램으로 위의 항목을 설치한 뒤 다시 실행하거나, PDF 없이 누리집만 만들려면"
            " 'python3 build.py --site-only'를 실행하세요."
        )
    else:
        remedy = text("이 운영체제의 패키지 관리 프로그램으로 위의 항목을 설치한 뒤 다시 실행하세요.")
    return SetupError(reason, remedy)
