"""What every page knows: where one is, in which organisation, under which colours."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from config import kept
from config.display import CHOICE, SCHEMES
from config.showcase import showcase
from organisations.models import Organisation
from strategy.domain.dial import Dial

# The pages of an organisation that its navigation names: URL name, label.
PAGES = (
    ("overview", _("Vue d’ensemble")),
    ("questions", _("Questions")),
    ("charter", _("Charte")),
    ("review", _("Cohérence")),
    ("following", _("Ce qui suit")),
    ("documents", _("Documents")),
    ("profile", _("Profil")),
    ("members", _("Membres")),
)


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the navigation."""

    url: str
    label: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a page; `here` is where one comes back to after choosing a language."""

    request: HttpRequest
    scheme: str
    here: str
    organisation: Organisation | None
    navigation: tuple[Link, ...]

    @property
    def sent(self) -> str:
        """What a form sent here and the page shows again, as one text; nothing on most pages."""
        return kept.shown_again(self.request)

    @property
    def again(self) -> str:
        """Where to send that again to see it in what is chosen, whose name comes last."""
        return f"{self.here}{'&' if '?' in self.here else '?'}{CHOICE}=" if self.sent else ""

    @property
    def showcase(self) -> Dial:
        """The dial of the landing page; drawn only where it is shown."""
        return showcase()


def site(request: HttpRequest) -> dict[str, Frame]:
    """The frame of the page, as `frame`: allauth calls another thing `site`."""
    scheme = request.COOKIES.get(settings.SCHEME_COOKIE_NAME, "")
    organisation = getattr(request, "organisation", None)
    return {
        "frame": Frame(
            request=request,
            scheme=scheme if scheme in SCHEMES else "",
            here=request.get_full_path(),
            organisation=organisation,
            navigation=tuple(_navigation(request, organisation)) if organisation else (),
        )
    }


def _navigation(request: HttpRequest, organisation: Organisation) -> Iterator[Link]:
    for name, label in PAGES:
        try:
            url = reverse(name, args=[organisation.pk])
        except NoReverseMatch:  # that part of the site is not there
            continue
        yield Link(url, str(label), _stands_in(request.path, url, whole=name == "overview"))


def _stands_in(path: str, url: str, *, whole: bool) -> bool:
    return path == url if whole else path.startswith(url.rstrip("/"))
