"""`make run`: sets everything up, then keeps the web server and its worker going."""

import ctypes
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from http.client import HTTPConnection
from threading import Thread

from deploy import environment, site
from deploy.console import ENDS, ROOT, HungUp, StopError, say

PORT = os.environ.get("PORT", "8000")
ADDRESS = f"http://127.0.0.1:{PORT}"
SERVER = (
    environment.program("gunicorn"),
    "config.wsgi",
    f"--bind=127.0.0.1:{PORT}",
    "--workers=2",
    "--preload",
    "--no-control-socket",
    "--log-level=warning",
)
WORKER = (str(environment.PYTHON), "manage.py", "work")
PATIENCE = 60  # seconds for the first page
OK = 200
TO_KEEP_IT = "To keep it: setsid make run > cap27.log 2>&1 &"
DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of Linux's prctl


def run() -> None:
    """Serve until Ctrl-C or a TERM signal; StopError when the server cannot start."""
    _refuse_taken_port()
    _end_with_parent()
    parent = os.getppid()
    environment.prepare()
    site.prepare()
    _serve(parent)


def _serve(parent: int) -> None:
    server = _start(SERVER)
    programs = [server]
    try:
        _wait_for_first_page(server)
        programs.append(_start(WORKER))  # after it: pages come before documents
        _welcome()
        Thread(target=site.renew_strategy, daemon=True).start()
        while server.poll() is None:
            time.sleep(0.5)
            programs[1] = programs[1] if programs[1].poll() is None else _start_again(WORKER)
        raise StopError("The web server ended by itself; what it said is above.")
    except KeyboardInterrupt as end:
        with suppress(OSError):  # a terminal that closed cannot be written to
            say(f"\n{_why_stopped(end, parent)}")
    finally:
        _stop(*programs)


def _why_stopped(end: KeyboardInterrupt, parent: int) -> str:
    if isinstance(end, HungUp):
        return f"Stopped: the terminal that it was started in has closed. {TO_KEEP_IT}"
    if os.getppid() != parent:
        return f"Stopped: what started it has ended. {TO_KEEP_IT}"
    return "Stopped."


def _refuse_taken_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(PORT)))
        except (OSError, OverflowError, ValueError) as problem:
            raise StopError(
                f"Port {PORT} cannot be used ({problem}).\nChoose another: make run PORT=8001"
            ) from None


def _start(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Links in e-mails lead to where it serves, unless SITE_URL says otherwise.

    The terminal's signals reach us alone: to gunicorn a hang-up means another thing.
    """
    told = {"SITE_URL": ADDRESS} | os.environ
    return subprocess.Popen(
        command, cwd=ROOT, env=told, preexec_fn=_end_with_parent, start_new_session=True
    )


def _start_again(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    say("The worker ended; starting another.")
    time.sleep(2)
    return _start(command)


def _wait_for_first_page(server: subprocess.Popen[bytes]) -> None:
    """Return once the site answers; StopError when it ends before, or never does."""
    limit = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < limit:
        try:
            status = _status_of_home()
        except OSError:
            time.sleep(0.05)
            continue
        if status == OK:
            return
        raise StopError(f"The home page answers {status}; the reason is above.")
    raise StopError("The web server did not start; the reason is above.")


def _status_of_home() -> int:
    connection = HTTPConnection("127.0.0.1", int(PORT), timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    finally:
        connection.close()


def _welcome() -> None:
    say(f"\nCap27 is at {ADDRESS}")
    say(site.SIGN_IN.read_text())
    say(f"Strategy of the demonstration: {site.STRATEGY_PDF.relative_to(ROOT)}")
    say("Ctrl-C ends it.")


def _stop(*programs: subprocess.Popen[bytes]) -> None:
    for again in (signal.SIGINT, *ENDS):
        signal.signal(again, signal.SIG_IGN)
    for program in programs:
        program.terminate()
    for program in programs:
        try:
            program.wait(timeout=10)
        except subprocess.TimeoutExpired:
            program.kill()


def _end_with_parent() -> None:
    """Ask Linux to end this process when the one that started it is killed."""
    try:
        ctypes.CDLL(None).prctl(DEATH_OF_PARENT, signal.SIGTERM)
    except (AttributeError, OSError):
        return  # not Linux: Ctrl-C and TERM still end all
