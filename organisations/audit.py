"""The trail of who changed the members, the people and the profile."""

from organisations.events import Event
from organisations.models import AuditEntry, Organisation, Role, User


def record(
    organisation: Organisation,
    event: Event,
    *,
    actor: User,
    about: str = "",
    role: Role | str = "",
) -> None:
    """Add one line to the trail; call it in the transaction of what it tells."""
    AuditEntry(
        organisation=organisation,
        event=event,
        actor=actor,
        actor_name=str(actor),
        about=about[:254],
        role=role,
    ).save()
