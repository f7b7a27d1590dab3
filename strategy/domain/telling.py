"""From a stored value to words in a language: dates, money, numbers, durations, hours, names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from strategy.domain.questionnaire import Field, Kind, Questionnaire, Table
from strategy.domain.tables import ID
from strategy.domain.values import DAYS

# Kinds whose words are a person's own: they keep the language of the dossier.
TYPED = frozenset({Kind.TEXT, Kind.LONG, Kind.URL, Kind.PERSON, Kind.PERSONS})

UNITS = {
    "fr": {
        "hour": ("heure", "heures"),
        "working_hour": ("heure ouvrée", "heures ouvrées"),
        "day": ("jour", "jours"),
        "working_day": ("jour ouvré", "jours ouvrés"),
        "month": ("mois", "mois"),
    },
    "en": {
        "hour": ("hour", "hours"),
        "working_hour": ("working hour", "working hours"),
        "day": ("day", "days"),
        "working_day": ("working day", "working days"),
        "month": ("month", "months"),
    },
}
# French has a no-break space before these.
COLON = {"fr": "\N{NO-BREAK SPACE}: ", "en": ": "}
SEPARATOR = {"fr": "\N{NO-BREAK SPACE}; ", "en": "; "}
YES_NO = {"fr": ("Non", "Oui"), "en": ("No", "Yes")}
REMOVED = {"fr": "ligne retirée", "en": "row removed"}
LEFT = {"fr": "personne retirée de la liste", "en": "person removed from the list"}
GONE = {"fr": "{words} (ligne retirée)", "en": "{words} (row removed)"}
SPAN = {"fr": "du {first} au {last}", "en": "{first} to {last}"}
STEP = {"fr": "{label} ({step} sur {top})", "en": "{label} ({step} out of {top})"}
# French has its plural from two on: « 1,5 heure », « 0 heure ».
PLURAL_FROM = Decimal(2)
SINGULAR: dict[str, Callable[[Decimal], bool]] = {
    "fr": lambda count: abs(count) < PLURAL_FROM,
    "en": lambda count: count == 1,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A value in words, one item or several; `typed` when they are a person's own words."""

    items: tuple[str, ...]
    typed: bool = False

    @property
    def words(self) -> str:
        """The items on one line."""
        return ", ".join(self.items)


NOTHING = Told(())


@dataclass(frozen=True)
class Teller:
    """What one needs to know to tell the values of a dossier: language, people, linked rows."""

    language: str = "fr"
    people: Mapping[str, str] = field(default_factory=dict)
    # "question.table" → row id → the row's name.
    rows: Mapping[str, Mapping[str, Told]] = field(default_factory=dict)

    def tell(self, asked: Field, value: Any) -> Told:
        """The value of a field in words; nothing for an absent one."""
        if value in (None, "", []):
            return NOTHING
        try:
            return TELLING[asked.kind](self, asked, value)
        except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
            # A value that a former content allowed: told as it is rather than dropped.
            return Told((str(value),), typed=True)

    def person(self, key: str) -> str:
        """The name of a line of the list of people; that it is gone when it is; or plain words.

        Nothing for nobody.
        """
        return self.people.get(key) or (LEFT[self.language] if ID.fullmatch(key) else key)

    def number(self, value: str | int | Decimal) -> str:
        """A number as the language writes it: « 1 234,5 », “1,234.5”; minus is no hyphen."""
        told = format_decimal(Decimal(value), locale=self.locale, decimal_quantization=False)
        return told.replace("-", "\N{MINUS SIGN}")

    def before_unit(self, unit: str) -> str:
        """What stands between a number and its unit: « 41 % », “41%”, “41 hours”."""
        joined = not unit or (unit.startswith("%") and self.language == "en")
        return "" if joined else "\N{NO-BREAK SPACE}"

    def money(self, cents: int) -> str:
        """Euros; cents only where there are some."""
        pattern = None if cents % 100 else self.locale.currency_formats["standard"].pattern
        return format_currency(
            Decimal(cents) / 100,
            "EUR",
            format=pattern and pattern.replace("0.00", "0"),
            locale=self.locale,
            currency_digits=bool(cents % 100),
        )

    def date(self, day: str | date | None) -> str:
        """« 1er mars 2027 », “1 March 2027”; nothing for no day."""
        if not day:
            return ""
        known = day if isinstance(day, date) else date.fromisoformat(day)
        ordinal = "'er'" if self.language == "fr" and known.day == 1 else ""
        return format_date(known, f"d{ordinal}\N{NO-BREAK SPACE}MMMM y", locale=self.locale)

    def duration(self, value: Mapping[str, str]) -> str:
        """« 4 heures ouvrées », “1 month”."""
        one, many = UNITS[self.language][value["unit"]]
        singular = SINGULAR[self.language](Decimal(value["value"]))
        return f"{self.number(value['value'])}\N{NO-BREAK SPACE}{one if singular else many}"

    def weekly_hours(self, spans: Iterable[Mapping[str, str]]) -> str:
        """« du lundi au vendredi, 9 h–18 h ; samedi, 10 h–12 h »."""
        by_day: dict[int, list[str]] = {}
        for span in sorted(spans, key=lambda each: (DAYS.index(each["day"]), each["from"])):
            told = f"{self._time(span['from'])}\N{EN DASH}{self._time(span['to'])}"
            by_day.setdefault(DAYS.index(span["day"]), []).append(told)
        hours = [(day, self._and(told)) for day, told in sorted(by_day.items())]
        # Days that follow each other with the same hours are told together.
        runs = groupby(enumerate(hours), key=lambda at: (at[1][0] - at[0], at[1][1]))
        return self.separator.join(
            f"{self._days([each[1][0] for each in run])}, {told}" for (_, told), run in runs
        )

    @property
    def colon(self) -> str:
        """What stands between a name and what is said of it."""
        return COLON[self.language]

    @property
    def separator(self) -> str:
        """What stands between several things on one line."""
        return SEPARATOR[self.language]

    @property
    def locale(self) -> Locale:
        """Babel's locale: British English, so that days come before months."""
        return LOCALES[self.language]

    def _days(self, days: list[int]) -> str:
        names = self.locale.days["format"]["wide"]
        first, last = names[days[0]], names[days[-1]]
        if days[-1] - days[0] <= 1:
            return self._and(list(dict.fromkeys([first, last])))
        return SPAN[self.language].format(first=first, last=last)

    def _time(self, clock: str) -> str:
        if self.language != "fr":
            return clock
        hour, minutes = clock.split(":")
        ending = "" if minutes == "00" else f"\N{NO-BREAK SPACE}{minutes}"
        return f"{int(hour)}\N{NO-BREAK SPACE}h{ending}"

    def _and(self, words: list[str]) -> str:
        return (" et " if self.language == "fr" else " and ").join(words)


