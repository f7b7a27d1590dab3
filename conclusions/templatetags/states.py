"""What pages call each state: one table for every kind of thing that has one."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from charter.models import State as Decided
from conclusions.domain.findings import Level
from strategy.models import State as Answered

register = template.Library()

CALLED: dict[str, dict[str, str | Promise]] = {
    "answer or decision": {
        **{each.value: each.label for each in (*Decided, *Answered)},
        "empty": _("Sans réponse"),
        "undecided": _("À décider"),
        "contradicted": _("En contradiction"),
    },
    "finding": {
        Level.BLOCKING: _("Bloquant"),
        Level.WARNING: _("Alerte"),
        Level.REMINDER: _("Rappel"),
    },
    "promises": {
        "broken": _("Non tenues"),
        "late": _("En retard"),
        "to_settle": _("À constater : l’échéance est passée, une preuve est notée"),
        "running": _("En cours"),
        "kept": _("Tenues"),
        "withdrawn": _("Retirées"),
    },
    "step": {
        "proven": _("Prouvée"),
        "broken": _("Rompue : preuve de plus de six mois"),
        "undated": _("Preuve à dater"),
        "missing": _("Sans preuve"),
        "locked": _("Verrouillée"),
    },
    "condition": {"met": _("oui"), "unmet": _("non"), "unknown": _("sans réponse")},
}


@register.filter
def called(state: str, what: str) -> str | Promise:
    """What this state of such a thing is called; nothing said yet is the state `empty`."""
    return CALLED[what][state or "empty"]
