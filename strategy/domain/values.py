"""Does a value fit its field? Each thing that does not, with its place and a sentence."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from strategy.domain import limits
from strategy.domain.questionnaire import Field, Kind

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
ADDRESS = re.compile(r"https?://[^\s/]\S*")
# What no database or document can hold: NUL, and halves of a character.
UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
MONEY = 10**14  # cents
# What a sentence says of a limit.
SIZES = ("size", "most")


def _(sentence: str) -> str:
    """The sentence as it is, marked for the catalogue: the domain speaks French only."""
    return sentence


def in_french(number: int | Decimal) -> str:
    """« 20 000 », « 1,5 »."""
    return format_decimal(number, locale="fr", decimal_quantization=False)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What does not fit at one place of a dossier; `sentence` is completed by `about`."""

    place: str
    sentence: str
    about: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.told(lambda french: french)

    def told(
        self, translated: Callable[[str], str], *, written: Callable[[Any], str] = in_french
    ) -> str:
        """Place and sentence, in the words that `translated` gives, its limits as `written`."""
        said = translated(self.sentence)
        about = {
            name: written(value) if name in SIZES or isinstance(value, Decimal) else value
            for name, value in self.about.items()
        }
        return f"{self.place}{_(' : ')}{said % about if about else said}"


Mistakes = Iterator[Mistake]


@dataclass(frozen=True, slots=True)
class Known:
    """What a value may name: keys of people, and ids of rows by `question.table`."""

    people: Collection[str] = ()
    rows: Mapping[str, Collection[str]] = field(default_factory=dict)


def mistakes(asked: Field, value: Any, *, place: str, known: Known, cell: bool = False) -> Mistakes:
    """What does not fit between a field and its value."""
    if asked.kind in (Kind.TEXT, Kind.LONG):
        several = asked.kind is Kind.LONG
        yield from text_mistakes(value, place, longest(asked, cell=cell), several_lines=several)
    else:
        for sentence, about in CHECKS[asked.kind](asked, value, known):
            yield Mistake(place, sentence, about)


def longest(asked: Field, *, cell: bool) -> int:
    """How many characters a text may have."""
    if cell:
        return limits.CELL
    return limits.LONG if asked.kind is Kind.LONG else limits.LINE


def text_mistakes(value: Any, place: str, most: int, *, several_lines: bool = True) -> Mistakes:
    """What does not fit between a text and its limits."""
    if not isinstance(value, str):
        yield Mistake(place, _("un texte est attendu, entre guillemets."))
        return
    if not value.strip():
        yield Mistake(place, _("ce texte est vide : ce qui est vide ne s’écrit pas."))
    if len(value) > most:
        about = {"size": len(value), "most": most}
        yield Mistake(place, _("%(size)s caractères, %(most)s au plus."), about)
    lines, most_lines = value.count("\n") + 1, limits.LONG_LINES if several_lines else 1
    if lines > most_lines:
        about = {"size": lines, "most": most_lines}
        yield Mistake(place, _("%(size)s lignes, %(most)s au plus."), about)
    if UNWRITABLE.search(value):
        yield Mistake(place, _("ce texte contient un caractère qui ne peut pas être conservé."))


Found = Iterator[tuple[str, Mapping[str, Any]]]
NOTHING: Mapping[str, Any] = {}


def _one(asked: Field, value: Any, known: Known) -> Found:
    if not isinstance(value, str) or asked.option(value) is None:
        yield _("l’option « %(value)s » n’existe pas."), {"value": value}


def _scale(asked: Field, value: Any, known: Known) -> Found:
    if type(value) is not int or asked.option(str(value)) is None:
        yield _("« %(value)s » n’est pas un degré de cette échelle."), {"value": value}


def _number(asked: Field, value: Any, known: Known) -> Found:
    if not isinstance(value, str) or not NUMBER.fullmatch(value):
        yield _("un nombre est attendu, entre guillemets, avec un point décimal."), NOTHING
        return
    yield from _bounds(asked, Decimal(value))
    places = 0 if asked.integer else asked.decimals
    if Decimal(value).normalize() != round(Decimal(value), places).normalize():
        yield _("%(value)s : %(places)d décimales au plus."), {"value": value, "places": places}


