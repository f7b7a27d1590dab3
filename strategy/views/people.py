"""A person added to the organisation's list from within a question."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisations import access, actions
from organisations.http import MemberRequest
from organisations.models import Role
from strategy.lookup import question_or_404
from strategy.page import newcomer


@require_POST
@access.member(Role.EDITOR)
def add_person(request: MemberRequest, question_id: str) -> HttpResponse:
    """Add one line to the list; the page then offers it in every field that names a person."""
    question = question_or_404(question_id)
    form = newcomer(request.POST)
    added = None
    if form.is_valid():
        try:
            added = actions.add_person(request.organisation, request.user, person=form.instance)
        except actions.TooManyPeopleError:
            form.add_error("name", actions.LIST_IS_FULL)
    if request.htmx:
        context = {"form": newcomer() if added else form, "added": added}
        template = "strategy/add_person.html#answer"
        return render(request, template, context, status=200 if added else 422)
    if added:
        messages.success(request, _("%(name)s est ajouté·e à la liste.") % {"name": added})
    else:
        messages.error(request, " ".join(str(each[0]) for each in form.errors.values()))
    return redirect("question", request.organisation.pk, question.id)
