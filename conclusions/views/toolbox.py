"""The toolbox, the monitoring pack, and its feeds given and taken as OPML."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from conclusions import subscribing
from conclusions.domain.tools import opml
from conclusions.domain.tools.monitoring import pack
from conclusions.domain.tools.watching import watching
from conclusions.forms import FeedsForm
from conclusions.pages.toolbox import PackPage, ToolboxPage
from conclusions.reading import Reading
from organisations import access
from organisations.http import MemberRequest, attachment
from organisations.models import Role
from strategy import replies
from strategy.saving import NotSavedError


@require_safe
@access.member()
def toolbox(request: MemberRequest) -> HttpResponse:
    """Which functions are covered, by what, and what each tool still lacks."""
    page = ToolboxPage(Reading(request.organisation))
    return render(request, "conclusions/toolbox.html", {"page": page})


@require_safe
@access.member()
def monitoring_pack(request: MemberRequest) -> HttpResponse:
    """The queries to copy, the feeds to download, the file to import."""
    return _shown(request, FeedsForm())


def _shown(request: MemberRequest, form: FeedsForm, *, status: int = 200) -> HttpResponse:
    page = PackPage(Reading(request.organisation))
    context = {"page": page, "form": form}
    return render(request, "conclusions/monitoring_pack.html", context, status=status)


@require_safe
@access.member()
def monitoring_feeds(request: MemberRequest) -> HttpResponse:
    """The feeds as an OPML file, in the language of the dossier."""
    organisation = request.organisation
    found = pack(Reading(organisation, people=False).dossier, organisation.language)
    words = watching(organisation.language).words
    title = words["title"].format(organisation=organisation.name)
    return attachment(opml.write(found.feeds, title=title), f"{title}.opml", "text/x-opml")


@require_POST
@access.member(Role.EDITOR)
def import_feeds(request: MemberRequest) -> HttpResponse:
    """Follow the feeds of an OPML file; come back with what is wrong with it."""
    form = FeedsForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            feeds = form.cleaned_data["file"]
            added = subscribing.subscribe(request.organisation, request.user, feeds)
        except NotSavedError as error:
            form.add_error("file", _why_not(error, len(feeds)))
        else:
            messages.success(request, _told(added, len(feeds)))
            return redirect("monitoring_pack", request.organisation.pk)
    return _shown(request, form, status=422)


def _why_not(error: NotSavedError, found: int) -> str:
    if getattr(error, "what", "") != "rows":
        return replies.why_not(error)[0]
    sentence = _(
        "Ce fichier donne %(found)d flux, plus que le registre n’en peut tenir : "
        "rien n’a été importé."
    )
    return sentence % {"found": found}


def _told(added: int, found: int) -> str:
    sentence = ngettext("%(added)d flux ajouté.", "%(added)d flux ajoutés.", added)
    if added == found:
        return sentence % {"added": added}
    known = ngettext("%(known)d était déjà suivi.", "%(known)d étaient déjà suivis.", found - added)
    return f"{sentence} {known}" % {"added": added, "known": found - added}
