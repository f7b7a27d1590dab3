"""The review as a whole: any dossier, the same twice, no two rules that exclude each other."""

import copy
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charter.domain.loading import charter
from conclusions.domain.clock import months_before
from conclusions.domain.review import contradicted, review
from conclusions.domain.rulebook import rulebook
from conclusions.domain.telling import Narrator
from strategy.domain.loading import questionnaire
from strategy.domain.questionnaire import Field, Kind
from tests.conclusions import TODAY, codes, demonstration, dossier, found
from tests.documents import dossiers

DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))
NUMBERS = st.decimals(-1000, 100_000, places=2, allow_nan=False).map(str)
CLOCK = st.sampled_from(["00:00", "09:00", "12:30", "18:00", "24:00"])
SPAN = st.fixed_dictionaries(
    {"day": st.sampled_from(["monday", "friday", "sunday"]), "from": CLOCK, "to": CLOCK}
)
IDS = st.sampled_from(["a", "b", "c"])
VALUES = {
    Kind.TEXT: st.text(max_size=5),
    Kind.LONG: st.text(max_size=5),
    Kind.URL: st.just("https://example.org"),
    Kind.NUMBER: NUMBERS,
    Kind.MONEY: st.integers(-(10**14), 10**14),
    Kind.DATE: DAYS.map(date.isoformat),
    Kind.WEEKLY_HOURS: st.lists(SPAN, min_size=1, max_size=4),
    Kind.SCALE: st.integers(-2, 4),
    Kind.YES_NO: st.booleans(),
    Kind.PERSON: IDS,
    Kind.PERSONS: st.lists(IDS, min_size=1, max_size=2, unique=True),
    Kind.LINK: IDS,
    Kind.LINKS: st.lists(IDS, min_size=1, max_size=2, unique=True),
}


def value_of(asked: Field):
    options = [each.id for each in asked.options]
    if asked.kind is Kind.ONE:
        return st.sampled_from(options)
    if asked.kind is Kind.SEVERAL:
        return st.lists(st.sampled_from(options), min_size=1, unique=True)
    if asked.kind is Kind.DURATION:
        amount = st.integers(0, 400).map(str)
        return st.fixed_dictionaries({"value": amount, "unit": st.sampled_from(asked.units)})
    return VALUES[asked.kind]


def header_of(fields):
    return st.fixed_dictionaries({}, optional={each.id: value_of(each) for each in fields})


def answer_of(question):
    tables = {
        table.id: st.lists(header_of(table.columns), max_size=2).map(
            lambda rows: [{"id": row_id, **row} for row_id, row in zip("ab", rows, strict=False)]
        )
        for table in question.tables
    }
    value = st.fixed_dictionaries(
        {"header": header_of(question.fields), "tables": st.fixed_dictionaries(tables)}
    )
    states = st.sampled_from(["draft", "done", "not_applicable"])
    return st.fixed_dictionaries({"state": states, "value": value})


def decision_of(decision):
    options = st.lists(st.sampled_from([each.id for each in decision.options]), max_size=3)
    header = st.tuples(options, header_of(each.field for each in decision.details)).map(
        lambda both: {"options": both[0], **both[1]}
    )
    return st.fixed_dictionaries({"value": st.fixed_dictionaries({"header": header})})


PROFILES = st.fixed_dictionaries(
    {},
    optional={
        "regulated_fields": st.lists(st.sampled_from(["alcohol", "health"]), unique=True),
        "public_body": st.sampled_from(["no", "yes"]),
        "headcount": st.sampled_from(["under_10", "more"]),
        "turnover": st.sampled_from(["up_to_2", "more"]),
    },
)


@st.composite
def written(draw):
    """A dossier of some answers and some decisions, admissible or not."""
    asked = draw(st.lists(st.sampled_from(questionnaire("fr").questions), max_size=6))
    taken = draw(st.lists(st.sampled_from(charter("fr").decisions), max_size=8))
    return {
        "organisation": draw(PROFILES),
        "answers": {each.id: draw(answer_of(each)) for each in asked},
        "decisions": {each.id: draw(decision_of(each)) for each in taken},
    }


