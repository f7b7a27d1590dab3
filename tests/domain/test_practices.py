"""The twelve practices: each condition met, denied and unsaid; what answers and people say."""

import pytest
from hypothesis import given, settings

from conclusions.domain.dossier import Dossier
from conclusions.domain.living.practice_conditions import CONDITIONS
from conclusions.domain.living.practices import held, practices
from conclusions.domain.living.strokes import draw
from conclusions.domain.theme_words import words
from strategy.domain.loading import questionnaire
from tests.conclusions import dossier
from tests.domain.test_review import written


def found(practice, said):
    return next(each for each in practices(Dossier(said)) if each.id == practice)


def register(practice="", *, decisions=None, **said):
    rows = {"practices": [{"id": practice, **said.pop("row", {})}]} if practice else {}
    return dossier(decisions=decisions, practices=said | rows)


def returns(**cells):
    return dossier(feedback={"returns": [{"return": "Pannes", **cells}]})


def speakers(**cells):
    return {"speakers": [{"place": "site", **cells}]}


def replies(value, unit, announced=("1", "working_day")):
    """An announced delay, and one place where the first acknowledgement takes so long."""
    header = {"announced_delay": dict(zip(("value", "unit"), announced, strict=True))}
    row = {"acknowledgement": {"value": value, "unit": unit}}
    return dossier(reply_times=header | {"places": [row]})


def growth(seen_on, due="2027-12-31", *, said=True, **cells):
    """An audience to reach by a day, and an identity observed on another."""
    row = {"audience_size_only": True, "direction": "up", "target": "10000", "due": due} | cells
    identity = {"come_for": "réparer", "not_for": "vendre"} if said else {"come_for": "réparer"}
    rows = [{"id": "kinds"}, {"id": "identity", "seen_on": seen_on}]
    return dossier(
        practices=identity | {"practices": rows}, indicators={"indicators": [{"unit": "%"}, row]}
    )


# Practice, condition, a dossier where it holds, one where it does not, None where none can.
CASES = [
    ("community_first", "need", register(need="Réparer soi-même"), None),
    (
        "community_first",
        "criticism",
        dossier(decisions={"criticism": "free"}),
        dossier(decisions={"criticism": "not_allowed"}),
    ),
    ("not_technology", "tool_after", register(tool_after=True), register(tool_after=False)),
    (
        "management",
        "voices",
        dossier(speakers=speakers(holder="ines")),
        dossier(speakers=speakers()),
    ),
    (
        "management",
        "deputies",
        dossier(speakers=speakers(deputy="marc")),
        dossier(speakers=speakers(holder="ines")),
    ),
    (
        "management",
        "hours",
        dossier(hours={"weekly_hours": "6"}),
        dossier(hours={"weekly_hours": "0"}),
    ),
    (
        "management",
        "moderators",
        dossier(decisions={"moderators": "in_house"}),
        dossier(decisions={"moderators": "tool_only"}),
    ),
    (
        "yardsticks",
        "indicator",
        dossier(indicators={"indicators": [{"family": "trust"}, {"family": "activity"}]}),
        dossier(indicators={"indicators": [{"family": "activity"}]}),
    ),
    ("kinds", "space", dossier(decisions={"space": "public_community"}), None),
    ("marketing", "share", register(non_promotional="80"), register(non_promotional="79")),
    (
        "integration",
        "outside",
        returns(outside_communication=True),
        returns(outside_communication=False),
    ),
    ("identity", "come_for", register(come_for="réparer"), None),
    ("identity", "not_for", register(not_for="vendre"), None),
    (
        "ownership",
        "consulted",
        dossier(decisions={"charter_life": "co_writing"}),
        dossier(decisions={"charter_life": "organisation_decides"}),
    ),
    (
        "ownership",
        "roles",
        dossier(decisions={"recognition": "trust_levels"}),
        dossier(decisions={"recognition": "none"}),
    ),
    ("social", "welcome", register(welcome="Un mot à chacun"), None),
    (
        "social",
        "first_reply",
        replies("1", "working_day"),
        replies("2", "working_day"),
    ),
    ("social", "meeting", register(meeting="La journée de réparation"), None),
    ("customer_relations", "returned", returns(recipient="ines"), None),
]
NAMES = [f"{practice}-{condition}" for practice, condition, _holds, _fails in CASES]
JOINED = {"space": "independent_community"}
LINKED = {"personal_data": "customer_link"}


def holds(practice, condition, said):
    checked = found(practice, said).checked
    return next(each.holds for each in checked if each.condition.id == condition)


@pytest.mark.parametrize(("practice", "condition", "met", "denied"), CASES, ids=NAMES)
def test_condition_is_read_from_answers(practice, condition, met, denied):
    assert holds(practice, condition, met) is True
    assert denied is None or holds(practice, condition, denied) is False
    assert holds(practice, condition, dossier()) is None


@pytest.mark.parametrize(
    ("said", "held"),
    [
        (growth("2027-12-31"), True),
        (growth("2028-01-01"), False),
        (growth("2027-06-01", said=False), False),
        (growth(None), None),
        (growth("2027-06-01", due=None), None),
    ],
)
def test_identity_comes_before_an_audience_to_reach(said, held):
    assert holds("identity", "before_growth", said) is held


