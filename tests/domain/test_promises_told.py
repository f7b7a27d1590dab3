"""Promises in words, and the rules that read the register of promises."""

import pytest

from conclusions.domain.derived import derived_id
from conclusions.domain.dossier import Dossier
from conclusions.domain.rulebook import CONTENT
from conclusions.domain.telling import Narrator
from conclusions.domain.trust import words as promise_words
from conclusions.domain.trust.promises import promises
from conclusions.domain.trust.telling import has_changed, source_words, to_whom, who, words_of
from conclusions.domain.trust.withdrawals import withdrawals
from tests.conclusions import TODAY, codes, dossier, found, register

DELAY = {"value": "4", "unit": "working_hour"}
BILAN = {
    "message": "Le bilan paraît.",
    "promise": True,
    "proof": "En ligne",
    "due": "2027-03-31",
    "audience": "audiences1",
    "owner": "ines",
}
REPLY = derived_id("implied", "reply")


def only(written, as_of=TODAY):
    (promise,) = promises(Dossier(written), as_of)
    return promise


def narrated(written, language="fr"):
    return only(written), Narrator(written, language)


def test_promise_is_told_in_the_words_of_the_answer():
    promise, narrator = narrated(
        dossier(messages={"messages": [BILAN]}, receivers={"audiences": [{"audience": "Presse"}]})
    )

    assert words_of(promise, narrator).words == "Le bilan paraît."
    assert to_whom(promise, narrator).words == "Presse"
    assert not has_changed(promise, narrator)


def test_promise_of_a_place_is_made_to_who_comes_there():
    promise, narrator = narrated(
        dossier(places={"places": [{"place": "Forum", "promise": "Une réponse"}]})
    )

    assert to_whom(promise, narrator).words == "Qui fréquente «\xa0Forum\xa0»"


def test_message_without_a_date_is_not_promised_of_every_day():
    undated, dated, ongoing = (
        only(each)
        for each in (
            dossier(messages={"messages": [BILAN | {"due": None}]}),
            dossier(messages={"messages": [BILAN | {"due": "2027-03-01"}]}),
            dossier(reply_times={"announced_delay": DELAY}),
        )
    )

    assert [each.is_ongoing for each in (undated, dated, ongoing)] == [False, False, True]


def test_promise_of_question_15_tells_its_delay_in_both_languages():
    promise, narrator = narrated(dossier(reply_times={"announced_delay": DELAY}), "en")

    assert (
        words_of(promise, narrator).words
        == "We answer whoever writes to us. Reply time: 4\xa0working hours."
    )
    assert to_whom(promise, narrator).words == "Anybody who writes to us"


def test_promise_of_the_charter_tells_its_detail():
    written = dossier(decisions={"space": "public_community", "appeal": "another_person"})
    promise, narrator = narrated(written)

    assert "14" in words_of(promise, narrator).words


def test_own_promise_is_told_as_it_was_typed():
    promise, narrator = narrated(register({"promise": "Du pain", "to_whom": "Tous"}))

    assert (words_of(promise, narrator).words, to_whom(promise, narrator).words) == (
        "Du pain",
        "Tous",
    )
    assert source_words(promise, narrator).words == ""


def test_promise_of_nobody_says_so_with_nothing():
    promise, narrator = narrated(register({"promise": "Du pain"}))

    assert to_whom(promise, narrator).words == ""


def test_words_of_the_register_show_when_the_answer_has_changed():
    row = {"id": REPLY, "promise": "Une réponse en deux heures"}
    promise, narrator = narrated(register(row, reply_times={"announced_delay": DELAY}))

    assert words_of(promise, narrator).words == "Une réponse en deux heures"
    assert has_changed(promise, narrator)


def test_words_that_differ_by_their_spaces_have_not_changed():
    row = {"id": REPLY, "promise": "Nous répondons à qui nous écrit. Délai : 4 heures ouvrées."}

    assert not has_changed(*narrated(register(row, reply_times={"announced_delay": DELAY})))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_words_of_promises_are_sound(language):
    assert list(promise_words.problems(language)) == []


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('id = "receipt"', 'id = "reply"', "trust.toml: two promises are called 'reply'."),
        (
            'question = "reply_times"',
            'question = "nowhere"',
            "trust.toml: 'reply' is made nowhere.",
        ),
        (
            'question = "reply_times"',
            'decision = "hours"\nquestion = "reply_times"',
            "trust.toml: 'reply' is made nowhere.",
        ),
        ('options = ["button"]', 'options = ["bell"]', "trust.toml: 'examined' is made nowhere."),
        ('field = "delay"', 'field = "colour"', "trust.toml: 'reports' is made nowhere."),
        (
            'field = "mention"\n',
            "",
            "trust.toml: 'partners' tells a value and names its field, or neither.",
        ),
        ('id = "reply"\n', "", "trust.toml promise number 1: missing id."),
    ],
)
def test_broken_words_of_promises_are_told(tmp_path, before, after, problem):
    text = (CONTENT / "trust.toml").read_text()
    assert before in text
    (tmp_path / "trust.toml").write_text(text.replace(before, after, 1))

    assert problem in list(promise_words.problems("fr", tmp_path))


