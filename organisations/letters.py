"""Messages by e-mail: text and HTML that say the same, in the language of who gets them."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from organisations.http import our_host

logger = logging.getLogger(__name__)
_nothing_leaves: ContextVar[bool] = ContextVar("nothing_leaves", default=False)


@contextmanager
def held() -> Iterator[None]:
    """Nothing leaves meanwhile: what a message would tell is about to be undone."""
    before = _nothing_leaves.set(True)
    try:
        yield
    finally:
        _nothing_leaves.reset(before)


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one address: the templates that say it, and what they tell."""

    # What `_subject.txt`, `_message.txt` and `_message.html` follow.
    template: str
    to: str
    language: str
    facts: Mapping[str, Any]


def written(template: str, language: str, facts: Mapping[str, Any]) -> dict[str, str]:
    """The subject, the text and the HTML, whose title is the subject."""
    with translation.override(language):
        subject = render_to_string(f"{template}_subject.txt", facts)
        title = " ".join(subject.splitlines()).strip()
        told = {**facts, "title": title, "host": our_host()}
        text, html = (
            render_to_string(f"{template}_message.{kind}", told).strip() for kind in ("txt", "html")
        )
    return {"subject": title, "text": text, "html": html}


def addressed(to: str, *, subject: str, text: str, html: str) -> EmailMultiAlternatives:
    """The message as it leaves."""
    prefix = settings.ACCOUNT_EMAIL_SUBJECT_PREFIX
    message = EmailMultiAlternatives(f"{prefix}{subject}", text, to=[to])
    message.attach_alternative(html, "text/html")
    return message


def send(letter: Letter) -> bool:
    """Whether it left, at once."""
    content = written(letter.template, letter.language, letter.facts)
    return left(letter.template, addressed(letter.to, **content))


def left(template: str, message: EmailMultiAlternatives) -> bool:
    """Whether the message left; one that could not is in the log."""
    if _nothing_leaves.get():
        return True
    try:
        return message.send() == 1
    except (OSError, SMTPException):
        logger.exception("A message could not leave: %s.", template)
        return False
