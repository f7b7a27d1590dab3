"""Sound organisations an inch away from a contradiction: the review leaves them alone."""

import pytest

from tests import clean
from tests.clean import OFFICE, added, row
from tests.conclusions import codes
from tests.planted import AUDIENCE, BODY, FORUM, INDICATOR, INVITED, OPENING, PAGE, PLACE, RELAY
from tests.planted_later import PROMISE, TOOL


def delay(value, unit):
    return {"value": value, "unit": unit}


def promised(**cells):
    return {"promises": {"promises": [PROMISE | cells]}}


def tool(**cells):
    return {"toolbox": {"tools": [TOOL | cells]}}


def told(*steps):
    news = [{"news": "Le stock", "circle": circle, "day": day} for circle, day in steps]
    return {"information_order": {"steps": news}}


AT_THE_BOUND = [
    ("hours for places, all of them", FORUM, row(PLACE, weekly_hours="12")),
    ("contents for production, nearly", FORUM, row("contents.formats", hours_per_unit="4.33")),
    ("the lines, the budget", FORUM, {"budget": {"yearly_budget": 450_000}}),
    ("due on the day of the opening", FORUM, row(OPENING, due="2027-02-02")),
    (
        "opens today, ready today",
        FORUM,
        {
            "opening": {
                "opens_on": "2026-11-23",
                "prerequisites": [{"prerequisite": "charter", "done_on": "2026-11-23"}],
            }
        },
    ),
    ("review on that day", FORUM, {"change_of_course": {"review_on": "2027-02-02"}}),
    (
        "listening for a day less than six months",
        FORUM,
        {"feedback": {"circuit_since": "2026-05-24", "returns": []}},
    ),
    ("obtained six months ago", FORUM, row("feedback.returns", obtained_on="2026-05-23")),
    (
        "three hundred members",
        INVITED,
        {"decisions": {"space": ("admitted_community", {"expected_members": "300"})}},
    ),
    ("a year to the day", FORUM, {"objective": {"due": "2028-02-02"}}),
    ("a tool checked a year ago", FORUM, tool(checked_on="2025-11-23")),
    ("a tool at the price planned", FORUM, tool(yearly_cost=200_000)),
    ("a promise due today", FORUM, promised(due="2026-11-23")),
    ("an indicator due today", FORUM, row(INDICATOR, due="2026-11-23")),
    (
        "a trigger of thirty days",
        FORUM,
        {"review_triggers": {"triggers": [{"id": "law", "happened_on": "2026-10-24"}]}},
    ),
]
EXCEPTED = [
    (
        "a campaign that closes its place",
        FORUM,
        {"objective": {"horizon": "three_months", "due": "2027-05-02"}}
        | {"change_of_course": {"review_on": "2027-05-02"}}
        | row(PLACE, planned_closing="2027-05-02"),
    ),
    (
        "a working day of nine hours",
        BODY,
        {"reply_times": {"announced_delay": delay("1", "working_day")}}
        | {
            "decisions": {
                "hours": (
                    "business_hours",
                    {"weekly_hours": OFFICE, "delay": delay("9", "working_hour")},
                )
            }
        },
    ),
    (
        "a retention in days",
        FORUM,
        row("monitoring.queries", identifies_people=True, retention=delay("90", "day")),
    ),
    (
        "an assistant wrong, and something done",
        FORUM,
        added("encounters.queries", where="ai_assistant", exact="no", action="Corriger la fiche"),
    ),
    ("Wikipedia wrong", FORUM, added("encounters.queries", where="wikipedia", exact="no")),
    ("a promise kept", FORUM, promised(due="2026-11-01", state="kept", proof="La facture")),
    (
        "a rewarded ambassador who says so",
        FORUM,
        {"ambassadors": {"people": [{"who": "Léa", "recommends": True, "disclosed": True}]}},
    ),
    ("inner circles first", FORUM, told(("employees", "-2"), ("loyal", "-1"), ("relays", "-1"))),
    (
        "a regulated field with its rules",
        FORUM,
        {"profile": {"regulated_fields": ["health"]}, "decisions": {"content_rules": "reinforced"}}
        | added("red_lines.subjects", subject="Les doses", field="health"),
    ),
    (
        "an account of the customer’s own",
        FORUM,
        {"decisions": {"registration": "customer_account", "personal_data": "customer_link"}},
    ),
    (
        "followers counted, beside trust",
        FORUM,
        added(
            INDICATOR,
            indicator="Abonnés",
            objective="objectives2",
            family="visibility",
            audience_size_only=True,
            main=False,
            direction="up",
            baseline="1",
            measured_on="2026-11-01",
            target="2",
        ),
    ),
    ("fewer of what should go down", FORUM, row(INDICATOR, direction="down", target="20")),
]
OTHERWISE = [
    ("no relay", FORUM, {"relays": {"relays": []}}),
    ("a relay of which nothing is said", FORUM, added(RELAY, relay="Un voisin")),
    (
        "a message that promises nothing",
        FORUM,
        row(
            "messages.messages",
            message="Nous ne promettons aucun prix",
            promise=False,
            proof=None,
            due=None,
        ),
    ),
    (
        "alcohol, not to speak of it",
        FORUM,
        row("red_lines.subjects", subject="Nous ne parlons pas d’alcool", field="none"),
    ),
    (
        "health, of a company",
        FORUM,
        row("red_lines.subjects", subject="La santé de l’entreprise", field="litigation"),
    ),
    (
        "minors, none of them",
        PAGE,
        row(AUDIENCE, audience="Parents de moins de 15 ans", minors="no"),
    ),
    ("a crisis nobody thought of", FORUM, {"crisis": {"triggers": [], "silences": []}}),
    ("answers only", FORUM, {"rhythm": {"cadence": "answers_only"}}),
]
CLEAN = (*AT_THE_BOUND, *EXCEPTED, *OTHERWISE)


@pytest.mark.parametrize(
    ("where", "said"), [each[1:] for each in CLEAN], ids=[each[0] for each in CLEAN]
)
def test_near_miss_is_left_alone(where, said):
    assert codes(clean.organisation(where, **said)) == []
