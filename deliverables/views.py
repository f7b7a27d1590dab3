"""The pages of documents: ask for one, follow it, read it, take it away."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from charter.domain.loading import charter
from charter.domain.progress import progress
from deliverables import actions
from deliverables.compose import compose
from deliverables.forms import DocumentForm
from deliverables.models import Export
from deliverables.rendering import dial
from deliverables.words import words
from organisations import access
from organisations.http import MemberRequest, attachment
from strategy.domain.journey import all_missing
from strategy.domain.loading import LANGUAGES, questionnaire

RECENT = 10


@require_safe
@access.member()
def documents(request: MemberRequest) -> HttpResponse:
    """What can be made, what would be missing in it, what was made before."""
    language = request.organisation.language
    snapshot = actions.snapshot_of(request.organisation)
    lacks = all_missing(questionnaire(language), snapshot.dossier.get("answers", {}))
    decided = progress(charter(language), snapshot.dossier.get("decisions", {}))
    context = {
        "form": DocumentForm(initial={"language": language}),
        "open_questions": len({lack.question.id for lack in lacks}),
        "open_decisions": len(decided.applicable) - len(decided.confirmed),
        "exports": Export.objects.select_related("requested_by")[:RECENT],
    }
    return render(request, "deliverables/documents.html", context)


@require_POST
@access.member()
def make_document(request: MemberRequest) -> HttpResponse:
    """Find the document or have it made; answer at once either way."""
    form = DocumentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choisissez la langue du document."))
        return redirect("documents", request.organisation.pk)
    language = form.cleaned_data["language"]
    return redirect(actions.find_or_make(request.organisation, language, user=request.user))


@require_safe
@access.member()
def document(request: MemberRequest, export: uuid.UUID) -> HttpResponse:
    """How far a document is; asks again by itself until it is there."""
    found = get_object_or_404(Export, pk=export)
    part = "#standing" if request.htmx else ""
    return render(request, f"deliverables/document.html{part}", {"export": found})


@require_POST
@access.member()
def retry_document(request: MemberRequest, export: uuid.UUID) -> HttpResponse:
    """The same document once more."""
    found = get_object_or_404(Export, pk=export)
    if found.may_be_retried:
        actions.retry(found)
    return redirect(found)


@require_safe
@access.member()
def download_document(request: MemberRequest, export: uuid.UUID) -> HttpResponse:
    """The PDF, under a name that says what it is."""
    found = get_object_or_404(Export, pk=export)
    if not found.is_ready:
        raise Http404
    return attachment(found.file.read_bytes(), _name(found), "application/pdf")


def _name(export: Export) -> str:
    title = words(export.language).say("document.full_title", organisation=export.organisation.name)
    return f"{title} – {export.as_of:%Y-%m-%d}.pdf"


@require_safe
@access.member()
def preview_document(request: MemberRequest) -> HttpResponse:
    """The document as a page of the site, made from the same tree."""
    language = _language(request, request.organisation.language)
    tree = compose(actions.snapshot_of(request.organisation), language)
    context = {"document": tree, "dial": dial(tree)}
    return render(request, "deliverables/preview_document.html", context)


def _language(request: HttpRequest, default: str) -> str:
    asked = request.GET.get("language", default)
    return asked if asked in LANGUAGES else default
