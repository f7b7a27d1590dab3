"""The toolbox and the monitoring pack, as their pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.cards import Card
from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Place
from conclusions.domain.tools.monitoring import SOURCES, Pack, pack
from conclusions.domain.tools.toolbox import TOOLS, Covered, Family, Kept, Toolbox, toolbox
from conclusions.reading import Reading
from strategy.domain.questionnaire import Table
from strategy.domain.telling import Told

# Beyond so many tools a family is folded, unless one of its tools is to be seen to.
UNFOLDED = 5


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool in words: its name, where one mends it, what it says, what it lacks."""

    name: Told
    url: str
    facts: tuple[tuple[str, Told], ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyShown:
    """One family in words: what each tool serves, what none does; `told` sums it up."""

    family: Family
    told: str
    served: list[tuple[str, list[Tool]]]
    open: str
    unfolded: bool


class ToolboxPage:
    """The tools of one organisation, function by function."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def box(self) -> Toolbox:
        """What the dossier says of tools."""
        return toolbox(self.reading.dossier, self.reading.as_of, self.reading.language)

    @cached_property
    def table(self) -> Table:
        """The register's table."""
        return self.reading.narrator.asked.linked(TOOLS)[1]

    @property
    def cost(self) -> str:
        """What all tools cost a year, in words; nothing when no cost is said."""
        return self.reading.teller.money(self.box.cost) if self.box.cost else ""

    @property
    def warned_of(self) -> str:
        """How many tools are to be seen to, in words; nothing when none is."""
        return _tools_to_see_to(self.box.warned_of) if self.box.warned_of else ""

    @property
    def families(self) -> list[FamilyShown]:
        """Each family, its functions with their tools, and the functions without any."""
        return [self._family(each) for each in self.box.families]

    def _family(self, covered: Covered) -> FamilyShown:
        served, of = len(covered.served), len(covered.functions)
        warned_of = sum(tool.is_warned_of for each in covered.served for tool in each.tools)
        told = [_("Fonctions couvertes : %(served)d sur %(of)d.") % {"served": served, "of": of}]
        told += [_tools_to_see_to(warned_of)] if warned_of else []
        return FamilyShown(
            family=covered.family,
            told=" ".join(told),
            served=[(each.label, list(map(self._tool, each.tools))) for each in covered.served],
            open=", ".join(each.label for each in covered.open),
            unfolded=warned_of > 0 or self.box.tools <= UNFOLDED,
        )

    @property
    def elsewhere(self) -> list[Tool]:
        """The tools whose function is not said."""
        return [self._tool(each) for each in self.box.elsewhere]

    def _tool(self, kept: Kept) -> Tool:
        row, teller = kept.row, self.reading.teller
        first, _function, *others = self.table.columns
        place = Place(QUESTION, row.id, f"{row.path}/{first.id}")
        told = ((each.label, teller.tell(each, row.get(each.id))) for each in others)
        return Tool(
            name=teller.tell(first, row.get(first.id)),
            url=self.reading.url(place),
            facts=tuple((label, words) for label, words in told if words.items),
            warnings=tuple(_warnings(kept)),
        )


def _warnings(kept: Kept) -> Iterator[str]:
    if kept.unchecked:
        yield _("Jamais vérifié : dites quand vous l’avez vu marcher.")
    if kept.stale:
        yield _("Vérifié il y a plus d’un an.")
    if kept.without_fallback:
        yield _("Aucune solution de repli pour cette fonction.")
    if kept.unregistered:
        yield _("Des données personnelles, sans inscription au registre des traitements.")


def _tools_to_see_to(count: int) -> str:
    sentence = ngettext("%(count)d outil à vérifier.", "%(count)d outils à vérifier.", count)
    return sentence % {"count": count}


class PackPage:
    """The monitoring pack of one organisation."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def pack(self) -> Pack:
        """Its queries and feeds."""
        return pack(self.reading.dossier, self.reading.language)

    @property
    def own(self) -> int:
        """How many feeds are the organisation's own choice."""
        return len(self.reading.dossier.rows(SOURCES))


def card(reading: Reading) -> Card:
    """What the toolbox and the monitoring pack come to."""
    box = ToolboxPage(reading).box
    queries = len(pack(reading.dossier, reading.language).queries)
    sentence = ngettext(
        "%(queries)d requête de veille prête à copier, et un fichier de flux.",
        "%(queries)d requêtes de veille prêtes à copier, et un fichier de flux.",
        queries,
    ) % {"queries": queries}
    told = [_("Fonctions couvertes par un outil. %(queries)s") % {"queries": sentence}]
    if box.warned_of:
        told.append(_tools_to_see_to(box.warned_of))
    return Card(
        title=_("Outils et veille"),
        url=reverse("toolbox", args=[reading.organisation.pk]),
        figure=f"{box.served} / {box.functions}",
        sentence=" ".join(told),
        waiting="" if box.tools else _("Aucun outil n’est encore inscrit."),
    )
