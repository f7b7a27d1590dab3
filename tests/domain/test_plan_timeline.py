"""The timeline: bars in their days, in as many drawings as a page holds."""

import re
from datetime import date
from itertools import pairwise

import pytest

from conclusions.domain.plan.frames import NARROW, WIDE
from conclusions.domain.plan.timeline import HEAD, MOST, draw, drawable
from conclusions.domain.plan.timetable import outside_of, text_of, title_of, wording_of
from conclusions.domain.plan.wrapping import wide, wrapped
from strategy.domain.loading import questionnaire
from tests.conclusions import demonstration, dossier
from tests.domain.test_plan_telling import teller
from tests.plans import bare, edit, edited, plan_of, prepared


def drawn(written, as_of=date(2026, 11, 23), frame=WIDE):
    plan = bare(written, as_of)
    return draw(plan, wording_of(plan, teller(written)), frame)


def line(written, label, as_of=date(2026, 11, 23)):
    return next(
        each
        for part in drawn(written, as_of)
        for each in part.lines
        if each.label.startswith(label)
    )


def test_axis_runs_from_thirty_days_before_to_ninety_after():
    (first, *_rest) = drawn(prepared())[0].ticks

    labels = [each.label for each in drawn(prepared())[0].ticks]
    assert labels == [
        "J\N{MINUS SIGN}30",
        "J\N{MINUS SIGN}15",
        "J",
        "J+15",
        "J+30",
        "J+45",
        "J+60",
        "J+75",
        "J+90",
    ]
    assert (first.offset, first.day) == (-30, "3\N{NO-BREAK SPACE}janv.")


def test_axis_without_an_opening_has_no_day():
    written = prepared(opening={"prerequisites": [{"prerequisite": "charter"}]})

    (part,) = drawn(written)

    assert {each.day for each in part.ticks} == {""}
    assert part.today == ""


@pytest.mark.parametrize("opens", ["0001-01-01", "9999-12-31"])
def test_axis_at_the_ends_of_the_calendar_says_what_it_can(opens):
    parts = drawn(prepared(opening={"opens_on": opens}))

    assert "" in {each.day for each in parts[0].ticks}


def test_bar_covers_its_days_and_names_who_does_it():
    found = line(prepared(), "Publier la charte")

    assert (found.milestone, found.owner, found.owner_anchor) == (True, "Ines", "start")
    assert float(found.owner_x) > WIDE.begins


def test_states_are_drawn_and_not_only_coloured():
    written = edited(
        prepared(),
        edit("month_point", state="doing"),
        edit("start_monitoring", state="done"),
        edit("publish_charter", due="2026-11-20"),
    )
    as_of = date(2027, 1, 20)

    doing, done, late = (
        line(written, label, as_of)
        for label in (
            "Faire le point",
            "Mettre la veille en service",
            "Ouvrir",
        )
    )

    assert (doing.state, bool(doing.done), doing.done != doing.outline) == ("doing", True, True)
    assert (done.state, done.done == done.outline) == ("done", True)
    assert (late.done, late.notch) == ("", "")


def test_late_bar_has_a_notch():
    found = line(prepared(), "Mettre la veille en service", date(2027, 1, 20))

    assert found.notch != ""


def test_bar_that_goes_on_outside_ends_in_a_point():
    inside = prepared(change_of_course={"review_on": "2027-05-01"})
    edited_out = edited(
        inside, {"id": "a1b2c3d4e5f6", "action": "Long", "start": "2026-12-01", "due": "2027-06-30"}
    )

    found = line(edited_out, "Long")

    assert len(re.findall("L", found.outline)) == 5
    assert found.owner == ""


def test_name_stands_before_a_bar_at_the_end():
    found = line(
        edited(prepared(), edit("month_point", due="2027-05-01", owner="ines")),
        "Faire le point",
    )

    assert found.owner_anchor == "end"


def test_line_of_the_opening_crosses_no_name():
    last = {"action": "Veille", "start": "2027-01-31", "due": "2027-02-01", "owner": "ines"}
    found = line(edited(prepared(), {"id": "a1b2c3d4e5f6", **last}), "Veille")

    assert (found.owner_anchor, float(found.owner_x) > WIDE.x(0)) == ("start", True)


def test_phone_has_every_day_at_once_and_words_above_the_bars():
    (part,) = drawn(prepared(), frame=NARROW)
    found = next(each for each in part.lines if each.label == "Publier la charte")

    assert [each.label for each in part.ticks] == ["J\N{MINUS SIGN}30", "J", "J+30", "J+60", "J+90"]
    assert (part.frame.width, part.drawn) == (304, 5)
    assert float(found.words[-1].y) < float(found.owner_y)
    assert all(words.ground for each in part.lines for words in each.words)


