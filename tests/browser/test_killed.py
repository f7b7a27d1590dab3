"""A real server killed in the middle of saves: what it acknowledged is there, whole."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from http.client import HTTPException
from pathlib import Path

import pytest

from deploy.console import ROOT
from deploy.postgresql import free_port
from tests.load import served
from tests.load.browsing import Visitor
from tests.load.served import Site

WRITERS = 4
ROUNDS = int(os.environ.get("KILL_ROUNDS", "2"))
SAVES_BEFORE_THE_BLOW = 25
PATIENCE = 60


@pytest.fixture
def database(tmp_path) -> Path:
    return tmp_path / "killed.sqlite3"


@pytest.fixture
def variables(database, tmp_path):
    found = served.environment(f"sqlite:///{database}", tmp_path) | {"DEBUG": "true"}
    served.fill(found)
    return found


class Server:
    """Gunicorn with two workers, which dies as a machine does."""

    def __init__(self, port: int, variables: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [
                str(Path(sys.executable).with_name("gunicorn")),
                "config.wsgi",
                f"--bind=127.0.0.1:{port}",
                "--workers=2",
                "--no-control-socket",
                "--log-level=critical",
            ],
            cwd=ROOT,
            env=variables,
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Writer(threading.Thread):
    """Saves without a pause until the server is gone."""

    def __init__(self, visitor: Visitor, number: int, enough: threading.Semaphore) -> None:
        super().__init__()
        self.visitor, self.number, self.enough = visitor, number, enough
        self.acknowledged: list[str] = []

    def run(self) -> None:
        for place in range(100_000):
            text = f"tour {self.number}, {self.visitor.question}, texte {place}"
            try:
                status, _took = self.visitor.save(text)
            except (OSError, HTTPException):
                return
            assert status == 200, status
            self.acknowledged.append(text)
            self.enough.release()


def play_round(visitors: list[Visitor], number: int, server: Server) -> list[str]:
    """What was acknowledged before the blow."""
    for visitor in visitors:
        visitor.open()
    enough = threading.Semaphore(0)
    writers = [Writer(visitor, number, enough) for visitor in visitors]
    for writer in writers:
        writer.start()
    for _save in range(SAVES_BEFORE_THE_BLOW):
        assert enough.acquire(timeout=PATIENCE)
    server.kill()
    for writer in writers:
        writer.join(PATIENCE)
    return [text for writer in writers for text in writer.acknowledged]


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(database, variables):
    known = served.ask("visitors", variables)
    site = Site(port=free_port(), workers=[], **known)
    pairs = zip(site.sessions, site.questions, strict=False)
    visitors = [Visitor(site, session, *place) for session, place in pairs][:WRITERS]
    acknowledged = []
    for number in range(ROUNDS):
        server = Server(site.port, variables)
        try:
            served.wait(site.port)
            acknowledged += play_round(visitors, number, server)
        finally:
            server.kill()
    assert len(acknowledged) >= ROUNDS * SAVES_BEFORE_THE_BLOW
    assert set(acknowledged) - kept_texts(database) == set()
    assert half_written(database) == []


def kept_texts(database: Path) -> set[str]:
    """Every text that the history of answers holds."""
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT changes FROM strategy_answerrevision").fetchall()
    pairs = [pair for (changes,) in found for pair in json.loads(changes).values()]
    return {text for pair in pairs for text in pair if isinstance(text, str)}


def half_written(database: Path) -> list[tuple]:
    """Answers whose version no revision made; the file itself when it is damaged."""
    with closing(sqlite3.connect(database)) as connection:
        damaged = connection.execute("PRAGMA integrity_check").fetchall()
        torn = connection.execute(
            "SELECT question, version FROM strategy_answer WHERE version != (SELECT MAX(version)"
            " FROM strategy_answerrevision WHERE record_id = strategy_answer.id)"
        ).fetchall()
    return torn + [line for line in damaged if line != ("ok",)]
