"""Publics in their circles, the test of ambassadors, how far it carries, the drawing."""

from datetime import date
from decimal import Decimal

import pytest

from conclusions.domain.audiences import ambassadors, circle_words, circles, rings
from conclusions.domain.audiences.circle_words import CIRCLES
from conclusions.domain.audiences.circle_words import circle_words as shipped
from conclusions.domain.audiences.circles import Placed, Public, Relay, Ring
from conclusions.domain.audiences.reach import Share, reach, rounded_up
from conclusions.domain.derived import derived_id
from conclusions.domain.dossier import Dossier
from conclusions.domain.rulebook import CONTENT
from tests.conclusions import codes, dossier

PUBLICS = [
    {"audience": "Fidèles tardifs", "circle": "loyal", "rank": "3"},
    {"audience": "Fidèles", "circle": "loyal", "rank": "1"},
    {"audience": "Équipe", "circle": "employees"},
    {"audience": "Curieux"},
]


def read(**answers):
    return Dossier(dossier(**answers))


def test_derived_id_is_twelve_signs_that_stay():
    assert derived_id("message", "d6p4ztf1zjc8") == "t0oldg0q6gbv"
    assert derived_id("message", "a1") != derived_id("place", "a1")


def test_publics_are_numbered_from_the_inside_out_by_rank():
    placed = circles.placed(
        read(
            receivers={"audiences": PUBLICS},
            relays={"relays": [{"relay": "Forum", "consideration": "access"}]},
        )
    )

    assert placed.rings[0].publics == (Public("audiences3", 1, None),)
    assert placed.rings[1].publics == (
        Public("audiences2", 2, Decimal(1)),
        Public("audiences1", 3, Decimal(3)),
    )
    assert placed.rings[4].relays == (Relay("relays1", 4, rewarded=True),)
    assert placed.rings[4].numbers == (4,)
    assert placed.unplaced == ("audiences4",)
    assert (placed.count, placed.relay_count, placed.is_empty) == (3, 1, False)


def test_circles_of_nothing_are_empty():
    placed = circles.placed(read())

    assert placed.is_empty
    assert [ring.publics for ring in placed.rings] == [()] * 6
    assert [ring.number for ring in placed.rings] == [1, 2, 3, 4, 5, 6]


YES = dict.fromkeys(ambassadors.CONDITIONS, True)


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        pytest.param({}, "ambassador", id="all five"),
        pytest.param({"disclosed": False}, "paid_partner", id="something undisclosed"),
        pytest.param({"knows": False}, "follower", id="does not know it"),
        pytest.param({"recommends": None}, "customer", id="has not recommended"),
        pytest.param({"agreed": False}, "contributor", id="did not agree"),
    ],
)
def test_ambassador_needs_all_five_conditions(answers, word):
    row = {"who": "Inès", "since": "2026-10-01", **YES, **answers}
    (tested,) = ambassadors.tested(read(ambassadors={"people": [row]}))

    assert (tested.word, tested.since) == (word, date(2026, 10, 1))
    assert tested.is_ambassador is (word == "ambassador")


def test_rewarded_relay_that_is_no_ambassador_is_a_paid_partner():
    relays = {"relays": [{"relay": "Chaîne Banc, essais", "consideration": "product"}]}
    row = {"who": "chaîne banc", **YES, "agreed": False}

    (tested,) = ambassadors.tested(read(ambassadors={"people": [row]}, relays=relays))

    assert tested.word == "paid_partner"


def test_x54_fires_on_a_recommendation_that_hides_its_price():
    row = {"who": "Inès", **YES, "disclosed": False}

    assert "X54" in codes(dossier(ambassadors={"people": [row]}))
    assert "X54" not in codes(dossier(ambassadors={"people": [row | {"recommends": False}]}))


