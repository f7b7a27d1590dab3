"""What the site needs before it serves: key, words, fonts, database, demonstration."""

import os
import secrets
from functools import partial
from pathlib import Path

from deploy.console import VAR, StopError, quietly, say
from deploy.environment import PYTHON
from deploy.steps import Step

SECRET_KEY = VAR / "secret-key"
DATABASE_URL = os.environ.get("DATABASE_URL", "")
DATABASE = () if DATABASE_URL else (VAR / "cap27.sqlite3",)
SIGN_IN = VAR / "demonstration-sign-in.txt"
STRATEGY_PDF = VAR / "demo-strategie.pdf"
APPS = ("config", "organisations", "strategy", "charter", "conclusions", "deliverables")
# What the strategy is made from, as deliverables/keys.py has it, and what prints it.
PRINTED = (
    "*/content/**/*.toml",
    *(f"{app}/domain/**/*.py" for app in ("strategy", "charter", "conclusions")),
    *(f"templates/{folder}/*.html" for folder in ("documents", "components", "drawings")),
    "deliverables/**/*.py",
    "deliverables/paper/*.css",
    "deliverables/demonstration/*.json",
    "requirements.txt",
)
# Files of packages that no page asks for: compressing them would take fifteen seconds.
UNSERVED = ("bootstrap*.js*", "bootstrap-*", "bootstrap.css*", "*.rtl.*", "htm*-4*", "htmx-2.js")


def manage(*arguments: str | Path) -> str:
    """What a management command of the demonstration printed."""
    return quietly([PYTHON, "manage.py", *arguments], DEMONSTRATION="true")


def prepare() -> None:
    """Make all that the demonstration needs; nothing that a person typed is touched."""
    keep_secret_key()
    prepare_files()
    for step in DATA:
        step.run()
    if not STRATEGY_PDF.exists():
        STRATEGY.run()


def prepare_files() -> None:
    """Make what pages are drawn with: translations, fonts, static files."""
    for step in FILES:
        step.run()


def keep_secret_key() -> None:
    """The key that signs sessions, drawn once, readable by its owner alone."""
    if SECRET_KEY.exists():
        return
    VAR.mkdir(exist_ok=True)
    with os.fdopen(os.open(SECRET_KEY, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))


def _collect_static() -> None:
    (VAR / "static").mkdir(exist_ok=True)
    ignored = [f"--ignore={pattern}" for pattern in UNSERVED]
    manage("collectstatic", "--no-input", "--clear", *ignored)


def _migrate() -> None:
    manage("migrate", "--no-input")
    manage("createcachetable")


def _load_demonstration() -> None:
    told = manage("demo", "--lang=en").strip()
    SIGN_IN.write_text(told.rpartition("\n")[2])


def _write_strategy() -> None:
    # Visitors have copies of their own, under the same name.
    whose = "--member=demo@cap27.example"
    manage("export", "Les Ateliers Altivane", whose, "--lang=fr", "--output", STRATEGY_PDF)


FILES = (
    Step(
        "translations compiled",
        partial(quietly, [PYTHON, "-m", "deploy.catalogues", "compile"]),
        ("locale/**/*.po",),
    ),
    Step(
        "fonts made for the web",
        partial(manage, "webfonts"),
        ("config/fonts.py", "requirements.txt"),
        (VAR / "fonts",),
    ),
    Step(
        "static files collected",
        _collect_static,
        ("static/**/*", "config/fonts.py", "requirements.txt"),
        (VAR / "static" / "staticfiles.json",),
    ),
)
DATA = (
    Step(
        "settings and content checked",
        partial(manage, "check"),
        (*(f"{app}/**/*.py" for app in APPS), "*/content/**/*.toml"),
    ),
    Step(
        "database made",
        _migrate,
        ("*/migrations/*.py", "requirements.txt"),
        DATABASE,
        salt=DATABASE_URL,
    ),
    Step("demonstration loaded", _load_demonstration, (), (*DATABASE, SIGN_IN), DATABASE_URL),
)
# It takes longer than the start: an old one is brought up to date beside the server.
STRATEGY = Step(
    "strategy written to var/demo-strategie.pdf", _write_strategy, PRINTED, (STRATEGY_PDF,)
)


def renew_strategy() -> None:
    """Print it again when what it is made from has changed; what cannot be printed is said."""
    try:
        STRATEGY.run()
    except StopError as problem:
        say(f"{STRATEGY_PDF.name} is not brought up to date:\n{problem}")
