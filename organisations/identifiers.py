"""Ids of rows and people: short, unguessable, the same in the database and in a dossier file."""

import secrets
import string

ALPHABET = string.ascii_lowercase + string.digits
LENGTH = 12


def new_id() -> str:
    """Twelve random characters a-z0-9."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
