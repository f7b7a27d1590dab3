"""A setting that is missing stops the start with a sentence instead of a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured

# gunicorn takes this from a worker for a start that no other try would mend, and stops.
CANNOT_START = 3


@contextmanager
def refused_in_a_sentence() -> Iterator[None]:
    """Say what is wrong with the settings, and end the process."""
    try:
        yield
    except ImproperlyConfigured as error:
        sys.stderr.write(f"Cap27 cannot start. {error} (.env.example explains each variable.)\n")
        sys.exit(CANNOT_START)
