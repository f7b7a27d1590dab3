"""Which document is asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation


class DocumentForm(forms.Form):
    """The language of the document's own words."""

    language = forms.ChoiceField(
        label=_("Langue du document"),
        choices=Organisation.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=_("Les réponses gardent la langue du dossier."),
    )
