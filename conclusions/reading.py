"""One organisation as it is read today: its dossier as rules know it, and words for its values."""

from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from charter.models import Choice
from conclusions.domain.dossier import Dossier
from conclusions.domain.findings import Place
from conclusions.domain.telling import Narrator
from conclusions.linking import url_of
from organisations.actions import profile_of
from organisations.language import page_language
from organisations.models import Organisation
from organisations.people import listed
from strategy.domain.telling import Teller
from strategy.models import Answer

SAID = ("state", "confidence", "owner", "value")

KEPT = "_reading"


class Reading:
    """Everything an organisation said, read in three queries whatever it holds.

    `people` False leaves the list of people unread: one query less, and no names in words.
    """

    def __init__(
        self, organisation: Organisation, language: str = "", *, people: bool = True
    ) -> None:
        self.organisation = organisation
        self.language = language or page_language()
        self.with_people = people

    @classmethod
    def last(cls, organisation: Organisation) -> "Reading":
        """The reading that this page was made with already, or a new one that it keeps."""
        if KEPT not in organisation.__dict__:
            cls(organisation).keep()
        found: Reading = organisation.__dict__[KEPT]
        return found

    def keep(self) -> None:
        """Let what else this page shows be read from the same dossier; kept for one request."""
        self.organisation.__dict__[KEPT] = self

    @cached_property
    def as_of(self) -> date:
        """Today, where the site stands."""
        return timezone.localdate()

    @cached_property
    def begun(self) -> bool:
        """True when something was answered or decided."""
        said = (*self.written["answers"].values(), *self.written["decisions"].values())
        return any(each["value"] for each in said)

    @cached_property
    def written(self) -> dict[str, Any]:
        """What rules and conclusions read, as in the dossier file."""
        return {
            "organisation": profile_of(self.organisation),
            "people": self._people() if self.with_people else [],
            "answers": {key: _told(each) for key, each in self._answers.items()},
            "decisions": {key: _told(each) for key, each in self._choices.items()},
        }

    @property
    def saved_at(self) -> dict[str, dict[str, datetime]]:
        """When each thing that says something was last saved, in the parts of `written`."""
        parts = {"answers": self._answers, "decisions": self._choices}
        return {
            part: {key: each["saved_at"] for key, each in kept.items() if each["state"] != "empty"}
            for part, kept in parts.items()
        }

    @cached_property
    def _answers(self) -> dict[str, dict[str, Any]]:
        return _kept(Answer.objects.filter(strategy=self.organisation.pk), "question")

    @cached_property
    def _choices(self) -> dict[str, dict[str, Any]]:
        return _kept(Choice.objects.filter(strategy=self.organisation.pk), "decision")

    def _people(self) -> list[dict[str, str]]:
        people = listed(self.organisation)
        return [{"id": each.key, "name": each.name, "role": each.role} for each in people]

    @property
    def dossier(self) -> Dossier:
        """The same, each value with its type."""
        return self.narrator.dossier

    @cached_property
    def narrator(self) -> Narrator:
        """The words of findings and places, in the language of the page."""
        return Narrator(self.written, self.language)

    @property
    def teller(self) -> Teller:
        """Values into words: people, rows, dates, money, numbers."""
        return self.narrator.teller

    def url(self, place: Place) -> str:
        """Where one reads or mends it: the whole form, the right page of rows, the field."""
        return url_of(place, self.organisation, self.written)


def _kept(records: Any, key: str) -> dict[str, dict[str, Any]]:
    return {each[key]: each for each in records.values(key, *SAID, "saved_at")}


def _told(record: dict[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in SAID}
