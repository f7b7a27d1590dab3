"""What later apps find to say of an answer or a choice, shown at its field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from organisations.models import Organisation
from organisations.providers import Providers


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say: how serious, in a few words and in a sentence, and where to read more."""

    level: str
    title: str
    sentence: str
    url: str


@dataclass(frozen=True, slots=True)
class About:
    """What is said of one question or decision: all of it, and what stands at which field."""

    remarks: Sequence[Remark] = ()
    # By path (see domain/flat.py).
    at: Mapping[str, Sequence[Remark]] = field(default_factory=dict)

    @property
    def at_fields(self) -> list[tuple[str, Sequence[Remark]]]:
        """What stands at each field, by the id of the field on its page."""
        return [(f"div_id_{path.replace('/', '-')}", said) for path, said in self.at.items()]


NOTHING = About()


@dataclass(frozen=True, slots=True)
class Remarks:
    """Everything that is said of one organisation's answers and choices."""

    url: str = ""
    # True when too little is said for their absence to mean anything.
    is_little: bool = False
    # How many of each level, accepted ones left out.
    counts: Mapping[str, int] = field(default_factory=dict)
    accepted: int = 0
    # The questions whose answer contradicts something.
    contradicted: frozenset[str] = frozenset()
    questions: Mapping[str, About] = field(default_factory=dict)
    decisions: Mapping[str, About] = field(default_factory=dict)
    # The answers and decisions that are only assumed: what each is called, its address.
    assumed: Sequence[tuple[str, str]] = ()

    def question(self, question_id: str) -> About:
        """What is said of one answer."""
        return self.questions.get(question_id, NOTHING)

    def decision(self, decision_id: str) -> About:
        """What is said of one choice."""
        return self.decisions.get(decision_id, NOTHING)

    def marked(self, states: Mapping[str, str]) -> dict[str, str]:
        """The states of answers, those contradicted said so."""
        return dict(states) | dict.fromkeys(self.contradicted, "contradicted")


providers: Providers[[Organisation], Remarks] = Providers()


def of(organisation: Organisation) -> Remarks:
    """What is said of this organisation's answers and choices; nothing when nobody knows."""
    return providers.last(organisation) or Remarks()
