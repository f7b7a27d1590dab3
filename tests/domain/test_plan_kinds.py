"""Which actions follow from which answers: each kind derived by one dossier, not by another."""

import pytest

from conclusions.domain.plan.catalogue import catalogue
from tests.conclusions import demonstration, dossier
from tests.plans import OPENS, kinds, plan_of, prepared

PUBLIC = {"space": "public_community"}


def decided(decision, options, **details):
    return dossier(decisions=PUBLIC | {decision: (options, details)})


def row(question, table, **cells):
    return dossier(**{question: {table: [cells]}})


def before(prerequisite, **cells):
    return row("opening", "prerequisites", prerequisite=prerequisite, **cells)


CASES = {
    "answer_heading": (dossier(), None),
    "finish_drafts": (
        dossier() | {"answers": {"tone": {"state": "draft"}}},
        dossier(tone={"signature": "brand"}),
    ),
    "check_assumed": (
        dossier() | {"answers": {"tone": {"confidence": "assumed"}}},
        dossier() | {"answers": {"tone": {"confidence": "observed"}}},
    ),
    "monitoring_queries": (
        dossier(monitoring={"level": "scheduled"}),
        dossier(monitoring={"level": "scheduled", "queries": [{"query": "altivane"}]}),
    ),
    "monitoring_alerts": (
        row("monitoring", "queries", query="altivane", recipient="ines"),
        row("monitoring", "queries", query="altivane", threshold="3", recipient="ines"),
    ),
    "monitoring_data": (
        row("monitoring", "queries", query="vorlet", identifies_people=True),
        row("monitoring", "queries", query="vorlet", identifies_people=False),
    ),
    "start_monitoring": (row("monitoring", "queries", query="altivane"), dossier()),
    "set_up_space": (dossier(decisions=PUBLIC), dossier(decisions={"space": "third_party_page"})),
    "legal_notices": (dossier(decisions=PUBLIC), dossier(decisions={"space": "third_party_page"})),
    "other_prerequisite": (before("other", detail="Audit"), before("monitoring")),
    "content_buffer": (row("contents", "formats", format="Fiche"), dossier()),
    "accessible_contents": (
        row("contents", "formats", format="Film", accessible="no"),
        row("contents", "formats", format="Film", accessible="yes"),
    ),
    "acquire_skills": (
        row("hours", "people", person="ines", to_acquire="Filmer"),
        row("hours", "people", person="ines"),
    ),
    "baseline": (
        row("indicators", "indicators", indicator="Délai tenu", baseline="62"),
        row("indicators", "indicators", indicator="Délai", baseline="62", measured_on="2026-11-06"),
    ),
    "confirm_charter": (dossier(decisions=PUBLIC), dossier()),
    "complete_blanks": (dossier(decisions=PUBLIC), dossier()),
    "counsel_review": (dossier(decisions=PUBLIC), dossier(decisions={"space": "third_party_page"})),
    "data_notice": (decided("personal_data", "optional_fields"), dossier(decisions=PUBLIC)),
    "publish_charter": (before("charter"), dossier()),
    "contact_points": (dossier(decisions=PUBLIC), dossier(decisions={"space": "third_party_page"})),
    "report_form": (decided("reporting", "full_form"), decided("reporting", "email_address")),
    "reasons_template": (decided("reasons", "template"), decided("reasons", "silent")),
    "appeal_body": (decided("appeal", "another_person"), decided("appeal", "same_team")),
    "certified_body": (decided("appeal", "certified_body"), decided("appeal", "another_person")),
    "age_check": (decided("age", "third_party_verification"), decided("age", "fifteen_and_over")),
    "brief_moderators": (decided("moderators", "mixed"), decided("moderators", "tool_only")),
    "on_call": (
        dossier(reply_times={"out_of_hours": "on_call"}),
        dossier(reply_times={"out_of_hours": "nothing"}),
    ),
    "waiting_message": (
        dossier(reply_times={"out_of_hours": "waiting_message"}),
        dossier(reply_times={"out_of_hours": "nothing"}),
    ),
    "disclose_considerations": (
        row("relays", "relays", relay="Chaîne", consideration="product"),
        row("relays", "relays", relay="Chaîne", consideration="none"),
    ),
    "moderation_figures": (
        decided("charter_life", "yearly_figures"),
        decided("charter_life", "consultation"),
    ),
    "name_deputy": (
        row("speakers", "speakers", holder="ines"),
        row("speakers", "speakers", holder="ines", deputy="marc"),
    ),
    "staff_rule": (
        row("speakers", "speakers", holder="ines"),
        dossier(speakers={"staff_rule": "Chacun.", "speakers": [{"holder": "ines"}]}),
    ),
    "train_speaker": (
        row("speakers", "speakers", holder="ines"),
        row("speakers", "speakers", holder="ines", trained_on="2026-10-08"),
    ),
    "train_voices": (before("trained_voices"), dossier()),
    "replacement_sentences": (
        row("red_lines", "subjects", subject="Litige"),
        row("red_lines", "subjects", subject="Litige", replacement="« Nous n’en parlons pas. »"),
    ),
    "brief_red_lines": (row("red_lines", "subjects", subject="Litige"), dossier()),
    "prove_message": (
        row("messages", "messages", message="Nous réparons", proof="Relevé"),
        row("messages", "messages", message="Nous", proof="Relevé", url="https://a.example"),
    ),
    "keep_promise": (
        row("messages", "messages", message="Nous réparons", promise=True),
        row("messages", "messages", message="Nous réparons", promise=False),
    ),
    "correct_answer": (
        row("encounters", "queries", query="altivane", where="wikipedia", exact="no"),
        row("encounters", "queries", query="altivane", where="wikipedia", exact="yes"),
    ),
    "crisis_decider": (
        dossier() | {"answers": {"arbiters": {"value": {"tables": {"levels": [
            {"id": "red", "decider": "ines"}]}}}}},
        dossier() | {"answers": {"arbiters": {"value": {"tables": {"levels": [
            {"id": "red", "decider": "ines", "out_of_hours": "marc"}]}}}}},
    ),
    "crisis_statements": (
        row("crisis", "triggers", trigger="Accident", level="red"),
        row("crisis", "triggers", trigger="Retard", level="green"),
    ),
    "rehearse_crisis": (row("crisis", "triggers", trigger="Accident"), dossier()),
    "reply_tree": (
        dossier(replies={"maturity": "improvised"}),
        dossier(replies={"maturity": "rehearsed"}),
    ),
    "reply_sentences": (
        row("replies", "cases", case="question"),
        row("replies", "cases", case="troll", answered=False),
    ),
    "reply_circuit": (
        dossier(reply_times={"announced_delay": {"value": "4", "unit": "working_hour"}}),
        dossier(),
    ),
    "name_replacement": (
        row("hours", "people", person="ines", mission="answering"),
        row("hours", "people", person="ines", mission="answering", replacement="marc"),
    ),
    "inform_inner_circles": (
        prepared(receivers={"audiences": [{"audience": "Équipe", "circle": "employees"}]}),
        prepared(receivers={"audiences": [{"audience": "Presse", "circle": "relays"}]}),
    ),
    "opening": (dossier(opening={"opens_on": OPENS}), dossier()),
    "welcome_members": (dossier(decisions=PUBLIC), dossier()),
    "feedback_circuit": (
        row("feedback", "returns", **{"return": "Tailles"}),
        dossier(feedback={"circuit_since": "2026-01-01", "returns": [{"return": "Tailles"}]}),
    ),
    "public_return": (
        row("feedback", "returns", **{"return": "Tailles"}),
        row("feedback", "returns", **{"return": "Tailles"}, obtained_on="2026-10-01"),
    ),
    "first_measures": (row("indicators", "indicators", indicator="Délai"), dossier()),
    "closing_criteria": (
        row("places", "places", place="Forum"),
        row("places", "places", place="Forum", planned_closing="2027-03-31"),
    ),
    "month_point": (dossier(opening={"opens_on": OPENS}), dossier()),
    "review": (dossier(change_of_course={"review_on": "2027-05-04"}), dossier()),
    "announce_closing": (row("places", "places", planned_closing="2027-03-31"), dossier()),
    "close_place": (row("places", "places", planned_closing="2027-03-31"), dossier()),
    "renew_line": (
        row("budget", "lines", line="tools", committed_until="2027-12-31"),
        row("budget", "lines", line="tools", committed_until="2025-12-31"),
    ),
    "prepare_moment": (
        row("rhythm", "moments", label="Salon", nature="key_moment", **{"from": "2027-03-01"}),
        dossier(
            opening={"opens_on": "2027-03-01"},
            rhythm={"moments": [{"label": "Jour J", "nature": "key_moment", "from": "2027-03-01"}]},
        ),
    ),
    "cover_absence": (
        row("rhythm", "moments", label="Fêtes", nature="absence", **{"from": "2026-12-24"}),
        row("rhythm", "moments", label="Fêtes", nature="absence", **{"from": "2025-12-24"}),
    ),
    "mend_blocking": (demonstration("sauvelande-fr"), demonstration("altivane-fr")),
    "mend_warning": (demonstration("sauvelande-fr"), demonstration("altivane-fr")),
    "mend_reminder": (demonstration("altivane-fr"), dossier()),
}  # fmt: skip


def test_every_kind_has_its_case():
    assert sorted(CASES) == sorted(each.id for each in catalogue("fr").kinds)
    assert len(CASES) == 63


@pytest.mark.parametrize("kind", CASES)
def test_action_follows_from_answers(kind):
    entailing, other = CASES[kind]

    assert kind in kinds(plan_of(entailing))
    assert other is None or kind not in kinds(plan_of(other))
