"""Forms of accounts: our word for the address, what a refusal is called, who was invited."""

from typing import Any

from allauth.account import forms as allauth
from allauth.core import context
from django import forms
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from organisations import invited
from organisations.forms import LineField
from organisations.models import User

ADDRESS = _("Adresse électronique")


class LoginForm(allauth.LoginForm):
    """Sign-in, with the address that an invitation was sent to."""

    refusal = _("Connexion impossible")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_address(self.fields["login"], invited.email(context.request))


class SignupForm(allauth.SignupForm):
    """Sign-up, which also asks for a name: it is what colleagues see."""

    refusal = _("Le compte n’a pas été créé")
    name = LineField(
        label=_("Votre nom"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("name", "email", "password1")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_address(self.fields["email"], invited.email(context.request))

    def try_save(self, request: HttpRequest) -> Any:
        """A known address costs the hash of a password too: time tells no more than words."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        """Keep the name given."""
        super().custom_signup(request, user)
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])


class ResetPasswordForm(allauth.ResetPasswordForm):
    """Where to send the link that gives a new password."""

    refusal = _("Aucun message n’est parti")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_address(self.fields["email"])


class AddEmailForm(allauth.AddEmailForm):
    """One more address of the account."""

    refusal = _("L’adresse n’a pas été ajoutée")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_address(self.fields["email"])


class ReauthenticateForm(allauth.ReauthenticateForm):
    """The password once more, before what matters."""

    refusal = _("Ce n’est pas confirmé")


def ask_address(field: forms.Field, known: str = "") -> None:
    """Name the address as everywhere else, and write the one that is known."""
    field.label = ADDRESS
    field.widget.attrs.pop("placeholder", None)
    field.initial = known or field.initial
