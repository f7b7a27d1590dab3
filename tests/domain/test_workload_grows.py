"""What moderation takes, whatever is decided: more never costs less, nothing makes it stumble."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from charter.domain.loading import charter
from conclusions.domain.dossier import Dossier
from conclusions.domain.workload.assumptions import Span
from conclusions.domain.workload.estimate import workload
from tests.conclusions import dossier, space

SPACES = ("third_party_page", "own_comments", "public_community", "members_community")
OPTIONS = {
    decision.id: [option.id for option in decision.options] for decision in charter("fr").decisions
}
DECIDED = (
    "registration",
    "moderation_mode",
    "moderators",
    "sanctions",
    "reasons",
    "appeal",
    "hours",
)
# From the mode that reads least to the one that reads most, two chains of them.
STRICTER = [
    ("on_report", "by_peers"),
    ("by_peers", "automatic"),
    ("automatic", "hybrid"),
    ("hybrid", "before_publication"),
    ("on_report", "after_publication"),
    ("after_publication", "before_publication"),
]
MESSAGES = st.integers(0, 1_000_000)
NUMBERS = st.decimals(-10, 3000, places=1).map(str)
FIELDS = ("first_minutes", "after_minutes", "filtered_share", "sampled_share", "action_share")
MONEY = ("hourly_cost_low", "hourly_cost_high", "provider_cost_low", "on_call_cost_high")


@st.composite
def decisions(draw):
    decided = {each: draw(st.sampled_from(OPTIONS[each])) for each in DECIDED}
    if draw(st.booleans()):
        decided["sanctions"] = f"{decided['sanctions']},restorative"
    members = draw(st.none() | MESSAGES.map(str))
    return decided, members, draw(st.sampled_from(SPACES))


@st.composite
def registers(draw):
    said = draw(st.dictionaries(st.sampled_from(FIELDS), NUMBERS))
    return said | draw(st.dictionaries(st.sampled_from(MONEY), st.integers(-10, 10**7)))


def costs(messages, decided, register, **changes):
    options, members, where = decided
    asked = {"space": space(str(messages), members, where)} | options | changes
    found = workload(Dossier(dossier(decisions=asked, workload=register)))
    people = tuple(map(Decimal, found.people))
    return [*found.hours, *found.inside_year, *found.outside_year, *people]


def never_less(few, many):
    # Decimals are cut at 28 figures: what differs beyond is no cost.
    return all(round(a, 6) <= round(b, 6) for a, b in zip(few, many, strict=True))


@settings(max_examples=120)
@given(MESSAGES, MESSAGES, decisions(), registers())
def test_more_messages_never_cost_less(one, other, decided, register):
    few, many = sorted((one, other))

    assert never_less(costs(few, decided, register), costs(many, decided, register))


@settings(max_examples=120)
@given(MESSAGES, decisions(), registers(), st.sampled_from(STRICTER))
def test_a_stricter_mode_never_costs_less(messages, decided, register, modes):
    loose, strict = (costs(messages, decided, register, moderation_mode=mode) for mode in modes)

    assert never_less(loose, strict)


@settings(max_examples=120)
@given(MESSAGES, decisions(), registers())
def test_low_never_exceeds_high(messages, decided, register):
    options, members, where = decided
    asked = {"space": space(str(messages), members, where)} | options
    found = workload(Dossier(dossier(decisions=asked, workload=register)))

    all_of = [each.hours for each in found.tasks]
    told = [*all_of, found.hours, found.own, found.cost_year, found.month, Span(*found.people)]
    assert [span for span in told if span.low > span.high] == []


HOSTILE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["1e999999", "-1e999999", "1e-999999", "NaN", "sNaN", "Infinity", "0"]),
    st.lists(st.integers() | st.text(max_size=3), max_size=2),
    st.dictionaries(st.sampled_from(["value", "unit", "day", "from", "to"]), st.text(max_size=3)),
)


@settings(max_examples=200)
@given(st.data())
def test_no_value_makes_it_stumble(data):
    names = {
        "space": ("weekly_messages", "expected_members"),
        "hours": ("weekly_hours", "delay", "base"),
        "moderation_mode": ("first_messages",),
    }
    decided = {
        each: (data.draw(st.sampled_from(OPTIONS[each])), {f: data.draw(HOSTILE) for f in fields})
        for each, fields in names.items()
    }
    register = {each: data.draw(HOSTILE) for each in (*FIELDS, *MONEY)}
    written = dossier(decisions=decided)
    written["answers"]["workload"] = {"value": {"header": register}}

    once, twice = (workload(Dossier(written)) for _ in range(2))

    assert (once is None) == (twice is None)
    assert once is None or once.hours == twice.hours
