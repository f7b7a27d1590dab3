"""The list of people of an organisation, read once for all that one page shows."""

from organisations.models import Organisation, Person

KEPT = "_people"


def listed(organisation: Organisation) -> list[Person]:
    """The people in the order of their list; kept with this organisation, as one request has it."""
    if KEPT not in organisation.__dict__:
        organisation.__dict__[KEPT] = list(Person.objects.filter(organisation=organisation))
    found: list[Person] = organisation.__dict__[KEPT]
    return found
