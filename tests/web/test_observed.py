"""How long one has observed, and what is said of it where it is typed."""

from datetime import date, timedelta

import pytest

from tests.answers import save, text_of, url


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "Moins de deux semaines d’observation"),
        (-1, "Cette date est dans l’avenir"),
        (15, ""),
    ],
)
def test_doubt_of_an_observation_is_said_with_the_save_and_after(
    organisation, owner_client, days, said
):
    since = str(date.today() - timedelta(days=days))

    reply = save(owner_client, organisation, "scope", observed_since=since)
    page = owner_client.get(url("question", organisation, "scope"))

    assert reply.status_code == 200
    for shown in (reply, page):
        assert shown.content.decode().count('class="notice"') == bool(said)
        assert said in text_of(shown)
