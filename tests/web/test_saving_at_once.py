"""Saves at the same moment, on real connections: none is lost, none is made twice."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import close_old_connections, connections
from django_scopes import scope

from organisations.models import Role
from strategy import saving
from strategy.domain.merging import apply
from strategy.domain.priority import SecondFirstError
from strategy.models import Answer, Priority
from tests.answers import revisions, value_of, write
from tests.factories import make_member, make_organisation, make_user

pytestmark = pytest.mark.django_db(transaction=True)
THREADS = 6


@pytest.fixture
def place():
    owner = make_user("Olivia Owner")
    organisation = make_organisation(owner=owner, name="La Boussole")
    people = [make_member(organisation, Role.EDITOR) for _ in range(THREADS)]
    return organisation, people


def at_once(act, count=THREADS):
    """What each of so many threads gets, all of them starting together."""
    ready = Barrier(count)

    def one(number):
        close_old_connections()
        try:
            ready.wait(timeout=30)
            return act(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(one, range(count)))


def test_first_saves_of_different_fields_are_all_kept(place):
    organisation, people = place
    fields = ["sentence", "horizon", "due"]

    at_once(
        lambda number: write(
            organisation,
            people[number],
            "objective",
            {f"header/{fields[number]}": f"Texte {number}"},
            version=0,
            tab=f"tab{number}",
        ),
        count=3,
    )

    assert value_of(organisation, "objective")["header"] == {
        field: f"Texte {number}" for number, field in enumerate(fields)
    }


def test_rows_added_at_once_are_all_kept(place):
    organisation, people = place
    ids = [f"row00000000{number}" for number in range(THREADS)]

    def add(number):
        row = ids[number]

        def edit(current):
            order = [*current.get("order/audiences", []), row]
            return {"order/audiences": order, f"rows/audiences/{row}/audience": f"Public {number}"}

        with scope(organisation=organisation):
            record = Answer.blank(organisation.pk, "receivers")
            asked = saving.Asked(people[number], version=0, tab=f"tab{number}")
            return saving.save(record, edit=edit, asked=asked)

    at_once(add)

    kept = value_of(organisation, "receivers")["tables"]["audiences"]
    assert {row["id"]: row["audience"] for row in kept} == {
        row: f"Public {number}" for number, row in enumerate(ids)
    }


def test_same_field_saved_at_once_loses_no_text(place):
    organisation, people = place
    write(organisation, people[0], "objective", {"header/sentence": "Départ"})

    outcomes = at_once(
        lambda number: write(
            organisation,
            people[number],
            "objective",
            {"header/sentence": f"Texte {number}"},
            version=1,
            tab=f"tab{number}",
        )
    )

    kept = revisions(organisation, "objective")
    texts = {each.changes["header/sentence"][1] for each in kept}
    assert texts == {"Départ", *(f"Texte {number}" for number in range(THREADS))}
    assert sum(not outcome.clashes for outcome in outcomes) == 1
    assert [each.kind for each in kept].count("refused") == THREADS - 1


def test_same_save_sent_at_once_is_made_once(place):
    organisation, people = place
    save_id = uuid.uuid4()

    outcomes = at_once(
        lambda number: write(
            organisation,
            people[0],
            "objective",
            {"header/sentence": "Une fois"},
            version=0,
            tab="tab1",
            save_id=save_id,
        )
    )

    assert len(revisions(organisation, "objective")) == 1
    assert {outcome.version for outcome in outcomes} == {1}
    assert not any(outcome.clashes for outcome in outcomes)


def test_every_acknowledged_version_has_its_revision(place):
    organisation, people = place

    def type_on(number):
        for turn in range(5):
            paths = {f"header/field{number}": f"{turn}"}
            write(organisation, people[number], "objective", paths, tab=f"tab{number}")

    at_once(type_on, count=4)

    kept = revisions(organisation, "objective")
    paths = {}
    for revision in kept:
        paths = apply(paths, revision.changes)
    assert [each.version for each in kept] == list(range(1, 21))
    assert value_of(organisation, "objective")["header"] == {
        f"field{number}": "4" for number in range(4)
    }
    with scope(organisation=organisation):
        assert Answer.objects.get(question="objective").paths == paths


def test_only_one_of_several_firsts_at_once_is_written(place):
    organisation, people = place
    ids = [f"row00000000{number}" for number in range(THREADS)]
    named = {f"rows/objectives/{row}/objective": "help" for row in ids}
    write(organisation, people[0], "objective", {"order/objectives": ids, **named})

    def lead(number):
        paths = {f"rows/objectives/{ids[number]}/rank": "1"}
        try:
            write(organisation, people[number], "objective", paths, version=1, tab=f"tab{number}")
        except SecondFirstError:
            return ""
        return ids[number]

    (first,) = filter(None, at_once(lead))

    kept = value_of(organisation, "objective")["tables"]["objectives"]
    assert [row["id"] for row in kept if "rank" in row] == [first]
    with scope(organisation=organisation):
        assert Priority.objects.values_list("row", flat=True).get() == first