LOCALES = {"fr": Locale("fr"), "en": Locale("en", "GB")}


def _option(asked: Field, option_id: str) -> str:
    known = asked.option(option_id)
    return known.label if known else str(option_id)


def _scale(teller: Teller, asked: Field, value: Any) -> Told:
    label = _option(asked, str(value))
    if asked.min.startswith("-"):
        sign = "+" if value > 0 else ""
        return Told((f"{label} ({sign}{teller.number(value)})",))
    told = STEP[teller.language].format(label=label, step=value, top=asked.max)
    return Told((told,))


def _row(teller: Teller, asked: Field, row_id: str) -> Told:
    known = teller.rows.get(asked.to, {}).get(row_id)
    return known or Told((REMOVED[teller.language],))


def _links(teller: Teller, asked: Field, value: list[str]) -> Told:
    found = [_row(teller, asked, each) for each in value]
    return Told(tuple(each.words for each in found), typed=any(each.typed for each in found))


TELLING: dict[Kind, Callable[[Teller, Field, Any], Told]] = {
    Kind.TEXT: lambda teller, asked, value: Told((str(value),), typed=True),
    Kind.LONG: lambda teller, asked, value: Told((str(value),), typed=True),
    Kind.URL: lambda teller, asked, value: Told((str(value),), typed=True),
    Kind.ONE: lambda teller, asked, value: Told((_option(asked, value),)),
    Kind.SEVERAL: lambda teller, asked, value: Told(tuple(_option(asked, each) for each in value)),
    Kind.NUMBER: lambda teller, asked, value: Told((teller.number(value),)),
    Kind.MONEY: lambda teller, asked, value: Told((teller.money(value),)),
    Kind.DATE: lambda teller, asked, value: Told((teller.date(value),)),
    Kind.DURATION: lambda teller, asked, value: Told((teller.duration(value),)),
    Kind.WEEKLY_HOURS: lambda teller, asked, value: Told((teller.weekly_hours(value),)),
    Kind.SCALE: _scale,
    Kind.YES_NO: lambda teller, asked, value: Told((YES_NO[teller.language][bool(value)],)),
    Kind.PERSON: lambda teller, asked, value: Told((teller.person(value),), typed=True),
    Kind.PERSONS: lambda teller, asked, value: Told(
        tuple(teller.person(each) for each in value), typed=True
    ),
    Kind.LINK: _row,
    Kind.LINKS: _links,
}


def teller(
    questionnaire: Questionnaire,
    *,
    people: Mapping[str, str],
    values: Mapping[str, Mapping[str, Any]],
) -> Teller:
    """A teller that knows every row that other rows may name; `values` by question id."""
    rows: dict[str, dict[str, Told]] = {}
    tables = [(each, table) for each in questionnaire.everything for table in each.tables]
    # A row may be named after a row of another table, which is told before.
    for linked in (False, True):
        known = Teller(questionnaire.language, people, dict(rows))
        rows |= {
            f"{question.id}.{table.id}": row_names(known, table, values.get(question.id, {}))
            for question, table in tables
            if bool(table.columns[0].to) is linked
        }
    return Teller(questionnaire.language, people, rows)


def rows_apart(plain: Teller, table: Table, value: Mapping[str, Any]) -> list[str]:
    """The rows that stand, by name; those of one name together, told apart by their next column."""
    named = row_names(plain, table, value)
    written = [row for row in value.get("tables", {}).get(table.id, []) if row["id"] in named]
    apart: dict[str, list[str]] = {}
    for row in written:
        said = [plain.tell(each, row.get(each.id)).words for each in table.columns[1:2]]
        apart.setdefault(named[row["id"]].words, []).extend(filter(None, said))
    if len(apart) == len(written):
        return list(apart)
    return [plain.colon.join(filter(None, [name, ", ".join(said)])) for name, said in apart.items()]


def row_names(plain: Teller, table: Table, value: Mapping[str, Any]) -> dict[str, Told]:
    """What each row of a table is called: the words of its first column.

    A row that was removed while others named it keeps its words, and says that it is gone.
    """
    named = table.columns[0]
    written = value.get("tables", {}).get(table.id, [])
    told = {row["id"]: plain.tell(named, row.get(named.id)) for row in written}
    fixed = {row.id: Told((row.label,)) for row in table.fixed}
    gone = {
        row_id: Told((GONE[plain.language].format(words=words),), typed=True)
        for row_id, words in value.get("gone", {}).get(table.id, {}).items()
    }
    return gone | {row_id: words for row_id, words in told.items() if words.items} | fixed
