"""In production, a variable that is missing stops the start with a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRODUCTION = {
    "SITE_URL": "https://cap27.example.org",
    "ALLOWED_HOSTS": "cap27.example.org",
    "SECRET_KEY": "k" * 50,
    "EMAIL_URL": "consolemail://",
    "FROM_EMAIL": "Cap27 <cap27@example.org>",
}
STARTS = (["manage.py", "work", "--batch"], ["manage.py", "check"], ["-c", "import config.wsgi"])


def start(arguments, **environment):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", STARTS)
@pytest.mark.parametrize("missing", ["FROM_EMAIL", "SECRET_KEY"])
def test_missing_variable_stops_the_start_with_a_sentence(arguments, missing):
    given = {name: value for name, value in PRODUCTION.items() if name != missing}

    stopped = start(arguments, **given)

    assert stopped.returncode == 3
    assert stopped.stderr == (
        f"Cap27 cannot start. Set the {missing} environment variable "
        "(.env.example explains each variable.)\n"
    )


def test_nothing_missing_lets_it_start():
    assert start(["-c", "import config.wsgi"], **PRODUCTION).returncode == 0
