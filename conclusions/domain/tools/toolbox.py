"""The toolbox: which functions are covered by which tools, and what each tool still lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from conclusions.domain.clock import months_before
from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.rulebook import CONTENT
from strategy.domain.loading import questionnaire, shapes, spoken, tells_mistakes
from strategy.domain.questionnaire import Option

TOOLS = "toolbox.tools"
# Our threshold: the brief asks for a warning when a tool was checked more than a year ago.
STALE_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Family:
    """Functions that answer one need, and the question to ask of each of their tools."""

    id: str
    title: str
    question: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One tool as it is kept, and what a reader is warned of."""

    row: Cells
    stale: bool
    unchecked: bool
    without_fallback: bool
    unregistered: bool

    @property
    def is_warned_of(self) -> bool:
        """True when anything of it is to be seen to."""
        return self.stale or self.unchecked or self.without_fallback or self.unregistered


@dataclass(frozen=True, slots=True)
class Function:
    """One function of a family, and the tools that serve it."""

    id: str
    label: str
    tools: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """One family, function by function."""

    family: Family
    functions: tuple[Function, ...]

    @property
    def served(self) -> tuple[Function, ...]:
        """The functions that have a tool."""
        return tuple(each for each in self.functions if each.tools)

    @property
    def open(self) -> tuple[Function, ...]:
        """The functions that have none."""
        return tuple(each for each in self.functions if not each.tools)


@dataclass(frozen=True, slots=True)
class Toolbox:
    """Every family, the tools whose function is not said, and what they all cost."""

    families: tuple[Covered, ...]
    elsewhere: tuple[Kept, ...]
    # Whole cents a year.
    cost: int

    @property
    def kept(self) -> tuple[Kept, ...]:
        """Every tool, family by family, then those whose function is not said."""
        served = (each for covered in self.families for each in covered.served)
        return (*(tool for each in served for tool in each.tools), *self.elsewhere)

    @property
    def tools(self) -> int:
        """How many tools are kept."""
        return len(self.kept)

    @property
    def warned_of(self) -> int:
        """How many of them a reader is warned of."""
        return sum(each.is_warned_of for each in self.kept)

    @property
    def functions(self) -> int:
        """How many functions there are."""
        return sum(len(covered.functions) for covered in self.families)

    @property
    def served(self) -> int:
        """How many of them have a tool."""
        return sum(len(covered.served) for covered in self.families)


def load_families(language: str, folder: Path = CONTENT) -> tuple[Family, ...]:
    """The five families in one language; ContentError at the first mistake."""
    return shapes(Family, [folder / "toolbox.toml"], "family", language)


@lru_cache
def families(language: str) -> tuple[Family, ...]:
    """The shipped families, read once per process."""
    return load_families(spoken(language))


def functions(language: str) -> tuple[Option, ...]:
    """Every function that a tool may serve, named after its family: `monitoring_alerts`."""
    _register, table = questionnaire(language).linked(TOOLS)
    column = table.column("function")
    return column.options if column else ()


@tells_mistakes
def problems(language: str, folder: Path = CONTENT) -> Iterator[str]:
    """What does not hold between the families and the functions of the register."""
    known = {family.id for family in load_families(language, folder)}
    named = {_family_of(option.id) for option in functions(language)}
    for each in sorted(known ^ named):
        yield f"toolbox.toml: '{each}' is a family without functions, or the reverse."


def _family_of(function: str) -> str:
    return function.partition("_")[0]


def stale_since(as_of: date) -> date:
    """What was checked before that day was so more than twelve months ago."""
    return months_before(as_of, STALE_MONTHS)


def is_stale(tool: Cells, since: date) -> bool:
    """True when it was last checked before that day."""
    checked = tool.day("checked_on")
    return checked is not None and checked < since


def without_fallback(dossier: Dossier) -> tuple[Cells, ...]:
    """The tools of functions for which no tool names a fallback."""
    rows = [row for row in dossier.rows(TOOLS) if row.text("function")]
    safe = {row.text("function") for row in rows if row.get("fallback")}
    return tuple(row for row in rows if row.get("function") not in safe)


def is_unregistered(tool: Cells) -> bool:
    """True when it keeps personal data and stands in no processing register."""
    return tool.get("personal_data") is True and tool.get("in_register") is not True


def toolbox(dossier: Dossier, as_of: date, language: str) -> Toolbox:
    """The whole toolbox on a day; names of families and functions in this language."""
    bare, since = {row.row for row in without_fallback(dossier)}, stale_since(as_of)
    kept = [
        Kept(
            row,
            stale=is_stale(row, since),
            unchecked=row.day("checked_on") is None,
            without_fallback=row.row in bare,
            unregistered=is_unregistered(row),
        )
        for row in dossier.rows(TOOLS)
    ]
    options = functions(language)
    known = {option.id for option in options}
    return Toolbox(
        families=tuple(
            Covered(family, tuple(_serving(family, options, kept))) for family in families(language)
        ),
        elsewhere=tuple(each for each in kept if each.row.get("function") not in known),
        cost=sum(each.row.cents("yearly_cost") or 0 for each in kept),
    )


def _serving(family: Family, options: tuple[Option, ...], kept: list[Kept]) -> Iterator[Function]:
    for option in options:
        if _family_of(option.id) == family.id:
            tools = tuple(each for each in kept if each.row.get("function") == option.id)
            # « Veille : alertes par requête », under « Veille ».
            label = option.label.partition(":")[2].strip() or option.label
            yield Function(option.id, label, tools)
