"""What people give to what follows: a reason, feeds to follow, a value read of an indicator."""

import uuid
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import formats, timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from charter.domain.decisions import Option
from conclusions.domain.indicators.measures import Indicator
from conclusions.domain.tools import opml
from conclusions.domain.tools.monitoring import Feed
from organisations.bounds import Whole
from strategy import fields
from strategy.domain import limits, shares

REASON = limits.CELL
OPML_MEGABYTES = 1


class FeedsForm(forms.Form):
    """An OPML file; cleaned, it is the feeds that it holds."""

    file = forms.FileField(
        label=_("Fichier OPML"),
        help_text=format_lazy(
            _("Exporté d’un lecteur de flux, de {most} Mo au plus."), most=OPML_MEGABYTES
        ),
        widget=forms.FileInput(attrs={"accept": ".opml,.xml,text/x-opml"}),
    )

    def clean_file(self) -> tuple[Feed, ...]:
        """The feeds of the file; refused unread when it is too large."""
        uploaded = cast("UploadedFile[bytes]", self.cleaned_data["file"])
        if (uploaded.size or 0) > OPML_MEGABYTES * 2**20:
            sentence = _("Il est trop lourd : %(most)d Mo au plus.")
            raise forms.ValidationError(sentence % {"most": OPML_MEGABYTES})
        try:
            feeds = opml.read(uploaded.read())
        except opml.UnreadableOpmlError as error:
            sentence = _("Ce n’est pas un fichier OPML : rien n’a été importé.")
            raise forms.ValidationError(sentence) from error
        if not feeds:
            raise forms.ValidationError(_("Aucun flux dans ce fichier : rien n’a été importé."))
        return feeds


def _come(day: date) -> date:
    """The day as it is; refused when it is still to come."""
    if day > timezone.localdate():
        raise forms.ValidationError(_("Ce jour n’est pas encore venu."))
    return day


class ReadingForm(forms.Form):
    """A value read of an indicator: today's, unless another day is said."""

    value = fields.Number(
        label=_("Valeur"),
        min_value=-limits.MEASURED,
        max_value=limits.MEASURED,
        max_digits=15,
        decimal_places=2,
    )
    measured_on = fields.Day(
        label=_("Relevée le"),
    )
    note = fields.Line(label=_("Ce qui l’explique"), max_length=limits.CELL, required=False)
    # Sent twice, a reading is kept once.
    save_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, indicator: Indicator, posted: Any = None) -> None:
        given = {"measured_on": timezone.localdate(), "save_id": uuid.uuid4()}
        super().__init__(posted, prefix=indicator.row, initial=given, use_required_attribute=False)
        self.indicator = indicator

    def clean_value(self) -> Decimal:
        """From 0 to 100 for a part of a whole."""
        value: Decimal = self.cleaned_data["value"]
        if self.indicator.goes_beyond(value):
            raise forms.ValidationError(_(shares.BEYOND))
        return value

    @property
    def replaced(self) -> Decimal | None:
        """Another value that was read on that day, and will not count any more."""
        known = self.indicator.read_on(self.cleaned_data["measured_on"])
        return known.value if known and known.value != self.cleaned_data["value"] else None

    def clean_measured_on(self) -> date:
        """A day that has come."""
        return _come(self.cleaned_data["measured_on"])

    @property
    def said(self) -> dict[str, Any]:
        """The cells of its row, as they are stored."""
        asked: dict[str, Any] = self.fields
        names = ("measured_on", "value", "note")
        cells = {name: asked[name].kept(self.cleaned_data[name]) for name in names}
        return {"indicator": self.indicator.row, **cells}


class ImaginedForm(forms.Form):
    """Other messages, another way of moderating: nothing is saved."""

    messages = Whole(label=_("Messages par semaine"), min_value=0, max_value=1_000_000)
    mode = forms.ChoiceField(label=_("Façon de modérer"))

    def __init__(self, given: Any = None, *, options: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(given, use_required_attribute=False, **kwargs)
        mode: Any = self.fields["mode"]
        mode.choices = [(each.id, each.title) for each in options]


# What becomes of the day that question 27 says when nothing is changed.
_KEPT = _(
    "Le {day} de la question 27 est gardé si vous ne changez rien ; un autre jour le remplace."
)
_REPLACED = _(
    "Dans 90 jours si vous ne changez rien : ce jour remplace le {day} de la question 27."
)


class NextReviewForm(forms.Form):
    """The day of the next review, after today."""

    review_on = fields.Day(
        label=_("Prochaine revue le"),
        help_text=_("Dans 90 jours si vous ne changez rien."),
    )

    def __init__(self, proposed: date, planned: date | None, posted: Any = None) -> None:
        super().__init__(posted, initial={"review_on": proposed}, use_required_attribute=False)
        if planned:
            told = _KEPT if planned == proposed else _REPLACED
            day = formats.date_format(planned, "DATE_FORMAT")
            self.fields["review_on"].help_text = format_lazy(told, day=day)

    def clean_review_on(self) -> date:
        """A day to come."""
        day: date = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Donnez un jour à venir."))
        return day


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

    def clean_accepted_on(self) -> date:
        """A day that has come: nothing is accepted ahead of time."""
        return _come(self.cleaned_data["accepted_on"])
