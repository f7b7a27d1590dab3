"""The indicators as a tree, a value noted on the spot, a sheet begun."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from conclusions import noting
from conclusions.forms import ReadingForm
from conclusions.pages.indicators import IndicatorsPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import replies
from strategy.saving import NotSavedError


@require_safe
@access.member()
def indicators(request: MemberRequest) -> HttpResponse:
    """Each indicator under its objective: how far it is, its line, what its sheet lacks."""
    return _shown(request, IndicatorsPage(Reading(request.organisation)))


@require_POST
@access.member(Role.EDITOR)
def note_reading(request: MemberRequest, row: str) -> HttpResponse:
    """Note one value of one indicator; come back with what is wrong with it."""
    page = IndicatorsPage(Reading(request.organisation))
    indicator = page.indicator(row)
    if indicator is None:
        raise Http404
    page.posted = form = ReadingForm(indicator, request.POST)
    if form.is_valid():
        said, save_id = form.said, form.cleaned_data["save_id"]
        try:
            noting.note(request.organisation, request.user, said=said, save_id=save_id)
        except NotSavedError as error:
            form.add_error(None, replies.why_not(error)[0])
        else:
            messages.success(request, page.noted(form))
            return redirect(f"{reverse('indicators', args=[request.organisation.pk])}#{row}")
    return _shown(request, page, wrong=form)


@require_POST
@access.member(Role.EDITOR)
def describe_indicator(request: MemberRequest, row: str) -> HttpResponse:
    """Give an indicator its sheet, and go to the field of it that one was asked for."""
    page = IndicatorsPage(Reading(request.organisation))
    indicator = page.indicator(row)
    if indicator is None:
        raise Http404
    try:
        if not page.sheet_of(indicator):
            noting.describe(request.organisation, request.user, row)
    except NotSavedError as error:
        messages.warning(request, replies.why_not(error)[0])
        return redirect("indicators", request.organisation.pk)
    field = "owner" if request.POST.get("field") == "owner" else "formula"
    return redirect(IndicatorsPage(Reading(request.organisation)).where(indicator, field))


def _shown(
    request: MemberRequest, page: IndicatorsPage, wrong: ReadingForm | None = None
) -> HttpResponse:
    context = {"page": page, "wrong": wrong}
    return render(request, "conclusions/indicators.html", context, status=422 if wrong else 200)
