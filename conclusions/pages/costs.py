"""What moderation takes before and after a choice, in words: hours, people, money."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from conclusions.domain.consequences import Consequences, Standing
from conclusions.domain.workload.assumptions import Span
from conclusions.domain.workload.telling import money, people
from strategy.domain.telling import Teller


def turns(found: Consequences, teller: Teller) -> Iterator[str]:
    """What would differ as it is told: hours to the hour, money as precise as an estimate is."""
    before, after = (hours(each, teller) for each in found.hours)
    if before != after:
        yield _turned(before, after)
    words = {
        _("%(after)s personnes pour modérer, au lieu de %(before)s"): map(_people, found.people),
        _("coût de %(after)s par an, au lieu de %(before)s"): (
            _money(each, teller) for each in found.cost
        ),
    }
    for told, ends in words.items():
        before, after = ends
        if before and after and before != after:
            yield told % {"before": before, "after": after}


def stands(standing: Standing, teller: Teller) -> tuple[str, ...]:
    """What moderation takes in one dossier."""
    found = standing.workload
    if found is None:
        return (_("durée inconnue"),)
    return (
        _("%(hours)s par mois") % {"hours": hours(found.month, teller)},
        _("%(people)s personnes") % {"people": people(found.people)},
        _("%(cost)s par an") % {"cost": money(found.cost_year, teller)},
    )


def hours(span: Span | None, teller: Teller) -> str:
    """Hours rounded; nothing where they are unknown."""
    if span is None:
        return ""
    low, high = (teller.number(round(end)) for end in span)
    if low == high:
        return f"{low}\N{NO-BREAK SPACE}h"
    return _("%(low)s à %(high)s h") % {"low": low, "high": high}


def _turned(before: str, after: str) -> str:
    if not before:
        return _("%(after)s de modération par mois") % {"after": after}
    if not after:
        return _("modération non estimée, %(before)s par mois aujourd’hui") % {"before": before}
    words = {"before": before, "after": after}
    return _("%(after)s de modération par mois, au lieu de %(before)s") % words


def _people(ends: tuple[int, int] | None) -> str:
    return people(ends) if ends else ""


def _money(span: Span | None, teller: Teller) -> str:
    return money(span, teller) if span else ""
