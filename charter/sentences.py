"""What stands in the way of a choice, and what the charter lacks, as sentences."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from charter.domain.choosing import Obstacle, Problem
from charter.domain.decisions import Decision
from charter.domain.progress import Missing

OBSTACLES = {
    Obstacle.NOTHING: _("Rien n’est encore choisi : il n’y a rien à confirmer."),
    Obstacle.UNKNOWN: _("« %(about)s » n’est pas une option de cette décision."),
    Obstacle.NOT_ADDED: _("« %(about)s » ne peut pas s’ajouter à ce choix."),
    Obstacle.EXCLUSIVE: _("« %(about)s » ne se retient pas avec d’autres."),
    Obstacle.UNKNOWN_BASE: _("« %(about)s » ne peut pas servir de base à ce choix."),
    Obstacle.BASE: _("Choisissez une base : « %(about)s » en demande une."),
    Obstacle.REFUSED: _("%(about)s"),
}
LACKS = {
    "undecided": _("Rien n’est choisi."),
    "to_confirm": _("À confirmer par une personne."),
    "blank": _("À compléter : %(about)s."),
    "outdated": _("Le texte écrit à la main date d’un autre choix : à relire."),
}


def of_problem(decision: Decision, problem: Problem) -> str:
    """Why a choice cannot stand, or cannot be confirmed."""
    option = decision.option(problem.about)
    return str(OBSTACLES[problem.obstacle] % {"about": option.title if option else problem.about})


def of_missing(lacks: Iterable[Missing]) -> list[str]:
    """What one decision lacks, its open blanks in one sentence."""
    found = list(lacks)
    blanks = ", ".join(lack.label for lack in found if lack.what == "blank")
    others = [lack for lack in found if lack.what != "blank"]
    said = [str(LACKS["blank"] % {"about": blanks})] if blanks else []
    return said + [_of_one(lack) for lack in others]


def _of_one(lack: Missing) -> str:
    if lack.what in LACKS:
        return str(LACKS[lack.what])
    return of_problem(lack.decision, Problem(Obstacle(lack.what), lack.label))
