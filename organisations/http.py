"""The request that a view of an organisation gets, and what leaves the site: files, addresses."""

import re
import unicodedata
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from organisations.models import Membership, Organisation, User


class MemberRequest(HttpRequest):
    """A request of a signed-in member, made by `access.member`."""

    user: User
    membership: Membership
    organisation: Organisation
    htmx: HtmxDetails


def attachment(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to keep; what would name a folder becomes a dash, and nothing turns its name round."""
    response = HttpResponse(content, content_type=kind)
    shown = (letter for letter in name if unicodedata.category(letter) != "Cf")
    name = re.sub(r"[/\\]", "-", "".join(shown))
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def on_our_host(address: str) -> str:
    """An address or a path on SITE_URL, whatever host it names or a request claims."""
    scheme = urlsplit(settings.SITE_URL).scheme
    return urlunsplit((scheme, our_host(), *urlsplit(address)[2:]))


def own_path(request: HttpRequest) -> str:
    """The page to come back to that the request names as `next`; empty unless a path of ours."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if ours else ""


def our_host() -> str:
    """The host of our own address: never the one that a request claims."""
    return urlsplit(settings.SITE_URL).netloc
