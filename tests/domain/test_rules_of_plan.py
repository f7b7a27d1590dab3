"""X42 to X45: the plan against itself."""

from datetime import date

import pytest

from conclusions.domain.telling import Narrator
from tests.conclusions import codes, demonstration, dossier, found
from tests.plans import edit, edited, prepared

PROMISE = {"message": "Oui", "promise": True, "due": "2026-11-01"}
LATE = {"prerequisite": "charter", "due": "2026-11-01"}
OPENS = "2027-02-02"


def opening(*prerequisites, opens_on=OPENS):
    return {"opens_on": opens_on, "prerequisites": list(prerequisites)}


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(dossier(opening=opening(LATE)), id="a prerequisite"),
        pytest.param(
            dossier(messages={"messages": [PROMISE]}),
            id="a promise",
        ),
        pytest.param(
            edited(dossier(), {"id": "a1b2c3d4e5f6", "action": "Inviter", "due": "2026-11-01"}),
            id="an action of their own",
        ),
        pytest.param(
            edited(prepared(opening=opening({"prerequisite": "charter"})),
                   edit("publish_charter", due="2026-11-01")),
            id="a date set by hand",
        ),
    ],
)  # fmt: skip
def test_x42_fires_on_what_is_late_and_nobodys(written):
    assert "X42" in codes(written)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(dossier(opening=opening(LATE | {"owner": "ines"})), id="somebody’s"),
        pytest.param(dossier(opening=opening(LATE | {"done_on": "2026-10-30"})), id="done"),
        pytest.param(dossier(opening=opening(LATE | {"due": "2026-12-01"})), id="not yet"),
        pytest.param(
            edited(dossier(opening=opening(LATE)), edit("publish_charter", owner="marc")),
            id="somebody’s in the plan",
        ),
        pytest.param(
            edited(dossier(opening=opening(LATE)), edit("publish_charter", state="dropped")),
            id="dropped",
        ),
        pytest.param(
            edited(dossier(), edit("publish_charter", due="2026-11-01")),
            id="an action that is gone",
        ),
        pytest.param(
            edited(dossier(), {"id": "plan_1", "due": "2026-11-01"}), id="a row of no action"
        ),
    ],
)
def test_x42_is_silent(written):
    assert "X42" not in codes(written)


def test_x42_reads_the_row_that_mends_it():
    finding = found(dossier(opening=opening(LATE)), "X42")

    assert [each.path.rpartition("/")[2] for each in finding.reads] == ["due", "owner"]
    assert finding.mends[0].path == "rows/prerequisites/prerequisites1/owner"


def working(hours, **also):
    return {"people": [{"person": "ines", "mission": "answering", "weekly_hours": hours}], **also}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(prepared(hours=working("1")), True, id="an hour a week"),
        pytest.param(prepared(hours=working("40")), False, id="a full-time post"),
        pytest.param(prepared(hours={"weekly_hours": "1"}), True, id="the sum alone"),
        pytest.param(
            prepared(hours={"weekly_hours": "1", "people": [{"person": "ines"}]}),
            True,
            id="the sum beside rows without hours",
        ),
        pytest.param(prepared(), False, id="no hours said"),
        pytest.param(
            prepared(opening={"opens_on": "2026-11-20"}, hours=working("1")),
            False,
            id="already open",
        ),
        pytest.param(
            edited(prepared(hours=working("1")), *(
                {"id": f"{number:012}", "action": "Préparer", "due": OPENS} for number in range(300)
            )),
            False,
            id="more than anybody reads",
        ),
    ],
)  # fmt: skip
def test_x43_weighs_work_against_time(written, expected):
    assert ("X43" in codes(written)) is expected


def test_x43_counts_what_is_due_by_the_opening():
    late = {"id": "a1b2c3d4e5f6", "action": "Un", "effort": "500", "due": "2027-02-03"}
    soon = late | {"due": "2027-02-02"}

    with_late, with_soon = (edited(prepared(hours=working("20")), each) for each in (late, soon))

    assert ("X43" in codes(with_late), "X43" in codes(with_soon)) == (False, True)


