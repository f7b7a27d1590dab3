"""Accepting a finding: why, who answers for it, since when."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from strategy import fields
from strategy.domain import limits

REASON = limits.CELL


class AcceptanceForm(forms.Form):
    """A written reason, a person of the organisation's list, a date."""

    reason = fields.Long(
        label=_("Pourquoi vous l’acceptez"),
        help_text=_("Ce texte est imprimé dans l’annexe de la stratégie."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=REASON,
    )
    person = forms.ChoiceField(label=_("Qui en répond"))
    accepted_on = fields.Day(
        label=_("Date"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )
    # What was shown: an acceptance is of these answers, not of others.
    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=16)

    def __init__(
        self,
        posted: Any = None,
        *,
        code: str,
        people: list[tuple[str, str]],
        reason: str = "",
        fingerprint: str = "",
    ) -> None:
        given = {
            "reason": reason,
            "accepted_on": timezone.localdate(),
            "fingerprint": fingerprint,
        }
        super().__init__(posted, prefix=code, initial=given, use_required_attribute=False)
        person: Any = self.fields["person"]
        person.choices = [("", _("Choisissez une personne")), *people]
