"""An address that only takes forms leads, when it is asked for, to the page above it.

One asks for such an address by choosing a language after a form was refused there, or by
pressing Enter in the address bar. Any other request that an address does not take is told so.
"""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from config import failures


def up_to_a_page(get_response: Callable[[HttpRequest], HttpResponse]) -> object:
    """The middleware that answers so in the place of an empty "method not allowed"."""

    def lead(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        if request.method in {"GET", "HEAD"} and "HX-Request" not in request.headers:
            return redirect(next(_above(request.path_info), "/"))
        return failures.not_taken(request, response)

    return lead


def _above(path: str) -> Iterator[str]:
    """The addresses above this one that lead somewhere, the nearest first."""
    while path := path.rstrip("/").rpartition("/")[0]:
        yield from filter(_is_known, (path, f"{path}/"))


def _is_known(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
