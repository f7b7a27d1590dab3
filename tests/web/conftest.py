"""What tests of pages stand on: the demonstration, an opening prepared, somebody invited."""

import pytest

from deliverables.dossier.loading import load
from tests.conclusions import demonstration
from tests.factories import make_invitation, make_person, make_user
from tests.planning import PREREQUISITE
from tests.plans import answered


@pytest.fixture
def day(time_machine):
    """The day of the demonstration, two months before the opening that is prepared."""
    time_machine.move_to("2026-11-23T10:00:00+01:00", tick=False)


@pytest.fixture
def finished(owner):
    """The demonstration's finished organisation."""
    return load(demonstration("altivane-fr"), owner=owner)


@pytest.fixture
def halfway(owner):
    """The one that is half-way."""
    return load(demonstration("sauvelande-fr"), owner=owner)


@pytest.fixture
def member(owner, client_of):
    """The owner of the demonstration in a browser, without an organisation of their own."""
    return client_of(owner)


@pytest.fixture
def people(organisation):
    return [make_person(organisation, name) for name in ("Inès", "Marc")]


@pytest.fixture
def prepared(organisation, people):
    """An opening with a charter to publish, by Inès."""
    answered(organisation, "opening", {
        "header/opens_on": "2027-02-02",
        "order/prerequisites": [PREREQUISITE],
        f"rows/prerequisites/{PREREQUISITE}/prerequisite": "charter",
        f"rows/prerequisites/{PREREQUISITE}/owner": people[0].key,
    })  # fmt: skip
    return organisation


@pytest.fixture
def invited(organisation):
    return make_invitation(organisation, "ines@example.org")


@pytest.fixture
def ines(db):
    return make_user("Inès", email="ines@example.org")