def test_reach_adds_upper_bounds_and_leaves_out_what_is_unknown():
    voices = [
        {"voice": "Chaîne Banc", "tone": "neutral", "audience": "under_100000"},
        {"voice": "Forum", "tone": "critical", "audience": "more"},
        {"voice": "Muets", "tone": "silent", "audience": "under_1000"},
        {"voice": "Blog", "tone": "favourable", "audience": "under_10000"},
        {"voice": "Revue", "tone": "neutral", "tie": "press", "audience": "more"},
        {"voice": "Rival", "tone": "neutral", "tie": "competitor", "audience": "under_100000"},
        {"voice": "Fâchés", "tone": "hostile", "audience": "under_100000"},
    ]
    found = reach(
        read(
            voices={"voices": voices},
            relays={
                "relays": [{"relay": "chaîne  banc, essais"}, {"relay": "Club"}, {"reason": "?"}]
            },
            places={
                "places": [
                    {"place": "Le Coin", "owner": "us"},
                    {"place": "Boutique", "owner": "us"},
                ]
            },
            reach={
                "relays": [{"relay": "relays2", "audience": "under_1000"}, {"basis": "?"}],
                "places": [],
            },
            decisions={
                "space": ("public_community", {"name": "Le Coin", "expected_members": "900"})
            },
        )
    )

    assert found.shares == (
        Share("relays", 2, 1, 101_000),
        Share("places", 1, 1, 900),
        Share("voices", 1, 1, 10_000),
    )
    assert (found.known, found.unknown, found.ceiling) == (4, 3, 120_000)


def test_reach_of_a_place_is_what_the_register_says():
    places = {"places": [{"place": "Forum", "owner": "third_party"}]}
    known = {"places": [{"place": "places1", "audience": "under_10000"}]}

    assert reach(read(places=places, reach=known)).shares == (Share("places", 1, 0, 10_000),)


def test_reach_of_nothing_has_no_share():
    assert (reach(read()).shares, reach(read()).ceiling) == ((), 0)


@pytest.mark.parametrize(("people", "rounded"), [(0, 0), (7, 7), (99, 99), (134_900, 140_000)])
def test_ceiling_is_rounded_up_to_two_figures(people, rounded):
    assert rounded_up(people) == rounded


def test_drawing_marks_publics_and_relays_each_in_its_ring():
    ring = Ring("relays", (Public("a", 1, None),), (Relay("b", 2, rewarded=False),))
    drawn = rings.draw(Placed((ring,), ()), {"relays": "Relais"}, centre="Nous")

    (band,) = drawn.bands
    assert (drawn.centre, band.number, band.label, band.inner) == ("Nous", 5, "Relais", False)
    assert [(mark.words, mark.kind) for mark in band.marks] == [("1", "public"), ("2", "relay")]
    assert float(band.marks[1].left) < float(band.marks[1].x) < 240
    assert float(band.marks[1].top) < float(band.marks[1].y)


@pytest.mark.parametrize("count", [1, 6, 7, 500])
def test_drawing_never_lets_marks_overlap(count):
    publics = tuple(Public(str(each), each, None) for each in range(1, count + 1))
    drawn = rings.draw(Placed((Ring("employees", publics, ()),), ()), {}, centre="")

    marks = drawn.bands[0].marks
    points = [(float(mark.x), float(mark.y)) for mark in marks]
    apart = [
        (x - other_x) ** 2 + (y - other_y) ** 2
        for place, (x, y) in enumerate(points)
        for other_x, other_y in points[:place]
    ]
    assert min(apart, default=24**2) >= 24**2
    told = [mark.words for mark in marks]
    assert len(marks) < 10
    assert told[-1] == (str(count) if count < 8 else f"+{count - len(marks) + 1}")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_words_of_circles_are_sound(language):
    assert list(circle_words.problems(language)) == []
    assert shipped(language).circle["loyal"].number == 2
    assert set(shipped(language).step) == set(circle_words.STEPS)
    assert list(shipped(language).word) == [each.id for each in shipped(language).words]


def test_days_are_written_as_the_language_does():
    assert [shipped("fr").day(each) for each in (-1, 0, 2)] == ["J\N{MINUS SIGN}1", "J", "J+2"]
    assert shipped("en").days("loyal") == "D\N{MINUS SIGN}1 to D"
    assert shipped("en").days("employees") == "D\N{MINUS SIGN}1"


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            'id = "employees"',
            'id = "everybody"',
            f"circles.toml: [[circle]] should be {', '.join(CIRCLES)}, in this order.",
        ),
        (
            "first = -1\nlast = 0",
            "first = 1\nlast = 0",
            "circles.toml: loyal learns last before it learns first.",
        ),
        (
            "first = -1",
            'first = "soon"',
            "circles.toml employees: first should be a whole number, not 'soon'.",
        ),
    ],
)
def test_broken_words_of_circles_are_told(tmp_path, before, after, problem):
    text = (CONTENT / "circles.toml").read_text()
    assert before in text
    (tmp_path / "circles.toml").write_text(text.replace(before, after, 1))

    assert list(circle_words.problems("fr", tmp_path)) == [problem]
