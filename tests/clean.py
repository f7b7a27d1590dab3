"""Plausible organisations whose answers and decisions hold together, in a few words each."""

from collections.abc import Mapping
from typing import Any

from charter.domain.loading import charter
from tests.conclusions import dossier

OFFICE = [
    {"day": day, "from": "09:00", "to": "18:00"}
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
]
FOUR_WORKING_HOURS = {"value": "4", "unit": "working_hour"}
ONE_HOUR = {"value": "1", "unit": "hour"}
SMALL = {"public_body": "no", "headcount": "under_50", "turnover": "up_to_10"}

# Twenty-six questions answered by people who read their own answers.
ANSWERS: dict[str, dict[str, Any]] = {
    "receivers": {
        "audiences": [
            {"audience": "Équipes", "circle": "employees", "rank": "2", "minors": "no"},
            {"audience": "Habitués", "circle": "loyal", "rank": "1", "minors": "no"},
        ]
    },
    "relays": {"relays": [{"relay": "Un atelier voisin", "consideration": "none"}]},
    "voices": {"voices": [{"voice": "Un habitué", "tie": "customer", "tone": "favourable"}]},
    "speakers": {"speakers": [{"place": "places1", "holder": "ines", "deputy": "marc"}]},
    "arbiters": {
        "levels": [
            {
                "id": "red",
                "decider": "ines",
                "deputy": "marc",
                "out_of_hours": "marc",
                "maximum_delay": ONE_HOUR,
            }
        ]
    },
    "image": {"overall_tone": 1, "said": "Sérieux, un peu lents"},
    "messages": {
        "messages": [
            {
                "message": "Nous réparons dix ans",
                "audience": "audiences2",
                "promise": True,
                "proof": "Le registre des pièces",
                "due": "2027-06-01",
            }
        ]
    },
    "contents": {
        "monthly_capacity": "6",
        "formats": [{"format": "Article", "hours_per_unit": "3", "units_per_month": "4"}],
    },
    "red_lines": {"subjects": [{"subject": "Un procès en cours", "field": "litigation"}]},
    "places": {
        "places": [
            {
                "place": "Le Coin",
                "owner": "us",
                "role": "host",
                "open_to_contributions": True,
                "weekly_hours": "6",
            }
        ]
    },
    "encounters": {
        "accuracy": 3,
        "queries": [{"query": "avis", "where": "ai_assistant", "exact": "yes"}],
    },
    "opening": {
        "opens_on": "2027-02-02",
        "prerequisites": [
            {"prerequisite": "charter", "due": "2027-01-15"},
            {"prerequisite": "monitoring", "done_on": "2026-11-02"},
        ],
    },
    "rhythm": {"cadence": "weekly"},
    "reply_times": {
        "announced_delay": FOUR_WORKING_HOURS,
        "covered_hours": OFFICE,
        "out_of_hours": "waiting_message",
    },
    "crisis": {
        "triggers": [{"trigger": "Une fuite de données", "level": "red"}],
        "silences": [{"case": "Les insultes"}, {"case": "Les rumeurs sans écho"}],
    },
    "monitoring": {
        "level": "scheduled",
        "queries": [{"query": "le nom", "aims_at": "name", "identifies_people": False}],
    },
    "tone": {"signature": "first_name_and_role", "disclosures": ["employees", "partnership"]},
    "replies": {"maturity": "templates"},
    "feedback": {
        "maturity": "reported",
        "circuit_since": "2026-01-05",
        "returns": [{"return": "Notice relue", "obtained_on": "2026-10-01"}],
    },
    "hours": {
        "people": [
            {"person": "ines", "mission": "answering", "weekly_hours": "4", "replacement": "marc"},
            {"person": "marc", "mission": "moderation", "weekly_hours": "4"},
            {"person": "ines", "mission": "production", "weekly_hours": "4"},
        ]
    },
    "budget": {
        "yearly_budget": 1_200_000,
        "lines": [
            {"line": "tools", "amount": 200_000},
            {"line": "crisis_reserve", "amount": 150_000},
            {"line": "accessibility", "amount": 100_000},
        ],
    },
    "indicators": {
        "indicators": [
            {
                "indicator": "Recommandation",
                "objective": "objectives1",
                "family": "trust",
                "main": True,
                "direction": "up",
                "baseline": "30",
                "measured_on": "2026-11-01",
                "target": "40",
                "due": "2027-11-01",
            }
        ]
    },
    "objective": {
        "horizon": "twelve_months",
        "objectives": [{"objective": "trust", "rank": "1"}, {"objective": "help", "rank": "2"}],
    },
    "trust": {"level": 2, "because": "Nous tenons nos délais"},
    "change_of_course": {"review_on": "2027-05-03", "decider": "ines"},
}
ON_CALL = {"reply_times": {"out_of_hours": "on_call"}}
PAGE = {"places": {"places": [ANSWERS["places"]["places"][0] | {"owner": "third_party"}]}}
DOSES = {"red_lines": {"subjects": [{"subject": "Les doses", "field": "health"}]}}

# A licence that cannot be taken back goes with messages that stay, without their names.
LASTING = {"departure": "anonymised"}
# A public body is no small enterprise: its members may turn to a certified body.
PUBLIC = LASTING | {"appeal": "certified_body"}

# The preset that each starts from, its profile, what it answers and what it decides otherwise.
Said = dict[str, Any]
ORGANISATIONS: dict[str, tuple[str, Said, Said, Said]] = {
    "page on a network": ("small_team_page", SMALL, PAGE, {}),
    "help forum": ("product_help_forum", SMALL, ON_CALL, {}),
    "public body": ("public_participation", {"public_body": "yes"}, {}, PUBLIC),
    "association": ("volunteers", SMALL, ON_CALL, LASTING),
    "professionals on invitation": ("professional_network", SMALL, {}, {}),
    "patients": (
        "vulnerable_audience",
        SMALL | {"regulated_fields": ["health"]},
        ON_CALL | DOSES,
        {"moderation_mode": "hybrid"},
    ),
}


def organisation(name: str, **broken: Said) -> dict[str, Any]:
    """The dossier of an organisation, `broken` told over what it says."""
    preset, profile, other, otherwise = ORGANISATIONS[name]
    chosen = decided(preset) | otherwise | broken.pop("decisions", {})
    chosen = {name: each for name, each in chosen.items() if each}
    profile = profile | broken.pop("profile", {})
    return dossier(profile=profile, decisions=chosen, **merged(merged(ANSWERS, other), broken))


def row(place: str, number: int = 0, /, **cells: Any) -> dict[str, Any]:
    """The rows of `question.table` that everybody has, some cells of one told otherwise."""
    question, _dot, table = place.partition(".")
    rows = list(ANSWERS[question][table])
    told = rows[number] | cells
    rows[number] = {name: each for name, each in told.items() if each is not None}
    return {question: {table: rows}}


def added(place: str, /, **cells: Any) -> dict[str, Any]:
    """The rows of `question.table` that everybody has, and one more."""
    question, _dot, table = place.partition(".")
    return {question: {table: [*ANSWERS[question].get(table, ()), cells]}}


def merged(
    said: Mapping[str, dict[str, Any]], other: Mapping[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """These answers, field by field and table by table, over those."""
    return {name: said.get(name, {}) | other.get(name, {}) for name in (*said, *other)}


def decided(preset: str) -> dict[str, Any]:
    """What a preset proposes, as `tests.conclusions.dossier` takes it."""
    found = charter("fr").preset(preset)
    assert found
    return {
        name: (",".join(options), {"base": found.base[name]} if name in found.base else {})
        for name, options in found.choices.items()
        if options
    }
