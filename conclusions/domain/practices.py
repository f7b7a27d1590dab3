"""The twelve good practices: what answers say of each, and what people observe themselves.

The titles are Dion Hinchcliffe's (ZDNet, July 2008); the conditions are our own proposal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from conclusions.domain.dossier import DECISION, QUESTION, Cells, Dossier
from conclusions.domain.findings import Place

REGISTER = "practices"
TABLE = f"{REGISTER}.practices"
# Verdicts, the best first; `open` where nothing tells, `none` where the practice has no object.
HELD, PARTLY, MISSING, OPEN, NONE = "held", "partly", "missing", "open", "none"
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


@dataclass(frozen=True, slots=True)
class Checked:
    """One condition in one dossier."""

    condition: Condition
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice: what each condition comes to, and the row that people filled in."""

    id: str
    number: int
    checked: tuple[Checked, ...]
    row: Cells

    @property
    def told(self) -> str:
        """What answers say of it."""
        if not self.checked:
            return NONE
        known = [each.holds for each in self.checked]
        if all(known):
            return HELD
        if any(known):
            return PARTLY
        return MISSING if False in known else OPEN

    @property
    def own(self) -> str:
        """What people observe; nothing when they said nothing."""
        found = self.row.text("own") or ""
        return found if found in {HELD, PARTLY, MISSING} else ""

    @property
    def verdict(self) -> str:
        """How far it is: what answers say, or less where people observe less.

        Answers tell what is planned; only people see what is done.
        """
        if self.told == OPEN or (self.told == HELD and self.own):
            return self.own or OPEN
        return self.told

    @property
    def evidence(self) -> str:
        """What proves it, or where that is."""
        return self.row.text("evidence") or self.row.text("url") or ""

    @property
    def differs(self) -> bool:
        """True when people say that it is held and answers deny something that it asks for.

        What is not said yet denies nothing: a practice told in part for want of an answer is
        shown as such, and whoever says that it is held is not contradicted.
        """
        return self.own == HELD and any(each.holds is False for each in self.checked)


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


def practices(dossier: Dossier) -> tuple[Practice, ...]:
    """The twelve practices, in their order."""
    rows = {row.row: row for row in dossier.rows(TABLE)}
    return tuple(
        _practice(dossier, rows.get(key, Cells(QUESTION, REGISTER, {}, "practices", key)))
        for key in CONDITIONS
    )


def claimed(dossier: Dossier) -> tuple[Practice, ...]:
    """The practices that people say are held, in their order."""
    rows = {row.row: row for row in dossier.rows(TABLE)}
    said = {key: row for key, row in rows.items() if row.get("own") == HELD}
    return tuple(_practice(dossier, said[key]) for key in CONDITIONS if key in said)


def _practice(dossier: Dossier, row: Cells) -> Practice:
    asked = [each for each in CONDITIONS[row.row] if _applies(row.row, each, dossier)]
    return Practice(
        id=row.row,
        number=list(CONDITIONS).index(row.row) + 1,
        checked=tuple(Checked(each, each.test(dossier)) for each in asked),
        row=row,
    )


def _applies(practice: str, condition: Condition, dossier: Dossier) -> bool:
    space = dossier.choice("space")
    if practice == "going_out" and space.is_taken:
        return space.has("independent_community")
    if condition.id in LINKED:
        return dossier.choice("personal_data").has("customer_link")
    if condition.id == "before_growth":
        return bool(_growth_targets(dossier))
    return True


def held(found: tuple[Practice, ...]) -> tuple[int, int]:
    """How many are held, of how many that have an object."""
    counted = [each.verdict for each in found if each.verdict != NONE]
    return counted.count(HELD), len(counted)
