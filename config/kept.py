"""What was sent and not saved: shown again, and offered to be sent again by the same person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.urls import ResolverMatch

from config.labels import labels_of
from organisations.templatetags.sending import SENDER

UNREADABLE = (
    BadRequest,
    MultiPartParserError,
    RequestDataTooBig,
    TooManyFieldsSent,
    UnreadablePostError,
)
NEVER_REPEATED = ("password", "token", "secret")
# What the page says of itself: nobody types or chooses it.
OF_THE_PAGE = frozenset({
    SENDER, "version", "tab", "save_id", "form", "shown", "new", "unit", "op", "next", "seen",
    "row",
})  # fmt: skip
LONG = 80  # characters; a longer text has room for several lines


@dataclass(frozen=True, slots=True)
class Kept:
    """One field as it was sent; `text` when a person wrote it rather than the page."""

    name: str
    value: str
    label: str = ""
    text: bool = False

    @property
    def rows(self) -> int:
        """The lines of its box."""
        return 6 if len(self.value) > LONG or "\n" in self.value else 1


def kept_of(request: HttpRequest) -> tuple[Kept, ...]:
    """Everything that was sent, in its order, but for secrets; nothing of what cannot be read."""
    try:
        sent = request.POST
    except UNREADABLE:
        return ()
    return tuple(_sent(sent, labels_of(request, sent)))


def _sent(sent: Any, labels: dict[str, str]) -> Iterator[Kept]:
    for name, values in sent.lists():
        if not any(word in name.lower() for word in NEVER_REPEATED):
            for value in map(str, values):
                yield Kept(name, value, labels.get(name, ""), _is_text(name, value, labels))


def _is_text(name: str, value: str, labels: dict[str, str]) -> bool:
    typed = name in labels or len(value.split()) > 1
    return typed and bool(value.strip()) and not _is_of_the_page(name)


def _is_of_the_page(name: str) -> bool:
    # Each exception is accepted in a form of its own, whose fields begin with its code.
    return name in OF_THE_PAGE or name.endswith("fingerprint")


def shown_again(request: HttpRequest) -> str:
    """What a form sent to a page that refused it and shows it again, encoded as it was sent.

    Nothing of accounts or of files, nor of what did not reach its page: sent again, it might be
    taken.
    """
    place = request.resolver_match
    reached = request.method == "POST" and getattr(request, "csrf_processing_done", False)
    if not reached or not request.user.is_authenticated or is_of_accounts(place) or request.FILES:
        return ""
    return urlencode([(each.name, each.value) for each in _sent(request.POST, {})])


def is_of_accounts(place: ResolverMatch | None) -> bool:
    """True of the pages of accounts, and of no page at all."""
    return place is None or str(place.url_name).startswith("account_")


def is_given(kept: tuple[Kept, ...]) -> bool:
    """True when a person typed or chose some of it: a mere button is soon pressed again."""
    return any(each.value.strip() and not _is_of_the_page(each.name) for each in kept)


def is_of_another(request: HttpRequest) -> bool:
    """True when who is signed in is not the person for whom the form was made."""
    sender = request.POST.get(SENDER)
    return bool(request.user.is_authenticated and sender and sender != str(request.user.pk))


def came_from_here(request: HttpRequest) -> bool:
    """Only a form of ours is offered again: one made elsewhere would use the person's click."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
