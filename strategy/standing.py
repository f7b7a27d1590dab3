"""What organisations ask: how far each has come, when it last changed, who names a person."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from django.db.models import Count, Model, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django_scopes import scopes_disabled

from organisations import mentions, progress, starting
from organisations.models import Organisation, User
from strategy.domain.dial import Dial, draw
from strategy.domain.flat import flatten
from strategy.domain.journey import SETTLED
from strategy.lookup import page_questionnaire
from strategy.models import Answer, Strategy
from strategy.page import marks_of


def register() -> None:
    """Answer what organisations ask."""
    starting.creations.append(create)
    progress.dials.append(dials_of)
    progress.done.append(how_many_done)
    progress.last_saved.append(partial(last_saved, Answer))
    mentions.providers.append(where)


def create(organisation: Organisation, user: User) -> None:
    """The strategy of a new organisation."""
    Strategy.objects.create(organisation=organisation)


def dials_of(ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Dial]:
    """The dials of several organisations, in one query."""
    known: dict[uuid.UUID, dict[str, str]] = {each: {} for each in ids}
    with scopes_disabled():
        kept = Answer.objects.filter(strategy_id__in=ids)
        for strategy_id, question, state in kept.values_list("strategy_id", "question", "state"):
            known[strategy_id][question] = state
    asked = page_questionnaire()
    return {each: draw(marks_of(asked, states)) for each, states in known.items()}


def how_many_done() -> Any:
    """How many answers of an organisation ask for nothing more, to sort on."""
    with scopes_disabled():
        done = Answer.objects.filter(strategy_id=OuterRef("pk"), state__in=SETTLED)
        counted = done.order_by().values("strategy_id").annotate(count=Count("*"))
        return Coalesce(Subquery(counted.values("count")), 0)


def last_saved(kept: type[Model]) -> Any:
    """When an organisation last saved one of these, null when it never did."""
    with scopes_disabled():
        newest = kept._default_manager.filter(strategy_id=OuterRef("pk")).order_by("-saved_at")
        return Subquery(newest.values("saved_at")[:1])


def where(organisation: Organisation, person: str) -> Iterator[mentions.Mention]:
    """The questions whose answers name this person."""
    asked = page_questionnaire()
    for answer in Answer.objects.filter(strategy_id=organisation.pk):
        if answer.owner == person or names(answer.value, person):
            question = asked.by_id[answer.question]
            address = reverse("question", args=[organisation.pk, question.id])
            yield mentions.Mention(question.place, address)


def names(value: dict[str, Any], person: str) -> bool:
    """True when a field of the value is this person, or a list with this person in it."""
    return any(
        held == person or (isinstance(held, list) and person in held)
        for path, held in flatten(value).items()
        if not path.startswith("order/")
    )
