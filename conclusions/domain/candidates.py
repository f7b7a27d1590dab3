"""What could be chosen instead: each option of a decision, and of the main choices of a strategy.

The main choices are those on which others rest: the priority objective, the horizon, the reply
delay announced, what happens out of hours, and whether a place is open to contributions. Which
ones are main is our own proposal.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from charter.domain.choosing import base_offered, settle
from charter.domain.decisions import Decision
from conclusions.domain import shapes
from conclusions.domain.consequences import Change, told_delay
from conclusions.domain.derived import derived_id
from conclusions.domain.dossier import DECISION, QUESTION, STRUCTURE, Dossier
from strategy.domain import priority
from strategy.domain.flat import flatten
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Field
from strategy.domain.rows import order_of

# Delays one announces most, to compare with one's own: examples, and no advice.
USUAL_DELAYS = (
    ("2", "working_hour"),
    ("4", "working_hour"),
    ("1", "working_day"),
    ("2", "working_day"),
    ("5", "working_day"),
)
PLACES, OPEN = "places.places", "open_to_contributions"
MOST_OBJECTIVES = 9
# Places one compares; a list longer than that is no choice any more.
MOST_PLACES = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that could be chosen, and what choosing it would write.

    `value` is what is told of it: an option's id, a duration, a yes or a no; `row` the row that
    it is about, in a table.
    """

    id: str
    change: Change
    value: Any
    row: str = ""

    @property
    def is_current(self) -> bool:
        """True when it is what stands already."""
        return not self.change.paths


@dataclass(frozen=True, slots=True)
class MainChoice:
    """One main choice of the strategy: the field that holds it, and what it could say."""

    id: str
    question: str
    field: str
    candidates: Callable[[Dossier], Iterator[Candidate]]
    # The table that the field is a column of; nothing for a header field.
    table: str = ""

    @property
    def path(self) -> str:
        """The path of a header field."""
        return f"header/{self.field}"


def options(dossier: Dossier, decision: Decision) -> tuple[Candidate, ...]:
    """Every option of a decision, as what a person would save by choosing it."""
    header = dossier.choice(decision.id).header.held
    return tuple(
        Candidate(each.id, Change(DECISION, decision.id, paths), each.id)
        for each in decision.options
        for paths in [_differing(header, _chosen(decision, header, each.id))]
    )


def _chosen(decision: Decision, header: Mapping[str, Any], option: str) -> Mapping[str, Any]:
    """The header as the page would post it with this option chosen, or left where it was ticked."""
    held = list(shapes.texts(header.get("options")))
    if decision.multiple:
        return settle(decision, _ticked(decision, held, option), "")
    if held[:1] == [option]:
        return {name: each or None for name, each in header.items()}
    known = {"options": held, "base": shapes.text(header.get("base"))}
    return settle(decision, [option, *held[1:]], base_offered(decision, known))


def _ticked(decision: Decision, held: list[str], option: str) -> list[str]:
    """The boxes ticked after this one is; what excludes all others is ticked alone."""
    alone = {each.id for each in decision.options if each.refused}
    wanted = {option} if option in alone else {*held, option} - alone
    return [each.id for each in decision.options if each.id in wanted]


def _differing(header: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    return {
        f"header/{name}": wanted.get(name)
        for name in ("options", "base")
        if (header.get(name) or None) != wanted.get(name)
    }


def _objectives(dossier: Dossier) -> Iterator[Candidate]:
    """Each objective put first; one that is not listed yet joins the others, ahead of them."""
    answer = shapes.mapping(dossier.answers.get(priority.QUESTION))
    paths = flatten(shapes.value(answer.get("value")))
    found = priority.priority(paths)
    for option in _options_of(priority.QUESTION, priority.OBJECTIVE, table=priority.TABLE):
        if found and found.objective == option:
            yield Candidate(option, Change(QUESTION, priority.QUESTION), option, found.row)
            continue
        row, order, naming = _row_of(paths, option)
        written = order | naming | priority.put_first(paths | order, row)
        yield Candidate(option, Change(QUESTION, priority.QUESTION, written), option, row)


def _row_of(paths: Mapping[str, Any], objective: str) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """The row of an objective, the order that it joins, and what names it; {} where it stands."""
    order = order_of(dict(paths), priority.TABLE)
    cell = f"rows/{priority.TABLE}/{{}}/{priority.OBJECTIVE}"
    for row in order:
        if paths.get(cell.format(row)) == objective:
            return row, {}, {}
    if len(order) >= MOST_OBJECTIVES:  # two rows name the same one: the last makes room
        return order[-1], {}, {cell.format(order[-1]): objective}
    row = derived_id(priority.QUESTION, objective)
    return row, {f"order/{priority.TABLE}": [*order, row]}, {cell.format(row): objective}


def _of_options(question: str, name: str) -> Callable[[Dossier], Iterator[Candidate]]:
    def found(dossier: Dossier) -> Iterator[Candidate]:
        held = dossier.header(question).text(name)
        for option in _options_of(question, name):
            paths = {} if option == held else {f"header/{name}": option}
            yield Candidate(option, Change(QUESTION, question, paths), option)

    return found


def _delays(dossier: Dossier) -> Iterator[Candidate]:
    """The delay that stands, and those one announces most."""
    held = told_delay(dossier.header("reply_times").get("announced_delay"))
    usual = [{"value": value, "unit": unit} for value, unit in USUAL_DELAYS]
    for delay in [held, *usual] if held and held not in usual else usual:
        paths = {} if delay == held else {"header/announced_delay": delay}
        name = f"{delay['value']}-{delay['unit']}"
        yield Candidate(name, Change(QUESTION, "reply_times", paths), delay)


def _places(dossier: Dossier) -> Iterator[Candidate]:
    """Each place, open to contributions and closed to them."""
    for row in dossier.rows(PLACES)[:MOST_PLACES]:
        for value in (True, False):
            paths = {} if row.get(OPEN) is value else {f"{row.path}/{OPEN}": value}
            name = f"{row.row}-{'yes' if value else 'no'}"
            yield Candidate(name, Change(QUESTION, "places", paths), value, row.row)


def _options_of(question: str, name: str, *, table: str = "") -> tuple[str, ...]:
    asked = questionnaire(STRUCTURE).by_id[question]
    within = asked.table(table)
    found: Field | None = within.column(name) if within else asked.field(name)
    return tuple(option.id for option in found.options) if found else ()


MAIN: Mapping[str, MainChoice] = {
    each.id: each
    for each in (
        MainChoice("priority", priority.QUESTION, priority.OBJECTIVE, _objectives, priority.TABLE),
        MainChoice("horizon", "objective", "horizon", _of_options("objective", "horizon")),
        MainChoice("announced_delay", "reply_times", "announced_delay", _delays),
        MainChoice(
            "out_of_hours",
            "reply_times",
            "out_of_hours",
            _of_options("reply_times", "out_of_hours"),
        ),
        MainChoice("contributions", "places", OPEN, _places, "places"),
    )
}
