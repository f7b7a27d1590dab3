"""What each of the twelve practices asks for, where that is said, and the test of it.

The conditions are our own proposal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from conclusions.domain.dossier import DECISION, QUESTION, Cells, Dossier
from conclusions.domain.findings import Place

REGISTER = "practices"
TABLE = f"{REGISTER}.practices"
# Our own threshold, in per cent of contents.
NON_PROMOTIONAL = Decimal(80)
USEFUL = frozenset({"trust", "usefulness"})

# True when it holds, False when it does not, None while nothing tells.
Test = Callable[[Dossier], bool | None]


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a practice asks for, where it is said, and the test of it."""

    id: str
    place: Place
    test: Test


def _said(name: str) -> Test:
    """Whether a text of the register is filled in; nobody can tell that it does not hold."""
    return lambda dossier: bool(dossier.header(REGISTER).text(name)) or None


def _yes(name: str) -> Test:
    def test(dossier: Dossier) -> bool | None:
        found = dossier.header(REGISTER).get(name)
        return found if isinstance(found, bool) else None

    return test


def _chosen(decision: str, *options: str) -> Test:
    """Whether one of these options is chosen; any option when none is named."""

    def test(dossier: Dossier) -> bool | None:
        choice = dossier.choice(decision)
        return (not options or choice.has(*options)) if choice.is_taken else None

    return test


def _not_chosen(decision: str, *options: str) -> Test:
    def test(dossier: Dossier) -> bool | None:
        choice = dossier.choice(decision)
        return not choice.has(*options) if choice.is_taken else None

    return test


def _each(table: str, column: str) -> Test:
    """Whether every row has something in that column."""

    def test(dossier: Dossier) -> bool | None:
        rows = dossier.rows(table)
        return all(row.text(column) for row in rows) if rows else None

    return test


def _hours(dossier: Dossier) -> bool | None:
    hours = dossier.header("hours").decimal("weekly_hours")
    return None if hours is None else hours > 0


def _useful_indicator(dossier: Dossier) -> bool | None:
    rows = dossier.rows("indicators.indicators")
    return any(row.text("family") in USEFUL for row in rows) if rows else None


def _non_promotional(dossier: Dossier) -> bool | None:
    share = dossier.header(REGISTER).decimal("non_promotional")
    return None if share is None else share >= NON_PROMOTIONAL


def _outside(dossier: Dossier) -> bool | None:
    told = [row.get("outside_communication") for row in dossier.rows("feedback.returns")]
    known = [each for each in told if isinstance(each, bool)]
    return any(known) if known else None


def _first_reply(dossier: Dossier) -> bool | None:
    """Whether everybody hears within the announced delay; working hours and days do not compare."""
    announced = dossier.header("reply_times").delay("announced_delay")
    first = (row.delay("acknowledgement") for row in dossier.rows("reply_times.places"))
    known = [each for each in first if each and announced and each[0] == announced[0]]
    return max(known) <= announced if known and announced else None


def _growth_targets(dossier: Dossier) -> list[Cells]:
    """The indicators that ask for a larger audience, and for nothing else."""
    return [
        row
        for row in dossier.rows("indicators.indicators")
        if row.get("audience_size_only") is True and row.get("direction") != "down"
        if row.decimal("target") is not None
    ]


def _before_growth(dossier: Dossier) -> bool | None:
    """Whether who comes for what was settled before an audience is due; open without both days."""
    header = dossier.header(REGISTER)
    if not (header.text("come_for") and header.text("not_for")):
        return False
    rows = (row for row in dossier.rows(TABLE) if row.row == "identity")
    settled = next((row.day("seen_on") for row in rows), None)
    due = [row.day("due") for row in _growth_targets(dossier)]
    known = [day for day in due if day]
    return settled <= min(known) if settled and len(known) == len(due) else None


def _returned(dossier: Dossier) -> bool | None:
    return bool(dossier.rows("feedback.returns")) or None


def _answer(question: str, path: str = "") -> Place:
    return Place(QUESTION, question, path)


def _asked(name: str) -> Place:
    return _answer(REGISTER, f"header/{name}")


def _decided(decision: str) -> Place:
    return Place(DECISION, decision)


CONDITIONS: dict[str, tuple[Condition, ...]] = {
    "community_first": (
        Condition("need", _asked("need"), _said("need")),
        Condition("criticism", _decided("criticism"), _not_chosen("criticism", "not_allowed")),
    ),
    "not_technology": (Condition("tool_after", _asked("tool_after"), _yes("tool_after")),),
    "management": (
        Condition("voices", _answer("speakers"), _each("speakers.speakers", "holder")),
        Condition("deputies", _answer("speakers"), _each("speakers.speakers", "deputy")),
        Condition("hours", _answer("hours", "header/weekly_hours"), _hours),
        Condition("moderators", _decided("moderators"), _not_chosen("moderators", "tool_only")),
    ),
    "yardsticks": (
        Condition("indicator", _answer("indicators", "rows/indicators"), _useful_indicator),
    ),
    "kinds": (Condition("space", _decided("space"), _chosen("space")),),
    "marketing": (Condition("share", _asked("non_promotional"), _non_promotional),),
    "integration": (Condition("outside", _answer("feedback", "rows/returns"), _outside),),
    "identity": (
        Condition("come_for", _asked("come_for"), _said("come_for")),
        Condition("not_for", _asked("not_for"), _said("not_for")),
        Condition(
            "before_growth", _answer(REGISTER, "rows/practices/identity/seen_on"), _before_growth
        ),
    ),
    "ownership": (
        Condition(
            "consulted",
            _decided("charter_life"),
            _chosen("charter_life", "consultation", "co_writing"),
        ),
        Condition(
            "roles", _decided("recognition"), _chosen("recognition", "trust_levels", "ambassadors")
        ),
    ),
    "social": (
        Condition("welcome", _asked("welcome"), _said("welcome")),
        Condition("first_reply", _answer("reply_times", "rows/places"), _first_reply),
        Condition("meeting", _asked("meeting"), _said("meeting")),
    ),
    "going_out": (
        Condition("permission", _asked("permission"), _yes("permission")),
        Condition("identity", _asked("identity_disclosed"), _yes("identity_disclosed")),
        Condition("exit", _asked("exit_planned"), _yes("exit_planned")),
    ),
    "customer_relations": (
        Condition("returned", _answer("feedback", "rows/returns"), _returned),
        Condition("consent", _asked("separate_consent"), _yes("separate_consent")),
        Condition("useful_return", _asked("useful_return"), _said("useful_return")),
    ),
}
# Where accounts are not linked with customer relations, only what is heard travels.
LINKED = frozenset({"consent", "useful_return"})


def applies(practice: str, condition: Condition, dossier: Dossier) -> bool:
    """Whether a condition has an object in this dossier."""
    if practice == "going_out":
        return _goes_out(dossier)
    if condition.id in LINKED:
        return dossier.choice("personal_data").has("customer_link")
    if condition.id == "before_growth":
        return bool(_growth_targets(dossier))
    return True


def _goes_out(dossier: Dossier) -> bool:
    """Whether one joins a community, or helps at a place that is somebody else's."""
    space = dossier.choice("space")
    return (
        not space.is_taken
        or space.has("independent_community")
        or any(
            (row.get("owner"), row.get("role")) == ("third_party", "help")
            for row in dossier.rows("places.places")
        )
    )
