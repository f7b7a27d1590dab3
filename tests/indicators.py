"""Dossiers of indicators, and what is grown, told and drawn from them."""

from datetime import date

from conclusions.domain.dossier import Dossier
from conclusions.domain.indicators.telling import Telling
from conclusions.domain.indicators.tree import tree
from conclusions.domain.telling import Narrator
from tests.conclusions import dossier

DAY = date(2027, 7, 1)
OBJECTIVES = [
    {"objective": "trust", "rank": "2"},
    {"objective": "listening"},
    {"objective": "help", "rank": "1"},
]
WHOLE = {
    "indicator": "Résolues",
    "objective": "objectives3",
    "family": "usefulness",
    "main": True,
    "unit": "%",
    "direction": "up",
    "baseline": "40",
    "measured_on": "2027-01-01",
    "target": "80",
    "due": "2027-12-31",
    "source": "Export",
    "frequency": "monthly",
}


def given(*rows, readings=(), sheets=(), objectives=OBJECTIVES):
    """A dossier of these indicators, and what was read of the first one on these days."""
    values = [
        {"indicator": "indicators1", "measured_on": day, "value": value} for day, value in readings
    ]
    return dossier(
        objective={"objectives": objectives},
        indicators={"indicators": list(rows)},
        checkins={"values": values},
        indicator_sheets={"sheets": list(sheets)},
    )


def grown(*rows, as_of=DAY, **other):
    return tree(Dossier(given(*rows, **other)), as_of)


def only(as_of=DAY, readings=(), **cells):
    return grown(WHOLE | cells, readings=readings, as_of=as_of).indicators[0]


def told(language="fr", as_of=DAY, readings=(), **cells):
    written = given(WHOLE | cells, readings=readings)
    found = tree(Dossier(written), as_of).indicators[0]
    telling = Telling(Narrator(written, language).teller)
    return telling.sentence(found).replace("\xa0", " ")
