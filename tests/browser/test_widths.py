"""Pages at every width, from a small phone to a large screen: nothing scrolls sideways."""

import pytest
from django.urls import reverse

from deliverables.demonstrating import FILES
from deliverables.dossier.decoding import decode
from deliverables.dossier.loading import load

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (320, 360, 414, 600, 768, 992, 1024, 1200, 1280, 1312, 1366, 1440, 1920)
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def too_wide(page, url):
    """The widths at which the page of that address scrolls sideways."""
    page.goto(url)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if beyond := page.evaluate(BEYOND):
            found[width] = beyond
    return found


def test_landing_page_fits_every_width(visit):
    assert too_wide(visit(), "/") == {}


def test_document_on_screen_fits_every_width(visit, owner):
    organisation = load(decode(FILES[0].read_bytes()), owner=owner)

    assert too_wide(visit(owner), reverse("preview_document", args=[organisation.pk])) == {}


def test_overview_leaves_nothing_empty_beside_the_dial(visit, owner):
    page = visit(owner)
    for file in FILES[::2]:
        organisation = load(decode(file.read_bytes()), owner=owner)
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(reverse("overview", args=[organisation.pk]))
        boxes = [page.locator(f".overview-{side}").bounding_box() for side in ("dial", "next")]
        lasts = page.locator(".overview-next > :last-child").bounding_box()

        ends = {round(box["y"] + box["height"]) for box in (*boxes, lasts)}
        assert len(ends) == 1
