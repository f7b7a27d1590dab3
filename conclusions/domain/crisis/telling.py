"""The crisis kit in words: thresholds, acts, statements in the chosen tone, ways to reach."""

from functools import cached_property
from typing import Any, NamedTuple

from conclusions.domain import shapes
from conclusions.domain.crisis.kit import Contact, Kit, Level, kit
from conclusions.domain.dossier import Cells
from conclusions.domain.roles.activities import activities
from conclusions.domain.telling import Narrator
from conclusions.domain.theme_telling import Run, ThemeTelling
from strategy.domain.loading import spoken

# Who signs without a choice in question 18.
DEFAULT = "brand"
# What may stand before a first name.
TITLES = frozenset({"Dr", "Dre", "Pr", "Pre", "M.", "Mme", "Me", "Mr", "Mr.", "Mrs", "Ms", "Dr."})


class Act(NamedTuple):
    """What triggers a level, what is done first, and in which time; runs without words unsaid."""

    trigger: Run
    act: Run
    delay: Run
    statement: Run
    told: str


class CrisisTelling(ThemeTelling):
    """The crisis kit of one dossier in one language, the same words on screen and on paper."""

    theme = "crisis"

    @cached_property
    def kit(self) -> Kit:
        """What the words are about."""
        return self.dossier.once(kit)

    @cached_property
    def organisation(self) -> str:
        """The organisation's name."""
        return str(self.dossier.profile.get("name", ""))

    def label(self, level: Level) -> str:
        """What a level is called."""
        table = self.narrator.asked.linked("arbiters.levels")[1]
        return next(each.label for each in table.fixed if each.id == level.id)

    def threshold(self, level: Level) -> Run:
        """When a level begins: as typed, else the examples of question 5, else our proposal."""
        if level.threshold:
            return Run(level.threshold, typed=True)
        examples = self.cell(level.arbiter, "examples")
        return examples if examples.words else self.say(f"threshold.{level.id}")

    def acts(self, level: Level) -> list[Act]:
        """The triggers of question 16; our proposal where there is none."""
        if not level.triggers:
            return [Act(Run(""), self.say(f"act.{level.id}"), self.delay(level), Run(""), "")]
        return [self._act(row) for row in level.triggers]

    def _act(self, row: Cells) -> Act:
        return Act(
            trigger=self.cell(row, "trigger"),
            act=self.cell(row, "first_act"),
            delay=self.cell(row, "delay"),
            statement=self.cell(row, "holding_statement"),
            told=self.people(row.several("informed")),
        )

    def delay(self, level: Level) -> Run:
        """In which time somebody decides at a level."""
        return self.cell(level.arbiter, "maximum_delay")

    def statement(self, level: Level) -> Run:
        """What is said while one checks: as typed, else our proposal in the chosen tone.

        Members read it, in the language of the organisation whoever reads the kit.
        """
        return Run(level.statement or self._public.proposal(level), typed=True)

    @cached_property
    def _public(self) -> "CrisisTelling":
        language = spoken(str(self.dossier.profile.get("language", "")))
        if language == self.narrator.language:
            return self
        return CrisisTelling(self.dossier, Narrator(self.narrator.written, language))

    def proposal(self, level: Level) -> str:
        """The statement that we propose, in the chosen tone."""
        signature, signer = self._signer(level)
        delay = self.delay(level).words
        within = self.say("within.delay", delay=delay) if delay else self.say("within.unknown")
        said = self.say(f"statement.{level.id}.{signature}", signer=signer, within=within.words)
        return said.words

    def _signer(self, level: Level) -> tuple[str, str]:
        """The tone, and who signs in it; the brand where nobody is known."""
        key = self._speaker(level)
        name, role = self.person(key), self._roles.get(key, "")
        signature = self.kit.signature or DEFAULT
        if signature == DEFAULT or not name:
            return DEFAULT, self.organisation
        about = {
            "first": _first(name),
            "name": name,
            "role": role or self.organisation,
            "organisation": self.organisation,
        }
        return signature, self.say(f"signer.{signature}", **about).words

    def _speaker(self, level: Level) -> str:
        """Who speaks: at the green level who answers, above it who decides."""
        if level.id != "green":
            return level.person
        known = {each.id: each for each in self.dossier.once(activities)}
        return known["answering"].accountable.person or level.person

    @cached_property
    def _roles(self) -> dict[str, str]:
        listed = self.narrator.written.get("people")
        rows: list[Any] = listed if isinstance(listed, list) else []
        each_row = [shapes.mapping(each) for each in rows]
        return {
            shapes.text(each.get("id")): _lowered(shapes.text(each.get("role")))
            for each in each_row
        }

    def how(self, contact: Contact, when: str) -> Run:
        """How one reaches somebody, `by_day` or `out_of_hours`; that nobody said how."""
        said = getattr(contact, when)
        return Run(said, typed=True) if said else self.say("pocket.unreached")


def _first(name: str) -> str:
    """The first name, what stands before it left out."""
    parts = [each for each in name.split() if each not in TITLES]
    return parts[0] if parts else name


def _lowered(role: str) -> str:
    """A role inside a sentence: « directrice », and still « DRH »."""
    return role[:1].lower() + role[1:] if role[1:2].islower() else role
