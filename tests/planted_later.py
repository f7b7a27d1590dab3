"""The same for the rules on the course, the plan, the roles, the circles and the registers."""

from conclusions.domain.plan.deriving import id_of
from conclusions.domain.trust.promises import derived_id
from tests.clean import ANSWERS, added, row
from tests.planted import BODY, FORUM, INDICATOR, PAGE, Plant, decided, hours

PEOPLE, TRIGGERS, LEVELS = "hours.people", "crisis.triggers", "arbiters.levels"
BUSY = {"weekly_messages": "5000"}
ON_CALL = {"base": "business_hours", "urgent_delay": hours("1")}
TOOL = {
    "tool": "Un agrégateur",
    "function": "monitoring_feeds",
    "checked_on": "2026-11-02",
    "fallback": "Un tableur",
}
PROMISE = {"promise": "Ouvrir le stock", "due": "2027-06-01", "announced": True}
READINGS = [
    {"indicator": "indicators1", "measured_on": f"2026-11-{day}", "value": value}
    for day, value in (("10", "29"), ("20", "28"))
]
SHOP = {"owner": "us", "role": "sell", "open_to_contributions": True}
EARLY = {
    "label": "Tournée",
    "nature": "key_moment",
    "from": "2027-01-31",
    "place": "places1",
}
EVERYTHING = ("monitoring", "production", "answering", "crisis", "measurement")
BOTH_REACHED = [
    {"person": "ines", "by_day": "06 12 34 56 78", "out_of_hours": "06 12 34 56 78"},
    {"person": "marc", "by_day": "Poste 12", "out_of_hours": "Poste 12"},
]


def in_register(code: str, question: str, table: str, *rows: dict, besides: tuple = ()) -> Plant:
    """A contradiction planted in a register alone."""
    return Plant(code, FORUM, {question: {table: list(rows)}}, besides)


def tools(code: str, **cells: object) -> Plant:
    """A contradiction planted in the toolbox."""
    return in_register(code, "toolbox", "tools", TOOL | cells)