@pytest.mark.parametrize(
    "cells", [{"audience_size_only": False}, {"direction": "down"}, {"target": None}]
)
def test_identity_is_compared_with_nothing_where_no_audience_is_to_grow(cells):
    asked = [each.condition.id for each in found("identity", growth(None, **cells)).checked]

    assert asked == ["come_for", "not_for"]


@pytest.mark.parametrize(
    "said",
    [
        replies("4", "working_hour"),
        dossier(reply_times={"places": [{"acknowledgement": {"value": "4", "unit": "hour"}}]}),
        dossier(reply_times={"announced_delay": {"value": "4", "unit": "hour"}}),
        dossier(decisions={"hours": ("business_hours", {"delay": {"value": "4", "unit": "hour"}})}),
    ],
    ids=["other unit", "nothing announced", "announced only", "for reports only"],
)
def test_first_reply_is_to_be_said_without_two_delays_that_compare(said):
    assert holds("social", "first_reply", said) is None


@pytest.mark.parametrize("name", ["permission", "identity_disclosed", "exit_planned"])
@pytest.mark.parametrize("said", [True, False])
def test_going_out_is_asked_of_a_community_that_one_joins(name, said):
    there = register(decisions=JOINED, **{name: said})

    assert [each.holds for each in found("going_out", there).checked].count(said) == 1
    own = register(decisions={"space": "public_community"}, **{name: said})
    assert found("going_out", own).told == "none"


def test_going_out_is_to_be_said_until_the_space_is_chosen():
    assert found("going_out", dossier()).told == "open"


def test_link_with_customers_is_asked_where_it_is_chosen():
    linked = register(decisions=LINKED, separate_consent=True, useful_return="Sa garantie")

    assert [each.holds for each in found("customer_relations", linked).checked] == [
        None,
        True,
        True,
    ]
    assert len(found("customer_relations", dossier()).checked) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (register(come_for="réparer", not_for="vendre"), "held"),
        (register(come_for="réparer"), "partly"),
        (dossier(), "open"),
    ],
)
def test_practice_is_as_far_as_its_conditions(said, told):
    assert found("identity", said).told == told


def test_practice_of_which_nothing_holds_is_missing():
    assert found("not_technology", register(tool_after=False)).told == "missing"


def test_where_nothing_tells_people_do():
    said = register("identity", row={"own": "partly"})

    assert found("identity", said).verdict == "partly"
    assert found("identity", register("identity", row={"own": "nonsense"})).verdict == "open"


def test_answers_come_before_what_people_say():
    said = register("not_technology", tool_after=False, row={"own": "held"})

    assert found("not_technology", said).verdict == "missing"
    assert found("not_technology", said).differs


@pytest.mark.parametrize("own", ["held", "partly", "missing"])
def test_people_who_observe_less_than_planned_are_believed(own):
    said = register("not_technology", tool_after=True, row={"own": own})

    assert found("not_technology", said).told == "held"
    assert found("not_technology", said).verdict == own


@pytest.mark.parametrize("cells", [{"evidence": "Un mot"}, {"url": "https://a.example/"}])
def test_evidence_is_a_fact_or_an_address(cells):
    assert found("kinds", register("kinds", row=cells)).evidence
    assert found("kinds", dossier()).evidence == ""


def test_what_has_no_object_is_not_counted():
    own = {"space": "public_community"}

    assert held(practices(Dossier(dossier()))) == (0, 12)
    assert held(practices(Dossier(dossier(decisions=own)))) == (1, 11)


def test_there_are_twelve_in_the_order_of_their_register():
    table = questionnaire("fr").by_id["practices"].table("practices")

    assert [row.id for row in table.fixed] == list(CONDITIONS)
    assert [each.number for each in practices(Dossier(dossier()))] == list(range(1, 13))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_condition_and_verdict_has_words(language):
    said = words("practices", language)
    asked = {each.id for conditions in CONDITIONS.values() for each in conditions}

    assert {f"condition.{each}" for each in asked} <= said.keys()
    assert {f"verdict.{each}" for each in ("held", "partly", "missing", "open", "none")} <= set(
        said
    )


@settings(max_examples=60)
@given(written())
def test_any_dossier_has_twelve_practices(said):
    assert len(practices(Dossier(said))) == 12


def test_strokes_are_marked_as_the_dial_is_and_stand_apart():
    own = {"space": "public_community"}
    said = register("not_technology", decisions=own, tool_after=False, come_for="réparer")
    strokes = draw(practices(Dossier(said))).strokes

    assert [each.number for each in strokes] == list(range(1, 13))
    assert [each.state for each in strokes[1:3]] == ["contradicted", "empty"]
    assert (strokes[7].state, strokes[10].state) == ("draft", "not_applicable")
    assert (strokes[2].path, strokes[7].path) == ("M80 8V40", "M230 24V40")
    assert strokes[1].path == "M50 8V19L55 24L50 29V40"
    assert len({each.path for each in strokes}) == 12
