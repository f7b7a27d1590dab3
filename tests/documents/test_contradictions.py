"""Contradictions and exceptions in the strategy document and in the dossier file."""

import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django_scopes import scope

from conclusions.models import Acceptance
from deliverables.compose import Snapshot, compose
from deliverables.dossier.checking import mistakes_of
from deliverables.dossier.dumping import snapshot
from deliverables.dossier.loading import load
from organisations.models import Person
from tests.conclusions import demonstration, found

TIME = datetime(2026, 11, 23, 9, tzinfo=UTC)
REASON = "Une seule page, lue chaque matin."
AGNES = "bytl4d7tc7w0"


def accepted(written, code="R12", **other):
    """The same dossier with one finding accepted."""
    kept = {
        "code": code,
        "fingerprint": found(written, code).fingerprint,
        "reason": REASON,
        "person": AGNES,
        "name": "Agnès Mirvault (Directrice)",
        "date": "2026-11-20",
    }
    return written | {"acceptances": [kept | other]}


def chapters(written, language="fr"):
    return {each.id: each for each in compose(Snapshot(written, TIME), language).chapters}


def words(chapter):
    texts = [text.words for section in chapter.sections for text in section.texts()]
    texts += [text.words for block in chapter.blocks for text in block.texts()]
    return " ".join(texts).replace("\xa0", " ").replace("\u200b", "")


def test_chapter_tells_each_finding_with_what_it_read():
    chapter = chapters(demonstration("sauvelande-fr"))["contradictions"]

    assert chapter.sections[0].title == "Une charte publiée après l’ouverture"
    assert "Pas d’ouverture sans charte" in words(chapter)
    told = {each.label: each.text.words for each in chapter.sections[0].blocks[1].facts}
    assert told["Question 13\N{NO-BREAK SPACE}: Date d’ouverture"].split() == [
        "15",
        "décembre",
        "2026",
    ]
    # A name alone says nothing that its own column says.
    assert told["Question 13\N{NO-BREAK SPACE}: Préalable"].startswith("Charte publiée")
    assert chapter.sections[0].sources == ("places", "opening")


def test_dial_of_the_cover_shows_what_is_contradicted_as_the_site_does():
    cover = compose(Snapshot(demonstration("sauvelande-fr"), TIME), "fr").cover

    states = {question: state for _, question, state, _ in cover.standings}
    assert (states["places"], states["opening"]) == ("contradicted", "contradicted")
    told = f"en contradiction\N{NO-BREAK SPACE}: {list(states.values()).count('contradicted')}."
    assert cover.dial_text.count(told) == 1


def test_chapter_says_when_nothing_contradicts_itself():
    chapter = chapters({"organisation": {"name": "Duroc"}}, "en")["contradictions"]

    assert chapter.lead.words.startswith("Nothing contradicts itself")
    assert chapter.sections == ()


def test_reminders_stand_with_the_other_legal_reminders():
    found_chapters = chapters(demonstration("altivane-fr"))

    contradictions, reminders = found_chapters["contradictions"], found_chapters["reminders"]
    assert contradictions.sections == ()
    assert [each.id for each in reminders.sections] == ["finding-R04", "finding-R16"]
    assert [each.target for each in contradictions.blocks] == ["finding-R04"]


def test_annex_prints_the_accepted_exceptions():
    found_chapters = chapters(accepted(demonstration("sauvelande-fr")))

    annex = found_chapters["exceptions"]
    led = [each.target for each in found_chapters["contradictions"].blocks]
    assert "exceptions" in led
    assert [cell.words for cell in annex.blocks[0].rows[0].cells][1:3] == [REASON, "Agnès Mirvault"]
    assert "finding-R12" not in {each.id for each in found_chapters["contradictions"].sections}


def test_annex_leaves_out_what_has_fallen():
    found_chapters = chapters(accepted(demonstration("sauvelande-fr"), fingerprint="0" * 16))

    assert "exceptions" not in found_chapters
    assert "finding-R12" in {each.id for each in found_chapters["contradictions"].sections}


@pytest.mark.django_db
def test_acceptances_come_back_as_they_were():
    written = accepted(demonstration("sauvelande-fr"))

    again = snapshot(load(written))

    assert again["acceptances"] == written["acceptances"]


@pytest.mark.django_db
def test_withdrawn_acceptances_and_people_gone_are_left_out():
    organisation = load(accepted(demonstration("sauvelande-fr")))
    with scope(organisation=organisation):
        Person.objects.filter(key=AGNES).delete()
        kept = snapshot(organisation)["acceptances"][0]
        last = Acceptance.objects.get()
        withdrawn = {"kind": "withdrawn", "code": last.code, "accepted_on": last.accepted_on}
        Acceptance(strategy_id=organisation.pk, **withdrawn).save()

    assert ("person" in kept, kept["name"]) == (False, "Agnès Mirvault (Directrice)")
    assert "acceptances" not in snapshot(organisation)


@pytest.mark.parametrize(
    ("acceptances", "place"),
    [
        ({}, "acceptances"),
        (["R12"], "acceptances[0]"),
        ([{"code": "R99"}], "acceptances[0].code"),
        ([{"code": "R12", "fingerprint": "xyz"}], "acceptances[0].fingerprint"),
        ([{"code": "R12", "person": "nobody"}], "acceptances[0].person"),
        ([{"code": "R12", "date": "hier"}], "acceptances[0].date"),
        ([{"code": "R12", "date": "2300-01-01"}], "acceptances[0].date"),
        ([{"code": "R12", "reason": "a" * 2_001}], "acceptances[0].reason"),
        ([{"code": "R12"}, {"code": "R12"}], "acceptances[1].code"),
    ],
)
def test_mistake_in_an_acceptance_is_told_with_its_place(acceptances, place):
    written = demonstration("sauvelande-fr") | {"acceptances": acceptances}

    assert place in {each.place for each in mistakes_of(written)}


@pytest.mark.django_db
def test_command_prints_findings_as_json():
    organisation = load(accepted(demonstration("sauvelande-fr")))
    printed = StringIO()

    call_command("review", str(organisation.pk), "--json", stdout=printed)

    told = {each["code"]: each for each in json.loads(printed.getvalue())}
    assert (told["R12"]["accepted"], told["R12"]["reason"]) == (True, REASON)
    assert told["C03"]["level"] == "blocking"
    assert told["C03"]["reads"][0] == {
        "kind": "decision",
        "id": "reporting",
        "path": "header/options",
        "value": ["email_address"],
    }


@pytest.mark.django_db
def test_command_prints_sentences_too(time_machine):
    time_machine.move_to("2026-11-23T10:00:00+01:00", tick=False)
    load(demonstration("altivane-en"))
    printed = StringIO()

    call_command("review", "Altivane Workshops", stdout=printed)

    assert printed.getvalue().splitlines()[0].startswith("R04 reminder Something is given")
