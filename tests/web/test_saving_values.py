"""Each kind of value is kept as documented, shown again, and never lost unseen."""

from django_scopes import scope

from tests.answers import (
    ROW,
    control,
    row_of,
    save,
    url,
    value_of,
)
from tests.factories import make_person


def test_every_kind_of_field_is_kept_and_shown_again(organisation, owner_client):
    person = make_person(organisation, "Inès")
    save(owner_client, organisation, "receivers", **row_of("audiences"), audience="Riverains")
    speakers = row_of("speakers")
    save(
        owner_client,
        organisation,
        "places",
        **row_of("places"),
        place="Forum",
        owner="us",
        audiences=[ROW],
        open_to_contributions="no",
        weekly_hours="2,5",
        planned_closing="31/12/2027",
    )
    save(
        owner_client,
        organisation,
        "speakers",
        **speakers,
        place=ROW,
        holder=person.key,
        maximum_amount="1 250,50",
    )
    save(
        owner_client,
        organisation,
        "reply_times",
        announced_delay_0="4",
        announced_delay_1="working_hour",
        covered_hours="lun-ven 9h-18h",
    )
    save(owner_client, organisation, "image", overall_tone="-1", said="Chers mais fiables")

    assert value_of(organisation, "places")["tables"]["places"] == [
        {
            "id": ROW,
            "place": "Forum",
            "owner": "us",
            "audiences": [ROW],
            "open_to_contributions": False,
            "weekly_hours": "2.5",
            "planned_closing": "2027-12-31",
        }
    ]
    assert value_of(organisation, "speakers")["tables"]["speakers"] == [
        {"id": ROW, "place": ROW, "holder": person.key, "maximum_amount": 125_050}
    ]
    header = value_of(organisation, "reply_times")["header"]
    assert header["announced_delay"] == {"value": "4", "unit": "working_hour"}
    assert header["covered_hours"][0] == {"day": "monday", "from": "09:00", "to": "18:00"}
    assert value_of(organisation, "image")["header"]["overall_tone"] == -1

    page = owner_client.get(url("question", organisation, "places") + "?form=full")
    assert 'value="2,5"' in control(page, f"rows-places-{ROW}-weekly_hours")
    assert 'value="2027-12-31"' in control(page, f"rows-places-{ROW}-planned_closing")
    page = owner_client.get(url("question", organisation, "speakers") + "?form=full")
    assert 'value="1250,50"' in control(page, f"rows-speakers-{ROW}-maximum_amount")
    page = owner_client.get(url("question", organisation, "reply_times") + "?form=full")
    assert 'value="lun-ven 09:00-18:00"' in control(page, "header-covered_hours")


def test_what_is_no_longer_offered_survives_the_next_save(organisation, owner, owner_client):
    person = make_person(organisation, "Inès")
    organisation.regulated_fields = ["health"]
    organisation.save()
    save(
        owner_client,
        organisation,
        "red_lines",
        **row_of("subjects"),
        subject="Promesses de guérison",
        field="health",
    )
    save(owner_client, organisation, "red_lines", "sheet", owner=person.key)
    organisation.regulated_fields = []
    organisation.save()
    with scope(organisation=organisation):
        person.delete()

    page = owner_client.get(url("question", organisation, "red_lines") + "?form=full")
    again = save(
        owner_client,
        organisation,
        "red_lines",
        f"rows/subjects/{ROW}",
        version=2,
        subject="Promesses de guérison",
        field="health",
    )

    shown = control(page, f"rows-subjects-{ROW}-field")
    assert 'value="health" selected' in shown
    assert "n’est plus proposé" in shown
    assert "Personne retirée de la liste" in control(page, "sheet-owner")
    assert again.status_code == 200
    assert value_of(organisation, "red_lines")["tables"]["subjects"][0]["field"] == "health"
