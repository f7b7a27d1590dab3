"""A site of one's own to measure: its database, its data, its server."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from deploy.console import ROOT
from deploy.postgresql import free_port

WORKERS = 2


@dataclass(frozen=True)
class Site:
    """Where the site is, who may come in, and the processes that serve it."""

    port: int
    sessions: list[str]
    organisation: str
    questions: list[tuple[str, str]]  # with the pattern of an input's name
    spare: list[tuple[str, str]]  # the same questions, with an input of another of their parts
    workers: list[int]


def environment(database_url: str, folder: Path) -> dict[str, str]:
    """The variables that a measured site runs with."""
    return os.environ | {
        "DEMONSTRATION": "true",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url,
        "EXPORTS_DIR": str(folder / "exports"),
        "SECRET_KEY": "only-for-measuring-0123456789-abcdefghijklmnopqrstuvwxyz",
        "LOG_LEVEL": "ERROR",
    }


def ask(module: str, variables: dict[str, str], *arguments: str) -> Any:
    """What a module of this folder prints as JSON, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.load.{module}", *arguments],
        cwd=ROOT,
        env=variables,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(done.stdout)


def fill(variables: dict[str, str]) -> None:
    """Make the tables and load the demonstration."""
    for command in (["migrate", "--no-input"], ["createcachetable"], ["demo"]):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=variables,
            check=True,
            stdout=subprocess.DEVNULL,
        )


@contextmanager
def serve(variables: dict[str, str]) -> Iterator[Site]:
    """The site, answering, as long as the block lasts."""
    known = ask("visitors", variables)
    port = free_port()
    server = subprocess.Popen(
        [
            str(Path(sys.executable).with_name("gunicorn")),
            "config.wsgi",
            f"--bind=127.0.0.1:{port}",
            f"--workers={WORKERS}",
            "--preload",
            "--no-control-socket",
            "--log-level=error",
        ],
        cwd=ROOT,
        env=variables,
    )
    try:
        wait(port)
        yield Site(port=port, workers=_children(server.pid), **known)
    finally:
        server.terminate()
        server.wait()


def resident_mb(pid: int) -> float:
    """The memory that a process holds, its share of what it has in common included."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return round(int(line.split()[1]) / 1024, 1)


def wait(port: int) -> None:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise TimeoutError("The measured site did not start.")


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in listed.split()]
