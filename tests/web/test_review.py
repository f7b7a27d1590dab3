"""The coherence review: what it shows, what one accepts, and where else it is told."""

import re

import pytest
from django.urls import reverse
from django_scopes import scope

from conclusions.domain.rulebook import rulebook
from conclusions.models import Acceptance
from conclusions.reviewing import Review
from deliverables.dossier.checking import mistakes_of
from deliverables.dossier.dumping import snapshot
from deliverables.dossier.loading import load
from organisations.models import Membership, Role
from strategy.domain.loading import questionnaire
from tests.answers import text_of, words_of, write
from tests.conclusions import demonstration
from tests.factories import make_member, make_organisation, make_user

REASON = "Une seule page, lue chaque matin par la même personne."


@pytest.fixture
def contradicted(halfway):
    """The half-way organisation, with its planted contradictions."""
    return halfway


def page_of(client, organisation, name="review", *rest):
    return client.get(reverse(name, args=[organisation.pk, *rest]))


def finding_of(organisation, code="R12"):
    with scope(organisation=organisation):
        return Review(organisation, "fr").finding(code)


def given(organisation, code="R12", **other):
    fingerprint = finding_of(organisation, code).fingerprint
    values = {
        "reason": REASON,
        "person": "bytl4d7tc7w0",
        "accepted_on": "2026-11-20",
        "fingerprint": fingerprint,
        **other,
    }
    return {f"{code}-{name}": value for name, value in values.items()}


def accept(client, organisation, code="R12", **other):
    url = reverse("accept_finding", args=[organisation.pk, code])
    return client.post(url, given(organisation, code, **other), follow=True)


def titles_of(response):
    heading = re.compile(r'<h2 id="group-(\w+)"[^>]*>\s*(.+?)\s*</h2>', re.S)
    return heading.findall(response.content.decode())


def test_review_shows_findings_by_level(member, contradicted):
    response = page_of(member, contradicted)

    assert [title for title, _words in titles_of(response)] == ["blocking", "warning", "reminder"]
    assert "Une charte publiée après l’ouverture" in text_of(response)
    assert b'<details class="fold finding-read">' in response.content


def test_review_of_nothing_says_where_to_start(owner_client, organisation):
    text = text_of(page_of(owner_client, organisation))

    assert "Rien à comparer pour l’instant" in text
    assert "Voir les 27 questions" in text


def test_review_of_one_answer_says_how_little_it_read(owner_client, organisation, owner):
    write(organisation, owner, "image", {"header/said": "Sérieux"})

    text = words_of(page_of(owner_client, organisation))

    assert "Rien ne se contredit" not in text
    assert "c’est trop peu pour conclure que tout se tient" in text
    assert "Lu : 1 réponse sur 27, 0 décision sur 20. Question 6" in text


def test_list_of_questions_says_which_contradict_as_the_dial_does(member, contradicted):
    dial = page_of(member, contradicted, "overview").context["dial"]
    listed = page_of(member, contradicted, "questions").context["groups"]

    states = {each.id: state for group in listed for each, state in group["questions"]}
    assert states == {tick.question: tick.state for tick in dial.ticks}
    assert "contradicted" in states.values()


def test_review_speaks_the_language_of_the_page(member, contradicted):
    member.cookies["language"] = "en"

    assert "A charter published after the opening" in text_of(page_of(member, contradicted))


def test_every_link_of_the_review_leads_to_a_field(member, contradicted):
    body = page_of(member, contradicted).content.decode()
    links = set(re.findall(r'href="(/o/[^"#]+)#(id_[^"]+|table-[^"]+)"', body))
    pages = {url: member.get(url.replace("&amp;", "&")).content.decode() for url, _ in links}

    lost = sorted(f"{url}#{anchor}" for url, anchor in links if f'id="{anchor}"' not in pages[url])

    assert len(links) > 40
    assert lost == []


def test_accepted_finding_leaves_its_level(member, contradicted):
    response = accept(member, contradicted)

    assert titles_of(response)[-1] == ("accepted", "1 exception acceptée")
    with scope(organisation=contradicted):
        kept = Acceptance.objects.get()
    assert (kept.reason, kept.name, str(kept.accepted_on)) == (
        REASON,
        "Agnès Mirvault",
        "2026-11-20",
    )


def test_acceptance_falls_when_what_it_accepted_changes(member, contradicted, owner):
    accept(member, contradicted)
    write(contradicted, owner, "speakers", {"rows/speakers/5iznnhe9fwxr/deputy": None})

    response = page_of(member, contradicted)

    assert [title for title, _words in titles_of(response)] == ["blocking", "warning", "reminder"]
    assert "est tombée : les réponses ont changé depuis" in words_of(response)
    assert REASON in response.content.decode().partition('id="R12"')[2].partition("</textarea>")[0]


def test_acceptance_holds_when_something_else_changes(member, contradicted, owner):
    accept(member, contradicted)
    write(contradicted, owner, "speakers", {"header/staff_rule": "Écrite."})

    assert titles_of(page_of(member, contradicted))[-1][0] == "accepted"


def test_acceptance_can_be_withdrawn_and_stays_in_history(member, contradicted):
    accept(member, contradicted)

    member.post(reverse("withdraw_acceptance", args=[contradicted.pk, "R12"]))

    with scope(organisation=contradicted):
        kinds = list(Acceptance.objects.values_list("kind", flat=True))
    assert kinds == ["withdrawn", "accepted"]
    assert [title for title, _ in titles_of(page_of(member, contradicted))] == [
        "blocking",
        "warning",
        "reminder",
    ]


