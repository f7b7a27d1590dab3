"""The options of a decision, as the cards that its page shows."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from charter.cards import Card
from charter.domain.blanks import Paragraph
from charter.domain.decisions import Decision, Option
from charter.forms import ADDED
from strategy.foreseen import Line


@dataclass(frozen=True)
class Options:
    """The options of one decision, with what the form holds of them."""

    decision: Decision
    # The clause that an option would print, by the id of the option.
    clause: Callable[[str], Paragraph]
    # The values that are ticked, the base that is chosen, the options that ask for more.
    chosen: Collection[str]
    base: str
    asked: Collection[str]

    def cards(self, foreseen: Mapping[str, Line]) -> list[Card]:
        """Each option, with what is foreseen of it."""
        return [
            replace(
                self._card(each, each.id, each.id in self.chosen), foreseen=foreseen.get(each.id)
            )
            for each in self.decision.options
        ]

    def added(self) -> list[Card]:
        """The options that may be added to another one."""
        return [
            self._card(each, value, value in self.chosen, serves=each.added_to)
            for each in self.decision.options
            if each.added_to
            for value in [f"{ADDED}{each.id}"]
        ]

    def bases(self) -> list[Card]:
        """The options that another one can be built on."""
        asking = [option for option in self.decision.options if option.asks]
        found = []
        for each in self.decision.options:
            serves = tuple(option.id for option in asking if each.id in option.asks)
            if serves:
                card = self._card(each, each.id, each.id == self.base, serves=serves)
                found.append(replace(card, base=True))
        return found

    def _card(
        self, option: Option, value: str, checked: bool, *, serves: tuple[str, ...] = ()
    ) -> Card:
        asked = not serves or bool({*serves} & {*self.asked})
        return Card(option, value, checked, self.clause(option.id), " ".join(serves), asked)
