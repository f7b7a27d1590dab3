"""A profile to start from: what it would choose, then chosen, to be confirmed."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from charter.deciding import proposal
from charter.domain import choosing
from charter.domain.decisions import Decision, Option, Preset
from charter.lookup import page_charter
from charter.models import Choice, State
from organisations import access
from organisations.http import MemberRequest
from organisations.models import Role
from strategy import replies, saving
from strategy.foreseen import of_decisions


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a preset would choose for one decision, and what stands there now."""

    decision: Decision
    options: list[Option]
    base: Option | None
    now: list[Option]
    state: str

    @property
    def is_kept(self) -> bool:
        """True when a person has confirmed what stands: the preset leaves it alone."""
        return self.state == State.CONFIRMED

    @property
    def edit(self) -> dict[str, Any]:
        """What the preset would write in the decision, path by path."""
        options = [each.id for each in self.options]
        return {"header/options": options, "header/base": self.base.id if self.base else None}


@require_http_methods(["GET", "HEAD", "POST"])
@access.member(Role.EDITOR)
def preset(request: MemberRequest, preset_id: str) -> HttpResponse:
    """Show what a preset would choose; a POST chooses it, to be confirmed."""
    chosen = page_charter().preset(preset_id)
    if chosen is None:
        raise Http404
    records = {record.decision: record for record in Choice.objects.all()}
    if request.method == "POST":
        return _propose(request, chosen, records)
    proposals = _proposals(chosen, records)
    edits = {each.decision.id: each.edit for each in proposals if not each.is_kept}
    foreseen = of_decisions.last(request.organisation, edits)
    context = {"preset": chosen, "proposals": proposals, "foreseen": foreseen}
    return render(request, "charter/preset.html", context)


def _proposals(chosen: Preset, records: dict[str, Choice]) -> list[Proposed]:
    decisions = page_charter().by_id
    return [
        Proposed(
            decisions[name],
            _options(decisions[name], options),
            _base(decisions[name], options, record, chosen.base.get(name, "")),
            _options(decisions[name], record.value.get("header", {}).get("options", ())),
            record.state,
        )
        for name, options in chosen.choices.items()
        for record in [records.get(name) or Choice(decision=name)]
    ]


def _options(decision: Decision, ids: tuple[str, ...]) -> list[Option]:
    return [option for each in ids if (option := decision.option(each))]


def _base(
    decision: Decision, options: tuple[str, ...], record: Choice, wanted: str
) -> Option | None:
    held = record.value.get("header", {}).get("base", "")
    return decision.option(choosing.base_for(decision, options, held, wanted))


def _propose(request: MemberRequest, chosen: Preset, records: dict[str, Choice]) -> HttpResponse:
    try:
        changed = _save_all(request, chosen, records)
    except saving.NotSavedError as error:
        messages.error(request, replies.why_not(error)[0])
        return redirect("preset", request.organisation.pk, chosen.id)
    told = ngettext("%(count)s décision proposée", "%(count)s décisions proposées", changed)
    rest = _("à confirmer une par une. Ce qui était confirmé n’a pas changé.")
    messages.success(request, f"{told % {'count': changed}}, {rest}")
    return redirect("charter", request.organisation.pk)


@transaction.atomic
def _save_all(request: MemberRequest, chosen: Preset, records: dict[str, Choice]) -> int:
    """How many proposals changed something; what somebody else decides meanwhile stands.

    Each is merged by itself, and all of them are written or none.
    """
    decisions = page_charter().by_id
    changed = 0
    for name, options in chosen.choices.items():
        record = records.get(name) or Choice.blank(request.organisation.pk, name)
        asked = saving.Asked(request.user, version=record.version)
        edit = proposal(decisions[name], options, chosen.base.get(name, ""))
        outcome = saving.save(record, edit=edit, asked=asked)
        changed += outcome.version > asked.version
    return changed