def loaded(*efforts, weekly="10", due="2027-01-20", opens=OPENS):
    """An opening that a large team prepares, and actions that Ines alone has to do."""
    people = [
        {"person": "ines", "mission": "answering", "weekly_hours": weekly},
        {"person": "marc", "mission": "answering", "weekly_hours": "90"},
    ]
    actions = [
        {"id": f"{number:012}", "action": "Un", "owner": "ines", "effort": each, "due": due}
        for number, each in enumerate(efforts)
    ]
    opening = {"opens_on": opens}
    return edited(dossier(opening=opening, hours={"people": people}), *actions)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(loaded("50", "46"), True, id="more than a post in one month"),
        pytest.param(loaded("50", "45"), False, id="just what a post holds"),
        pytest.param(loaded("120", weekly="30"), False, id="what fits in the hours given before"),
        pytest.param(loaded("20", weekly="30", due="2027-03-10"), True, id="besides those, after"),
        pytest.param(
            loaded("20", weekly="35", due="2027-03-10"), False, id="more than a post given"
        ),
        pytest.param(loaded("96", opens="2026-11-20"), True, id="already open"),
        pytest.param(loaded("96", opens=None), False, id="no opening"),
    ],
)
def test_x43_weighs_the_month_of_one_person(written, expected):
    finding = found(written, "X43")

    assert (finding is not None and finding.variant == "person") is expected


def test_x43_names_the_person_the_month_and_what_a_post_holds():
    written = loaded("100", due="2027-01-20")

    told = Narrator(written, "fr").sentence(found(written, "X43"))
    paths = [place.path for place in found(written, "X43").mends]

    assert told.replace("\xa0", " ") == (
        "En janvier 2027, le plan demande 100 heures à Ines, qui en donne déjà 43,3 à la "
        "question 22 : 143,3 en tout, quand un plein temps en compte 138,7 d’utiles."
    )
    assert paths == [
        "rows/actions/000000000000/owner",
        "rows/actions/000000000000/due",
        "rows/people/people1/weekly_hours",
        "header/opens_on",
    ]


def test_x43_counts_what_is_late_in_the_month_that_runs():
    written = loaded("100", due="2026-10-02")

    assert found(written, "X43").values["month"].day == date(2026, 11, 1)


def test_x43_leaves_out_what_is_done():
    soon = {"id": "a1b2c3d4e5f6", "action": "Un", "effort": "500", "state": "done"}

    assert "X43" not in codes(edited(prepared(hours=working("20")), soon))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(edit("publish_charter", due="2027-02-03"), True, id="the day after"),
        pytest.param(edit("publish_charter", due="2027-02-02"), False, id="the day itself"),
        pytest.param(
            edit("publish_charter", due="2027-02-03", state="dropped"), False, id="dropped"
        ),
        pytest.param(edit("month_point", due="2027-03-20"), False, id="no prerequisite"),
    ],
)
def test_x44_reports_a_prerequisite_moved_after_the_opening(row, expected):
    assert ("X44" in codes(edited(prepared(), row))) is expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(edit("month_point", due="2027-02-10", start="2027-02-01"), False, id="alone"),
        pytest.param(edit("opening", start="2027-01-10"), True, id="before the charter"),
        pytest.param(
            edit("opening", start="2027-01-10", independent=True), False, id="not waiting"
        ),
        pytest.param(edit("nothing", start="2027-01-10"), False, id="an action that is gone"),
        pytest.param(edit("opening", effort="3"), False, id="no date set"),
    ],
)
def test_x45_reports_what_starts_too_early(row, expected):
    assert ("X45" in codes(edited(prepared(), row))) is expected


FIRST = {"id": "a1b2c3d4e5f6", "action": "Écrire", "due": "2027-01-20"}
NEXT = {"id": "b1b2c3d4e5f6", "action": "Relire", "start": "2027-01-20", "after": [FIRST["id"]]}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([FIRST, NEXT], True, id="the day the other ends"),
        pytest.param([FIRST, NEXT | {"start": "2027-01-21"}], False, id="the day after"),
        pytest.param([FIRST | {"state": "done"}, NEXT], False, id="the other is done"),
        pytest.param([NEXT], False, id="the other is gone"),
        pytest.param(
            [NEXT | {"start": "2027-01-10", "after": [edit("publish_charter")["id"]]}],
            True,
            id="what follows from answers",
        ),
    ],
)
def test_x45_reports_actions_of_their_own_that_start_too_early(rows, expected):
    assert ("X45" in codes(edited(prepared(), *rows))) is expected


def test_x45_knows_what_is_brought_forward_for_an_action_that_follows():
    free = {"id": FIRST["id"], "action": "Écrire"}
    promised = edit("keep_promise", "messages1", after=[free["id"]])
    message = {"messages": [PROMISE | {"due": "2027-01-18"}]}

    written = edited(prepared(messages=message), free, NEXT, promised)

    assert "X45" not in codes(written)
    assert "X45" in codes(edited(written, free, NEXT))


def test_halfway_demonstration_has_more_work_than_time():
    finding = found(demonstration("sauvelande-fr"), "X43", date(2026, 11, 23))

    assert finding.values["needed"] > finding.values["given"]
