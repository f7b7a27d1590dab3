"""The indicators as their page shows them: a tree, a line each, what is missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.cards import Card
from conclusions.domain.dossier import QUESTION, Cells
from conclusions.domain.findings import Place
from conclusions.domain.indicators.measures import CheckIn, Indicator, Verdict
from conclusions.domain.indicators.telling import Telling
from conclusions.domain.indicators.tree import (
    CHECKINS,
    INDICATORS,
    OBJECTIVES,
    SHEETS,
    Branch,
    Tree,
    tree,
)
from conclusions.domain.indicators.trends import Trend
from conclusions.forms import ReadingForm
from conclusions.reading import Reading
from strategy.domain.telling import NOTHING, Told

# The readings told beside a line; all of them are in their register.
RECENT = 4


# Where each thing that a sheet says is kept.
KEPT = {"formula": SHEETS, "owner": SHEETS}
TOLD = ("formula", "source", "frequency", "owner")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the sheet says, with where one says it when it does not."""

    label: str
    told: Told
    url: str
    # The field of a sheet that is not there yet.
    field: str


@dataclass(frozen=True, slots=True)
class Read:
    """One reading in words."""

    day: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Item:
    """One indicator as it is shown."""

    indicator: Indicator
    name: str
    url: str
    family: str
    verdict: str
    sentence: str
    trend: Trend | None
    facts: tuple[Fact, ...]
    # What else it lacks, with where one says it.
    lacking: tuple[tuple[str, str], ...]
    readings: tuple[Read, ...]
    # The day of the next one, which may have passed; nothing without a cadence.
    next_on: str
    form: ReadingForm

    @property
    def is_told(self) -> bool:
        """False when its sentence would only repeat what it lacks."""
        return not self.lacking or self.indicator.verdict is not Verdict.NOTHING


@dataclass(frozen=True, slots=True)
class Group:
    """An objective, or none, or audience sizes; and the indicators there."""

    id: str
    overline: str
    title: str
    lead: str
    url: str
    items: tuple[Item, ...]


