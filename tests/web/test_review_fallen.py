"""What was accepted falls with its answers, and is accepted again by a person, not by chance."""

from django.urls import reverse
from django_scopes import scope

from conclusions.models import Acceptance
from deliverables.dossier.dumping import snapshot
from strategy.models import Answer
from tests.answers import write
from tests.pages import controls
from tests.web.test_review import REASON, accept, page_of, titles_of

DEPUTY = "rows/speakers/5iznnhe9fwxr/deputy"


def there_and_back(organisation, owner):
    """The deputy is taken away, and named again."""
    with scope(organisation=organisation):
        before = Answer.objects.get(question="speakers").paths[DEPUTY]
    for value in (None, before):
        write(organisation, owner, "speakers", {DEPUTY: value})


def test_acceptance_that_fell_stays_fallen_when_its_answers_are_put_back(member, halfway, owner):
    accept(member, halfway)
    there_and_back(halfway, owner)

    body = page_of(member, halfway).content.decode()

    assert "accepted" not in [title for title, _words in titles_of(page_of(member, halfway))]
    assert f"<p>{REASON}</p>" in body
    assert snapshot(halfway)["acceptances"][0]["fingerprint"] == "0" * 16


def test_acceptance_that_fell_is_renewed_with_one_press(member, halfway, owner):
    accept(member, halfway)
    there_and_back(halfway, owner)
    page = page_of(member, halfway).content.decode()
    form = page.partition('id="R12"')[2].partition("Renouveler cette exception")[0]
    url = reverse("accept_finding", args=[halfway.pk, "R12"])

    member.post(url, controls(form.rpartition("<form")[2], prefix="R12-"))

    assert titles_of(page_of(member, halfway))[-1] == ("accepted", "1 exception acceptée")
    with scope(organisation=halfway):
        renewed, first = Acceptance.objects.all()
    assert (renewed.reason, renewed.person) == (first.reason, first.person)
