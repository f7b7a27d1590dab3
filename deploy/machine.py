"""What the machine must have beside Python: looked for, else installed through apt if allowed."""

import ctypes
import os
import shutil
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path

from deploy.console import StopError, say, succeeds

PANGO = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
# The first is the same Chromium without its window: tests take a quarter less of a processor.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def need_pango() -> None:
    """Have Pango, which WeasyPrint draws text with; StopError when it cannot be had."""
    if not _pango_is_missing():
        return
    install(*PANGO.values())
    if _pango_is_missing():
        raise StopError(
            "Documents need Pango, which is not on this machine. Type\n"
            f"  sudo apt-get install {' '.join(PANGO.values())}\n"
            "(Fedora: sudo dnf install pango; macOS: brew install pango), then the same again."
        )


def need_venv() -> None:
    """Have Python's own venv module, which Debian keeps in a package apart."""
    if find_spec("ensurepip") is None and not install("python3-venv"):
        raise StopError("Python lacks its venv module. Type\n  sudo apt-get install python3-venv")


def browser() -> str | None:
    """The path of a Chromium, installed if need be; None where no browser can be had."""
    if found := found_browser():
        return found
    if not install("chromium", "chromium-headless-shell"):
        install("chromium")  # where the other is not packaged
    return found_browser()


def found_browser() -> str | None:
    """The path of the Chromium that CHROMIUM names, else of one on this machine."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def postgresql() -> Path:
    """The folder of PostgreSQL's programs, installed if need be."""
    if not _postgresql() and not install("postgresql"):
        raise StopError("These tests need PostgreSQL. Type\n  sudo apt-get install postgresql")
    found = _postgresql()
    if found is None:
        raise StopError(
            "PostgreSQL is installed, but its programs were not found: add them to PATH."
        )
    return found


def install(*packages: str) -> bool:
    """True when apt has put these packages on the machine; False where it may not or cannot."""
    apt = _apt()
    if apt is None:
        return False
    say(f"  installing {' '.join(packages)} through apt")
    wanted = [*apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
    if succeeds(wanted):
        return True
    succeeds([*apt, "update", "-qq"])  # one list out of reach fails it; the others may do
    return succeeds(wanted)


def _apt() -> list[str] | None:
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    if apt is None:
        return None
    if os.geteuid() == 0:
        return [apt]
    if sudo and succeeds([sudo, "-n", "true"]):
        return [sudo, "-n", apt]
    return None


def _pango_is_missing() -> bool:
    return not all(find_library(name) or _loads(f"lib{name}.so.0") for name in PANGO)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _postgresql() -> Path | None:
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    return versions[0].parent if versions else None