def test_name_without_room_on_either_side_is_left_to_the_table():
    long = edited(
        prepared(),
        {"id": "a1b2c3d4e5f6", "action": "Long", "owner": "ines", "start": "2026-12-01",
         "due": "2027-06-30"},
    )  # fmt: skip

    (part,) = drawn(long, frame=NARROW)

    assert next(each.owner for each in part.lines if each.label == "Long") == ""


def test_word_of_today_is_whole_on_a_phone():
    (part,) = drawn(prepared(), date(2027, 1, 5), NARROW)

    assert float(part.told_today) > float(part.today)
    assert float(part.told_today) == pytest.approx(wide("Aujourd’hui") * NARROW.letter, abs=0.1)


LONG = "Faire relire la charte, ses rappels et ses horaires par trois clients fidèles " * 2


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_long_title_takes_lines_and_loses_nothing(frame):
    action = {"id": "a1b2c3d4e5f6", "action": LONG, "start": "2027-01-20", "due": "2027-02-01"}

    (part,) = drawn(edited(prepared(), action), frame=frame)
    found, after = next(pair for pair in pairwise(part.lines) if pair[0].label == LONG.strip())

    assert " ".join(each.text for each in found.words) == LONG.strip()
    assert all(wide(each.text) <= frame.longest for each in found.words)
    assert float(found.words[-1].y) < float(after.y)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("", ("",)),
        ("un deux trois", ("un deux", "trois")),
        ("illisiblement", ("illisiblem", "ent")),
        ("MAMMOUTH", ("MAMMOU", "TH")),
        ("你好世界你好", ("你好世界", "你好")),
    ],
)
def test_words_are_set_on_lines_by_how_wide_they_are(words, lines):
    assert wrapped(words, 8) == lines


def test_opening_and_today_have_their_lines():
    (part,) = drawn(prepared(), date(2027, 1, 20))

    assert float(part.opening) == pytest.approx(WIDE.x(0), abs=0.1)
    assert float(part.today) == pytest.approx(WIDE.x(-13), abs=0.1)
    assert (part.frame.width, part.drawn) == (688, 12)


def test_what_waits_is_linked_and_the_opening_is_not():
    written = prepared(hours={"people": [{"person": "ines", "mission": "measurement"}]},
                       indicators={"indicators": [{"indicator": "Délai"}]})  # fmt: skip

    (part,) = drawn(written)

    assert part.links.count("M") == 4


def test_long_plan_is_cut_and_names_its_phase_again():
    plan = plan_of(demonstration("sauvelande-fr"))
    parts = draw(plan, wording_of(plan, teller(demonstration("sauvelande-fr"))))

    assert [each.foot - HEAD <= MOST for each in parts] == [True, True]
    assert [part.lines[0].heading for part in parts] == [True, True]
    assert sum(each.drawn for each in parts) == sum(map(len, drawable(plan).values()))


def test_drawing_is_told_in_words():
    told, (part,) = teller(prepared()), drawn(prepared(), date(2027, 1, 20))

    assert text_of(told, part) == (
        "Actions dessinées\N{NO-BREAK SPACE}: 12\N{NO-BREAK SPACE}; faites\N{NO-BREAK SPACE}: 0"
        "\N{NO-BREAK SPACE}; en retard\N{NO-BREAK SPACE}: 3. Le tableau qui suit dit la même chose."
    )
    assert title_of(told, 1, 1) == "Frise du plan, de J\N{MINUS SIGN}30 à J+90"
    assert title_of(told, 1, 2) == "Frise du plan, de J\N{MINUS SIGN}30 à J+90 (1 sur 2)"


def test_what_stands_off_the_drawing_is_counted():
    written = prepared(change_of_course={"review_on": "2027-12-01"})
    plan, told = bare(written), teller(written)

    assert outside_of(plan, told, drawn(written)).startswith("Hors de la frise")
    assert outside_of(bare(prepared()), told, drawn(prepared())).endswith("7.")


def test_plan_without_actions_draws_nothing():
    nothing = {each.id: {"state": "not_applicable"} for each in questionnaire("fr").questions}

    assert drawn(dossier() | {"answers": nothing}) == ()


def test_action_with_a_day_is_not_drawn_while_nothing_opens():
    written = edited(dossier(), {"id": "row000000001", "title": "Écrire", "due": "2026-12-01"})

    plan = bare(written, date(2026, 11, 23))

    assert [each.offset for each in plan.actions if each.row.get("title")] == [None]
    shown = [each for actions in drawable(plan).values() for each in actions]
    assert [each for each in shown if each.row.get("title")] == []
