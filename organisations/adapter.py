"""What we want otherwise than allauth does: addresses in mails, and where sign-in leads."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from organisations import invited
from organisations.http import on_our_host


class Site:
    """What mails call us: never the host that a request claims."""

    name = "Cap27"

    @property
    def domain(self) -> str:
        """The host of our own address."""
        return str(urlsplit(settings.SITE_URL).netloc)


class AccountAdapter(DefaultAccountAdapter):
    """Links of mails come from SITE_URL; whoever came with an invitation goes back to it."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "cannot_remove_primary_email": _("L’adresse principale ne peut pas être retirée."),
        "duplicate_email": _("Cette adresse électronique est déjà la vôtre."),
        "email_password_mismatch": _("L’adresse électronique ou le mot de passe n’est pas le bon."),
        "email_taken": _("Un autre compte a déjà cette adresse électronique."),
        "max_email_addresses": _("Un compte a %d adresses électroniques au plus."),
        "unknown_email": _("Aucun compte n’a cette adresse électronique."),
        "unverified_primary_email": _("L’adresse principale doit d’abord être confirmée."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail whose every link leads to our own address."""
        ours = {key: on_our_host(value) for key, value in context.items() if key.endswith("_url")}
        common = {"current_site": Site(), "language": get_language()}
        super().send_mail(template_prefix, email, context | common | ours)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The invitation that the person came with, or home."""
        return invited.address(request) or str(super().get_login_redirect_url(request))

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """The invitation that the person came with, or home."""
        return self.get_login_redirect_url(request)
