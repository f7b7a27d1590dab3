"""The form of one line of the organisation's list of people, asked within a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.forms import LineField


class PersonForm(forms.Form):
    """A name or a function, and a role."""

    prefix = "person"

    name = LineField(
        label=_("Nom ou fonction"),
        max_length=120,
        error_messages={"required": _("Donnez un nom ou une fonction.")},
    )
    role = LineField(label=_("Rôle dans l’organisation"), max_length=120, required=False)
