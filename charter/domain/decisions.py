"""The charter: its 20 decisions, their options and details, presets and tiers, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from strategy.domain.questionnaire import Field, Kind
from strategy.domain.questionnaire import Option as FieldOption

# The dossier's dictionary of decisions: id → {"state": …, "value": {"header": {…}}}.
Entry = Mapping[str, Any]
Decided = Mapping[str, Entry]

SPACE = "space"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a decision may choose, with its own clause."""

    id: str
    key: str
    title: str
    pros: str
    cons: str
    when: str
    clause: str = ""
    # Main options to which this one may be added.
    added_to: tuple[str, ...] = ()
    # Base options of which one must be chosen with this one.
    asks: tuple[str, ...] = ()
    # Why it cannot be confirmed; empty for all options but two.
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A typed field that fills a blank of the clauses."""

    field: Field
    blank: str
    default: Any = None
    # Options with which it is asked; empty: with all of them.
    serves: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of its field, which is the name of its blank."""
        return self.field.id


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one legal text asks: a reminder, never a verdict."""

    id: str
    text: str
    asks: str
    article: str = ""
    # Tiers at which it is shown; empty: at every one.
    tiers: tuple[str, ...] = ()
    # The day it was checked; None: to be checked.
    checked: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One of the 20 decisions."""

    id: str
    number: int
    title: str
    why: str
    default_note: str
    in_document: str
    options: tuple[Option, ...]
    multiple: bool = False
    linked: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    applies_to: tuple[str, ...] = ()
    default: tuple[str, ...] = ()
    # The base that goes with the default, when that option asks for one.
    default_base: str = ""
    without_object: str = ""
    template: str = ""
    details: tuple[Detail, ...] = ()
    reminders: tuple[Reminder, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """What its header may hold: the choice, its base, a clause by hand, the details.

        Only the details have labels.
        """
        options = tuple(FieldOption(each.id, each.title) for each in self.options)
        return (
            Field("options", Kind.SEVERAL, "", options=options),
            Field("base", Kind.ONE, "", options=options),
            Field("clause", Kind.LONG, ""),
            Field("clause_of", Kind.SEVERAL, "", options=options),
            *(each.field for each in self.details),
        )

    def option(self, option_id: str) -> Option | None:
        """The option of that id, or None."""
        return next((option for option in self.options if option.id == option_id), None)

    def detail(self, detail_id: str) -> Detail | None:
        """The detail of that id, or None."""
        return next((detail for detail in self.details if detail.id == detail_id), None)


@dataclass(frozen=True, slots=True)
class Preset:
    """A profile to start from: what it proposes for each decision, never what it confirms."""

    id: str
    title: str
    choices: Mapping[str, tuple[str, ...]]
    # For a choice that asks for a base, which one, by decision.
    base: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tier:
    """How far the duties of a host reach, in words; to be confirmed by counsel."""

    id: str
    title: str
    situation: str
    note: str
    note_admission: str = ""
    note_unknown: str = ""
    note_public: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the published charter that belong to no decision."""

    title: str
    title_as_guests: str
    to_complete: str


@dataclass(frozen=True)
class Charter:
    """All that is decided, in one language; `decisions` stand in the order of their numbers."""

    language: str
    version: str
    decisions: tuple[Decision, ...]
    presets: tuple[Preset, ...]
    tiers: tuple[Tier, ...]
    words: Words

    @cached_property
    def by_id(self) -> dict[str, Decision]:
        """Every decision by its id."""
        return {decision.id: decision for decision in self.decisions}

    @cached_property
    def tier_by_id(self) -> dict[str, Tier]:
        """Every tier by its id."""
        return {tier.id: tier for tier in self.tiers}

    def preset(self, preset_id: str) -> Preset | None:
        """The preset of that id, or None."""
        return next((preset for preset in self.presets if preset.id == preset_id), None)

    def neighbours(self, decision: Decision) -> tuple[Decision | None, Decision | None]:
        """The decision before and the decision after; None at either end."""
        place = self.decisions.index(decision)
        before = self.decisions[place - 1] if place else None
        after = self.decisions[place + 1] if place + 1 < len(self.decisions) else None
        return before, after
