"""The dossier as a file: taken away whole, and loaded as a new organisation."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from deliverables.actions import last_change
from deliverables.dossier.checking import doubts_of
from deliverables.dossier.decoding import UnreadableError, decode
from deliverables.dossier.dumping import encode, snapshot
from deliverables.dossier.loading import load
from deliverables.forms import TOLD, DossierForm
from organisations import access
from organisations.bounds import written
from organisations.http import MemberRequest, attachment
from organisations.models import Organisation, User


@require_safe
@access.member()
def download_dossier(request: MemberRequest) -> HttpResponse:
    """Everything that the organisation said, as the file that `load_dossier` takes."""
    organisation = request.organisation
    return attachment(encode(snapshot(organisation)), _name(organisation), "application/json")


@access.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def load_dossier(request: HttpRequest) -> HttpResponse:
    """A new organisation out of a file: all of it, or each of its mistakes and nothing."""
    form = DossierForm(request.POST, request.FILES) if request.method == "POST" else DossierForm()
    if form.is_valid():
        try:
            return redirect(_loaded(request, form.cleaned_data["file"]))
        except UnreadableError as error:
            form.refuse(error.mistakes)
    return render(request, "deliverables/load_dossier.html", {"form": form})


def _name(organisation: Organisation) -> str:
    day = localtime(last_change(organisation))
    return f"{organisation.name} – dossier Cap27 – {day:%Y-%m-%d}.json"


def _loaded(request: HttpRequest, content: bytes) -> Organisation:
    dossier = decode(content)
    organisation = load(dossier, owner=cast(User, request.user))
    named = {"organisation": organisation}
    messages.success(request, _("%(organisation)s est chargée : vous en êtes responsable.") % named)
    for doubt in list(doubts_of(dossier))[:TOLD]:
        messages.warning(request, doubt.told(_, written=written))
    return organisation
