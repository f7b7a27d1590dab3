"""What every page of a signed-in person tells caches: keep nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

VARIES = ["Cookie", "HX-Request", "Accept-Language"]


class PrivatePages:
    """Keep the pages of signed-in people out of every cache, the browser's Back included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the response on its way out."""
        response = self.get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
            patch_vary_headers(response, VARIES)
        return response
