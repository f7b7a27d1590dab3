"""Accepting a finding, and withdrawing that: each a new line, nothing is ever rewritten."""

from typing import Any

from conclusions.domain.findings import Finding
from conclusions.models import Acceptance
from organisations.models import Organisation, User


def accept(
    organisation: Organisation, author: User, *, finding: Finding, given: dict[str, Any], name: str
) -> Acceptance:
    """Keep that this finding is accepted as its answers stand."""
    return _kept(
        organisation,
        author,
        code=finding.code,
        fingerprint=finding.fingerprint,
        reason=given["reason"],
        person=given["person"],
        name=name,
        accepted_on=given["accepted_on"],
    )


def withdraw(organisation: Organisation, author: User, *, last: Acceptance) -> Acceptance:
    """Keep that what was accepted is no longer."""
    return _kept(
        organisation,
        author,
        code=last.code,
        kind=Acceptance.Kind.WITHDRAWN,
        fingerprint=last.fingerprint,
        reason=last.reason,
        person=last.person,
        name=last.name,
        accepted_on=last.accepted_on,
    )


def _kept(organisation: Organisation, author: User, **values: Any) -> Acceptance:
    act = Acceptance(strategy_id=organisation.pk, author=author, **values)
    act.save()
    return act
