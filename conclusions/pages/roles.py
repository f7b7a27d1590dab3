"""Who does what, as its page shows it: activities, the matrix, a sheet for each person."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conclusions.cards import Card
from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Place
from conclusions.domain.roles.raci import MODERATES, UNCOVERED, Activity, Held
from conclusions.domain.roles.sheets import Sheet
from conclusions.domain.roles.telling import RoleTelling, Said
from conclusions.reading import Reading

LETTERS = {"accountable": "A", "responsible": "R", "consulted": "C", "informed": "I"}
# How many sheets there may be to be shown before they are asked for, and what asks for all.
FEW, ALL = 2, "all"


@dataclass(frozen=True, slots=True)
class Post:
    """Who stands in one place of an activity: the name, why, where one reads it."""

    name: str
    why: str
    url: str
    # Somebody is needed there, and nobody is named or nobody who may.
    gap: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One activity in words."""

    label: str
    url: str
    accountable: Post
    responsible: str
    consulted: str
    informed: str
    cover: Post
    evening: Post
    typed: bool


@dataclass(frozen=True, slots=True)
class Square:
    """One square of the matrix: its letters, and the same in whole words."""

    label: str
    letters: str
    words: str
    accountable: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person of the matrix."""

    name: str
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """A role sheet in words."""

    key: str
    name: str
    role: str
    said: list[Said]
    # Shown at once on the page of all of them.
    unfolded: bool = False


class RolesPage:
    """Who does what in one organisation; `wanted` are the sheets that the address asks for."""

    def __init__(self, reading: Reading, wanted: str = "") -> None:
        self.reading = reading
        self.wanted = wanted

    @cached_property
    def telling(self) -> RoleTelling:
        """The roles in the language of the page."""
        return RoleTelling(self.reading.dossier, self.reading.narrator)

    @property
    def begun(self) -> bool:
        """True when somebody is named somewhere."""
        return bool(self.telling.sheets)

    @property
    def start(self) -> dict[str, str]:
        """What one answers first."""
        url = reverse("question", args=[self.reading.organisation.pk, "hours"])
        return {"url": url, "label": _("Dire qui donne quelles heures (question 22)")}

    @property
    def lines(self) -> list[Line]:
        """The seven activities."""
        return [self._line(each) for each in self.telling.activities]

    @property
    def labels(self) -> list[str]:
        """What the columns of the matrix are called."""
        return list(self.telling.labels.values())

    @property
    def matrix(self) -> list[PersonLine]:
        """A line for each person who has a letter somewhere."""
        found = (
            PersonLine(self.telling.person(each.person), tuple(self._squares(each.person)))
            for each in self.telling.sheets
        )
        return [each for each in found if any(square.letters for square in each.squares)]

    @property
    def shows_all(self) -> bool:
        """True when the address asks for every sheet."""
        return self.wanted == ALL

    @property
    def sheets(self) -> list[PersonSheet]:
        """A sheet for each person named."""
        return [self._sheet(each) for each in self.telling.sheets]

    def sheet(self, key: str) -> PersonSheet:
        """The sheet of one person; it says nothing of somebody named nowhere."""
        found = {each.person: each for each in self.telling.sheets}.get(key)
        name = self.telling.person(key)
        return self._sheet(found) if found else PersonSheet(key, name, self._roles.get(key, ""), [])

    @cached_property
    def _roles(self) -> dict[str, str]:
        return {each["id"]: each["role"] for each in self.reading.written["people"]}

    def _sheet(self, sheet: Sheet) -> PersonSheet:
        key = sheet.person
        name, role = self.telling.person(key), self._roles.get(key, "")
        unfolded = len(self.telling.sheets) <= FEW or self.wanted in {ALL, key}
        return PersonSheet(key, name, role, self.telling.told(sheet), unfolded)

    def _squares(self, person: str) -> Iterator[Square]:
        for each in self.telling.activities:
            names = each.letters(person)
            letters = " ".join(LETTERS[name] for name in names)
            label, words = self.telling.labels[each.id], self.telling.part(names)
            yield Square(label, letters, words, accountable="accountable" in names)

    def _line(self, activity: Activity) -> Line:
        people = self.telling.people
        place = Place(QUESTION, "roles", f"rows/activities/{activity.id}/accountable")
        return Line(
            label=self.telling.labels[activity.id],
            url=self.reading.url(place),
            accountable=self._post(activity.accountable),
            responsible=people(activity.responsible),
            consulted=people(activity.consulted),
            informed=people(activity.informed),
            cover=self._post(activity.cover),
            evening=self._post(activity.evening),
            typed=bool(activity.typed),
        )

    def _post(self, held: Held) -> Post:
        url = self.reading.url(held.place) if held.place else ""
        name = self.telling.person(held.person)
        gap = held.basis == MODERATES or not (name or held.basis in (*UNCOVERED, "no_appeal"))
        return Post(name, self.telling.why(held), url, gap)


def card(reading: Reading) -> Card:
    """How many activities have somebody who answers for them, and who stands in."""
    known = RolesPage(reading).telling
    held = [each for each in known.activities if each.accountable.person]
    bare = [known.labels[each.id] for each in held if not each.cover.person]
    sentence = ngettext(
        "%(count)d fiche de rôle.", "%(count)d fiches de rôle.", len(known.sheets)
    ) % {"count": len(known.sheets)}
    told = [_("Activités dont une personne répond. %(sheets)s") % {"sheets": sentence}]
    if bare:
        told.append(_("Sans relais : %(names)s.") % {"names": ", ".join(bare)})
    return Card(
        title=_("Qui fait quoi"),
        url=reverse("roles", args=[reading.organisation.pk]),
        figure=f"{len(held)} / {len(known.activities)}",
        sentence=" ".join(told),
        waiting="" if known.sheets else _("Attend les heures de la question 22."),
    )
