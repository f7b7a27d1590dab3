"""An indicator in words: its values, how far it is in a sentence, what it lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from conclusions.domain.dossier import Cells
from conclusions.domain.indicators.measures import Indicator
from conclusions.domain.indicators.tree import INDICATORS, OBJECTIVES
from conclusions.domain.indicators.trends import Labels, Trend, draw
from conclusions.domain.theme_words import group
from strategy.domain.telling import NOTHING, Teller

THEME = "indicators"
# A unit longer than that is told beside a value, not after it.
SHORT_UNIT = 12
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Telling:
    """Tells indicators in the language of its teller."""

    teller: Teller

    def words(self, name: str) -> dict[str, str]:
        """A group of the words of indicators."""
        return group(THEME, name, self.teller.language)

    def name(self, indicator: Indicator) -> str:
        """What it is called, in the words of who wrote it; nothing when nobody named it."""
        return self.teller.rows.get(INDICATORS, {}).get(indicator.row, NOTHING).words

    def objective(self, row: Cells) -> str:
        """What an objective is called."""
        return self.teller.rows.get(OBJECTIVES, {}).get(row.row, NOTHING).words

    def value(self, indicator: Indicator, number: Decimal) -> str:
        """A value with its unit, when that is short."""
        unit = indicator.cells.text("unit") or ""
        told = self.teller.number(number)
        if not unit or len(unit) > SHORT_UNIT:
            return told
        return f"{told}{self.teller.before_unit(unit)}{unit}"

    def family(self, indicator: Indicator) -> str:
        """Its family in a word; nothing when nobody said."""
        return self.words("family").get(indicator.cells.text("family") or "", "")

    def verdict(self, indicator: Indicator) -> str:
        """Where it stands, in a word or two."""
        return self.words("verdict")[indicator.verdict]

    def lacking(self, names: Iterable[str]) -> str:
        """What a sheet lacks, one thing after the other."""
        known = self.words("lacking")
        *first, last = [known[each] for each in names] or [""]
        return self.words("all")["and"].format(all=", ".join(first), last=last) if first else last

    def sentence(self, indicator: Indicator) -> str:
        """How far it is: the text equivalent of its line."""
        last, expected = indicator.last, indicator.expected
        needed = ("baseline", "measured_on", "target", "due")
        lacks = [each for each in indicator.lacking if each in needed]
        values = {
            "baseline": self._number(indicator, indicator.baseline),
            "target": self._number(indicator, indicator.target),
            "measured": self.teller.date(indicator.measured_on),
            "due": self.teller.date(indicator.due),
            "value": self._number(indicator, last.value if last else None),
            "day": self.teller.date(last.day if last else None),
            "expected": self._number(indicator, _rounded(expected, indicator)),
            "lacking": self.lacking(lacks),
        }
        return self.words("standing")[indicator.verdict].format(**values)

    def _number(self, indicator: Indicator, number: Decimal | None) -> str:
        return "" if number is None else self.value(indicator, number)

    def drawing(self, indicator: Indicator) -> Trend | None:
        """Its line, with words; None while there is nothing to draw."""
        aimed = self.words("drawn")["target"]
        return draw(
            indicator,
            Labels(
                value=lambda number: self.value(indicator, number),
                target=lambda number: aimed.format(target=self.value(indicator, number)),
                day=self.teller.date,
            ),
        )


def _rounded(number: Decimal | None, indicator: Indicator) -> Decimal | None:
    """To a tenth at most, and to a whole where start and target are: the path promises no more."""
    if number is None:
        return None
    ends = (indicator.baseline, indicator.target)
    if all(end is not None and end == end.to_integral_value() for end in ends):
        return number.to_integral_value(ROUND_HALF_UP)
    tenths = number.quantize(TENTH, ROUND_HALF_UP)
    whole = tenths.to_integral_value()
    return whole if whole == tenths else tenths
