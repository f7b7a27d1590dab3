"""An earlier version of a record written again, and what the person is told of it."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from organisations.http import MemberRequest
from strategy import replies, saving
from strategy.models import Record, Revision
from strategy.posting import asked_of


def restored(request: MemberRequest, record: Record, version: int) -> bool:
    """Whether the version was written again, as a new one; the page after says how it went.

    Raises Http404 when the record never had that version.
    """
    if version > record.version:
        raise Http404
    try:
        asked = asked_of(request, kind=Revision.Kind.RESTORED)
        outcome = saving.restore(record, version, asked)
    except replies.NOT_SAVED as error:
        messages.error(request, replies.why_not(error)[0])
        return False
    if outcome.clashes or outcome.theirs:
        messages.warning(
            request,
            _("Rétablie en partie : quelqu’un a écrit entre-temps, et son texte est resté."),
        )
    else:
        messages.success(request, _("Version %(version)s rétablie.") % {"version": version})
    return True
