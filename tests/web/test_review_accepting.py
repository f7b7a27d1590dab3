"""Accepting a finding: on a day that has come."""

from django_scopes import scope

from conclusions.models import Acceptance
from tests.answers import text_of
from tests.web.test_review import accept


def test_acceptance_ahead_of_time_is_refused_at_its_date(member, halfway, time_machine):
    time_machine.move_to("2026-11-23T10:00:00+01:00", tick=False)

    refused = accept(member, halfway, accepted_on="2026-11-24")
    with scope(organisation=halfway):
        kept = Acceptance.objects.count()
    today = accept(member, halfway, accepted_on="2026-11-23")

    assert (refused.status_code, kept) == (422, 0)
    assert refused.context["wrong"].errors == {"accepted_on": ["Ce jour n’est pas encore venu."]}
    assert "Exception acceptée" in text_of(today)
