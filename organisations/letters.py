"""Messages by e-mail: text and HTML that say the same, in the language of who gets them."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils import translation

from organisations.http import our_host

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one address: the templates that say it, and what they tell."""

    # What `_subject.txt`, `_message.txt` and `_message.html` follow.
    template: str
    to: str
    language: str
    facts: Mapping[str, Any]


def compose(letter: Letter) -> EmailMultiAlternatives:
    """The message as it leaves; its subject is also the title of its HTML."""
    with translation.override(letter.language):
        subject = render_to_string(f"{letter.template}_subject.txt", letter.facts)
        title = " ".join(subject.splitlines()).strip()
        told = {**letter.facts, "title": title, "host": our_host()}
        text, html = (
            render_to_string(f"{letter.template}_message.{kind}", told).strip()
            for kind in ("txt", "html")
        )
    message = EmailMultiAlternatives(
        f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{title}", text, to=[letter.to]
    )
    message.attach_alternative(html, "text/html")
    return message


def send(*letters: Letter) -> int:
    """How many left. One that could not is in the log, and holds none of the others back."""
    try:
        with get_connection() as connection:
            return sum(_left(letter, connection) for letter in letters)
    except (OSError, SMTPException):
        logger.exception("No message could leave, of %d.", len(letters))
        return 0


def _left(letter: Letter, connection: Any) -> bool:
    message = compose(letter)
    message.connection = connection
    try:
        return message.send() == 1
    except (OSError, SMTPException):
        logger.exception("A message could not leave: %s.", letter.template)
        return False
