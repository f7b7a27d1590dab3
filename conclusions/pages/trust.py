"""What the page of promises and of trust shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.cards import Card
from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Place
from conclusions.domain.telling import Narrator
from conclusions.domain.trust.promises import STATES, Promise, counts, promises
from conclusions.domain.trust.telling import has_changed, source_words, to_whom, who, words_of
from conclusions.domain.trust.withdrawals import Withdrawal, withdrawals
from conclusions.reading import Reading
from strategy.domain.telling import Told

PROMISED, COULD = "promises", "withdrawals"
# What went wrong, or waits for a word: shown at once, however many they are.
PRESSING = frozenset({"broken", "late", "to_settle"})
# What is settled well is shown when it is asked for; the rest, before that, when it is short.
CALM = frozenset({"kept", "withdrawn"})
SHORT = 6
# What the address asks for to see every part; a state, or `ACTORS`, shows its own.
ALL, ACTORS = "all", "actors"


@dataclass(frozen=True, slots=True)
class Line:
    """One promise in words; `changed` is what its source says now, when the register differs."""

    promise: Promise
    words: Told
    to_whom: Told
    owner: str
    made: str
    due: str
    settled: str
    source: str
    url: str
    # Where the register speaks of it; nothing until somebody takes it up.
    row_url: str
    changed: Told | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who could withdraw their trust, in words."""

    withdrawal: Withdrawal
    who: Told
    owner: str
    audience: str
    url: str
    row_url: str


@dataclass(frozen=True, slots=True)
class Group:
    """The promises of one state: how many they are told to be, whether they are shown at once."""

    state: str
    lines: tuple[Line, ...]
    told: str
    unfolded: bool


class TrustPage:
    """Promises and trust of one organisation; `wanted` is the part that the address asks for."""

    def __init__(self, reading: Reading, wanted: str = "") -> None:
        self.reading = reading
        self.wanted = wanted
        self.narrator = reading.narrator

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every promise, on this day."""
        return promises(self.reading.dossier, self.reading.as_of)

    @cached_property
    def groups(self) -> list[Group]:
        """The promises by state, what went wrong first; states without any left out."""
        lines = [self._line(each) for each in self.promises]
        found = (
            (state, [each for each in lines if each.promise.state == state]) for state in STATES
        )
        return [self._group(state, those) for state, those in found if those]

    def _group(self, state: str, lines: list[Line]) -> Group:
        told = ngettext("%(count)d promesse", "%(count)d promesses", len(lines)) % {
            "count": len(lines)
        }
        due = lines[0].due if state == "running" else ""
        if due:
            told += _(", prochaine échéance le %(day)s") % {"day": due}
        return Group(state, tuple(lines), told, self._shows(state, len(lines)))

    def _shows(self, part: str, count: int) -> bool:
        short = count <= SHORT and part not in CALM
        return part in PRESSING or short or self.wanted in {ALL, part}

    @property
    def shows_all(self) -> bool:
        """True when the address asks for every part."""
        return self.wanted == ALL

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many promises are in each state."""
        return counts(self.promises)

    @cached_property
    def own(self) -> Narrator:
        """A narrator of the dossier's language, in which the register is written."""
        language = self.reading.organisation.language
        if language == self.narrator.language:
            return self.narrator
        return Narrator(self.reading.written, language)

    def _line(self, promise: Promise) -> Line:
        teller = self.reading.teller
        changed = has_changed(promise, self.own)
        return Line(
            promise,
            words_of(promise, self.narrator),
            to_whom(promise, self.narrator),
            teller.person(promise.owner),
            teller.date(promise.made_on),
            teller.date(promise.due),
            teller.date(promise.settled_on),
            self._source(promise.source, promise.place),
            self.reading.url(promise.place),
            self._row(PROMISED, promise.row, "state"),
            source_words(promise, self.narrator) if changed else None,
        )

    @cached_property
    def actors(self) -> list[Actor]:
        """Who could withdraw their trust."""
        return [self._actor(each) for each in withdrawals(self.reading.dossier)]

    @property
    def actors_told(self) -> str:
        """How many they are, and how many nobody watches."""
        count, alone = len(self.actors), sum(not each.owner for each in self.actors)
        told = ngettext("%(count)d public ou voix", "%(count)d publics et voix", count)
        told %= {"count": count}
        if not alone:
            return told
        rest = ngettext(
            "%(count)d sur qui personne ne veille", "%(count)d sur qui personne ne veille", alone
        )
        return f"{told}, {rest % {'count': alone}}"

    @property
    def actors_unfolded(self) -> bool:
        """True when they are shown at once."""
        return self._shows(ACTORS, len(self.actors))

    def _actor(self, each: Withdrawal) -> Actor:
        return Actor(
            each,
            who(each, self.narrator),
            self.reading.teller.person(each.owner),
            self._audience(each.audience),
            self.reading.url(each.place),
            self._row(COULD, each.row, "means"),
        )

    def _source(self, source: str, place: Place) -> str:
        """« Question 7 », « Décision 14 »; nothing for what stands in the register only."""
        return "" if source == "own" else self.narrator.short(place)

    def _audience(self, audience: str) -> str:
        _question, table = self.narrator.asked.linked("voices.voices")
        column = table.column("audience")
        return self.reading.teller.tell(column, audience).words if column else ""

    def _row(self, table: str, row: str, column: str) -> str:
        place = Place(QUESTION, "promises", f"rows/{table}/{row}/{column}")
        return self.reading.url(place) if row else ""

    @cached_property
    def start(self) -> dict[str, str]:
        """Where one starts when nothing is promised."""
        url = reverse("question", args=[self.reading.organisation.pk, "messages"])
        return {"url": url, "label": _("Dire vos messages (question 7)")}

    def taken_up(self, derived: str) -> tuple[str, dict[str, str]] | None:
        """The table and the cells of the row that takes up a derived thing; None for no such."""
        return next(self._taken(derived), None)

    def _taken(self, derived: str) -> Iterator[tuple[str, dict[str, str]]]:
        for promise in self.promises:
            if promise.id == derived and promise.source != "own":
                cells = {
                    "promise": words_of(promise, self.own).words,
                    "to_whom": to_whom(promise, self.own).words,
                }
                yield PROMISED, {name: said for name, said in cells.items() if said}
        for actor in withdrawals(self.reading.dossier):
            if actor.id == derived and actor.source != "own":
                yield COULD, {"who": who(actor, self.own).words or _("Public sans nom")}