def _bounds(asked: Field, number: Decimal) -> Found:
    least, greatest = asked.bounds
    if least is not None and number < least:
        yield _("%(value)s est trop petit : %(bound)s au moins."), {"value": number, "bound": least}
    if greatest is not None and number > greatest:
        about = {"value": number, "bound": greatest}
        yield _("%(value)s est trop grand : %(bound)s au plus."), about


def _money(asked: Field, value: Any, known: Known) -> Found:
    if type(value) is not int or abs(value) > MONEY:
        yield _("un montant est attendu, en centimes entiers."), NOTHING
        return
    yield from _bounds(asked, Decimal(value) / 100)


def _date(asked: Field, value: Any, known: Known) -> Found:
    try:
        sound = date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        sound = False
    if not sound:
        yield _("« %(value)s » n’est pas une date AAAA-MM-JJ."), {"value": value}


def _duration(asked: Field, value: Any, known: Known) -> Found:
    if not isinstance(value, dict) or set(value) != {"value", "unit"}:
        yield _("une durée est attendue : « value » et « unit »."), NOTHING
        return
    if value["unit"] not in asked.units:
        yield _("l’unité « %(value)s » n’est pas admise."), {"value": value["unit"]}
    amount = value["value"]
    if not isinstance(amount, str) or not NUMBER.fullmatch(amount) or Decimal(amount) < 0:
        yield _("une durée est un nombre positif, entre guillemets."), NOTHING


def _weekly_hours(asked: Field, value: Any, known: Known) -> Found:
    if not isinstance(value, list) or not value:
        yield _("une liste de plages horaires est attendue."), NOTHING
        return
    for each in value:
        if not _is_range(each):
            yield _("une plage horaire s’écrit « day », « from » et « to » (09:00)."), NOTHING


def _is_range(each: Any) -> bool:
    if not isinstance(each, dict) or set(each) != {"day", "from", "to"}:
        return False
    times = (each["from"], each["to"])
    return each["day"] in DAYS and all(
        isinstance(time, str) and TIME.fullmatch(time) for time in times
    )


def _yes_no(asked: Field, value: Any, known: Known) -> Found:
    if not isinstance(value, bool):
        yield _("oui ou non est attendu : true ou false."), NOTHING


def _url(asked: Field, value: Any, known: Known) -> Found:
    if not isinstance(value, str) or not ADDRESS.fullmatch(value) or UNWRITABLE.search(value):
        yield _("une adresse est attendue : http:// ou https://, sans espace."), NOTHING
    elif len(value) > limits.URL:
        about = {"size": len(value), "most": limits.URL}
        yield _("%(size)s caractères, %(most)s au plus."), about


def _person(asked: Field, value: Any, known: Known) -> Found:
    if not isinstance(value, str) or value not in known.people:
        yield _("la personne « %(value)s » n’est pas dans la liste."), {"value": value}


def _link(asked: Field, value: Any, known: Known) -> Found:
    if not isinstance(value, str) or value not in known.rows.get(asked.to, ()):
        about = {"value": value, "table": asked.to}
        yield _("la ligne « %(value)s » n’existe pas dans %(table)s."), about


Check = Callable[[Field, Any, Known], Found]


def _each(check: Check) -> Check:
    """The check of a list whose members each pass `check`, none of them twice."""

    def checked(asked: Field, value: Any, known: Known) -> Found:
        if not isinstance(value, list) or not value:
            yield _("une liste qui n’est pas vide est attendue."), NOTHING
            return
        for each in value:
            yield from check(asked, each, known)
        if len({repr(each) for each in value}) < len(value):
            yield _("la même chose est dite deux fois dans cette liste."), NOTHING

    return checked


CHECKS: dict[Kind, Check] = {
    Kind.ONE: _one,
    Kind.SEVERAL: _each(_one),
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.DURATION: _duration,
    Kind.WEEKLY_HOURS: _weekly_hours,
    Kind.SCALE: _scale,
    Kind.YES_NO: _yes_no,
    Kind.URL: _url,
    Kind.PERSON: _person,
    Kind.PERSONS: _each(_person),
    Kind.LINK: _link,
    Kind.LINKS: _each(_link),
}
