"""One contradiction planted in a sound organisation, for each rule; what comes with it, if any."""

from typing import Any, NamedTuple

from tests.clean import OFFICE, added, row

FORUM, PAGE, BODY = "help forum", "page on a network", "public body"
INVITED, PATIENTS, VOLUNTEERS = "professionals on invitation", "patients", "association"
RELAY, AUDIENCE, PLACE = "relays.relays", "receivers.audiences", "places.places"
BASE = "business_hours"
OTHERS = ("Presse", "Élus")
INDICATOR, OPENING = "indicators.indicators", "opening.prerequisites"


class Plant(NamedTuple):
    """What is said otherwise, by whom, and the rules that cannot but hold with it."""

    code: str
    where: str
    said: dict[str, Any]
    besides: tuple[str, ...] = ()


def decided(code: str, where: str, *besides: str, **decisions: Any) -> Plant:
    """A contradiction planted in the charter alone."""
    return Plant(code, where, {"decisions": decisions}, besides)


def hours(value: str, unit: str = "hour") -> dict[str, str]:
    """A delay."""
    return {"value": value, "unit": unit}


ANSWERS = (
    Plant("R01", FORUM, row("objective.objectives", 1, rank="1")),
    Plant(
        "R02",
        FORUM,
        {"receivers": {"audiences": [{"audience": each, "circle": "relays"} for each in OTHERS]}},
    ),
    Plant("R03", FORUM, row(RELAY, consideration="product"), ("R04",)),
    Plant("R04", FORUM, added(RELAY, relay="Une créatrice", consideration="access")),
    Plant("R05", PAGE, row(PLACE, owner="third_party", weekly_hours="12.5")),
    Plant("R06", PAGE, added("reply_times.places", acknowledgement=hours("2", "day"))),
    Plant("R07", FORUM, row(OPENING, prerequisite="other") | {"decisions": {"sanctions": None}}),
    Plant("R08", FORUM, row(OPENING, 1, done_on=None, due="2027-02-03")),
    Plant("R09", FORUM, row("messages.messages", due=None)),
    Plant("R10", FORUM, row(INDICATOR, family="visibility")),
    Plant("R11", FORUM, row(INDICATOR, measured_on=None)),
    Plant("R12", FORUM, row("speakers.speakers", deputy=None), ("X49",)),
    Plant("R13", FORUM, row("monitoring.queries", identifies_people=True)),
    Plant("R14", FORUM, row("encounters.queries", exact="no")),
    Plant("R15", FORUM, row("feedback.returns", obtained_on="2026-05-22")),
    Plant("R16", FORUM, row(AUDIENCE, minors="unknown")),
    Plant("R17", FORUM, {"crisis": {"silences": None}}),
    Plant("R18", FORUM, {"objective": {"horizon": "three_months"}}),
    Plant("R19", FORUM, row("budget.lines", 1, amount=0)),
    Plant("R20", FORUM, row("contents.formats", units_per_month="6")),
)
CHARTER = (
    decided("C01", FORUM, "X82", registration="no_account", identity="anonymous"),
    decided("C02", FORUM, reasons="silent"),
    decided("C03", INVITED, reporting="button"),
    decided("C04", BODY, appeal="another_person"),
    decided(
        "C05",
        FORUM,
        "C06",
        moderation_mode="before_publication",
        space=("public_community", {"weekly_messages": "121"}),
    ),
    decided("C06", PATIENTS, moderation_mode="before_publication"),
    decided("C07", PAGE, moderation_mode="automatic"),
    decided("C08", PATIENTS, registration="approved_request", identity="real_name"),
    Plant("C09", FORUM, {"profile": {"regulated_fields": ["alcohol"]}}, ("X07",)),
    decided("C10", VOLUNTEERS, moderation_mode="on_report"),
    decided("C11", FORUM, personal_data="customer_link"),
    decided(
        "C12",
        PAGE,
        criticism="not_allowed",
        space=("third_party_page", {"consumer_reviews": True}),
    ),
    decided("C13", FORUM, recognition="rewards"),
    decided("C14", PAGE, sanctions="zero_tolerance"),
    decided("C15", PAGE, "X03", hours="around_the_clock"),
    decided("C16", INVITED, space=("admitted_community", {"public_invitations": True})),
    decided("C17", FORUM, departure="kept_under_pseudonym"),
    decided("C19", FORUM, contribution_rights="broad"),
    Plant(
        "C20",
        FORUM,
        {
            "decisions": {"official_voices": "identified_hosts,assistant"},
            "tone": {"disclosures": ["ai", "partnership"]},
        },
    ),
    decided("C21", INVITED, registration="pseudonym_and_email", identity="stable_pseudonym"),
    decided("C22", VOLUNTEERS, registration="approved_request"),
    decided("C23", PAGE, official_voices="undisclosed"),
    decided("C24", PAGE, "C13", promotion="no_rule", recognition="rewards"),
    decided("C25", VOLUNTEERS, departure="member_chooses"),
    Plant(
        "C26",
        FORUM,
        row("hours.people", 1, person="ines") | row("speakers.speakers", deputy=None),
        ("R12", "X47", "X49"),
    ),
    decided("C27", FORUM, personal_data="detailed_profile"),
)
TRAINED = row("speakers.speakers", trained_on="2026-10-01")["speakers"]["speakers"]
UNTRAINED = {"place": "places1", "holder": "marc", "deputy": "ines"}
ACROSS = (
    Plant("X01", BODY, {"reply_times": {"announced_delay": hours("8", "working_hour")}}),
    decided("X02", BODY, hours=("business_hours", {"weekly_hours": [OFFICE[0] | {"to": "20:00"}]})),
    Plant("X03", FORUM, {"reply_times": {"out_of_hours": "waiting_message"}}),
    Plant("X04", FORUM, row("arbiters.levels", out_of_hours=None)),
    Plant("X05", FORUM, row("hours.people", 1, mission="measurement"), ("X47",)),
    Plant("X06", FORUM, row("red_lines.subjects", field="finance")),
    Plant("X07", PATIENTS, row("red_lines.subjects")),
    Plant("X08", FORUM, row(AUDIENCE, minors="under_fifteen"), ("R16",)),
    Plant(
        "X09",
        BODY,
        added(RELAY, relay="Une créatrice", consideration="access"),
        ("R04",),
    ),
    decided("X10", FORUM, "X82", registration="no_account", reasons="template"),
    decided("X11", FORUM, identity="real_name"),
    decided("X12", FORUM, registration="verified_identity"),
    Plant("X13", FORUM, {"change_of_course": {"review_on": "2027-02-01"}}),
    Plant("X14", FORUM, row(INDICATOR, target="29")),
    Plant("X15", FORUM, row(INDICATOR, due="2026-11-01"), ("X38",)),
    Plant("X16", FORUM, row(INDICATOR, objective="objectives2")),
    Plant(
        "X17",
        FORUM,
        row(OPENING, 1, prerequisite="trained_voices")
        | {"speakers": {"speakers": [*TRAINED, UNTRAINED]}},
    ),
    Plant("X19", FORUM, {"tone": {"signature": "brand"}}),
    decided("X18", FORUM, "C20", official_voices="identified_hosts,employees,assistant"),
    Plant("X20", FORUM, {"budget": {"yearly_budget": 449_999}}),
    Plant(
        "X21",
        FORUM,
        added(RELAY, relay="Une créatrice", consideration="money", yearly_value=60_000)
        | added("budget.lines", line="disclosed_partnerships", amount=59_999),
        ("R04",),
    ),
    Plant(
        "X22",
        FORUM,
        added(PLACE, place="La boutique", owner="us", role="help", open_to_contributions=False),
    ),
    decided("X23", FORUM, space="third_party_page"),
    Plant("X24", FORUM, {"contents": {"monthly_capacity": "3"}}, ("X93",)),
    Plant("X25", FORUM, row("arbiters.levels", deputy="ines"), ("X49",)),
    Plant(
        "X26",
        FORUM,
        row("arbiters.levels", maximum_delay=hours("2"))
        | {"decisions": {"hours": ("on_call", {"base": BASE, "urgent_delay": hours("1")})}},
    ),
    decided("X27", FORUM, charter_life=("notice_and_history", {"date": "2027-02-03"})),
    Plant("X28", FORUM, {"monitoring": {"level": "nothing"}}),
    decided(
        "X29", BODY, "X01", hours=("business_hours", {"weekly_hours": OFFICE, "delay": hours("62")})
    ),
)
OWN = {"id": "not_technology", "own": "held", "evidence": "Compte rendu du 3 mars 2027"}
FOLLOWING = (
    Plant("X66", FORUM, {"practices": {"tool_after": False, "practices": [OWN]}}),
    Plant("X67", FORUM, {"practices": {"practices": [OWN | {"evidence": None}]}}),
)
PLANTS = (*ANSWERS, *CHARTER, *ACROSS, *FOLLOWING)
