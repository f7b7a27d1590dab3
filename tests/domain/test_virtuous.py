"""The virtuous circle: proofs, locks, breaks, and how it is drawn."""

import pytest

from conclusions.domain.audiences import wheel
from conclusions.domain.audiences.circle_words import STEPS, circle_words
from conclusions.domain.audiences.virtuous import virtuous_circle
from conclusions.domain.dossier import Dossier
from tests.conclusions import TODAY, codes, dossier, found, register


def steps(**given):
    return {"steps": [{"id": name, **row} for name, row in given.items()]}


FOUR = {name: {"proof": "Vu", "date": "2026-11-01", "owner": "ines"} for name in STEPS[:4]}


def states(written, as_of=TODAY):
    return [each.state for each in virtuous_circle(Dossier(written), as_of).steps]


def test_circle_of_nothing_keeps_steps_five_to_seven_locked():
    assert states(dossier()) == ["missing"] * 4 + ["locked"] * 3 + ["missing"]


def test_four_proofs_unlock_the_next_three():
    written = dossier(
        virtuous_circle=steps(**FOUR, recognition={"proof": "Merci", "date": "2026-11-02"})
    )

    assert states(written) == ["proven"] * 5 + ["missing"] * 3
    assert "X55" not in codes(written)


def test_proof_older_than_six_months_breaks_the_loop_and_unlocks_still():
    old = {"answer": {"proof": "Vu", "date": "2026-05-22"}}
    written = dossier(virtuous_circle=steps(**FOUR | old))

    assert states(written)[:5] == ["proven", "proven", "broken", "proven", "missing"]
    assert found(written, "X55").variant == "broken"
    assert virtuous_circle(Dossier(written), TODAY).proven == 3


@pytest.mark.parametrize("row", [{"proof": "Vu"}, {"proof": "Vu", "date": "2026-12-24"}])
def test_proof_without_a_past_date_is_none_yet(row):
    assert states(dossier(virtuous_circle=steps(**FOUR | {"answer": row})))[2:5] == [
        "undated",
        "proven",
        "locked",
    ]


def test_x55_fires_on_a_locked_step_proven_all_the_same():
    written = dossier(virtuous_circle=steps(participation={"proof": "Idées", "date": "2026-11-01"}))

    assert found(written, "X55").values["steps"].ids == ("participation",)


def test_answers_prove_steps_where_they_can():
    written = register(
        {"promise": "Du pain", "state": "kept", "settled_on": "2026-11-03", "owner": "marc"},
        voices={
            "voices": [
                {"voice": "Blog", "last_said": "2026-11-01"},
                {"voice": "Forum", "last_said": "2026-11-10"},
            ]
        },
        feedback={
            "returns": [
                {
                    "last_change": "Four",
                    "public_return": "Lettre",
                    "obtained_on": "2026-10-12",
                    "recipient": "ines",
                }
            ]
        },
        ambassadors={
            "people": [
                {
                    "who": "Inès",
                    "since": "2026-11-05",
                    "knows": True,
                    "recommends": True,
                    "disclosed": True,
                    "informed_first": True,
                    "agreed": True,
                }
            ]
        },
        virtuous_circle=steps(
            answer=FOUR["answer"], satisfaction=FOUR["answer"], listening={"owner": "marc"}
        ),
    )

    found = virtuous_circle(Dossier(written), TODAY).steps
    told = {each.id: (each.proof.words, each.owner, each.derived) for each in found if each.proof}
    assert told == {
        "kept_promise": ("Du pain", "marc", True),
        "listening": ("Forum", "marc", True),
        "answer": ("Vu", "ines", False),
        "satisfaction": ("Vu", "ines", False),
        "recommendation": ("Inès", "", True),
        "change": ("Four", "ines", True),
    }


def test_wheel_draws_each_state_with_its_shape():
    written = dossier(
        virtuous_circle=steps(**FOUR | {"answer": {"proof": "Vu", "date": "2025-01-01"}})
    )
    drawn = wheel.draw(virtuous_circle(Dossier(written), TODAY), circle_words("fr").step)

    assert [node.state for node in drawn.nodes][:4] == ["proven", "proven", "broken", "proven"]
    assert [node.anchor for node in drawn.nodes] == [
        "middle",
        "start",
        "start",
        "start",
        "middle",
        "end",
        "end",
        "end",
    ]
    assert [link.open for link in drawn.links][:4] == [False, False, True, False]
    assert (drawn.proven, drawn.total, drawn.nodes[0].label) == (3, 8, "Promesse tenue")
