"""A sentence says which place, which person, which mention; its way to mend leads there."""

import pytest

from conclusions.domain.telling import Narrator
from strategy.domain.values import DAYS
from tests.conclusions import dossier, found

OFFICE = [{"day": day, "from": "09:00", "to": "18:00"} for day in DAYS[:5]]
FORUM = {"places": {"places": [{"place": "Le forum"}]}}
BOTH = {"official_voices": "employees,assistant"}


def told(written, code, language="en"):
    return Narrator(written, language).sentence(found(written, code))


def test_promise_of_a_place_is_mended_at_that_place():
    row = {"place": "places1", "acknowledgement": {"value": "2", "unit": "hour"}}
    times = {"covered_hours": OFFICE, "out_of_hours": "nothing", "places": [row]}
    written = dossier(reply_times=times, **FORUM)

    assert told(written, "R06").startswith("On “Le forum”, you promise 2\xa0hours")
    assert [each.path for each in found(written, "R06").mends] == [
        "rows/places/places1/acknowledgement",
        "header/out_of_hours",
        "header/covered_hours",
    ]


def test_promise_of_a_place_with_its_own_hours_is_mended_in_them():
    row = {"acknowledgement": {"value": "2", "unit": "hour"}, "hours": OFFICE}
    written = dossier(reply_times={"out_of_hours": "nothing", "places": [row]})

    assert found(written, "R06").mends[2].path == "rows/places/places1/hours"


def test_whoever_replaces_themselves_is_named_once():
    own = {"holder": "ines", "deputy": "ines"}
    red = {"id": "red", "decider": "marc", "deputy": "marc"}
    written = dossier(speakers={"speakers": [own, own]}, arbiters={"levels": [red]})

    assert told(written, "X25") == "Somebody is named as their own deputy: “Ines”, “Marc”."


@pytest.mark.parametrize(
    ("held", "start"),
    [
        ("ai", "The charter lets employees speak;"),
        ("employees", "The charter admits an automated assistant;"),
        ("partnership", "The charter lets employees and an assistant speak;"),
    ],
)
def test_mention_that_lacks_is_said(held, start):
    written = dossier(tone={"disclosures": [held]}, decisions=BOTH)

    assert told(written, "X18").startswith(start)


def test_field_closed_to_minors_is_named_without_the_others():
    profile = {"regulated_fields": ["finance", "alcohol"]}
    written = dossier(profile=profile, decisions={"age": "fifteen_and_over"})

    assert "closed to minors (alcohol)" in told(written, "C09")


def test_space_that_no_place_is_is_named():
    places = {"places": [{"place": "A", "owner": "third_party"}]}
    written = dossier(places=places, decisions={"space": "own_comments"})

    assert told(written, "X23").endswith(": “Comments or reviews under our own content”.")


def test_one_content_a_month_is_counted_as_one():
    written = dossier(contents={"monthly_capacity": "0"}, rhythm={"cadence": "monthly"})

    assert "about 1\xa0piece of content a month" in told(written, "X24")
    assert "environ 1\xa0contenu par mois" in told(written, "X24", "fr")
