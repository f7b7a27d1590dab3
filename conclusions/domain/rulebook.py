"""The words of the rules, in one language: what is found, why it matters, how one mends it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from conclusions.domain.dossier import DECISION, PROFILE, QUESTION
from conclusions.domain.findings import Level
from strategy.domain.loading import (
    entries,
    read_in,
    shape,
    spoken,
    version_of,
)
from strategy.domain.places import chosen, nested, place_of

CONTENT = Path(__file__).resolve().parent.parent / "content"
CHARTER = "charter"
# What stands in a rule, or in a variant of it, beside its wording.
AROUND = ("code", "excludes", "mends", "variants")


@dataclass(frozen=True, slots=True)
class Target:
    """Where one mends: a question, a decision or the profile; a field or a table; a column."""

    kind: str
    id: str
    field: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Mend:
    """One way to mend, and where it is done.

    `to` is `question.field`, `question.table`, `question.table.column`, `charter.decision`,
    `charter.decision.detail` or `profile.field`: always something that takes the focus; or a
    register, for the page where one follows what answers already say.
    """

    do: str
    to: str

    @property
    def target(self) -> Target:
        """The place that `to` names."""
        return _target(self.to)


@cache
def _target(to: str) -> Target:
    first, *rest = to.split(".")
    if first == CHARTER:
        return Target(DECISION, *rest)
    return Target(PROFILE if first == PROFILE else QUESTION, first, *rest)


@dataclass(frozen=True, slots=True)
class Legal:
    """The text that a rule quotes: a reminder, never a verdict."""

    text: str
    article: str = ""
    # The day it was checked; None: to be checked.
    checked: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a rule says when it holds."""

    level: Level
    title: str
    sentence: str
    why: str
    legal: tuple[Legal, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleWords:
    """One rule: its words, how serious it is, and which rules can never hold with it."""

    code: str
    wording: Wording
    mends: tuple[Mend, ...]
    excludes: tuple[str, ...] = ()
    variants: Mapping[str, Wording] = field(default_factory=dict)
    # The variants that are mended in their own ways.
    variant_mends: Mapping[str, tuple[Mend, ...]] = field(default_factory=dict)

    def ways(self, variant: str = "", idle: Collection[str] = ()) -> tuple[Mend, ...]:
        """The ways to mend one variant but for idle ones; the rule's own without others."""
        ways = self.variant_mends.get(variant) or self.mends
        return tuple(each for each in ways if each.to not in idle)

    def worded(self, variant: str = "") -> Wording:
        """The words of one variant; the rule's own without one."""
        return self.variants.get(variant, self.wording)


@dataclass(frozen=True)
class Rulebook:
    """Every rule that has words, in the order of the codes, and the words between them."""

    language: str
    version: str
    rules: tuple[RuleWords, ...]
    words: Mapping[str, Any]

    @cached_property
    def by_code(self) -> dict[str, RuleWords]:
        """Every rule by its code."""
        return {each.code: each for each in self.rules}


def load(language: str, folder: Path = CONTENT) -> Rulebook:
    """The rulebook of one language, read from its files; ContentError at the first mistake."""
    files = sorted(folder.glob("rules/*.toml"))
    found = [_rule(written, name) for name, written in entries(files, "rule", language)]
    return Rulebook(
        language=language,
        version=version_of(folder),
        rules=tuple(sorted(found, key=lambda each: ("RCX".find(each.code[0]), each.code))),
        words=read_in(folder / "words.toml", language),
    )


def _rule(written: dict[str, Any], where: str) -> RuleWords:
    place = place_of(written, where)
    told = [(each, place_of(each, at)) for at, each in nested(written, "variants", place)]
    cases = {str(each.pop("id", "")): (each, at) for each, at in told}
    inner = {
        "mends": _mends(written, place),
        "wording": _wording(written, place),
        "variants": {case: _wording(*each) for case, each in cases.items()},
        "variant_mends": {case: _mends(*each) for case, each in cases.items()},
    }
    kept = {name: written[name] for name in ("code", "excludes") if name in written}
    return shape(RuleWords, kept | inner, where)


def _mends(written: dict[str, Any], place: str) -> tuple[Mend, ...]:
    return tuple(shape(Mend, each, at) for at, each in nested(written, "mends", place))


def _wording(written: dict[str, Any], place: str) -> Wording:
    legal = tuple(shape(Legal, each, at) for at, each in nested(written, "legal", place))
    level = chosen(Level, written, "level", place)
    own = {key: each for key, each in written.items() if key not in AROUND}
    return shape(Wording, own | {"level": level, "legal": legal}, place)


@lru_cache
def rulebook(language: str) -> Rulebook:
    """The shipped rulebook in one language, read once per process."""
    return load(spoken(language))
