"""A form that was refused for its token, after a night away: the text is offered again."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.shortcuts import render

UNREADABLE = (RequestDataTooBig, TooManyFieldsSent, UnreadablePostError, MultiPartParserError)
NEVER_REPEATED = ("password", "token", "secret")


@dataclass(frozen=True, slots=True)
class Kept:
    """One field as it was sent; `text` when a person wrote it rather than the page."""

    name: str
    value: str
    text: bool


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show what was sent, to be sent again by hand; never sent again by itself."""
    kept = tuple(_kept(request))
    context = {
        "kept": kept,
        "texts": [field for field in kept if field.text],
        "may_repeat": _came_from_here(request),
    }
    return render(request, "csrf.html", context, status=403)


def _kept(request: HttpRequest) -> Iterator[Kept]:
    try:
        sent = request.POST
    except UNREADABLE:
        return
    for name, values in sent.lists():
        if not any(word in name.lower() for word in NEVER_REPEATED):
            yield from (Kept(name, str(value), _is_text(str(value))) for value in values)


def _is_text(value: str) -> bool:
    return len(value.split()) > 1


def _came_from_here(request: HttpRequest) -> bool:
    """Only a form of ours is offered again: one made elsewhere would use the person's click."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
