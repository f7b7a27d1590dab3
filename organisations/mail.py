"""The message of an invitation: text and HTML, in the language of whoever invites."""

import hashlib
import logging
import time
from smtplib import SMTPException

from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from organisations.http import on_our_host
from organisations.models import Invitation

MINUTE, DAY = 60, 86_400
# Invitations to one address, whoever sends them.
A_DAY = 5

logger = logging.getLogger(__name__)


def may_be_sent(email: str) -> bool:
    """Whether one more invitation may go to this address now; if so, it counts.

    One a minute, five a day: nobody is to be pestered in our name.
    """
    key = f"invitations-to-{hashlib.sha256(email.lower().encode()).hexdigest()}"
    now = time.time()
    if not cache.add(f"{key}-lately", now, MINUTE):
        return False
    sent = [each for each in cache.get(key, ()) if each > now - DAY]
    if len(sent) >= A_DAY:
        return False
    cache.set(key, [*sent, now], DAY)
    return True


def send_invitation(invitation: Invitation, token: str) -> bool:
    """Send the address of the invitation's page; False when the message could not leave."""
    context = {
        "invitation": invitation,
        "address": on_our_host(reverse("invitation", args=[token])),
        "language": get_language(),
    }
    subject = render_to_string("organisations/email/invitation_subject.txt", context)
    text = render_to_string("organisations/email/invitation.txt", context)
    message = EmailMultiAlternatives(" ".join(subject.split()), text, to=[invitation.email])
    message.attach_alternative(
        render_to_string("organisations/email/invitation.html", context), "text/html"
    )
    try:
        return message.send() == 1
    except (OSError, SMTPException):
        logger.exception("The message of an invitation could not leave.")
        return False
