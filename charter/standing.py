"""Where an organisation's charter stands, and what other apps ask of it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from charter.domain import applicability
from charter.domain.decisions import SPACE, Decided, Decision
from charter.domain.loading import charter
from charter.domain.progress import progress
from charter.lookup import page_charter, place_of
from charter.models import Choice, State
from organisations import mentions, starting
from organisations import progress as organisations_progress
from organisations.models import Organisation, User
from strategy import computed, saving
from strategy.domain.flat import Flat
from strategy.standing import last_saved


def register() -> None:
    """Answer what the earlier apps ask."""
    starting.asked[SPACE] = starting.Asked(space_field, keep_space)
    computed.providers["charter"] = counted
    organisations_progress.last_saved.append(partial(last_saved, Choice))
    mentions.providers.append(where)


def decided() -> Decided:
    """The decisions of the organisation in scope, as in its dossier; one query."""
    kept = Choice.objects.values("decision", "state", "value")
    return {each["decision"]: {"state": each["state"], "value": each["value"]} for each in kept}


def shown_state(state: str | None) -> str:
    """The state as pages name it: a decision without one is still to be taken."""
    return "undecided" if state in (None, "", State.EMPTY) else state


def state_of(decision: Decision, known: Decided) -> str:
    """The state of a decision as pages name it, without object where the space makes it so."""
    if applicability.without_object(decision, applicability.space_of(known)):
        return "not_applicable"
    return shown_state(known.get(decision.id, {}).get("state"))


def profile(organisation: Organisation) -> dict[str, Any]:
    """What the legal tier depends on."""
    return {
        "public_body": organisation.public_body,
        "headcount": organisation.headcount,
        "turnover": organisation.turnover,
    }


def counted(organisation: Organisation) -> computed.Counted:
    """Question 20: the decisions confirmed, of those that apply."""
    found = progress(charter(organisation.language), decided())
    settled, total = len(found.confirmed), len(found.applicable)
    sentence = ngettext(
        "%(settled)s décision confirmée sur %(total)s qui s’appliquent",
        "%(settled)s décisions confirmées sur %(total)s qui s’appliquent",
        settled,
    )
    if not settled:  # French counts nought as one, and no catalogue says so
        sentence = _("Aucune décision confirmée sur %(total)s qui s’appliquent")
    words = sentence % {"settled": settled, "total": total}
    address = reverse("charter", args=[organisation.pk])
    return computed.Counted(settled, total, words, address, begun=len(found.to_confirm))


def space_field() -> forms.Field:
    """The first decision, asked when an organisation is created."""
    space = page_charter().by_id[SPACE]
    return forms.ChoiceField(
        label=_("Qu’accueillez-vous, ou que comptez-vous accueillir ?"),
        help_text=_("C’est la première décision de la charte : elle se change à tout moment."),
        choices=[("", _("Pas encore décidé")), *((each.id, each.title) for each in space.options)],
        required=False,
    )


def keep_space(organisation: Organisation, user: User, value: str) -> None:
    """Keep the space as the first answer, to be confirmed."""

    def edit(current: Flat) -> Flat:
        return {"header/options": [value]}

    record = Choice.blank(organisation.pk, SPACE)
    saving.save(record, edit=edit, asked=saving.Asked(user, version=0))


def where(organisation: Organisation, person: str) -> Iterator[mentions.Mention]:
    """The decisions that this person answers for."""
    content = page_charter()
    for choice in Choice.objects.filter(strategy_id=organisation.pk, owner=person):
        yield mentions.Mention(*place_of(organisation, content.by_id[choice.decision]))
