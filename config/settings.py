"""One file of settings; what differs from one place to another comes from the environment.

`.env.example` names each variable and says what it is for. In production a missing one
stops the start with a sentence; `DEMONSTRATION=true` is the only way to do without them.
"""

import os
import sqlite3
from pathlib import Path
from typing import Any

import bootstrap
import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
# A file of variables lists names with nothing after them: nothing said, not an empty value.
env.ENVIRON = {name: value for name, value in os.environ.items() if value.strip()}

# Where it runs

DEMONSTRATION = env.bool("DEMONSTRATION", default=False)
DEBUG = env.bool("DEBUG", default=False)
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000" if DEMONSTRATION else env.NOTSET)
SECURE = SITE_URL.startswith("https://")
SHORTEST_KEY = 50


def secret_key() -> str:
    """The key that signs sessions and tokens; the demonstration keeps its own in var/.

    Raises ImproperlyConfigured when neither is there.
    """
    kept = VAR_DIR / "secret-key"
    if DEMONSTRATION and "SECRET_KEY" not in env.ENVIRON:
        return kept.read_text().strip() if kept.exists() else "demonstration-not-set-up"
    key: str = env("SECRET_KEY")
    if len(key) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            f"SECRET_KEY is too short: give it {SHORTEST_KEY} characters or more."
        )
    return key


SECRET_KEY = secret_key()
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEMONSTRATION else env.NOTSET
)
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# What it is made of

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "config",
    "organisations",
    "strategy",
    "charter",
    "conclusions",
    "deliverables",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a page of 30 rows weighs 150 kB, 15 once packed
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.display.beside_a_refusal",
    "django.middleware.locale.LocaleMiddleware",
    "config.failures.only_utf8",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "organisations.middleware.PrivatePages",
    "config.leading.up_to_a_page",
    "config.display.taking_nothing",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
            "builtins": ["conclusions.templatetags.states", "organisations.templatetags.sending"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# What it remembers

# Versions with the fix of the WAL-reset bug (sqlite.org/wal.html); others keep a journal.
WAL_IS_SAFE = (
    sqlite3.sqlite_version_info >= (3, 51, 3)
    or (3, 50, 7) <= sqlite3.sqlite_version_info < (3, 51)
    or (3, 44, 6) <= sqlite3.sqlite_version_info < (3, 45)
)
SQLITE_OPTIONS = {
    "timeout": 5,
    "transaction_mode": "IMMEDIATE",
    # FULL: "saved" is said only of what is on the disk; NORMAL in WAL mode does not sync.
    "init_command": (
        f"PRAGMA journal_mode={'WAL' if WAL_IS_SAFE else 'TRUNCATE'};"
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    ),
}


def database() -> dict[str, Any]:
    """Django's description of the database that DATABASE_URL names, SQLite in var/ by default."""
    found: dict[str, Any] = env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'cap27.sqlite3'}")
    found["CONN_MAX_AGE"] = 600
    if "sqlite3" in found["ENGINE"]:
        found["OPTIONS"] = SQLITE_OPTIONS
    else:
        found["CONN_HEALTH_CHECKS"] = True
    return found


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# One cache for all workers: counts kept per process would let password guesses through.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Above it Django drops a third, by name: counts of guesses before anything else.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
EXPORTS_DIR = env.path("EXPORTS_DIR", default=str(VAR_DIR / "exports"))

# Who comes in

AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "organisations.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "login": "organisations.account_forms.LoginForm",
    "signup": "organisations.account_forms.SignupForm",
    "reset_password": "organisations.account_forms.ResetPasswordForm",
    "add_email": "organisations.account_forms.AddEmailForm",
    "reauthenticate": "organisations.account_forms.ReauthenticateForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none" if DEMONSTRATION else "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
# For how long links of mails are worth something: pages and mails say three days.
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
PASSWORD_RESET_TIMEOUT = 3 * 86_400
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Cap27] "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)

# What browsers are told

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's stylesheet holds data images
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{_PREFIX}session"
CSRF_COOKIE_NAME = f"{_PREFIX}csrf"
LANGUAGE_COOKIE_NAME = f"{_PREFIX}language"
SCHEME_COOKIE_NAME = f"{_PREFIX}scheme"
FORM_COOKIE_NAME = f"{_PREFIX}form"
ONE_YEAR = 31_536_000
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = ONE_YEAR
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = ONE_YEAR if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
# Both speak for the whole domain, whose other sites may still be on http: whoever holds the
# domain decides, and a deployment that leaves them out is sound.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# Not "no-referrer": browsers then send forms with "Origin: null", which CSRF refuses.
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "config.failures.csrf"

# What it says, in which language

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("Français")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", default="Europe/Paris")

# What it serves beside pages

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS: list[Any] = [
    BASE_DIR / "static",
    ("bootstrap", Path(next(iter(bootstrap.__path__)))),
    ("fonts", VAR_DIR / "fonts"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Whom it writes to

EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://" if DEMONSTRATION else env.NOTSET)
EMAIL_TIMEOUT = 10  # a server that does not answer holds no page longer
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env(
    "FROM_EMAIL", default="Cap27 <cap27@localhost>" if DEMONSTRATION else env.NOTSET
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "fontTools": {"level": "WARNING"},  # it tells each table it writes
        "pikepdf": {"level": "WARNING"},  # it says that it is there
        "weasyprint.progress": {"level": "WARNING"},  # and it, each page
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}
