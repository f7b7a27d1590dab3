"""The dial says where one stands, by form as well as by colour."""

from strategy.domain import dial
from strategy.domain.loading import questionnaire

HEADINGS = (("who", 5), ("what", 4), ("where", 3), ("when", 4), ("how", 5), ("much", 3), ("why", 3))


def standings(state="empty"):
    return [
        (heading, f"{heading}-{index}", state, f"{heading} {index} ?")
        for heading, count in HEADINGS
        for index in range(count)
    ]


def one(state):
    return dial.draw([("who", "receivers", state, "Who?")]).ticks[0]


def test_dial_has_a_tick_for_each_question_in_seven_arcs():
    drawn = dial.draw(standings())

    assert [(arc.heading, len(arc.ticks)) for arc in drawn.arcs] == list(HEADINGS)
    assert [tick.number for tick in drawn.ticks] == list(range(1, 28))
    assert len({tick.path for tick in drawn.ticks}) == drawn.total == 27


def test_dial_of_the_shipped_questions_follows_their_numbers():
    shipped = questionnaire("fr").questions

    drawn = dial.draw((each.heading, each.id, "empty", each.title) for each in shipped)

    assert [tick.question for tick in drawn.ticks] == [each.id for each in shipped]
    assert len(drawn.arcs) == 7


def test_dial_starts_just_after_north_and_ends_just_before():
    drawn = dial.draw(standings())

    first, last = drawn.arcs[0].path, drawn.arcs[-1].path
    start, end = first[1:].split("A")[0], " ".join(last.split(" ")[-2:])
    assert start == "130.6 13.5"
    assert end == "109.4 13.5"


def test_tick_of_each_state_has_its_own_form():
    full = one("done").path

    assert one("empty").path == full
    assert one("not_applicable").path == full
    assert one("draft").path.split("L")[0] == full.split("L")[0]
    assert one("draft").path != full
    assert one("contradicted").path.count("L") == 4


def test_tick_of_an_unknown_state_is_empty():
    assert one("lost").state == "empty"


def test_dial_counts_every_state():
    drawn = dial.draw(
        [
            ("who", "a", "done", "A"),
            ("who", "b", "not_applicable", "B"),
            ("what", "c", "draft", "C"),
        ]
    )

    assert drawn.counts == {
        "empty": 0,
        "draft": 1,
        "done": 1,
        "contradicted": 0,
        "not_applicable": 1,
    }
    assert (drawn.settled, drawn.total) == (2, 3)
    assert [arc.settled for arc in drawn.arcs] == [2, 0]


def test_dial_gathers_the_ticks_of_a_state_in_one_stroke():
    drawn = dial.draw([*standings()[:2], ("who", "x", "done", "X")])

    assert [state for state, _ in drawn.strokes] == ["empty", "done"]
    assert drawn.strokes[0][1].count("M") == 2


def test_dial_names_headings_outside_the_ring():
    drawn = dial.draw(standings(), {"who": "Qui ?", "how": "Comment ?"})

    assert [(arc.label, arc.anchor) for arc in drawn.arcs] == [
        ("Qui ?", "start"),
        ("", "start"),
        ("", "start"),
        ("", "middle"),
        ("Comment ?", "end"),
        ("", "end"),
        ("", "end"),
    ]


def test_needle_points_at_the_current_question():
    assert dial.draw(standings(), current="why-2").needle.startswith("M")
    assert dial.draw(standings(), current="nowhere").needle == ""


def test_needle_turns_with_the_question():
    needles = {dial.draw(standings(), current=each[1]).needle for each in standings()}

    assert len(needles) == 27


def test_dial_of_nothing_is_empty():
    drawn = dial.draw([])

    assert (drawn.arcs, drawn.total, drawn.rim, drawn.strokes) == ((), 0, "", ())


def test_arc_alone_goes_more_than_half_round():
    drawn = dial.draw(standings()[:5])

    assert " 0 1 1 " in drawn.rim
