"""Forms: text into values."""

import json
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations import starting
from organisations.actions import PROFILE
from organisations.bounds import Uncut
from organisations.language import page_language
from organisations.models import (
    Invitation,
    Membership,
    Organisation,
    Person,
    RegulatedField,
    Role,
)

UNKNOWN = _("On ne sait pas encore")


class LineField(Uncut, forms.CharField):
    """One line: a name goes into headers of mails and files, so nothing may break it."""

    def to_python(self, value: Any) -> str:
        """The text without control characters, its spaces made single."""
        text = " ".join(str(super().to_python(value) or "").split())
        return "".join(letter for letter in text if unicodedata.category(letter) != "Cc")


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new organisation: its first facts, and what other apps ask at the start."""

    name = LineField(label=_("Nom de l’organisation"), max_length=120)

    class Meta:
        model = Organisation
        fields = ["name", "sector", "headcount"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_the_blank(self.fields["sector"])
        name_the_blank(self.fields["headcount"])
        self.asked = starting.fields()
        self.fields.update(self.asked)

    @property
    def given(self) -> dict[str, Any]:
        """What was answered to the other apps."""
        return {name: self.cleaned_data.get(name) for name in self.asked}


class MergedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that says what its page was made from."""

    @property
    def seen(self) -> dict[str, Any]:
        """What the page was made from; empty when it does not say."""
        try:
            seen = json.loads(self.data.get("seen", ""))
        except (ValueError, RecursionError):
            return {}
        return seen if isinstance(seen, dict) else {}


class ProfileForm(MergedForm):
    """Everything that the profile says of the organisation."""

    name = LineField(label=_("Nom de l’organisation"), max_length=120)
    regulated_fields = forms.MultipleChoiceField(
        label=_("Domaines réglementés"),
        help_text=_("Ne cochez rien si aucun ne vous concerne."),
        choices=RegulatedField.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    in_group = forms.TypedChoiceField(
        label=_("Fait partie d’un groupe"),
        help_text=_("L’effectif et le chiffre d’affaires se comptent alors pour tout le groupe."),
        choices=(("", UNKNOWN), ("yes", _("Oui")), ("no", _("Non"))),
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
    )

    class Meta:
        model = Organisation
        fields = list(PROFILE)
        help_texts = {
            "language": _("La langue dans laquelle vous écrivez vos réponses."),
            "turnover": _("Par an, en euros."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("sector", "public_body", "headcount", "turnover"):
            name_the_blank(self.fields[name])
        self.initial["in_group"] = {True: "yes", False: "no"}.get(self.instance.in_group, "")


class PersonForm(MergedForm):
    """A line of the list of people."""

    name = LineField(
        label=_("Nom ou fonction"),
        max_length=120,
        error_messages={"required": _("Donnez un nom ou une fonction.")},
    )
    role = LineField(label=_("Rôle dans l’organisation"), max_length=120, required=False)

    class Meta:
        model = Person
        fields = ["name", "role"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"


class InvitationForm(forms.ModelForm):  # type: ignore[type-arg]
    """Whom to invite, as what."""

    refusal = _("L’invitation n’est pas partie")

    class Meta:
        model = Invitation
        fields = ["email", "role", "language"]

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.fields["role"].choices = Role.choices  # type: ignore[attr-defined]
        self.fields["role"].initial = Role.EDITOR
        self.fields["email"].widget.attrs["autocomplete"] = "off"
        self.fields["language"].choices = Organisation.LANGUAGES  # type: ignore[attr-defined]
        self.fields["language"].initial = page_language()[:2]
        self.fields["language"].required = True

    def clean_email(self) -> str:
        """The address in lower case; refused when it is a member's."""
        email: str = self.cleaned_data["email"].lower()
        if self.organisation.memberships.filter(user__email=email).exists():
            raise forms.ValidationError(_("Cette personne est déjà membre."))
        return email


class RoleForm(forms.Form):
    """A member's role."""

    role = forms.ChoiceField(choices=Role.choices)

    def __init__(self, *args: Any, of: Membership, **kwargs: Any) -> None:
        named = {"initial": {"role": of.role}, "auto_id": f"id_{of.pk}_%s"}
        super().__init__(*args, **(named | kwargs))
        self.fields["role"].widget.attrs |= {
            "class": "form-select",
            "aria-label": _("Rôle de %(name)s") % {"name": of.user},
        }


class DeletionForm(forms.Form):
    """The organisation's name, typed to be sure."""

    refusal = _("Rien n’a été supprimé")

    name = LineField(
        label=_("Nom de l’organisation"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation

    def clean_name(self) -> str:
        """The name; refused when it is not this organisation's."""
        name: str = self.cleaned_data["name"]
        if name != " ".join(self.organisation.name.split()):
            raise forms.ValidationError(_("Ce n’est pas le nom de l’organisation."))
        return name


def name_the_blank(field: forms.Field) -> None:
    """Say in words what the empty choice means."""
    field.choices = [  # type: ignore[attr-defined]
        (value, label if value else UNKNOWN)
        for value, label in field.choices  # type: ignore[attr-defined]
    ]
