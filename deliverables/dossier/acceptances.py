"""The accepted exceptions of a dossier: told, checked, and kept again when one is loaded."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from conclusions.domain.falling import FALLEN
from conclusions.domain.registry import RULES
from conclusions.forms import REASON
from conclusions.models import Acceptance
from conclusions.reviewing import Review
from organisations.models import Organisation
from strategy.domain.questionnaire import Field, Kind, Option
from strategy.domain.tables import header_mistakes
from strategy.domain.values import Known, Mistake, Mistakes, _, text_mistakes
from strategy.models import Strategy

NAMED = 254
FINGERPRINT = re.compile(r"[0-9a-f]{16}")
NEEDED = ("code", "fingerprint", "reason", "name", "date")


def told(organisation: Organisation, people: Collection[str]) -> list[dict[str, str]]:
    """The last acceptance of each code that nobody withdrew, by code; one query without any.

    What fell is told with a fingerprint that nothing has: it stays fallen where it is read.
    """
    review = Review(organisation)
    kept = sorted(review.standing.items())
    gone = review.fallen if kept else frozenset()
    return [_told(each, people, is_fallen=code in gone) for code, each in kept]


def _told(kept: Acceptance, people: Collection[str], *, is_fallen: bool) -> dict[str, str]:
    person = {"person": kept.person} if kept.person in people else {}
    return {
        "code": kept.code,
        "fingerprint": FALLEN if is_fallen else kept.fingerprint,
        "reason": kept.reason,
        **person,
        "name": kept.name,
        "date": kept.accepted_on.isoformat(),
    }


def mistakes(acceptances: Any, people: Collection[str]) -> Mistakes:
    """What keeps these from being accepted exceptions."""
    if not isinstance(acceptances, list):
        yield Mistake("acceptances", _("une liste est attendue, entre crochets."))
        return
    codes: set[str] = set()
    for number, each in enumerate(acceptances):
        place = f"acceptances[{number}]"
        yield from _mistakes(each, place, Known(people))
        if isinstance(each, dict) and str(each.get("code")) in codes:
            yield Mistake(f"{place}.code", _("cette exception est écrite deux fois."))
        codes.add(str(each.get("code")) if isinstance(each, dict) else "")


def _mistakes(each: Any, place: str, known: Known) -> Mistakes:
    yield from header_mistakes(_fields(), each, place=place, known=known)
    if not isinstance(each, dict):
        return
    for name in NEEDED:
        if name not in each:
            yield Mistake(f"{place}.{name}", _("cette valeur manque."))
    if not FINGERPRINT.fullmatch(str(each.get("fingerprint", "0" * 16))):
        yield Mistake(f"{place}.fingerprint", _("16 caractères, 0-9 et a-f, sont attendus."))
    if _is_to_come(each.get("date")):
        yield Mistake(f"{place}.date", _("ce jour n’est pas encore venu."))
    yield from _too_long(each, place)


def _is_to_come(day: Any) -> bool:
    """True of a day after today; what is no day is told elsewhere."""
    try:
        return date.fromisoformat(day) > timezone.localdate()
    except (TypeError, ValueError):
        return False


def _too_long(each: Mapping[str, Any], place: str) -> Mistakes:
    for name, longest in (("reason", REASON), ("name", NAMED)):
        if isinstance(each.get(name), str) and len(each[name]) > longest:
            yield from text_mistakes(each[name], f"{place}.{name}", longest)


def _fields() -> tuple[Field, ...]:
    return (
        Field("code", Kind.ONE, "", options=tuple(Option(code, code) for code in RULES)),
        Field("fingerprint", Kind.TEXT, ""),
        Field("reason", Kind.LONG, ""),
        Field("person", Kind.PERSON, ""),
        Field("name", Kind.TEXT, ""),
        Field("date", Kind.DATE, ""),
    )


def keep(strategy: Strategy, acceptances: Iterable[Mapping[str, str]]) -> None:
    """Accept again what the dossier says was accepted."""
    Acceptance.objects.bulk_create(
        Acceptance(
            strategy=strategy,
            code=each["code"],
            fingerprint=each["fingerprint"],
            reason=each["reason"],
            person=each.get("person", ""),
            name=each["name"],
            accepted_on=date.fromisoformat(each["date"]),
        )
        for each in acceptances
    )
