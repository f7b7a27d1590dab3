"""A PostgreSQL of one's own: made in a temporary folder, stopped and removed afterwards."""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy import machine, suite
from deploy.console import quietly, succeeds


def test() -> None:
    """Run the whole suite on PostgreSQL."""
    suite.prepare()
    with temporary() as url:
        suite.pytest(DATABASE_URL=url)


@contextmanager
def temporary() -> Iterator[str]:
    """The address of an empty database, there as long as the block lasts."""
    programs = machine.postgresql()
    folder = Path(tempfile.mkdtemp(prefix="cap27-postgresql-"))
    port = free_port()
    try:
        _start(programs, folder, port)
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        succeeds([*_as_postgres(), programs / "pg_ctl", "stop", "-D", folder, "-m", "immediate"])
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _start(programs: Path, folder: Path, port: int) -> None:
    become = _as_postgres()
    if become:
        shutil.chown(folder, "postgres")
    quietly(
        [*become, programs / "initdb", "-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8"],
        LC_ALL="C.UTF-8",
    )
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    where: list[str | Path] = ["-D", folder, "-l", folder / "log"]
    quietly([*become, programs / "pg_ctl", "start", "-w", *where, "-o", options])


def _as_postgres() -> list[str]:
    """PostgreSQL refuses root: root becomes the user that its package made."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
