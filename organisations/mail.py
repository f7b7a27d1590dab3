"""The message of an invitation: in the language of who gets it or, not known yet, as chosen."""

import hashlib
import time

from django.core.cache import cache
from django.urls import reverse

from organisations import letters
from organisations.http import on_our_host
from organisations.language import page_language
from organisations.letters import Letter
from organisations.models import Invitation, Role, User
from organisations.powers import POWERS

MINUTE, DAY = 60, 86_400
# Invitations to one address, whoever sends them.
A_DAY = 5


def may_be_sent(invitation: Invitation) -> bool:
    """Whether one more invitation may go to its address now; if so, it counts.

    One a minute from an organisation, which learns nothing of the others; five a day whoever
    invites: nobody is to be pestered in our name.
    """
    key = f"invitations-to-{hashlib.sha256(invitation.email.lower().encode()).hexdigest()}"
    now = time.time()
    if not cache.add(f"{key}-from-{invitation.organisation_id}", now, MINUTE):
        return False
    sent = [each for each in cache.get(key, ()) if each > now - DAY]
    if len(sent) >= A_DAY:
        return False
    cache.set(key, [*sent, now], DAY)
    return True


def send_invitation(invitation: Invitation, token: str) -> bool:
    """Send the address of the invitation's page; False when the message could not leave."""
    known = User.objects.filter(email=invitation.email).values_list("language", flat=True)
    facts = {
        "invitation": invitation,
        "power": POWERS[Role(invitation.role)],
        "address": on_our_host(reverse("invitation", args=[token])),
    }
    language = known.first() or invitation.language or page_language()
    letter = Letter("organisations/email/invitation", invitation.email, language, facts)
    return letters.send(letter)