@settings(max_examples=80)
@given(written(), DAYS)
def test_any_dossier_is_reviewed_and_told_the_same_twice(given_dossier, as_of):
    before = copy.deepcopy(given_dossier)

    once, twice = review(given_dossier, as_of), review(before, as_of)

    assert once == twice
    assert given_dossier == before
    assert [each.fingerprint for each in once] == [each.fingerprint for each in twice]
    narrators = [Narrator(given_dossier, language) for language in ("fr", "en")]
    for finding in once:
        assert all(narrator.sentence(finding) for narrator in narrators)
        assert [narrators[0].shown(each).place for each in finding.reads]


@settings(max_examples=80)
@given(written(), DAYS)
def test_no_dossier_reports_two_rules_that_exclude_each_other(given_dossier, as_of):
    found_codes = {each.code for each in review(given_dossier, as_of)}
    book = rulebook("fr").by_code

    assert [(a, b) for a in found_codes for b in book[a].excludes if b in found_codes] == []


@pytest.mark.parametrize("name", ["altivane-fr", "altivane-en"])
def test_finished_demonstration_only_has_legal_reminders(name):
    findings = review(demonstration(name), TODAY)

    assert [(each.code, each.level, each.legal) for each in findings] == [
        ("R04", "reminder", True),
        ("R16", "reminder", True),
    ]


def test_halfway_demonstration_reports_what_was_planted():
    planted = {"R02", "R03", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R19", "C03"}

    assert planted - set(codes(demonstration("sauvelande-fr"))) == set()


def test_part_of_the_finished_demonstration_stays_silent():
    whole = demonstration("altivane-fr")
    for name in whole["answers"]:
        part = whole | {"answers": {name: whole["answers"][name]}}
        assert [each.code for each in review(part, TODAY) if not each.legal] == [], name


def test_findings_come_by_level_then_by_code():
    findings = review(demonstration("sauvelande-fr"), TODAY)

    levels = [each.level.value for each in findings]
    assert levels == sorted(levels, key=["blocking", "warning", "reminder"].index)
    assert [each.code for each in findings if each.level == "blocking"] == ["R07", "R08", "C03"]


def test_everything_answered_at_length_is_reviewed():
    full = dossiers.full(rows=500)

    findings = review(full, TODAY)

    narrator = Narrator(full, "fr")
    assert all(narrator.sentence(each) for each in findings)


def test_fingerprint_ignores_the_order_of_rows_and_of_keys():
    rows = [{"id": "a", "holder": "ines"}, {"id": "b", "holder": "marc"}]
    one, other = dossier(), dossier()
    one["answers"]["speakers"] = {"value": {"tables": {"speakers": rows}}}
    other["answers"]["speakers"] = {"value": {"tables": {"speakers": rows[::-1]}}}

    assert found(one, "R12").fingerprint == found(other, "R12").fingerprint


def test_fingerprint_changes_with_what_was_read():
    prints = [
        found(dossier(speakers={"speakers": [{"holder": each}]}), "R12").fingerprint
        for each in ("ines", "marc")
    ]

    assert prints[0] != prints[1]
    assert json.dumps(prints)


def test_contradicted_questions_leave_out_reminders_and_the_unanswered():
    written_dossier = dossier(
        relays={"relays": [{"relay": "A", "consideration": "none"}]},
        receivers={"audiences": [{"audience": "A", "circle": "loyal", "minors": "unknown"}]},
        places={"places": [{"place": "A", "open_to_contributions": True}]},
        opening={"prerequisites": [{"prerequisite": "monitoring"}]},
        decisions={"personal_data": "detailed_profile"},
    )

    marked = contradicted(review(written_dossier, TODAY), charter="moderation")

    assert marked == {"places", "opening", "moderation"}


def test_months_are_counted_to_the_last_day():
    assert months_before(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert months_before(date.min, 6) == date.min
