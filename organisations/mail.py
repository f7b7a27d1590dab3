"""The message of an invitation: text and HTML, in the language of whoever invites."""

import logging
from smtplib import SMTPException
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from organisations.models import Invitation

logger = logging.getLogger(__name__)


def send_invitation(invitation: Invitation, token: str) -> bool:
    """Send the address of the invitation's page; False when the message could not leave."""
    context = {
        "invitation": invitation,
        "address": urljoin(settings.SITE_URL, reverse("invitation", args=[token])),
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
