"""`make check`, `make fix` and `make messages`: one definition of sound."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from deploy import environment, site, suite
from deploy.console import ROOT, StopError, quietly, say
from deploy.environment import PYTHON, program

TYPED = (
    "config",
    "organisations",
    "strategy",
    "charter",
    "conclusions",
    "deliverables",
    "deploy",
    "manage.py",
)
# Domain code decides what people are told: a branch that no test takes is one nobody has read.
DOMAIN = (
    "tests/domain",
    "--cov",
    "--cov-branch",
    "--cov-fail-under=100",
    "--cov-report=term-missing:skip-covered",
)
PRODUCTION = {
    "DEMONSTRATION": "false",
    "DEBUG": "false",
    "SITE_URL": "https://cap27.example.org",
    "ALLOWED_HOSTS": "cap27.example.org",
    "SECRET_KEY": "Only-for-the-check-of-settings-0123456789-abcdefghijklmnopqrstuvwxyz",
    "EMAIL_URL": "smtp://mail.example.org:25",
    "FROM_EMAIL": "Cap27 <cap27@example.org>",
    "TRUSTED_PROXY_COUNT": "1",
}


def check() -> None:
    """Say of each check whether it holds; StopError when one does not."""
    _prepare()
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder) / 'empty.sqlite3'}"
        failed = [name for name, command in _checks() if not _holds(name, command, database)]
    if failed:
        raise StopError(f"Not sound: {', '.join(failed)}. `make fix` mends style.")
    say("All sound.")


def fix() -> None:
    """Format code and templates."""
    environment.prepare(development=True)
    quietly([program("ruff"), "format", "."])
    quietly([program("djade"), "--target-version", "5.2", *_templates()])
    say(quietly([program("ruff"), "check", "--fix", "--exit-zero", "."]).rstrip())


def messages() -> None:
    """Bring the catalogue up to date with the words in the code."""
    environment.prepare(development=True)
    say(quietly([PYTHON, "-m", "deploy.catalogues", "update"]).rstrip())


def _prepare() -> None:
    environment.prepare(development=True)
    site.prepare_files()


def _checks() -> Iterable[tuple[str, list[str | Path]]]:
    manage: list[str | Path] = [PYTHON, "manage.py"]
    yield "code style", [program("ruff"), "check", "."]
    yield "code format", [program("ruff"), "format", "--check", "."]
    yield "template format", [program("djade"), "--check", "--target-version", "5.2", *_templates()]
    yield "types", [program("mypy"), *TYPED]
    yield "imports", [program("lint-imports"), "--no-cache"]
    yield "settings, content", [*manage, "check", "--deploy", "--fail-level", "WARNING"]
    yield "migrations", [*manage, "makemigrations", "--check", "--dry-run"]
    yield "translations", [PYTHON, "-m", "deploy.catalogues", "check"]
    yield "branches of domain/", [*suite.PYTEST, *DOMAIN]


def _holds(name: str, command: list[str | Path], database: str) -> bool:
    try:
        quietly(command, **PRODUCTION, DATABASE_URL=database)
    except StopError as problem:
        say(f"✗ {name}\n{problem}\n")
        return False
    say(f"✓ {name}")
    return True


def _templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))
