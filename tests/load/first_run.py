"""How long a person waits: `make run` in a fresh copy, to the first page, then once more."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path

from deploy.console import ROOT
from deploy.postgresql import free_port

PATIENCE = 600
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", "*.mo", ".*_cache")


def seconds() -> dict[str, float]:
    """Seconds to the first page, the first time and the second."""
    with tempfile.TemporaryDirectory(prefix="cap27-fresh-") as folder:
        fresh = Path(folder) / "cap27"
        shutil.copytree(ROOT, fresh, ignore=NOT_COPIED)
        return {"first": _seconds(fresh), "second": _seconds(fresh)}


def _seconds(folder: Path) -> float:
    port = free_port()
    variables = {
        name: value for name, value in os.environ.items() if not name.startswith("DATABASE")
    }
    began = time.monotonic()
    make = subprocess.Popen(
        [shutil.which("make") or "make", "run"],
        cwd=folder,
        env=variables | {"PORT": str(port)},
        stdout=subprocess.DEVNULL,
    )
    try:
        while make.poll() is None and time.monotonic() - began < PATIENCE:
            if _answers(port):
                return round(time.monotonic() - began, 1)
            time.sleep(0.05)
        raise TimeoutError("make run did not serve.")
    finally:
        make.send_signal(signal.SIGTERM)
        make.wait()


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except ConnectionError:
        return False
    finally:
        connection.close()
