"""Ids of rows and people: short, unguessable, the same in the database and in a dossier file.

And tokens of invitations: long, and kept as a hash only.
"""

import hashlib
import secrets
import string
import uuid

ALPHABET = string.ascii_lowercase + string.digits
LENGTH = 12


def new_id() -> str:
    """Twelve random characters a-z0-9."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def id_made_by(save_id: uuid.UUID) -> str:
    """The id of the row that this save makes: the same when it is sent twice."""
    digits = [save_id.int // len(ALPHABET) ** place % len(ALPHABET) for place in range(LENGTH)]
    return "".join(ALPHABET[digit] for digit in digits)


def new_token() -> str:
    """What a mail carries to prove that it was received."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What we keep of a token: enough to recognise it, not to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
