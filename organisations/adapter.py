"""What we want otherwise than allauth does: addresses in mails, and where sign-in leads."""

from contextlib import suppress
from http import HTTPStatus
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from organisations import invited, letters
from organisations.http import on_our_host
from organisations.letters import Letter
from organisations.models import User


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
        """Send a mail whose every link leads to our own address; a page says if it cannot leave."""
        facts = {"reset_url": reverse("account_reset_password"), **context}
        ours = {key: on_our_host(value) for key, value in facts.items() if key.endswith("_url")}
        letter = Letter(template_prefix, email, get_language() or "fr", facts | ours)
        if not letters.send(letter):
            page = render_to_string("account/unsent.html")
            raise ImmediateHttpResponse(HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Tell of what is done already: it stands, even when the mail cannot leave."""
        with suppress(ImmediateHttpResponse):
            super().send_notification_mail(*args, **kwargs)

    def post_login(self, request: HttpRequest, user: User, **known: Any) -> HttpResponse:
        """Go on, knowing in which language this person reads."""
        user.keep_language(get_language() or "")
        return super().post_login(request, user, **known)

    def is_email_verified(self, request: HttpRequest, email: str) -> bool:
        """True of the address whose mail led here: an invitation's token was sent to it alone."""
        return email.lower() == invited.email(request).lower()

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """To one's addresses, where the one just confirmed can be made the main one."""
        if not self.request.user.is_authenticated or invited.address(self.request):
            return str(super().get_email_verification_redirect_url(email_address))
        return reverse("account_email")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The invitation that the person came with, or home."""
        return invited.address(request) or str(super().get_login_redirect_url(request))

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """The invitation that the person came with, or home."""
        return self.get_login_redirect_url(request)