def test_x56_fires_on_a_late_promise_of_the_register():
    assert "X56" in codes(register({"promise": "Du pain", "due": "2026-01-01"}))
    assert "X56" not in codes(register({"promise": "Du pain", "due": "2026-01-01", "proof": "Là"}))


def test_x56_leaves_to_r09_what_question_7_lacks():
    written = dossier(messages={"messages": [BILAN | {"proof": None, "due": "2026-01-01"}]})

    assert [code for code in codes(written) if code in {"R09", "X56"}] == ["R09"]


def test_x56_asks_what_became_of_a_promise_of_question_7():
    due = {"messages": [BILAN | {"due": "2026-11-22"}]}
    kept = {"id": derived_id("message", "messages1"), "state": "kept"}
    finding = found(dossier(messages=due), "X56")

    assert finding.variant == "message"
    assert [each[1:] for each in finding.mends] == [
        ("promises", ""),
        ("messages", "rows/messages/messages1/due"),
    ]
    assert found(register(kept, messages=due), "X56") is None
    assert found(dossier(messages={"messages": [BILAN | {"due": str(TODAY)}]}), "X56") is None


def test_x57_fires_on_a_promise_announced_nowhere():
    assert "X57" in codes(register({"promise": "Du pain", "announced": False}))
    assert "X57" not in codes(
        register({"promise": "Du pain", "announced": False, "state": "withdrawn"})
    )
    assert "X57" not in codes(register({"promise": "Du pain"}))


def test_x58_fires_on_a_broken_promise_that_is_still_published():
    row = {"id": REPLY, "promise": "Quatre heures", "state": "broken"}
    written = register(row, reply_times={"announced_delay": DELAY})

    assert [read.path for read in found(written, "X58").reads] == [
        f"rows/promises/{REPLY}/state",
        "header/announced_delay",
    ]
    assert "X58" not in codes(register(row))


@pytest.mark.parametrize(
    ("key", "decision"), [("reasons", "public_log"), ("appeal", "another_person")]
)
def test_x58_reads_the_decision_that_makes_the_promise(key, decision):
    row = {"id": derived_id("implied", key), "promise": "Promis", "state": "withdrawn"}
    written = register(row, decisions={"space": "public_community", key: decision})

    assert [read.id for read in found(written, "X58").reads][1] == key


@pytest.mark.parametrize(
    ("level", "states", "fires"),
    [
        (3, ["broken", "late", "kept"], True),
        (2, ["broken", "late"], False),
        (4, ["broken", "kept"], False),
        (4, ["broken", "late", "kept", "kept"], False),
        (None, ["broken", "late"], False),
    ],
)
def test_x59_compares_trust_with_the_register(level, states, fires):
    rows = [{"promise": state, "state": state} for state in states]

    assert ("X59" in codes(register(*rows, trust={"level": level}))) is fires


def test_x60_fires_when_a_withdrawal_would_be_seen_too_late():
    row = {"who": "Forum", "means": "Un fil épinglé"}

    assert "X60" in codes(dossier(promises={"withdrawals": [row]}))
    assert "X60" not in codes(dossier(promises={"withdrawals": [row | {"signal": "Questions"}]}))


def test_x60_counts_the_sign_of_question_26():
    trust = {
        "audiences": [
            {"audience": "audiences1", "would_lose": "Un mensonge", "signal": "Questions"}
        ]
    }
    written = dossier(promises={"withdrawals": [{"means": "Un fil"}]}, trust=trust)
    written["answers"]["promises"]["value"]["tables"]["withdrawals"][0]["id"] = derived_id(
        "public", "audiences1"
    )

    assert "X60" not in codes(written)


def test_who_could_withdraw_trust_comes_from_questions_26_and_3():
    written = dossier(
        receivers={"audiences": [{"audience": "Presse"}]},
        trust={
            "audiences": [
                {"audience": "audiences1", "would_lose": "Un mensonge"},
                {"benefit": "Rien"},
            ]
        },
        voices={
            "voices": [
                {"voice": "Blog", "tone": "hostile", "motive": "Prix"},
                {"voice": "Ami", "tone": "favourable"},
            ]
        },
        promises={"withdrawals": [{"who": "Club", "cause": "Silence"}]},
    )
    found, narrator = withdrawals(Dossier(written)), Narrator(written, "fr")

    assert [(each.source, who(each, narrator).words, each.cause) for each in found] == [
        ("public", "Presse", "Un mensonge"),
        ("voice", "Blog", "Prix"),
        ("own", "Club", "Silence"),
    ]
