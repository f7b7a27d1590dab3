"""The environment that the tests run in, set before the settings are read."""

import os

os.environ.setdefault("DEMONSTRATION", "true")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs beside ours