COURSE = (
    Plant("X30", FORUM, {"objective": {"due": "2028-02-03"}}),
    Plant(
        "X32",
        FORUM,
        {"objective": {"horizon": "lasting"}}
        | {
            "budget": {
                "lines": [
                    {"line": each, "amount": 100_000, "recurring": False}
                    for each in ("tools", "crisis_reserve", "accessibility")
                ]
            }
        },
    ),
    decided("X34", FORUM, moderation_mode="after_publication", space=("public_community", BUSY)),
    decided("X35", FORUM, moderators="provider", space=("public_community", BUSY)),
    Plant("X38", FORUM, row(INDICATOR, due="2026-11-22")),
    Plant("X39", FORUM, added(INDICATOR, **{"indicator": "Visites", "baseline": "1"}), ("R11",)),
    in_register("X40", "checkins", "values", *READINGS),
    Plant("X41", FORUM, row(INDICATOR, objective="objectives2", main=None)),
    Plant("X73", FORUM, {"change_of_course": {"review_on": "2026-11-22"}}, ("X13",)),
    in_register("X74", "review_triggers", "triggers", {"id": "law", "happened_on": "2026-10-23"}),
    Plant("X75", FORUM, {"objective": {"due": "2027-05-02"}}),
    Plant("X76", FORUM, {"rhythm": {"moments": [EARLY]}}),
    Plant("X77", FORUM, row("places.places", planned_closing="2027-01-31")),
    Plant("X78", FORUM, {"objective": {"due": "2026-11-22"}}, ("X75",)),
    Plant("X79", FORUM, row("speakers.speakers", trained_on="2027-02-03")),
)
SPACE = ANSWERS["places"]["places"][0]["place"]
AIDED = {"format": "Résumé de fil", "origin": "ai_assisted"}
OURS = {"place": "Le forum", "owner": "us", "role": "host", "open_to_contributions": True}
THEIRS = {"place": "Notre page", "owner": "third_party", "role": "inform"}
OVERLOADED = {"action": "Reprendre l’ancien forum", "owner": "marc", "effort": "150"}
PLAN = (
    in_register("X42", "plan", "actions", {"action": "Inviter", "due": "2026-11-22"}),
    Plant("X43", FORUM, {"hours": {"people": None, "weekly_hours": "6"}}),
    in_register("X43", "plan", "actions", OVERLOADED),
    in_register(
        "X44", "plan", "actions", {"id": id_of("publish_charter", ""), "due": "2027-02-03"}
    ),
    in_register("X45", "plan", "actions", {"id": id_of("opening", ""), "start": "2027-01-10"}),
)
ROLES = (
    in_register(
        "X46",
        "roles",
        "activities",
        {"id": "appeal", "accountable": "marc"},
        {"id": "monitoring", "accountable": "ines"},
        {"id": "measurement", "accountable": "marc"},
    ),
    Plant("X47", FORUM, row(PEOPLE, 1, mission="production"), ("X05",)),
    in_register(
        "X48", "roles", "activities", *({"id": each, "accountable": "ines"} for each in EVERYTHING)
    ),
    Plant("X49", FORUM, row("speakers.speakers", deputy=None), ("R12",)),
    Plant("X50", FORUM, added("speakers.speakers", place="places1", holder="zoe", deputy="ines")),
    in_register(
        "X51",
        "roles",
        "activities",
        {"id": "monitoring", "accountable": "marc", "cover": "marc"},
        {"id": "measurement", "accountable": "marc"},
    ),
)
CIRCLES = (
    in_register(
        "X52",
        "information_order",
        "steps",
        {"news": "Le stock", "circle": "relays", "day": "-2"},
        {"news": "le  STOCK", "circle": "employees", "day": "-1"},
    ),
    Plant(
        "X53",
        FORUM,
        {
            "messages": {
                "messages": [{"message": each, "audience": "audiences1"} for each in ("Un", "Deux")]
            }
        },
    ),
    in_register(
        "X54", "ambassadors", "people", {"who": "Léa", "recommends": True, "disclosed": False}
    ),
    in_register(
        "X55",
        "virtuous_circle",
        "steps",
        {"id": "recognition", "proof": "Un mot", "date": "2026-11-02"},
    ),
    in_register("X56", "promises", "promises", PROMISE | {"due": "2026-11-22"}),
    in_register("X57", "promises", "promises", PROMISE | {"announced": False}),
    in_register(
        "X58",
        "promises",
        "promises",
        PROMISE | {"id": derived_id("implied", "reply"), "state": "withdrawn"},
    ),
    Plant(
        "X59",
        FORUM,
        {
            "trust": {"level": 3},
            "promises": {"promises": [PROMISE | {"state": "broken"}] * 2},
        },
    ),
    in_register("X60", "promises", "withdrawals", {"who": "Un collectif", "means": "Un appel"}),
)
CRISIS = (
    Plant(
        "X61",
        BODY,
        {"crisis_kit": {"reach": [{"person": "zoe", "by_day": "Poste 12"}]}},
    ),
    in_register("X62", "crisis_kit", "reach", {"person": "ines", "by_day": "Poste 12"}),
    Plant(
        "X63",
        FORUM,
        row(TRIGGERS, delay=hours("2")) | {"decisions": {"hours": ("on_call", ON_CALL)}},
    ),
    Plant("X64", FORUM, row(TRIGGERS, informed=["zoe"])),
    Plant(
        "X65",
        FORUM,
        {"crisis_kit": {"reach": BOTH_REACHED}}
        | {
            "decisions": {
                "hours": ("on_call", ON_CALL | {"urgent_contact": "Au +33 6 12 34 56 78"})
            }
        },
    ),
)
RULED = (
    Plant(
        "X80",
        BODY,
        {"reply_times": {"announced_delay": hours("4"), "covered_hours": None}},
    ),
    Plant("X81", FORUM, added("contents.formats", **AIDED)),
    decided("X82", FORUM, registration="no_account", identity="anonymous", reasons="template"),
    Plant("X83", PAGE, {"places": {"places": [OURS, THEIRS]}}),
    decided("X84", BODY, appeal=("certified_body", {"months_to_ask": "5"})),
    decided("X85", FORUM, age="under_fifteen_with_consent"),
    Plant(
        "X86",
        FORUM,
        {"feedback": {"maturity": "nothing"}}
        | {"decisions": {"registration": "customer_account", "personal_data": "customer_link"}},
    ),
    decided("X87", FORUM, recognition="none"),
    Plant(
        "X88",
        FORUM,
        added("replies.cases", case="founded_complaint", answered=True, channel="public")
        | {"decisions": {"criticism": "not_allowed"}},
    ),
    Plant(
        "X89",
        FORUM,
        added("relays.relays", relay="Léa", type="customer", consideration="product")
        | {"decisions": {"recognition": "ambassadors"}},
        ("R04",),
    ),
    Plant("X90", PAGE, {"conversations": {"spaces": [{"space": SPACE, "entry": "closed"}]}}),
    Plant(
        "X91", FORUM, added("arbiters.levels", id="green", maximum_delay=hours("3", "working_day"))
    ),
    Plant("X93", FORUM, row("contents.formats", hours_per_unit="0.1", units_per_month="30")),
    Plant("X94", FORUM, added("rhythm.places", place="places1", cover="ines")),
    decided("X95", FORUM, identity="anonymous"),
    Plant("X96", FORUM, row("places.places", planned_closing="2027-05-01")),
    Plant("X92", FORUM, {"replies": {"maturity": "nobody"}}),
    Plant(
        "X97",
        FORUM,
        added("places.places", place="Boutique", **SHOP)
        | {"decisions": {"promotion": "forbidden"}},
    ),
    Plant(
        "X98",
        FORUM,
        row("contents.formats", origin="community")
        | {"decisions": {"contribution_rights": "limited"}},
    ),
)
TOOLS = (
    tools("X68", checked_on="2025-11-22"),
    tools("X69", fallback=None),
    tools("X70", personal_data=True),
    tools("X71", yearly_cost=200_001),
)
PLANTS = (*COURSE, *PLAN, *ROLES, *CIRCLES, *CRISIS, *RULED, *TOOLS)
