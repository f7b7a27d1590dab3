"""Who learns what in which order, and who is spoken to."""

from datetime import date

import pytest

from conclusions.domain.audiences import information
from conclusions.domain.derived import derived_id
from conclusions.domain.dossier import Dossier
from tests.conclusions import codes, dossier, found

MOMENT = {"label": "Ouverture", "nature": "key_moment", "from": "2027-02-02"}
# A first row without days, so that the table is not taken for weekly hours.
MOMENTS = [{"label": "Calme", "nature": "quiet_period"}, MOMENT]
INNER = [{"audience": "Équipe", "circle": "employees"}, {"audience": "Presse", "circle": "relays"}]


def read(**answers):
    return Dossier(dossier(**answers))


def steps_of(**answers):
    return [
        [(each.circle, each.day) for each in one.steps] for one in information.news(read(**answers))
    ]


def planned(*steps, **answers):
    return dossier(
        receivers={"audiences": INNER},
        rhythm={"moments": MOMENTS},
        information_order={"steps": [{"news": "ouverture", **step} for step in steps]},
        **answers,
    )


def test_key_moment_follows_the_order_of_circles():
    assert steps_of(receivers={"audiences": INNER}, rhythm={"moments": MOMENTS}) == [
        [("employees", -1), ("relays", 0)]
    ]


@pytest.mark.parametrize(
    ("public", "told"),
    [
        ("audiences3", [("employees", -1), ("observers", 0)]),
        ("audiences1", [("employees", -1)]),
        ("", [("employees", -1)]),
    ],
)
def test_promise_goes_to_its_public_and_to_those_before_it(public, told):
    audiences = [*INNER, {"audience": "Critiques", "circle": "observers"}]
    message = {"message": "Bilan", "promise": True, "due": "2027-03-31", "audience": public}

    answers = {"receivers": {"audiences": audiences}, "messages": {"messages": [message]}}

    assert steps_of(**answers) == [told]


def test_day_a_promise_is_due_is_not_the_day_it_is_announced():
    message = {"message": "Bilan", "promise": True, "due": "2027-03-31"}

    (news,) = information.news(read(messages={"messages": [message]}))

    assert (news.name, news.day) == ("Bilan", None)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ({"announced": True}, 0),
        ({"state": "kept"}, 0),
        ({"announced": False}, 1),
        ({"state": ["kept"]}, 1),
        ({"id": "a row of its own", "announced": True}, 1),
    ],
)
def test_promise_that_is_known_or_over_is_no_news(said, left):
    message = {"message": "Bilan", "promise": True}
    row = {"id": derived_id("message", "messages1"), "promise": "Bilan", **said}

    found = read(messages={"messages": [message]}, promises={"promises": [row]})

    assert len(information.news(found)) == left


def test_quiet_periods_and_messages_without_a_promise_are_no_news():
    quiet = {"label": "Août", "nature": "quiet_period"}

    assert (
        steps_of(rhythm={"moments": [quiet]}, messages={"messages": [{"message": "Bonjour"}]}) == []
    )


def test_register_sets_a_day_for_a_public_or_a_circle():
    written = planned({"public": "audiences2", "day": "2"}, {"circle": "employees", "day": "-3"})

    (news,) = information.news(Dossier(written))

    assert [(each.circle, each.day, each.row) for each in news.steps] == [
        ("employees", -3, "steps2"),
        ("relays", 2, "steps1"),
    ]
    assert (news.planned, news.early, news.on(-3)) == (True, (), date(2027, 1, 30))


@pytest.mark.parametrize(
    "step",
    [
        pytest.param({"public": "audiences2"}, id="without a day"),
        pytest.param({"day": "0"}, id="without anybody"),
        pytest.param({"circle": "relays", "day": "9999"}, id="out of this world"),
    ],
)
def test_row_that_does_not_say_who_and_when_changes_nothing(step):
    (news,) = information.news(Dossier(planned(step)))

    assert not news.planned


def test_news_of_the_register_alone_has_no_day():
    written = dossier(
        information_order={
            "steps": [{"news": "Rachat", "circle": "relays", "day": "0"}, {"news": " "}]
        }
    )

    (news,) = information.news(Dossier(written))

    assert (news.name, news.day, news.on(0)) == ("Rachat", None, None)


@pytest.mark.parametrize("audience", ["audiences1", "audiences2"])
def test_news_that_reaches_nobody_in_the_first_two_circles_reaches_the_others_too_early(audience):
    audiences = [{"audience": "Presse", "circle": "relays"}, {"audience": "?"}]
    message = {"message": "Bilan", "promise": True, "audience": audience}

    found = information.news(
        read(receivers={"audiences": audiences}, messages={"messages": [message]})
    )

    told = {"audiences1": ["relays"], "audiences2": []}[audience]
    assert [[step.circle for step in each.early] for each in found] == [told]


def test_x52_fires_when_the_register_tells_the_press_alone():
    alone = {"steps": [{"news": "Rachat", "circle": "relays", "day": "0"}]}

    assert "X52" in codes(dossier(information_order=alone))


def test_day_beyond_the_calendar_is_none():
    news = information.News("Fin", date.max, information.Place("question", "x"), ())

    assert news.on(1) is None


def test_x52_fires_when_the_press_learns_before_the_team():
    assert found(planned({"public": "audiences2", "day": "-2"}), "X52").values["news"].ids == (
        "steps1",
    )


@pytest.mark.parametrize("day", ["-1", "0", "3"])
def test_x52_is_silent_when_the_team_is_not_overtaken(day):
    assert "X52" not in codes(planned({"public": "audiences2", "day": day}))


def test_x52_fires_when_the_inner_circle_is_put_back():
    assert "X52" in codes(planned({"circle": "employees", "day": "1"}))


TWO = [{"message": "A", "audience": "audiences1"}, {"message": "B", "audience": "audiences1"}]


def test_x53_fires_when_nothing_is_said_to_the_first_public():
    ranked = [{"audience": "Fidèles", "rank": "2"}, {"audience": "Équipe", "rank": "1"}]
    written = dossier(receivers={"audiences": ranked}, messages={"messages": TWO})

    assert found(written, "X53").values["public"].ids == ("audiences2",)


@pytest.mark.parametrize(
    ("rank", "messages"),
    [
        pytest.param("1", TWO, id="something is said to it"),
        pytest.param("2", TWO, id="no public is first"),
        pytest.param("1", TWO[:1], id="one message only"),
        pytest.param("1", [*TWO, {"message": "C"}], id="a message is for nobody yet"),
    ],
)
def test_x53_is_silent(rank, messages):
    audiences = [{"audience": "Fidèles", "rank": rank}]

    assert "X53" not in codes(
        dossier(receivers={"audiences": audiences}, messages={"messages": messages})
    )
