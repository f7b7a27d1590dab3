"""What a choice would entail, in words: a few for each option, and the whole where it unfolds."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from charter.domain.decisions import Reminder
from conclusions.domain.candidates import Candidate
from conclusions.domain.consequences import (
    Change,
    Consequences,
    Duty,
    Shift,
    Standing,
    between,
    changed,
)
from conclusions.domain.findings import Finding
from conclusions.domain.telling import Narrator
from conclusions.pages import costs, counts
from conclusions.reading import Reading
from strategy.domain.telling import Teller
from strategy.foreseen import Group, Line, Whole

# Things of one kind told one by one; beyond, how many more.
TOLD = 8


class Foresight:
    """Tells what candidates would entail in one organisation's dossier, read once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.before = Standing(reading.written, reading.as_of)

    @property
    def narrator(self) -> Narrator:
        """The words of what stands today."""
        return self.reading.narrator

    @property
    def teller(self) -> Teller:
        """Values into words."""
        return self.reading.teller

    def after(self, candidate: Candidate) -> Standing:
        """The dossier that choosing it would leave."""
        return Standing(changed(self.reading.written, candidate.change), self.reading.as_of)

    def line(self, label: str, candidate: Candidate) -> Line:
        """One candidate: what would follow in a few words, and in full."""
        if candidate.is_current:
            return Line(label, is_current=True)
        after = self.after(candidate)
        found = between(self.before, after)
        return Line(
            label,
            summary=(*self.base(candidate), *self.summary(found)),
            groups=tuple(self.groups(found, after)),
        )

    def whole(self, changes: Iterable[Change]) -> Whole:
        """Several changes made at once, and what would be found then."""
        after = Standing(reduce(changed, changes, self.reading.written), self.reading.as_of)
        found = between(self.before, after)
        told = Narrator(after.written, self.narrator.language)
        line = Line("", summary=(*self.summary(found),), groups=tuple(self.groups(found, after)))
        return Whole(findings_told(found.fired, told), line)

    def base(self, candidate: Candidate) -> Iterator[str]:
        """What an option is added to, where it is chosen with its base."""
        base = candidate.change.paths.get("header/base")
        option = self.narrator.charter.by_id[candidate.change.id].option(base) if base else None
        if option:
            yield _("avec « %(title)s »") % {"title": option.title}

    def summary(self, found: Consequences) -> Iterator[str]:
        """What would follow, in a few words each; that articles are reworded is no news."""
        if found.tier_changes:
            yield _("palier %(before)s → %(after)s") % self.tiers(found)
        yield from costs.turns(found, self.teller)
        yield from map(self.delay, found.delays)
        yield from counts.counted(found)
        yield from self._rules(found)

    def _rules(self, found: Consequences) -> Iterator[str]:
        """What would appear and disappear: by its title when it is alone."""
        turns = (
            (found.fired, _("apparaît : « %(title)s »"), counts.appear),
            (found.stopped, _("disparaît : « %(title)s »"), counts.fade),
        )
        for findings, one, several in turns:
            if len(findings) == 1:
                yield one % {"title": self.narrator.wording(findings[0]).title.strip("«»\u00a0 ")}
            elif findings:
                yield several(len(findings)) % {"count": len(findings)}

    def groups(self, found: Consequences, after: Standing) -> Iterator[Group]:
        """What would follow, thing by thing; kinds without any left out."""
        told = Narrator(after.written, self.narrator.language)
        kinds: tuple[tuple[str, Sequence[str]], ...] = (
            (_("Palier juridique"), self._tier(found)),
            (_("Charge et coût de la modération"), tuple(costs.turns(found, self.teller))),
            (_("Délais promis"), [self.delay(each) for each in found.delays]),
            (_("Contradictions et rappels qui apparaissent"), findings_told(found.fired, told)),
            (
                _("Contradictions et rappels qui disparaissent"),
                findings_told(found.stopped, self.narrator),
            ),
            (_("Rappels juridiques qui s’ajoutent"), self.duties(found.duties_added)),
            (_("Rappels juridiques qui ne sont plus montrés"), self.duties(found.duties_removed)),
            (_("Décisions à prendre en plus"), self.decisions(found.opened)),
            (_("Décisions sans objet"), self.decisions(found.closed)),
            (_("Articles ajoutés à la charte"), self.articles(found.clauses_added)),
            (_("Articles retirés de la charte"), self.articles(found.clauses_removed)),
            (_("Articles qui changent"), self.articles(found.clauses_changed)),
            (_("Textes écrits à la main, à relire"), self.articles(found.outdated)),
            (_("Décisions à confirmer de nouveau"), self.decisions(found.to_confirm)),
        )
        return (Group(title, _first(items)) for title, items in kinds if items)

    def tiers(self, found: Consequences) -> dict[str, str]:
        """Both tiers, each by its number or in words."""
        before, after = (self.tier(each) for each in found.tier)
        return {"before": before, "after": after}

    def tier(self, tier: str) -> str:
        """A tier by its number; in words where it has none."""
        numberless = {"none": _("aucun"), "undecided": _("à établir")}
        return numberless.get(tier, tier)

    def _tier(self, found: Consequences) -> Sequence[str]:
        if not found.tier_changes:
            return ()
        known = self.narrator.charter.tier_by_id
        after = known[found.tier[1]]
        return (f"{self.tier(found.tier[1])} – {after.title}", after.situation)

    def delay(self, shift: Shift) -> str:
        """One delay promised, before and after."""
        nothing = _("rien")
        told = [
            self.teller.duration(each) if each else nothing for each in (shift.before, shift.after)
        ]
        words = {"name": self.delay_name(shift.id), "before": told[0], "after": told[1]}
        return _("%(name)s : %(before)s → %(after)s") % words

    def delay_name(self, name: str) -> str:
        """What is promised within a delay."""
        return {
            "announced": _("délai annoncé"),
            "published": _("délai publié"),
            "urgent": _("délai pour une urgence"),
            "appeal": _("réponse à un recours"),
        }[name]

    def duties(self, duties: Iterable[Duty]) -> list[str]:
        """Legal reminders: the text, the article, and what it asks."""
        return [_duty(self.reminders[each]) for each in duties]

    @cached_property
    def reminders(self) -> dict[Duty, Reminder]:
        """Every legal reminder by the decision that carries it, in the page's language."""
        return {
            Duty(decision.id, each.id): each
            for decision in self.narrator.charter.decisions
            for each in decision.reminders
        }

    def decisions(self, ids: Iterable[str]) -> list[str]:
        """The titles of decisions, with their numbers."""
        known = [self.narrator.charter.by_id[each] for each in ids]
        return [f"{each.number}. {each.title}" for each in known]

    def articles(self, ids: Iterable[str]) -> list[str]:
        """What articles of the charter are headed, in the page's language."""
        return [self.narrator.charter.by_id[each].in_document for each in ids]


def _duty(reminder: Reminder) -> str:
    article = f", {reminder.article}" if reminder.article else ""
    return f"{reminder.text}{article} – {reminder.asks}"


def findings_told(findings: Iterable[Finding], narrator: Narrator) -> list[str]:
    """Findings by their titles and their sentences."""
    return [f"{narrator.wording(each).title} – {narrator.sentence(each)}" for each in findings]


def _first(items: Sequence[str]) -> Sequence[str]:
    more = len(items) - TOLD
    if more <= 0:
        return items
    rest = ngettext("et %(count)d de plus", "et %(count)d de plus", more) % {"count": more}
    return [*items[:TOLD], rest]
