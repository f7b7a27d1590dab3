"""The request that a view of an organisation gets, and the file that it may give."""

import re

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django_htmx.middleware import HtmxDetails

from organisations.models import Membership, Organisation, User


class MemberRequest(HttpRequest):
    """A request of a signed-in member, made by `access.member`."""

    user: User
    membership: Membership
    organisation: Organisation
    htmx: HtmxDetails


def attachment(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to keep; what would name a folder becomes a dash."""
    response = HttpResponse(content, content_type=kind)
    name = re.sub(r"[/\\]", "-", name)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