def test_acceptance_is_never_rewritten(member, contradicted):
    accept(member, contradicted)
    with scope(organisation=contradicted):
        kept = Acceptance.objects.get()

    with pytest.raises(TypeError):
        kept.save()


@pytest.mark.parametrize("missing", ["reason", "person", "accepted_on"])
def test_acceptance_needs_reason_name_and_date(member, contradicted, missing):
    response = accept(member, contradicted, **{missing: ""})

    with scope(organisation=contradicted):
        assert Acceptance.objects.count() == 0
    assert response.status_code == 422
    assert f'href="#id_R12-{missing}"' in response.content.decode()


@pytest.mark.parametrize(
    ("name", "typed"), [("reason", "a\r\n" * 500 + "a"), ("accepted_on", "2300-01-01")]
)
def test_acceptance_that_no_file_could_hold_is_refused(member, contradicted, name, typed):
    response = accept(member, contradicted, **{name: typed})

    with scope(organisation=contradicted):
        assert Acceptance.objects.count() == 0
    assert (response.status_code, f'href="#id_R12-{name}"' in response.content.decode()) == (
        422,
        True,
    )


def test_reason_pasted_with_other_ends_of_lines_leaves_in_a_file_that_loads(member, contradicted):
    accept(member, contradicted, reason="Un.\r\nDeux.\rTrois.")

    with scope(organisation=contradicted):
        assert Acceptance.objects.get().reason == "Un.\nDeux.\nTrois."
    assert list(mistakes_of(snapshot(contradicted))) == []


def test_acceptance_of_other_answers_than_shown_is_refused(member, contradicted):
    response = accept(member, contradicted, fingerprint="0123456789abcdef")

    with scope(organisation=contradicted):
        assert Acceptance.objects.count() == 0
    assert "Les réponses ont changé entre-temps" in text_of(response)


def test_acceptance_of_what_is_mended_says_that_it_is(owner_client, organisation):
    url = reverse("accept_finding", args=[organisation.pk, "R12"])

    response = owner_client.post(url, follow=True)

    assert "Cette contradiction n’existe plus" in text_of(response)


@pytest.mark.parametrize("name", ["accept_finding", "withdraw_acceptance"])
def test_unknown_code_is_unknown(owner_client, organisation, name):
    response = owner_client.post(reverse(name, args=[organisation.pk, "R99"]))

    assert (response.status_code, "R99" in response.content.decode()) == (404, False)


def test_reader_sees_the_review_and_may_not_accept(contradicted, client_of):
    reader = client_of(make_member(contradicted, Role.READER))

    body = page_of(reader, contradicted).content.decode()

    assert 'id="R12"' in body
    assert "/review/R12/accept" not in body


def test_question_tells_what_contradicts_it_at_the_field(member, contradicted):
    url = reverse("question", args=[contradicted.pk, "speakers"])

    body = member.get(f"{url}?form=full").content.decode()

    title = rulebook("fr").by_code["R12"].wording.title
    after = body.partition('id="div_id_rows-speakers-zo4403j9xgmn-deputy"')[2]
    assert title in after.partition('id="div_id_')[0]
    assert "À concilier" in text_of(member.get(url))
    # Above the answer it is told in full, and once is enough.
    assert body.count("Une seule personne parle sur") == 1


def test_decision_tells_what_contradicts_it(member, contradicted):
    response = page_of(member, contradicted, "decision", "reporting")

    assert "Un signalement incomplet" in text_of(response)


def test_accepted_finding_is_no_longer_told_at_the_field(member, contradicted):
    accept(member, contradicted)

    assert "Un titulaire sans suppléant" not in text_of(
        page_of(member, contradicted, "question", "speakers")
    )


def test_overview_counts_and_marks_what_is_contradicted(member, contradicted):
    response = page_of(member, contradicted, "overview")

    text = text_of(response)
    assert "3 bloquantes" in text
    assert reverse("review", args=[contradicted.pk]) in response.content.decode()
    assert "is-contradicted" in response.content.decode()


def test_navigation_names_the_review(member, contradicted):
    assert "Cohérence" in text_of(page_of(member, contradicted))


@pytest.mark.parametrize(
    ("name", "rest", "most"),
    [("review", [], 14), ("question", ["speakers"], 12), ("overview", [], 14)],
    ids=["review", "question", "overview"],
)
@pytest.mark.django_db
def test_page_costs_the_same_whatever_is_said(
    client_of, name, rest, most, django_assert_max_num_queries
):
    consultant = make_user()
    full, empty = load(demonstration("sauvelande-fr")), make_organisation(owner=consultant)
    Membership.objects.create(organisation=full, user=consultant, role=Role.OWNER)
    client = client_of(consultant)
    counts = []
    for each in (empty, full):
        page_of(client, each, name, *rest)
        with django_assert_max_num_queries(most) as counted:
            page_of(client, each, name, *rest)
        counts.append(len(counted))

    assert counts[0] == counts[1]


def test_review_of_every_answer_reads_the_demonstration_as_clean(day, owner, client_of):
    clean = load(demonstration("altivane-fr"), owner=owner)

    titles = titles_of(page_of(client_of(owner), clean))

    assert [title for title, _words in titles] == ["reminder"]
    assert len(questionnaire("fr").questions) == 27
