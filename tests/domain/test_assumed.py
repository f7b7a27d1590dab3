"""What is only assumed: the same answers and decisions wherever they are counted."""

from conclusions.domain.dossier import Dossier
from conclusions.domain.living.assumed import assumed
from conclusions.domain.plan.plan import build
from tests.conclusions import TODAY, demonstration, dossier


def sure(written, confidence, *names, state="draft"):
    for part in ("answers", "decisions"):
        for name in written[part].keys() & set(names):
            written[part][name] |= {"confidence": confidence, "state": state}
    return written


def said(**sheet):
    return sure(
        dossier(
            tone={"signature": "brand"},
            practices={"note": "Vu"},
            image={"said": "Sérieux"},
            decisions={"space": "public_community", "criticism": "kept"},
        ),
        "assumed",
        "tone",
        "practices",
        "space",
        **sheet,
    )


def ids(written):
    return [each.id for each in assumed(Dossier(written))]


def test_answers_registers_and_decisions_are_counted_in_their_order():
    assert ids(said()) == ["tone", "practices", "space"]


def test_what_is_observed_or_says_nothing_is_not_assumed():
    assert ids(sure(said(), "observed", "tone")) == ["practices", "space"]
    assert ids(said(state="empty")) == []


def test_decision_that_does_not_apply_is_left_out():
    written = dossier(decisions={"space": "third_party_page", "registration": "open"})

    assert "registration" not in ids(sure(written, "assumed", "registration", "space"))


def test_plan_counts_the_same():
    written = demonstration("sauvelande-fr")
    plan = build(Dossier(written), TODAY)

    (action,) = (each for each in plan.derived if each.kind.id == "check_assumed")
    assert [each.id for each in action.instance.reads] == ids(written)
    assert len(ids(written)) == 12