class IndicatorsPage:
    """The indicators of one organisation; `posted` is a reading that is wrong."""

    def __init__(self, reading: Reading, posted: ReadingForm | None = None) -> None:
        self.reading = reading
        self.posted = posted
        self.telling = Telling(reading.teller)

    @cached_property
    def tree(self) -> Tree:
        """Every indicator, under its objective."""
        return tree(self.reading.dossier, self.reading.as_of)

    def indicator(self, row: str) -> Indicator | None:
        """The indicator of that row."""
        return next((each for each in self.tree.indicators if each.row == row), None)

    def noted(self, form: ReadingForm) -> str:
        """What was noted, and the value of the same day that counts no more."""
        indicator, value = form.indicator, partial(self.telling.value, form.indicator)
        words = {"name": self.name(indicator), "value": value(form.cleaned_data["value"])}
        told = _("Noté : %(name)s, %(value)s.") % words
        if form.replaced is None:
            return told
        replaced = _("La valeur du même jour, %(value)s, reste au registre et ne compte plus.")
        return f"{told} {replaced % {'value': value(form.replaced)}}"

    def name(self, indicator: Indicator) -> str:
        """What it is called."""
        return self.telling.name(indicator) or _("Indicateur sans nom")

    @cached_property
    def groups(self) -> list[Group]:
        """The priority first, the other objectives by rank, then none, then audience sizes."""
        words, place = self.telling.words("document"), f"rows/{OBJECTIVES.partition('.')[2]}"
        found = [self._branch(each) for each in self.tree.branches]
        for name, indicators in (("without", self.tree.without), ("audience", self.tree.audience)):
            if indicators:
                items = tuple(self._item(each) for each in indicators)
                lead, url = words[f"{name}_lead"], self._url("objective", place)
                found.append(Group(name, "", words[name], lead, url, items))
        return found

    def _branch(self, branch: Branch) -> Group:
        words = self.telling.words("document")
        ranked = words["ranked"].format(rank=branch.rank) if branch.rank else words["unranked"]
        return Group(
            id="priority" if branch.is_priority else "ranked",
            overline=words["priority"] if branch.is_priority else ranked,
            title=self.telling.objective(branch.objective),
            lead="" if branch.indicators else words["none"],
            url=self._url("indicators", f"rows/{INDICATORS.partition('.')[2]}"),
            items=tuple(self._item(each) for each in branch.indicators),
        )

    def _item(self, indicator: Indicator) -> Item:
        posted = self.posted if self.posted and self.posted.indicator.row == indicator.row else None
        return Item(
            indicator=indicator,
            name=self.name(indicator),
            url=self._url("indicators", f"{indicator.cells.path}/indicator"),
            family=self.telling.family(indicator),
            verdict=self.telling.verdict(indicator),
            sentence=self.telling.sentence(indicator),
            trend=self.telling.drawing(indicator),
            facts=tuple(self._facts(indicator)),
            lacking=tuple(self._lacking(indicator)),
            readings=tuple(map(self._read(indicator), reversed(indicator.checkins[-RECENT:]))),
            next_on=self.reading.teller.date(indicator.next_on) if indicator.next_on else "",
            form=posted or ReadingForm(indicator),
        )

    def _facts(self, indicator: Indicator) -> Iterator[Fact]:
        words, teller = self.telling.words("document"), self.reading.teller
        said = {"formula": indicator.formula, "owner": indicator.owner}
        for name in TOLD:
            _question, table = self.reading.narrator.asked.linked(KEPT.get(name, INDICATORS))
            column = table.column(name)
            value = said.get(name, indicator.cells.get(name))
            told = teller.tell(column, value) if column else NOTHING
            begun = name not in KEPT or self.sheet_of(indicator)
            yield Fact(words[name], told, self.where(indicator, name), "" if begun else name)

    def _lacking(self, indicator: Indicator) -> Iterator[tuple[str, str]]:
        words = self.telling.words("lacking")
        for name in indicator.lacking:
            if name not in TOLD:
                yield words[name], self.where(indicator, name)

    def where(self, indicator: Indicator, name: str) -> str:
        """Where one says it: in question 24, or on its sheet; nothing while that is not there."""
        if name not in KEPT:
            return self._url("indicators", f"{indicator.cells.path}/{name}")
        sheet = self.sheet_of(indicator)
        return self._url(SHEETS.partition(".")[0], f"{sheet.path}/{name}") if sheet else ""

    def sheet_of(self, indicator: Indicator) -> Cells | None:
        """The row of the register that describes it."""
        known = self.reading.dossier.rows(SHEETS)
        return next((row for row in known if row.get("indicator") == indicator.row), None)

    def _read(self, indicator: Indicator) -> Callable[[CheckIn], Read]:
        teller, telling = self.reading.teller, self.telling
        return lambda each: Read(
            teller.date(each.day), telling.value(indicator, each.value), each.note
        )

    def _url(self, question: str, path: str) -> str:
        return self.reading.url(Place(QUESTION, question, path))

    @property
    def start(self) -> dict[str, str]:
        """Where one starts when no indicator is there."""
        url = self._url("indicators", f"rows/{INDICATORS.partition('.')[2]}")
        return {"url": url, "label": _("Ouvrir la question 24")}

    @property
    def registers(self) -> dict[str, str]:
        """The addresses of the registers of this page."""
        names = {"sheets": SHEETS, "readings": CHECKINS}
        organisation = self.reading.organisation.pk
        return {
            name: reverse("question", args=[organisation, place.partition(".")[0]])
            for name, place in names.items()
        }


def card(reading: Reading) -> Card:
    """Where the main indicator stands, and how many readings are awaited."""
    page = IndicatorsPage(reading)
    known, main = page.tree.indicators, page.tree.main
    awaited = sum(each.is_awaited for each in known)
    waiting = ngettext(
        "%(awaited)d relevé est attendu.", "%(awaited)d relevés sont attendus.", awaited
    ) % {"awaited": awaited}
    if not known:
        waiting = _("Aucun indicateur n’est encore choisi à la question 24.")
    return Card(
        title=_("Indicateurs"),
        url=reverse("indicators", args=[reading.organisation.pk]),
        figure=page.telling.verdict(main) if main else "",
        sentence=_main_told(page, main),
        waiting=waiting if awaited or not known else "",
    )


def _main_told(page: IndicatorsPage, main: Indicator | None) -> str:
    if main is None:
        return _("À quoi l’on saura que la stratégie réussit, sous chaque objectif.")
    return f"{page.name(main)}. {page.telling.sentence(main)}"
