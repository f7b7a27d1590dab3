"""What a later app foresees of each thing that could be chosen, shown before one chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from organisations.models import Organisation
from organisations.providers import Providers


@dataclass(frozen=True, slots=True)
class Group:
    """Some things of one kind that would follow, in words."""

    title: str
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that could be chosen: what would follow in a few words, and in full."""

    label: str
    summary: Sequence[str] = ()
    groups: Sequence[Group] = ()
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """All that one field could say, each with what would follow; where one compares two."""

    title: str
    lines: Sequence[Line]
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What else stands beside the answer: a template of the later app, and what it takes."""

    template: str
    about: Any


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is foreseen of one question or decision."""

    # By path of a header field, or by table; by option, of a decision.
    choices: Mapping[str, Choice] = field(default_factory=dict)
    options: Mapping[str, Line] = field(default_factory=dict)
    # Where two options of a decision are compared.
    url: str = ""
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """What several decisions taken at once would entail: what would then be found, and the rest."""

    found: Sequence[str]
    line: Line


NOTHING = Foreseen()

# By the id of the question, or of the decision.
of_question: Providers[[Organisation, str], Foreseen] = Providers()
of_decision: Providers[[Organisation, str], Foreseen] = Providers()
# By what would be written in each decision, path by path.
of_decisions: Providers[[Organisation, Mapping[str, Mapping[str, Any]]], Whole] = Providers()
