"""Anything written anywhere has a plan, that can be told and drawn."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from conclusions.domain.dossier import Dossier
from conclusions.domain.plan.deriving import id_of
from conclusions.domain.plan.graph import loop_in
from conclusions.domain.plan.overlay import COLUMNS, STATES
from conclusions.domain.plan.plan import build
from conclusions.domain.plan.telling import PlanTeller
from conclusions.domain.plan.timeline import draw
from conclusions.domain.plan.timetable import text_of, title_of, wording_of
from conclusions.domain.review import review
from conclusions.domain.telling import Narrator
from tests.conclusions import TODAY, demonstration
from tests.domain.test_hostile import QUIET, WRONG, hostile
from tests.plans import edited

IDS = [id_of(kind) for kind in ("publish_charter", "opening", "month_point", "rehearse_crisis")]
IDS += ["a1b2c3d4e5f6", "planzzzzzzzz"]
DATES = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)
SOUND = {
    "owner": st.just("adfx109kyid1"),
    "start": DATES,
    "due": DATES,
    "state": st.sampled_from(["todo", "doing", "done", "dropped"]),
    "after": st.lists(st.sampled_from(IDS), min_size=1, max_size=3),
    "independent": st.booleans(),
}
CELLS = st.fixed_dictionaries(
    {}, optional={name: SOUND.get(name, WRONG) | WRONG for name in (*COLUMNS, *STATES, "action")}
)
EDITS = st.dictionaries(st.sampled_from(IDS), CELLS, max_size=6)


@settings(**QUIET)
@given(hostile(), EDITS, st.dates())
def test_nothing_written_stops_the_plan(written, edits, as_of):
    answers = written["answers"]
    whole = edited(
        written | {"answers": answers if isinstance(answers, dict) else {}},
        *({"id": key, **cells} for key, cells in edits.items()),
    )

    plan = build(Dossier(whole), as_of, review(whole, as_of))

    assert loop_in({each.id: each.after for each in plan.by_id.values()}) == []
    for language in ("fr", "en"):
        told = PlanTeller(Narrator(whole, language))
        drawn = draw(plan, wording_of(plan, told))
        assert all(told.title(each) and told.when(each) for each in plan.by_id.values())
        assert [told.said(row) for row in plan.lost if not told.named(row)] == []
        assert all(text_of(told, each) and title_of(told, 1, len(drawn)) for each in drawn)


@settings(**QUIET)
@given(EDITS)
def test_edits_of_any_kind_leave_an_order(edits):
    rows = ({"id": key, **cells} for key, cells in edits.items())

    plan = build(Dossier(edited(demonstration("altivane-fr"), *rows)), TODAY)

    assert loop_in({each.id: each.after for each in plan.by_id.values()}) == []
    for each in plan.open:
        for other in (plan.by_id[key] for key in each.after):
            waits = other.is_open and other.span.dated is each.span.dated
            assert not waits or other.id in each.span.breaks or other.span.due < each.span.start
