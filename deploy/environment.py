"""The virtual environment in .venv and the locked packages in it."""

import sys

from deploy import machine
from deploy.console import ROOT, quietly, say, succeeds
from deploy.steps import Step

# Where a link leads: venv refuses one.
VENV = (ROOT / ".venv").resolve()
PYTHON = VENV / "bin" / "python"


def program(name: str) -> str:
    """The path of a program that a package brought."""
    return str(VENV / "bin" / name)


def prepare(*, development: bool = False) -> None:
    """Install what the lock names: for serving, or for developing as well."""
    machine.need_pango()
    served, developed = _locked("requirements.txt"), _locked("requirements-dev.txt")
    if development:
        developed.run()
    elif not developed.is_done:
        served.run()


def _is_of_this_python() -> bool:
    same = f"import sys; sys.exit(sys.version != {sys.version!r})"
    return PYTHON.exists() and succeeds([PYTHON, "-c", same])


def _locked(lock: str) -> Step:
    def install() -> None:
        say("Installing what is locked in .venv: a minute or two, the first time.")
        machine.need_venv()
        afresh = [] if _is_of_this_python() else ["--clear"]
        quietly([sys.executable, "-m", "venv", *afresh, VENV])
        quietly([PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "-r", lock])

    name = f"packages of {lock} installed in .venv"
    return Step(name, install, (lock,), (PYTHON,), salt=sys.version, stamps=VENV / "stamps")
