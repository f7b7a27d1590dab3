"""The language of the page."""

from django.utils.translation import get_language


def page_language() -> str:
    """Its code; French where no page is being made."""
    return get_language() or "fr"
