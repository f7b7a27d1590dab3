"""Which document is asked for, and which dossier is loaded."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from deliverables.dossier.decoding import BYTES, MEGABYTES
from organisations.bounds import written
from organisations.models import Organisation
from strategy.domain.values import Mistake

TOLD = 100  # mistakes; a page with thousands would help nobody


class DocumentForm(forms.Form):
    """The language of the document's own words."""

    language = forms.ChoiceField(
        label=_("Langue du document"),
        choices=Organisation.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=_("Les réponses gardent la langue du dossier."),
    )


class DossierForm(forms.Form):
    """The file of a dossier."""

    refusal = _("Rien n’a été chargé")
    file = forms.FileField(
        label=_("Fichier du dossier"),
        help_text=format_lazy(
            _("Un fichier JSON que Cap27 a écrit, de {most} Mo au plus."), most=MEGABYTES
        ),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_file(self) -> bytes:
        """What the file holds; refused unread when it is too large."""
        uploaded = cast("UploadedFile[bytes]", self.cleaned_data["file"])
        size = uploaded.size or 0
        if size > BYTES:
            sentence = _("Il est trop lourd : %(size)s, pour %(most)d Mo au plus.")
            told = {"size": filesizeformat(size), "most": MEGABYTES}
            raise forms.ValidationError(sentence % told)
        return uploaded.read()

    def refuse(self, mistakes: Sequence[Mistake]) -> None:
        """Say each mistake with its place, and how many more there are beyond the first ones."""
        sentences = list(dict.fromkeys(each.told(gettext, written=written) for each in mistakes))
        for sentence in sentences[:TOLD]:
            self.add_error(None, sentence)
        if len(sentences) > TOLD:
            self.add_error(None, _more(len(sentences) - TOLD))


def _more(count: int) -> str:
    sentence = ngettext("… et %(count)d autre erreur.", "… et %(count)d autres erreurs.", count)
    return sentence % {"count": count}