def card(reading: Reading) -> Card:
    """How many promises are kept, of how many, and how the others stand."""
    found = counts(promises(reading.dossier, reading.as_of))
    total = sum(found.values())
    kept = ngettext("%(kept)d tenue sur %(total)d", "%(kept)d tenues sur %(total)d", found["kept"])
    return Card(
        title=_("Confiance et promesses"),
        url=reverse("trust", args=[reading.organisation.pk]),
        sentence=_counted(found, total),
        figure=kept % {"kept": found["kept"], "total": total} if total else "",
        waiting="" if total else _("En attente de la question 7 ou de la charte."),
    )


def _counted(found: dict[str, int], total: int) -> str:
    made = ngettext(
        "%(total)d promesse faite, dans vos réponses, votre charte ou le registre.",
        "%(total)d promesses faites, dans vos réponses, votre charte ou le registre.",
        total,
    ) % {"total": total}
    stand = ", ".join(_stands(found))
    return f"{made} {stand}." if stand else made


def _stands(found: dict[str, int]) -> Iterator[str]:
    """« 4 tenues », « 24 en cours »: the states that promises are in, in a constant order."""
    words = {
        "kept": ngettext("%(count)d tenue", "%(count)d tenues", found["kept"]),
        "running": ngettext("%(count)d en cours", "%(count)d en cours", found["running"]),
        "to_settle": ngettext("%(count)d à constater", "%(count)d à constater", found["to_settle"]),
        "late": ngettext("%(count)d en retard", "%(count)d en retard", found["late"]),
        "broken": ngettext("%(count)d non tenue", "%(count)d non tenues", found["broken"]),
        "withdrawn": ngettext("%(count)d retirée", "%(count)d retirées", found["withdrawn"]),
    }
    yield from (said % {"count": found[state]} for state, said in words.items() if found[state])
