"""From what a person posts to an edit of a choice; nobody confirms what cannot be confirmed."""

from charter.domain import choosing
from charter.domain.decisions import Decision
from charter.forms import header_in
from charter.models import State
from strategy.domain.flat import Flat
from strategy.saving import Edit


class UnconfirmableError(Exception):
    """Somebody changed the choice meanwhile, so that it cannot be confirmed as it stands."""


def edit_of(mine: Flat, decision: Decision) -> Edit:
    """The edit that writes `mine`; a confirmation is weighed against what stands by then."""

    def edit(current: Flat) -> Flat:
        if mine.get("state") == State.CONFIRMED != current.get("state"):
            header = header_in(current | mine)
            if any(choosing.unconfirmable(decision, header)):
                raise UnconfirmableError
        return mine

    return edit


def proposal(decision: Decision, options: tuple[str, ...], base: str = "") -> Edit:
    """The edit of a preset: it proposes, and leaves alone what a person has confirmed."""

    def edit(current: Flat) -> Flat:
        if current.get("state") == State.CONFIRMED:
            return {}
        held = current.get("header/base") or ""
        kept = choosing.base_for(decision, options, held, base)
        settled = choosing.settle(decision, options, kept)
        return {
            "header/options": settled["options"],
            "header/base": settled.get("base"),
            "state": State.TO_CONFIRM.value,
        }

    return edit
