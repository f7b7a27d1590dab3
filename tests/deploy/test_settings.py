"""The settings, read from the file of variables that `docs/deploy.md` says to use."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = dict(
    re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
)
COOKIES = """
import json
from config import settings
print(json.dumps(sorted(vars(settings)[name] for name in vars(settings) if "COOKIE_NAME" in name)))
"""
TELL = """
import json
from config import settings
database = settings.DATABASES["default"]
told = [database["ENGINE"], database["NAME"], settings.EXPORTS_DIR, settings.TIME_ZONE]
print(json.dumps([str(each) for each in told]))
"""
HSTS = """
import json
from config import settings
names = ("SECONDS", "INCLUDE_SUBDOMAINS", "PRELOAD")
print(json.dumps([vars(settings)[f"SECURE_HSTS_{name}"] for name in names]))
"""
ONE_YEAR = 365 * 24 * 60 * 60


def _read(variables, tell=TELL):
    """What a program that has these variables alone gets from the settings."""
    alone = {"PATH": os.environ["PATH"], **variables}
    return subprocess.run(
        [sys.executable, "-c", tell],
        env=alone,
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


def test_settings_take_an_empty_variable_of_the_example_as_absent():
    read = _read(EXAMPLE | {"SECRET_KEY": "k" * 50})

    assert read.stderr == ""
    assert json.loads(read.stdout) == [
        "django.db.backends.sqlite3",
        str(ROOT / "var" / "cap27.sqlite3"),
        str(ROOT / "var" / "exports"),
        "Europe/Paris",
    ]


def test_settings_stop_at_the_secret_key_that_the_example_leaves_empty():
    read = _read(EXAMPLE)

    assert read.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: Set the SECRET_KEY environment variable"
    )


def test_cookies_of_https_are_of_this_host_alone():
    read = _read(EXAMPLE | {"SECRET_KEY": "k" * 50}, COOKIES)

    names = ["csrf", "form", "language", "scheme", "session"]
    assert json.loads(read.stdout) == [f"__Host-{name}" for name in names]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, [ONE_YEAR, False, False]),
        ({"HSTS_SUBDOMAINS": "true", "HSTS_PRELOAD": "true"}, [ONE_YEAR, True, True]),
        ({"SITE_URL": "http://cap27.example.org"}, [0, False, False]),
    ],
)
def test_https_speaks_for_this_host_alone_unless_asked(asked, told):
    read = _read(EXAMPLE | {"SECRET_KEY": "k" * 50} | asked, HSTS)

    assert json.loads(read.stdout) == told
