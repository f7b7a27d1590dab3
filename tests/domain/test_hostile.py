"""Sound organisations with many contradictions, then with anything at all in any place."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conclusions.domain.candidates import MAIN, options
from conclusions.domain.consequences import Standing, between, changed
from conclusions.domain.review import review
from conclusions.domain.rulebook import rulebook
from conclusions.domain.telling import Narrator
from tests import clean
from tests.conclusions import TODAY, codes
from tests.planted import PLANTS

DAYS = st.dates()
WRONG = st.sampled_from(
    [
        None,
        "",
        [],
        {},
        0,
        -1,
        10**30,
        1.5,
        float("nan"),
        True,
        False,
        "autre",
        "a/b",
        "NaN",
        "1e999",
        "9" * 40,
        "2027-02-30",
        ["autre", 3, None],
        [[]],
        [{"id": "a"}, {}, "b"],
        [{"day": "monday", "from": "9"}],
        {"value": [], "unit": "hour"},
        {"value": "Infinity", "unit": "hour"},
        {"value": "4", "unit": []},
        {"header": [], "tables": {"places": 3}},
    ]
)
QUIET = {"max_examples": 100, "suppress_health_check": list(HealthCheck)}


@st.composite
def contradicted(draw) -> dict[str, Any]:
    """One of the sound organisations, with several contradictions planted in it."""
    said: dict[str, Any] = {}
    for plant in draw(st.lists(st.sampled_from(PLANTS), max_size=12)):
        for name, each in plant.said.items():
            said[name] = said.get(name, {}) | each
    return clean.organisation(draw(st.sampled_from(list(clean.ORGANISATIONS))), **said)


def places_in(written: Any) -> Iterator[tuple[Any, Any]]:
    """Every object or list of a dossier, with each of its keys."""
    keys = range(len(written)) if isinstance(written, list) else list(written)
    for key in keys:
        yield written, key
        if isinstance(written[key], (dict, list)):
            yield from places_in(written[key])


@st.composite
def hostile(draw) -> dict[str, Any]:
    """The same, with anything in a few places, and rows that lost their ids."""
    written = copy.deepcopy(draw(contradicted()))
    places = list(places_in(written))
    for holder, key in draw(st.lists(st.sampled_from(places), min_size=1, max_size=8)):
        if key == "id":
            holder.pop(key, None)
        else:
            holder[key] = copy.deepcopy(draw(WRONG))
    return written


@settings(**QUIET)
@given(contradicted())
def test_no_two_rules_that_exclude_each_other_are_reported(written):
    found = {each.code for each in review(written, TODAY)}
    book = rulebook("fr").by_code

    assert [(a, b) for a in found for b in book[a].excludes if b in found] == []


@settings(**QUIET)
@given(hostile(), DAYS)
def test_nothing_written_stops_the_review(written, as_of):
    before = json.dumps(written, sort_keys=True)

    once, twice = review(written, as_of), review(json.loads(before), as_of)

    assert json.dumps(written, sort_keys=True) == before
    assert [each.fingerprint for each in once] == [each.fingerprint for each in twice]


@settings(**QUIET)
@given(hostile())
def test_whatever_is_found_can_be_told(written):
    for language in ("fr", "en"):
        narrator = Narrator(written, language)
        for finding in review(written, TODAY):
            assert narrator.sentence(finding)
            assert [narrator.shown(each).place.path for each in finding.reads] == [
                each.path for each in finding.reads
            ]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("X25", {"speakers": {"speakers": [{"holder": ["ines"], "deputy": ["ines"]}]}}),
        (
            "X96",
            clean.row("places.places", planned_closing="9999-12-31")
            | {"decisions": {"departure": ("anonymised", {"notice_months": -1})}},
        ),
    ],
    ids=["people who are a list", "a notice below nothing"],
)
def test_what_is_rarely_drawn_does_not_stop_the_review_either(code, said):
    assert code not in codes(clean.organisation("help forum", **said))


@settings(**(QUIET | {"max_examples": 30}))
@given(hostile())
def test_nothing_written_stops_what_is_foreseen(written):
    before = Standing(written, TODAY)
    dossier = before.dossier
    decisions = dossier.charter.decisions[:3]
    found = [each for decision in decisions for each in options(dossier, decision)]
    found += [each for choice in MAIN.values() for each in choice.candidates(dossier)]

    for each in found:
        after = Standing(changed(written, each.change), TODAY)
        assert between(before, after).tier == (before.dossier.tier, after.dossier.tier)
